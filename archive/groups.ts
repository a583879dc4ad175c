// What grouping finds out of articles in; kept so that a restart goes on where it was. Derived from the articles:
// cleared and built again, it is the same.
import type { Article } from '../schemas/article.ts';
import type { Database } from './database.ts';
import { groupChangeNotes } from './group-changes.ts';

/** An article as grouping takes it. `published` only where a clock time is known. */
export type GroupedArticle = Pick<Article, 'id' | 'outlet' | 'tags' | 'localDay' | 'firstSeen'> & {
  title: string;
  text: string;
  published: string | null;
};

export type StoryLink = { text: string; score: number };

/** Articles, texts and stories go by article ids; day is counted since 1970, null where unknown. */
export type Groups = {
  article(id: string): GroupedArticle | null;
  /** Replaces the keys of an article; [] forgets it. */
  saveTextKeys(id: string, keys: readonly number[]): void;
  /** Articles with `least` of the keys or more; a key of more than `most` articles does not count. */
  sharingTextKeys(keys: readonly number[], least: number, most: number): string[];
  textLinks(id: string): string[];
  /** In both directions, replacing those of `id`. */
  saveTextLinks(id: string, others: readonly string[]): void;
  saveStoryKeys(text: string, keys: readonly number[], day: number | null): void;
  /** Texts with one of the keys, `window` days away at most where both days are known. */
  sharingStoryKeys(keys: readonly number[], day: number | null, window: number): string[];
  storyLinks(text: string): StoryLink[];
  saveStoryLinks(text: string, links: readonly StoryLink[]): void;
  textOf(id: string): string | null;
  members(text: string): string[];
  storyOf(text: string): string | null;
  saveText(id: string, text: string | null): void;
  saveStory(text: string, story: string | null): void;
  /** Forgets all groups. */
  clear(): void;
};

const TABLES = [
  'text_keys',
  'story_keys',
  'group_keys',
  'text_links',
  'story_links',
  'article_texts',
  'text_stories',
];
/** A day that is not known; every day that articles have is greater. */
const UNKNOWN = -1_000_000;

/** `read` gives an article at its newest version. */
export function groups(db: Database, read: (id: string) => Article | null): Groups {
  const names = numbering(db);
  return {
    article: (id) => asGrouped(read(id)),
    ...textKeys(db, names),
    ...storyKeys(db, names),
    ...textLinks(db, names),
    ...storyLinks(db, names),
    ...membership(db, names),
    clear: () => {
      db.transaction(() => {
        groupChangeNotes(db).all();
        for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
      });
    },
  };
}

function asGrouped(article: Article | null): GroupedArticle | null {
  if (article === null) return null;
  const { id, outlet, tags, localDay, firstSeen, extracted } = article;
  const { title, text, published } = extracted;
  const clock = published?.precision === 'minute' ? published.at : null;
  return { id, outlet, tags, localDay, firstSeen, title, text, published: clock };
}

type Names = { number: (id: string) => number; id: (n: number) => string };

/** Article ids as the short numbers that the tables hold. */
function numbering(db: Database): Names {
  const number = db.query<{ n: number }>('SELECT n FROM articles WHERE id = ?');
  const id = db.query<{ id: string }>('SELECT id FROM articles WHERE n = ?');
  return {
    number: (of) => {
      const n = number.get([of])?.n;
      if (n === undefined) throw new Error(`grouping names article ${of}, which is not there`);
      return n;
    },
    id: (n) => {
      const row = id.get([n]);
      if (row === undefined)
        throw db.damaged(`a group names article number ${n}, which is not there`);
      return row.id;
    },
  };
}

