// A filter in; the rows of the columns that it lets through out. Selections and answers are kept while nothing changes.
import type { ArticleFilter } from '../schemas/filter.ts';
import { type Bits, bitsOf } from './bits.ts';
import { type Columns, columnStore } from './columns.ts';
import { type Count, counter } from './counting.ts';
import type { Database } from './database.ts';
import { type Phrase, type Query, parseQuery, toMatch } from './query.ts';
import { type Reading, readingStore } from './reading.ts';
import { type Kept, type Selection, select } from './selection.ts';
import { NUMBER_OF_SLOT } from './slot.ts';

export type Asked = {
  columns: Columns;
  selection: Selection;
  /** Counts rows of these columns. */
  count: Count;
  /** What a hit is marked by; [] without a query. */
  phrases: Phrase[];
};

export type Ask = {
  select(filter: ArticleFilter): Asked;
  /** Which source was read on which day. */
  reading(): Reading;
  /** The answer to a question, worked out once for each state of the archive. `question` says all it depends on. */
  once<Answer>(question: readonly unknown[], work: () => Answer): Answer;
};

/** A selection takes up to four bytes for each article, a condition a bit. */
const SELECTIONS = 24;
const CONDITIONS = 160;
const ANSWERS = 400;

export function asking(db: Database): Ask {
  const store = columnStore(db);
  const readings = readingStore(db);
  const selections = new Map<string, Asked>();
  const conditions = new Map<string, Bits>();
  const answers = new Map<string, unknown>();
  let counting: Count | null = null;
  let state = '';
  const forgetWhereChanged = (): Columns => {
    const { columns, state: articles } = store.current();
    const now = `${articles} ${readings.state()}`;
    if (now !== state) {
      selections.clear();
      conditions.clear();
      answers.clear();
      counting = null;
      state = now;
    }
    return columns;
  };
  return {
    reading: () => readings.current(),
    select: (filter) => {
      const columns = forgetWhereChanged();
      return kept(selections, SELECTIONS, JSON.stringify(filter), () => {
        const once: Kept = (condition, work) =>
          kept(conditions, CONDITIONS, JSON.stringify(condition), work);
        const query = queryOf(filter);
        const found =
          query === null
            ? null
            : once(['query', filter.query], () => search(db, query, columns.size));
        const phrases = query?.groups.flat() ?? [];
        const selection = select(columns, filter, found, once);
        counting ??= counter(columns);
        return { columns, selection, count: counting, phrases };
      });
    },
    once: (question, work) => {
      forgetWhereChanged();
      // Whoever asks a question asks it for one type.
      return kept(answers, ANSWERS, JSON.stringify(question), work) as ReturnType<typeof work>;
    },
  };
}

/** Keeps the `most` that were asked for last. */
function kept<Value>(
  known: Map<string, Value>,
  most: number,
  key: string,
  make: () => Value,
): Value {
  const value = known.has(key) ? (known.get(key) as Value) : make(); // it is there, whatever it is
  known.delete(key);
  known.set(key, value);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return value;
}

/** Null where the filter has no words. */
const queryOf = ({ query = '' }: ArticleFilter): Query | null =>
  query.trim() === '' ? null : parseQuery(query);

function search(db: Database, query: Query, size: number): Bits {
  const expression = toMatch(query);
  if (expression === null) return bitsOf(size, () => false);
  const { match, inverted } = expression;
  const hit = new Uint8Array(size);
  // As one text: a row for each of 70,000 hits takes four times as long.
  const hits = db
    .query<{ numbers: string }>(
      `SELECT json_group_array(${NUMBER_OF_SLOT}) AS numbers FROM article_words WHERE article_words MATCH ?`,
    )
    .get([match]);
  const numbers = JSON.parse(hits?.numbers ?? '[]') as number[]; // written by SQLite from rowids
  for (const n of numbers) if (n < size) hit[n] = 1;
  return bitsOf(size, (row) => (hit[row] === 1) !== inverted);
}
