// Host, masthead and home page of a newspaper, and what knowledge says of outlets and places → its likely region and owner.
import type { OutletClues, OutletGuess } from '../crawlers/try/report.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { provinceOf } from '../schemas/region.ts';

type Place = { name: string; region: string };

/** Shorter names turn up inside other words. */
const LEAST_LETTERS = 4;
/** Mentions on a home page that make a place likely, and how far it must be ahead of the next. */
const MENTIONS = 5;
const AHEAD = 1.5;

const NONE: OutletGuess = {
  name: null,
  network: null,
  region: null,
  regionName: '',
  basis: null,
  seen: '',
};

/** Builds the guesser: the list of outlets first, then names in host and masthead, then places on the home page. */
export function outletGuesser(
  knowledge: Knowledge,
  regionName: (code: string) => string,
): (clues: OutletClues) => OutletGuess {
  const places = placesOf(knowledge);
  return (clues) => {
    const network = networkOf(knowledge, clues.host);
    const listed = knowledge.outlets.find(
      ({ id }) => clues.host === id || clues.host === `m.${id}`,
    );
    if (listed !== undefined) {
      const { name, region } = listed;
      return {
        name,
        region,
        network: listed.network,
        regionName: region === null ? '' : regionName(region),
        basis: 'the list of outlets',
        seen: '',
      };
    }
    const mentions = mentionsIn(places, clues.text);
    const named = byName(places, clues) ?? byText(mentions, regionName);
    if (named === null) return { ...NONE, network, seen: seenIn(mentions, regionName) };
    return { ...NONE, network, ...named, regionName: regionName(named.region) };
  };
}

/** Names of regions, their other names and their seats, the longest first; those that need support are left out. */
function placesOf({ regions, aliases, towns, commonWords }: Knowledge): Place[] {
  const common = new Set(commonWords.map(({ word }) => word.toLowerCase()));
  const all = [
    ...regions.map(({ id, short }) => ({ name: short, region: id })),
    ...aliases
      .filter(({ guard, until }) => guard === '' && until === '')
      .map(({ alias, region }) => ({ name: alias, region })),
    ...towns.filter(({ guard }) => guard === '').map(({ name, region }) => ({ name, region })),
  ];
  const holders = Map.groupBy(all, ({ name }) => name.toLowerCase());
  return [...holders]
    .filter(([name]) => name.length >= LEAST_LETTERS && !common.has(name))
    .map(([name, held]) => ({ name, region: commonRegion(held) }))
    .filter((place): place is Place => place.region !== null)
    .sort((a, b) => b.name.length - a.name.length);
}

/** 'Bekasi' is a kota and a kabupaten: of the name alone only the province is sure. */
function commonRegion(held: Place[]): string | null {
  const codes = new Set(held.map(({ region }) => region));
  if (codes.size === 1) return [...codes][0] ?? null;
  const provinces = new Set([...codes].map(provinceOf));
  return provinces.size === 1 ? ([...provinces][0] ?? null) : null;
}

/** Outlets below the same domain belong to one network. */
function networkOf({ outlets }: Knowledge, host: string): string | null {
  const parent = host.split('.').slice(1).join('.');
  if (!parent.includes('.')) return null;
  const owners = outlets
    .filter(({ id }) => id.endsWith(`.${parent}`))
    .map(({ network }) => network);
  return owners.length > 0 && new Set(owners).size === 1 ? (owners[0] ?? null) : null;
}

type Named = { region: string; basis: string };

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\da-z]/g, '');

/** A place in the masthead as words, or in the host as letters. */
function byName(places: readonly Place[], { host, name }: OutletClues): Named | null {
  const words = ` ${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ' ')} `;
  const inName = places.find((place) => words.includes(` ${place.name} `));
  if (inName !== undefined)
    return { region: inName.region, basis: `its name has '${inName.name}'` };
  const label = letters(host);
  const inHost = places.find(
    (place) => letters(place.name).length > LEAST_LETTERS && label.includes(letters(place.name)),
  );
  return inHost === undefined
    ? null
    : { region: inHost.region, basis: `its host has '${inHost.name}'` };
}

/** How often each region, and each province with all its places, is named. */
type Mentions = { regions: Map<string, number>; provinces: Map<string, number> };

function mentionsIn(places: readonly Place[], text: string): Mentions {
  const words = ` ${text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ' ')} `;
  const regions = new Map<string, number>();
  for (const { name, region } of places) {
    const times = countOf(` ${name} `, words);
    if (times > 0) regions.set(region, (regions.get(region) ?? 0) + times);
  }
  const provinces = new Map<string, number>();
  for (const [region, times] of regions) {
    provinces.set(provinceOf(region), (provinces.get(provinceOf(region)) ?? 0) + times);
  }
  return { regions, provinces };
}

/** Neighbours share the space between them. */
function countOf(word: string, words: string): number {
  let count = 0;
  for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + word.length - 1)) {
    count += 1;
  }
  return count;
}

/** The place that the home page names most; its province where several places of one are named. */
function byText(
  { regions, provinces }: Mentions,
  regionName: (code: string) => string,
): Named | null {
  const province = leader(provinces);
  if (province === null) return null;
  const own = [...regions].filter(
    ([region]) => region.length > 2 && provinceOf(region) === province.key,
  );
  const city = leader(new Map(own));
  const chosen = city !== null && city.times * 2 > province.times ? city : province;
  const among = chosen === province ? ' and its places' : '';
  return {
    region: chosen.key,
    basis: `the home page names ${regionName(chosen.key)}${among} ${chosen.times} times`,
  };
}

/** The provinces that are named most, for a person to weigh. */
function seenIn({ provinces }: Mentions, regionName: (code: string) => string): string {
  const most = [...provinces].sort(([, a], [, b]) => b - a).slice(0, 3);
  if ((most[0]?.[1] ?? 0) < MENTIONS) return '';
  const named = most.map(([code, times]) => `${code} ${regionName(code)} ${times}`);
  return `the home page names places in ${named.join(', ')} times`;
}

function leader(counts: ReadonlyMap<string, number>): { key: string; times: number } | null {
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < MENTIONS) return null;
  if (second !== undefined && first[1] < second[1] * AHEAD) return null;
  return { key: first[0], times: first[1] };
}
