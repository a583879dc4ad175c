// Articles that went into another text or story in; their sequence, and the groups of each article, out.
import type { Database } from './database.ts';

/** Text and story by the ids of the articles that name them. `revision` grows with each change of either, from 0. */
export type ArticleGroups = { text: string; story: string; revision: number };

export type GroupChanges = {
  /** Articles whose groups changed after `seq`, in the order of their last change. */
  groupChangesAfter(seq: number, limit: number): { seq: number; article: string }[];
  /** The greatest sequence of all; 0 where there is none. */
  lastGroupChange(): number;
  /** An article that is not grouped yet, or not to be, is a text and a story of its own. */
  groupsOf(id: string): ArticleGroups;
};

export function groupChanges(db: Database): GroupChanges {
  const after = db.query<{ seq: number; article: string }>(
    `SELECT c.seq, a.id AS article FROM group_changes c JOIN articles a ON a.n = c.n
     WHERE c.seq > ? ORDER BY c.seq LIMIT ?`,
  );
  const last = db.query<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM group_changes');
  const of = db.query<{ text: string | null; story: string | null; revision: number | null }>(
    `SELECT x.id AS text, y.id AS story, c.revision
     FROM articles a LEFT JOIN article_texts t ON t.n = a.n LEFT JOIN articles x ON x.n = t.text
       LEFT JOIN text_stories s ON s.text = t.text LEFT JOIN articles y ON y.n = s.story
       LEFT JOIN group_changes c ON c.n = a.n
     WHERE a.id = ?`,
  );
  return {
    groupChangesAfter: (seq, limit) => after.all([seq, limit]),
    lastGroupChange: () => last.get()?.seq ?? 0,
    groupsOf: (id) => {
      const row = of.get([id]);
      const text = row?.text ?? id;
      return { text, story: row?.story ?? text, revision: row?.revision ?? 0 };
    },
  };
}

export type GroupChangeNotes = {
  /** The article with this number. */
  article(n: number): void;
  /** The articles of a text. */
  text(n: number): void;
  /** Every article that is in a text. */
  all(): void;
};

/** Call inside the transaction of the change. A statement for each call, however many articles it notes. */
export function groupChangeNotes(db: Database): GroupChangeNotes {
  const noting = (which: string) =>
    db.query(
      `INSERT INTO group_changes (n, seq, revision)
       SELECT n, (SELECT coalesce(max(seq), 0) FROM group_changes) + row_number() OVER (), 1
       FROM article_texts WHERE ${which}
       ON CONFLICT (n) DO UPDATE SET seq = excluded.seq, revision = revision + 1`,
    );
  const one = db.query(
    `INSERT INTO group_changes (n, seq, revision)
     VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM group_changes), 1)
     ON CONFLICT (n) DO UPDATE SET seq = excluded.seq, revision = revision + 1`,
  );
  const text = noting('text = ?');
  const every = noting('TRUE');
  return {
    article: (n) => {
      one.run([n]);
    },
    text: (n) => {
      text.run([n]);
    },
    all: () => {
      every.run();
    },
  };
}
