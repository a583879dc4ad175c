// Address and newspaper → regions they point at. Weak evidence: desks report on other places too.
import type { Outlet } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { TagInput } from '../../../schemas/tag.ts';
import type { Gazetteer, Reading, RegionKind } from './names.ts';

export type AddressHit = {
  code: RegionCode;
  kind: RegionKind;
  how: Reading['how'];
  rule: 'url' | 'official-host';
  start: number;
  end: number;
};

const LONGEST_NAME = 4;
const OFFICIAL = /\.(?:go|desa)\.id$/;

/** Names in the path of the address, joined over hyphens; and the region of an official host (bimakota.bawaslu.go.id). */
export function placesOfAddress(url: string, gazetteer: Gazetteer): AddressHit[] {
  const hits: AddressHit[] = [];
  const scheme = url.indexOf('://');
  const hostStart = scheme === -1 ? 0 : scheme + 3;
  const slash = url.indexOf('/', hostStart);
  const hostEnd = slash === -1 ? url.length : slash;
  const host = url.slice(hostStart, hostEnd).toLowerCase();
  if (OFFICIAL.test(host)) hits.push(...officialHost(host, hostStart, gazetteer));
  hits.push(...pathNames(url, hostEnd, gazetteer));
  return hits;
}

function officialHost(host: string, offset: number, { joined }: Gazetteer): AddressHit[] {
  const hits: AddressHit[] = [];
  let at = 0;
  for (const label of host.split('.')) {
    const plain = label.replaceAll('-', '');
    const level = /^kota|kota$/.test(plain) ? 'kota' : /^kab|kab$/.test(plain) ? 'kabupaten' : null;
    const name = plain.replace(/^(?:kab|kota|prov|kpu|bawaslu)|(?:kab|kota|prov)$/g, '');
    const readings = joined.get(plain) ?? joined.get(name) ?? [];
    const fitting = readings.filter(({ kind }) => level === null || kind === level);
    const only = fitting.length === 1 ? fitting[0] : undefined;
    if (only !== undefined && only.how !== 'town') {
      const start = offset + at;
      hits.push({ ...only, rule: 'official-host', start, end: start + label.length });
    }
    at += label.length + 1;
  }
  return hits;
}

function pathNames(url: string, from: number, { joined }: Gazetteer): AddressHit[] {
  const hits: AddressHit[] = [];
  const words = [...url.slice(from).matchAll(/\p{L}+/gu)].slice(0, 60);
  for (let at = 0; at < words.length; at++) {
    for (let size = LONGEST_NAME; size > 0; size--) {
      const run = words.slice(at, at + size);
      const first = run[0];
      const last = run.at(-1);
      if (run.length < size || first === undefined || last === undefined) continue;
      const readings = joined.get(run.map(([word]) => word.toLowerCase()).join(''));
      if (readings === undefined) continue;
      const start = from + first.index;
      const end = from + last.index + last[0].length;
      if (!/^[\p{L}_%20-]*$/u.test(url.slice(start, end))) continue;
      for (const { code, kind, how } of readings)
        hits.push({ code, kind, how, rule: 'url', start, end });
      at += size - 1;
      break;
    }
  }
  return hits;
}

/** Looks up the region of a newspaper by its host name, also of a host below it ('amp.x.id', 'm.x.id'). */
export function createOutletIndex(
  outlets: Outlet[],
): (input: Pick<TagInput, 'outlet' | 'outletRegion'>) => RegionCode | null {
  const regions = new Map(outlets.map(({ id, region }) => [id, region]));
  return ({ outlet, outletRegion }) => {
    if (outletRegion !== null) return outletRegion;
    let host = outlet?.toLowerCase().replace(/^www\./, '') ?? '';
    while (host.includes('.')) {
      const region = regions.get(host);
      if (region !== undefined) return region;
      host = host.slice(host.indexOf('.') + 1);
    }
    return null;
  };
}
