// TagDocument → the span of days in which its words were in use, for articles that no date tells.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { ReadField, TagDocument } from '../document.ts';
import { buildMatcher } from '../phrases.ts';

/** Inclusive days; an open end is far away. */
export type Era = { from: string; to: string };

export type EraReader = (document: TagDocument) => Era;

const EVER: Era = { from: '2012-01-01', to: '2039-12-31' };
/** 'UU Nomor 20 Tahun 2023', 'PKPU 13/2024', 'No. 8 tahun 2015': nobody cites a law before its year. */
const LAW =
  /\b(?:nomor|no|uu|pp|pkpu|perbawaslu|permendagri|perpres|skb)\b\.?\s{0,2}\d{1,4}[^.\n]{0,4}?(?:\/|\btahun\s)\s?(20[1-3]\d)\b/giu;

/** Birthdays tell the year: Korpri was founded in 1971, the Republic in 1945. */
const BIRTHDAY =
  /\b(?:hut|ulang tahun|dirgahayu)\b[^.\n]{0,20}?\b(korpri|ri|republik indonesia|kemerdekaan)\b[^.\n]{0,12}?\bke-?\s?(\d{2})\b/giu;

export function createEraReader(knowledge: Knowledge): EraReader {
  const matcher = buildMatcher(knowledge.eras.map((value) => ({ words: value.phrase, value })));
  return ({ title, text }) => {
    const era = { ...EVER };
    for (const field of [title, text]) {
      for (const { value, from } of matcher(field.tokens, 'longest')) {
        if (isNoise(field, from)) continue;
        if (value.from > era.from) era.from = value.from;
        if (value.to !== '' && value.to < era.to) era.to = value.to;
      }
      for (const match of field.raw.matchAll(LAW)) {
        const from = `${match[1]}-01-01`;
        if (from > era.from) era.from = from;
      }
      for (const match of field.raw.matchAll(BIRTHDAY)) {
        const year = Number(match[2]) + (match[1]?.toLowerCase() === 'korpri' ? 1971 : 1945);
        if (year < 2012 || year > 2039) continue;
        if (`${year}-01-01` > era.from) era.from = `${year}-01-01`;
        if (`${year + 1}-06-30` < era.to) era.to = `${year + 1}-06-30`;
      }
    }
    return era.from <= era.to ? era : { ...era, to: EVER.to };
  };
}

function isNoise(field: ReadField, token: number): boolean {
  return field.paragraphs[field.paragraphOf[token] ?? 0]?.noise ?? false;
}
