// What the knowledge says of regions, for people and for Elasticsearch.
import type { Knowledge } from '../schemas/knowledge.ts';
import { provinceOf } from '../schemas/region.ts';
import type { Gazetteer } from '../search/document.ts';

/** The gazetteer's names, for people. */
export const regionNames = (
  knowledge: Pick<Knowledge, 'regions'>,
): { name: (code: string) => string } => {
  const names = new Map(knowledge.regions.map((region) => [region.id, region.name]));
  return { name: (code) => names.get(code) ?? code };
};

/** Names and points of the regions. */
export function gazetteerOf(knowledge: Knowledge): Gazetteer {
  const regions = new Map(knowledge.regions.map((region) => [region.id, region]));
  const regionName = (code: string): string | null => regions.get(code)?.name ?? null;
  return {
    regionName,
    location: (code) => {
      const region = regions.get(code);
      return region === undefined ? null : { lat: region.lat, lon: region.lon };
    },
    regions: knowledge.regions.map(({ id, name, kind, lat, lon }) => {
      const province = provinceOf(id);
      const provinceName = regionName(province) ?? province;
      return { id, name, kind, province, province_name: provinceName, location: { lat, lon } };
    }),
    // Twelve hexadecimal digits are 48 bits: a safe integer.
    version: Number.parseInt(knowledge.version, 16) + 1,
  };
}

/** A code, a full name ('Kota Bontang'), or a short one ('Bontang'), which may be that of several. */
export function regionFinder({ regions }: Pick<Knowledge, 'regions'>): (text: string) => string[] {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const byName = new Map<string, string[]>();
  const note = (name: string, code: string): void => {
    const codes = byName.get(plain(name)) ?? [];
    if (!codes.includes(code)) byName.set(plain(name), [...codes, code]);
  };
  for (const { id, name } of regions) for (const text of [id, name]) note(text, id);
  const full = new Set(byName.keys());
  for (const { id, short, kind } of regions) {
    if (kind === 'kabupaten') note(`kab ${short}`, id);
    if (kind === 'kabupaten') note(`kab. ${short}`, id);
    if (!full.has(plain(short))) note(short, id);
  }
  return (text) => byName.get(plain(text)) ?? [];
}
