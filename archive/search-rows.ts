// An article's text and tags in; its rows for filters, counts and full-text search out. Newest version only.
import type { Extracted } from '../schemas/article.ts';
import type { Tags } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { facts } from './facts.ts';
import { slotOf } from './slot.ts';
import { stems } from './words.ts';

export type Searchable = {
  n: number;
  title: string;
  text: string;
  tags: Tags;
  day: string | null;
};

export type SearchRows = {
  add(article: Searchable): void;
  /** `dayBefore`: that of the version which this one follows. */
  replace(article: Searchable, dayBefore: string | null): void;
  /** No filter, count or search finds it any more. */
  remove(n: number, day: string | null): void;
};

/** `before`: the slot that the last transaction left, to be emptied. `words` null: nothing takes its place. */
type WordRow = { slot: number; before: number | null; words: [string, string] | null };

export function searchRows(db: Database): SearchRows {
  const insert = db.query('INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)');
  const remove = db.query('DELETE FROM article_words WHERE rowid = ?');
  const codes = facts(db);

  // FTS5 writes out what it holds in memory at each statement that may fail halfway, and at each row that is not
  // above the last: rows put one by one cost four times as much as rows put together in order.
  const write = (rows: Map<number, WordRow>): void => {
    const inOrder = [...rows.values()].sort((a, b) => a.slot - b.slot);
    for (const { before } of inOrder) if (before !== null) remove.run([before]);
    for (const { slot, words } of inOrder) if (words !== null) insert.run([slot, ...words]);
  };
  const put = ({ n, title, text, tags, day }: Searchable, before: number | null): void => {
    codes.put(n, tags);
    const rows = db.gather('article_words', newRows, write);
    const known = rows.get(n);
    rows.set(n, {
      slot: slotOf(day, n),
      before: known === undefined ? before : known.before,
      words: [stems(title).join(' '), stems(text).join(' ')],
    });
  };
  return {
    add: (article) => {
      put(article, null);
    },
    replace: (article, dayBefore) => {
      put(article, slotOf(dayBefore, article.n));
    },
    remove: (n, day) => {
      codes.remove(n);
      const rows = db.gather('article_words', newRows, write);
      const slot = slotOf(day, n);
      const known = rows.get(n);
      rows.set(n, { slot, before: known === undefined ? slot : known.before, words: null });
    },
  };
}

const newRows = (): Map<number, WordRow> => new Map();

type NewestRow = { n: number; extracted: string; tags: string; day: string | null };

/** Fills the rows of all articles from their newest versions. Takes about 0.5 s for 1,000 articles. */
export function fillSearch(db: Database): void {
  const rows = searchRows(db);
  const next = db.query<NewestRow>(
    `SELECT a.n, v.extracted, v.tags, v.local_day AS day
     FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
     WHERE a.n > ? ORDER BY a.n LIMIT 1`,
  );
  for (let row = next.get([0]); row !== undefined; row = next.get([row.n])) {
    const { title, text }: Extracted = JSON.parse(row.extracted);
    rows.add({ n: row.n, title, text, tags: JSON.parse(row.tags), day: row.day });
  }
}
