// TagDocument → the span of days in which its words were in use, for articles that no date tells.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { ReadField, TagDocument } from '../document.ts';
import type { PhraseBook } from '../phrases.ts';

/** Inclusive days; an open end is far away. */
export type Era = { from: string; to: string };

export type EraReader = {
  read: (document: TagDocument) => Era;
  /** Narrows an era by bodies named with their level: a 'bawaslu kabupaten' is of August 2018 or later. */
  narrow: (era: Era, bodies: Iterable<string>) => Era;
};

const EVER: Era = { from: '2012-01-01', to: '2039-12-31' };
const LAWS = new Set('nomor no uu pp pkpu perbawaslu permendagri perpres skb'.split(' '));
/** Founded: 'HUT Korpri ke-52' is of 2023, 'HUT RI ke-78' too. */
const FOUNDED = new Map([
  ['korpri', 1971],
  ['ri', 1945],
  ['kemerdekaan', 1945],
]);
/** Years by which laws are named. */
const YEARS = Array.from({ length: 30 }, (_, index) => String(2010 + index));
const BIRTHDAY = 'hut';

export function createEraReader(knowledge: Knowledge, book: PhraseBook): EraReader {
  const find = book.add(
    knowledge.eras.map((value) => ({ words: value.phrase, value })),
    'longest',
  );
  const findCues = book.add(
    [BIRTHDAY, ...YEARS].map((words) => ({ words, value: words })),
    'all',
  );
  const rows = new Map(knowledge.eras.map((row) => [row.phrase, row]));
  return {
    read: ({ title, text }) => {
      let era = EVER;
      for (const field of [title, text]) {
        for (const { value, from } of find(field)) {
          if (!isNoise(field, from)) era = meet(era, value);
        }
        for (const { value, from: at } of findCues(field)) {
          if (value !== BIRTHDAY && endsLaw(field, at)) {
            era = meet(era, { from: `${value}-01-01`, to: '' });
          } else if (value === BIRTHDAY) {
            const year = birthdayYear(field, at);
            if (year !== null) era = meet(era, { from: `${year}-01-01`, to: `${year + 1}-06-30` });
          }
        }
      }
      return era;
    },
    narrow: (era, bodies) =>
      [...bodies].reduce((narrowed, body) => meet(narrowed, rows.get(body) ?? EVER), era),
  };
}

/** 'UU Nomor 20 Tahun 2023', 'PKPU 13/2024', 'No. 8 tahun 2015': nobody cites a law before its year. */
function endsLaw(field: ReadField, at: number): boolean {
  const norm = (back: number): string => field.tokens[at - back]?.norm ?? '';
  const number = norm(1) === 'tahun' ? 2 : 1;
  return /^\d{1,4}$/.test(norm(number)) && LAWS.has(norm(number + 1));
}

/** 'HUT Korpri ke-53', 'HUT ke-78 RI' */
function birthdayYear(field: ReadField, from: number): number | null {
  let founded: number | undefined;
  let age = 0;
  for (let at = from + 1; at < from + 8; at++) {
    const norm = field.tokens[at]?.norm ?? '';
    founded ??= FOUNDED.get(norm);
    if (norm === 'ke') age = Number(field.tokens[at + 1]?.norm);
  }
  return founded !== undefined && age > 40 ? founded + age : null;
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
