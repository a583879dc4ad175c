// An article's text and tags in; its rows in the narrow tables and the full-text index out. Newest version only.
import { provinceOf } from '../schemas/region.ts';
import type { Extracted } from '../schemas/article.ts';
import type { Tags } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { stems } from './words.ts';

export type SearchRows = {
  /** Replaces the rows of article `n`. `title` and `text` null: unchanged, their words stay. */
  put(
    n: number,
    words: { title: string; text: string } | null,
    tags: Tags,
    day: string | null,
  ): void;
};

export function searchRows(db: Database): SearchRows {
  const dropRegions = db.query('DELETE FROM article_regions WHERE n = ?');
  const addRegion = db.query(
    'INSERT INTO article_regions (n, region, seen, day) VALUES (?, ?, ?, ?)',
  );
  const dropElections = db.query('DELETE FROM article_elections WHERE n = ?');
  const addElection = db.query(
    'INSERT INTO article_elections (n, election, contests, seen, day) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const putWords = db.query(
    'INSERT OR REPLACE INTO article_words (rowid, title, text) VALUES (?, ?, ?)',
  );
  return {
    put: (n, words, tags, day) => {
      const seen = tags.decision === 'irrelevant' ? 0 : 1;
      dropRegions.run([n]);
      for (const region of regionsOf(tags)) addRegion.run([n, region, seen, day]);
      dropElections.run([n]);
      for (const { election, contests } of tags.elections) {
        addElection.run([n, election, contests.join(','), seen, day]);
      }
      if (words === null) return;
      // FTS5 writes out what it holds in memory at each statement that may fail halfway, so that rows put between
      // other statements cost four times as much as rows put together.
      const gathered = db.gather('article_words', newRows, (rows) => {
        for (const [row, of] of rows) putWords.run([row, ...of]);
      });
      gathered.set(n, [stems(words.title).join(' '), stems(words.text).join(' ')]);
    },
  };
}

const newRows = (): Map<number, [title: string, text: string]> => new Map();

/** The regions that a filter finds the article under: those it speaks of and their provinces. */
function regionsOf(tags: Tags): Set<string> {
  const named = tags.primary === null ? tags.regions : [...tags.regions, tags.primary];
  return new Set(named.flatMap((code) => [code, provinceOf(code)]));
}

/** Fills the rows of all articles from their newest versions. Takes about 0.3 s for 1,000 articles. */
export function fillSearch(db: Database): void {
  const rows = searchRows(db);
  const next = db.query<{ n: number; extracted: string; tags: string; local_day: string | null }>(
    `SELECT a.n, v.extracted, v.tags, v.local_day
     FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
     WHERE a.n > ? ORDER BY a.n LIMIT 1`,
  );
  for (let row = next.get([0]); row !== undefined; row = next.get([row.n])) {
    const extracted: Extracted = JSON.parse(row.extracted);
    rows.put(row.n, extracted, JSON.parse(row.tags), row.local_day);
  }
}
