// A field → kecamatan named as such ('Camat Sambong', 'Kecamatan Dawe') and the regencies they may lie in.
// A bare kecamatan name is never matched: too many are common words (Larangan, Kubu, Merdeka).
import type { District } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { ReadField } from '../document.ts';
import { buildMatcher } from '../phrases.ts';

export type DistrictHit = { regencies: RegionCode[]; start: number; end: number };
export type DistrictReader = (field: ReadField) => DistrictHit[];

const TITLES = new Set('kecamatan kec camat panwascam distrik kapolsek polsek'.split(' '));

/** Tokens of the longest name of a kecamatan. */
const LONGEST_NAME = 4;

export function createDistrictReader(districts: District[]): DistrictReader {
  const regencies = new Map<string, RegionCode[]>();
  for (const { id, name } of districts) {
    const key = name.toLowerCase();
    regencies.set(key, [...(regencies.get(key) ?? []), id.slice(0, 5)]);
  }
  const matcher = buildMatcher(
    [...regencies].flatMap(([words, value]) => {
      const joined = words.replaceAll(' ', '');
      return joined === words
        ? [{ words, value }]
        : [
            { words, value },
            { words: joined, value },
          ];
    }),
  );
  return (field) => {
    const hits: DistrictHit[] = [];
    for (const [at, token] of field.tokens.entries()) {
      if (!TITLES.has(token.norm)) continue;
      if (field.paragraphs[field.paragraphOf[at] ?? 0]?.noise === true) continue;
      const behind = field.tokens.slice(at + 1, at + 1 + LONGEST_NAME);
      const hit = matcher(behind, 'longest')[0];
      if (hit?.from === 0) hits.push({ regencies: hit.value, start: hit.start, end: hit.end });
    }
    return hits;
  };
}
