// TagDocument → the span of days in which its words were in use, for articles that no date tells.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { ReadField, TagDocument } from '../document.ts';
import { buildMatcher } from '../phrases.ts';

/** Inclusive days; an open end is far away. */
export type Era = { from: string; to: string };

export type EraReader = {
  read: (document: TagDocument) => Era;
  /** Narrows an era by bodies named with their level: a 'bawaslu kabupaten' is of August 2018 or later. */
  narrow: (era: Era, bodies: Iterable<string>) => Era;
};

const EVER: Era = { from: '2012-01-01', to: '2039-12-31' };
/** 'UU Nomor 20 Tahun 2023', 'PKPU 13/2024', 'No. 8 tahun 2015': nobody cites a law before its year. */
const LAW =
  /\b(?:nomor|no|uu|pp|pkpu|perbawaslu|permendagri|perpres|skb)\b\.?\s{0,2}\d{1,4}[^.\n]{0,4}?(?:\/|\btahun\s)\s?(20[1-3]\d)\b/giu;

/** Birthdays tell the year: Korpri was founded in 1971, the Republic in 1945. */
const BIRTHDAY =
  /\b(?:hut|ulang tahun|dirgahayu)\b[^.\n]{0,20}?\b(korpri|ri|republik indonesia|kemerdekaan)\b[^.\n]{0,12}?\bke-?\s?(\d{2})\b/giu;

export function createEraReader(knowledge: Knowledge): EraReader {
  const matcher = buildMatcher(knowledge.eras.map((value) => ({ words: value.phrase, value })));
  const rows = new Map(knowledge.eras.map((row) => [row.phrase, row]));
  return {
    read: ({ title, text }) => {
      let era = EVER;
      for (const field of [title, text]) {
        for (const { value, from } of matcher(field.tokens, 'longest')) {
          if (!isNoise(field, from)) era = meet(era, value);
        }
        for (const [, year] of field.raw.matchAll(LAW))
          era = meet(era, { from: `${year}-01-01`, to: '' });
        for (const [, born, number] of field.raw.matchAll(BIRTHDAY)) {
          const year = Number(number) + (born?.toLowerCase() === 'korpri' ? 1971 : 1945);
          if (year >= 2012) era = meet(era, { from: `${year}-01-01`, to: `${year + 1}-06-30` });
        }
      }
      return era;
    },
    narrow: (era, bodies) =>
      [...bodies].reduce((narrowed, body) => meet(narrowed, rows.get(body) ?? EVER), era),
  };
}

/** The days that both allow; the first one's where they exclude each other (one of the words is a slip). */
function meet(era: Era, { from, to }: Era): Era {
  const met = {
    from: from > era.from ? from : era.from,
    to: to !== '' && to < era.to ? to : era.to,
  };
  return met.from <= met.to ? met : era;
}

function isNoise(field: ReadField, token: number): boolean {
  return field.paragraphs[field.paragraphOf[token] ?? 0]?.noise ?? false;
}
