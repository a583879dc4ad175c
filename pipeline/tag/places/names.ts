// Knowledge → the names of places as one matcher. Out: for each name what it may mean, and the names that mean no place.
import type { Alias, Knowledge, NameGuard, Region } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { Finder, PhraseBook } from '../phrases.ts';
import { tokenise } from '../words.ts';

export type RegionKind = Region['kind'];

/** One thing that a name may mean. */
export type Reading = {
  code: RegionCode;
  kind: RegionKind;
  how: 'official' | Alias['kind'] | 'town' | 'macro';
  guard: NameGuard;
  /** Last day on which it meant this region; '' if it still does. */
  until: string;
};

export type PlaceName = {
  readings: Reading[];
  /** Also a common word or a person's name: needs support. */
  common: boolean;
  /** Printed all in capitals in the knowledge: an abbreviation such as NTB. */
  acronym: boolean;
  /** A person called like a place: 'Bima Arya'. */
  person: boolean;
};

export type Gazetteer = {
  find: Finder<PlaceName>;
  regions: Map<RegionCode, Region>;
  /** Names of one word and joined names, lower case, for host names and addresses: 'kotawaringinbarat'. */
  joined: Map<string, Reading[]>;
};

const keyOf = (name: string): string =>
  tokenise(name)
    .map((token) => token.norm)
    .join(' ');

/** Builds the gazetteer. Names that mean no place (persons, newspapers, clubs) match with no readings. */
export function buildGazetteer(knowledge: Knowledge, book: PhraseBook): Gazetteer {
  const regions = new Map(knowledge.regions.map((region) => [region.id, region]));
  const names = new Map<string, PlaceName>();
  const add = (name: string, reading: Reading | null): void => {
    const key = keyOf(name);
    if (key === '') return;
    let entry = names.get(key);
    if (entry === undefined) {
      const acronym = /^[\p{Lu}. ]+$/u.test(name);
      entry = { readings: [], common: false, acronym, person: false };
      names.set(key, entry);
    }
    if (reading !== null && !entry.readings.some((known) => known.code === reading.code)) {
      entry.readings.push(reading);
    }
  };
  addOfficial(knowledge, add);
  addOthers(knowledge, regions, add);
  const joined = new Map<string, Reading[]>();
  for (const [key, entry] of names) {
    const sure = entry.readings.filter((reading) => reading.guard === '' || reading.how === 'town');
    if (sure.length > 0) joined.set(key.replaceAll(/[ ']/g, ''), sure);
  }
  for (const { word } of knowledge.commonWords) {
    const entry = names.get(keyOf(word));
    if (entry !== undefined) entry.common = true;
  }
  for (const { phrase, why } of knowledge.guards) silence(names, phrase, why === 'person');
  for (const { name } of knowledge.outlets) if (name.includes(' ')) silence(names, name, false);
  for (const { name } of knowledge.macroRegions) silence(names, name, false);
  const phrases = [...names].map(([words, value]) => ({ words, value }));
  return { find: book.add(phrases, 'longest'), regions, joined };
}

function silence(names: Map<string, PlaceName>, phrase: string, person: boolean): void {
  const key = keyOf(phrase);
  if (!names.has(key)) names.set(key, { readings: [], common: false, acronym: false, person });
}

type Add = (name: string, reading: Reading | null) => void;

const PREFIX = /^(Kepulauan|Pulau) /;
/** Without 'Kepulauan' these are a number and another province. */
const NEEDS_PREFIX = new Set([
  'Kepulauan Seribu',
  'Kepulauan Riau',
  'Kepulauan Aru',
  'Kepulauan Sula',
]);

function addOfficial(knowledge: Knowledge, add: Add): void {
  for (const { id, name, short, kind } of knowledge.regions) {
    const reading: Reading = { code: id, kind, how: 'official', guard: '', until: '' };
    add(short, reading);
    if (kind === 'province') add(name, reading);
    for (const variant of variantsOf(short)) add(variant, { ...reading, how: 'spelling' });
  }
}

/** 'Bandar Lampung' → 'Bandarlampung'; 'Sumatera' → 'Sumatra'; 'Kepulauan Meranti' → 'Meranti', 'Kep Meranti'. */
function variantsOf(short: string): string[] {
  const variants = short.includes(' ') ? [short.replaceAll(' ', '')] : [];
  if (short.includes('Sumatera')) variants.push(short.replace('Sumatera', 'Sumatra'));
  if (PREFIX.test(short)) {
    variants.push(short.replace('Kepulauan ', 'Kep '));
    if (!NEEDS_PREFIX.has(short)) variants.push(short.replace(PREFIX, ''));
  }
  return variants;
}

function addOthers(knowledge: Knowledge, regions: Map<RegionCode, Region>, add: Add): void {
  for (const { alias, kind: how, region, guard, until } of knowledge.aliases) {
    const kind = regions.get(region)?.kind;
    if (kind !== undefined) add(alias, { code: region, kind, how, guard, until });
  }
  for (const { name, region, guard } of knowledge.towns) {
    const kind = regions.get(region)?.kind;
    if (kind !== undefined) add(name, { code: region, kind, how: 'town', guard, until: '' });
  }
  for (const { name, province: code } of knowledge.macroRegions) {
    if (code !== null) add(name, { code, kind: 'province', how: 'macro', guard: '', until: '' });
  }
}
