// A field → kecamatan named as such ('Camat Sambong', 'Kecamatan Dawe') and the regencies they may lie in.
// A bare kecamatan name is never matched: too many are common words (Larangan, Kubu, Merdeka).
import type { District } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { ReadField } from '../document.ts';
import type { Hit, PhraseBook } from '../phrases.ts';

export type DistrictHit = { regencies: RegionCode[]; start: number; end: number };
export type DistrictReader = (field: ReadField) => DistrictHit[];

const TITLES = new Set('kecamatan kec camat panwascam distrik kapolsek polsek'.split(' '));

export function createDistrictReader(districts: District[], book: PhraseBook): DistrictReader {
  const regencies = new Map<string, RegionCode[]>();
  for (const { id, name } of districts) {
    const key = name.toLowerCase();
    regencies.set(key, [...(regencies.get(key) ?? []), id.slice(0, 5)]);
  }
  const find = book.add(
    [...regencies].flatMap(([words, value]) => {
      const joined = words.replaceAll(' ', '');
      return joined === words
        ? [{ words, value }]
        : [
            { words, value },
            { words: joined, value },
          ];
    }),
    'all',
  );
  return (field) => {
    const kept: Hit<RegionCode[]>[] = [];
    for (const hit of find(field)) {
      const last = kept.at(-1);
      if (last?.from !== hit.from && isTitled(field, hit.from)) kept.push(hit);
      else if (last?.from === hit.from && hit.to > last.to) kept[kept.length - 1] = hit;
    }
    return kept.map(({ value, start, end }) => ({ regencies: value, start, end }));
  };
}

function isTitled(field: ReadField, from: number): boolean {
  if (!TITLES.has(field.tokens[from - 1]?.norm ?? '')) return false;
  return field.paragraphs[field.paragraphOf[from - 1] ?? 0]?.noise !== true;
}