function textKeys(db: Database, names: Names): Pick<Groups, 'saveTextKeys' | 'sharingTextKeys'> {
  const known = db.query<{ keys: string }>('SELECT text_keys AS keys FROM group_keys WHERE n = ?');
  const note = db.query(
    `INSERT INTO group_keys (n, text_keys) VALUES ($n, $keys)
     ON CONFLICT (n) DO UPDATE SET text_keys = excluded.text_keys`,
  );
  const drop = db.query(
    'DELETE FROM text_keys WHERE n = $n AND key IN (SELECT value FROM json_each($keys))',
  );
  const add = db.query('INSERT INTO text_keys (key, n) VALUES (?, ?)');
  const having = db.query<{ n: number }>('SELECT n FROM text_keys WHERE key = ? LIMIT ?');
  return {
    saveTextKeys: (id, keys) => {
      db.transaction(() => {
        const n = names.number(id);
        const before = known.get([n])?.keys ?? '[]';
        const now = JSON.stringify(keys);
        if (before === now) return;
        drop.run({ n, keys: before });
        for (const key of keys) add.run([key, n]);
        note.run({ n, keys: now });
      });
    },
    sharingTextKeys: (keys, least, most) => {
      const counts = new Map<number, number>();
      for (const key of keys) {
        const rows = having.all([key, most + 1]);
        if (rows.length > most) continue;
        for (const { n } of rows) counts.set(n, (counts.get(n) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count >= least).map(([n]) => names.id(n));
    },
  };
}

function storyKeys(db: Database, names: Names): Pick<Groups, 'saveStoryKeys' | 'sharingStoryKeys'> {
  const known = db.query<{ keys: string; day: number }>(
    'SELECT story_keys AS keys, story_day AS day FROM group_keys WHERE n = ?',
  );
  const note = db.query(
    `INSERT INTO group_keys (n, story_keys, story_day) VALUES ($n, $keys, $day)
     ON CONFLICT (n) DO UPDATE SET story_keys = excluded.story_keys, story_day = excluded.story_day`,
  );
  const drop = db.query(
    'DELETE FROM story_keys WHERE n = $n AND day = $day AND key IN (SELECT value FROM json_each($keys))',
  );
  const add = db.query('INSERT INTO story_keys (key, day, n) VALUES (?, ?, ?)');
  const between = db.query<{ n: number }>(
    'SELECT n FROM story_keys WHERE key = ? AND day BETWEEN ? AND ?',
  );
  return {
    saveStoryKeys: (text, keys, day) => {
      db.transaction(() => {
        const n = names.number(text);
        const before = known.get([n]) ?? { keys: '[]', day: UNKNOWN };
        const now = { keys: JSON.stringify(keys), day: day ?? UNKNOWN };
        if (before.keys === now.keys && before.day === now.day) return;
        drop.run({ n, ...before });
        for (const key of keys) add.run([key, now.day, n]);
        note.run({ n, ...now });
      });
    },
    sharingStoryKeys: (keys, day, window) => {
      const found = new Set<number>();
      const ranges =
        day === null
          ? [[UNKNOWN, Number.MAX_SAFE_INTEGER]]
          : [
              [UNKNOWN, UNKNOWN],
              [day - window, day + window],
            ];
      for (const key of keys)
        for (const [from = 0, to = 0] of ranges)
          for (const { n } of between.all([key, from, to])) found.add(n);
      return [...found].map(names.id);
    },
  };
}

function textLinks(db: Database, names: Names): Pick<Groups, 'textLinks' | 'saveTextLinks'> {
  const of = db.query<{ other: number }>('SELECT other FROM text_links WHERE n = ?');
  const drop = db.query(
    `DELETE FROM text_links WHERE n = $n
       OR (other = $n AND n IN (SELECT l.other FROM text_links l WHERE l.n = $n))`,
  );
  const add = db.query('INSERT INTO text_links (n, other) VALUES ($n, $other), ($other, $n)');
  return {
    textLinks: (id) => of.all([names.number(id)]).map(({ other }) => names.id(other)),
    saveTextLinks: (id, others) => {
      db.transaction(() => {
        const n = names.number(id);
        drop.run({ n });
        for (const other of others) add.run({ n, other: names.number(other) });
      });
    },
  };
}

function storyLinks(db: Database, names: Names): Pick<Groups, 'storyLinks' | 'saveStoryLinks'> {
  const of = db.query<{ other: number; score: number }>(
    'SELECT other, score FROM story_links WHERE n = ?',
  );
  const drop = db.query(
    `DELETE FROM story_links WHERE n = $n
       OR (other = $n AND n IN (SELECT l.other FROM story_links l WHERE l.n = $n))`,
  );
  const add = db.query(
    'INSERT INTO story_links (n, other, score) VALUES ($n, $other, $score), ($other, $n, $score)',
  );
  return {
    storyLinks: (text) =>
      of.all([names.number(text)]).map(({ other, score }) => ({ text: names.id(other), score })),
    saveStoryLinks: (text, links) => {
      db.transaction(() => {
        const n = names.number(text);
        drop.run({ n });
        for (const link of links) add.run({ n, other: names.number(link.text), score: link.score });
      });
    },
  };
}

type Membership = Pick<Groups, 'textOf' | 'members' | 'storyOf' | 'saveText' | 'saveStory'>;

function membership(db: Database, names: Names): Membership {
  const textOf = db.query<{ text: number }>('SELECT text FROM article_texts WHERE n = ?');
  const members = db.query<{ n: number }>('SELECT n FROM article_texts WHERE text = ?');
  const storyOf = db.query<{ story: number }>('SELECT story FROM text_stories WHERE text = ?');
  const putText = db.query('INSERT OR REPLACE INTO article_texts (n, text) VALUES (?, ?)');
  const putStory = db.query('INSERT OR REPLACE INTO text_stories (text, story) VALUES (?, ?)');
  const changed = groupChangeNotes(db);
  const dropText = db.query('DELETE FROM article_texts WHERE n = ?');
  const dropStory = db.query('DELETE FROM text_stories WHERE text = ?');
  const named = (n: number | undefined): string | null => (n === undefined ? null : names.id(n));
  return {
    textOf: (id) => named(textOf.get([names.number(id)])?.text),
    members: (text) => members.all([names.number(text)]).map(({ n }) => names.id(n)),
    storyOf: (text) => named(storyOf.get([names.number(text)])?.story),
    saveText: (id, text) => {
      db.transaction(() => {
        const n = names.number(id);
        if (text === null) dropText.run([n]);
        else putText.run([n, names.number(text)]);
        changed.article(n);
      });
    },
    saveStory: (text, story) => {
      db.transaction(() => {
        const n = names.number(text);
        if (story === null) dropStory.run([n]);
        else putStory.run([n, names.number(story)]);
        changed.text(n);
      });
    },
  };
}
