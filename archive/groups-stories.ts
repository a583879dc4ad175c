// Which texts tell the same story: keys and links of texts, and the story of each.
import type { Database } from './database.ts';
import { groupChangeNotes } from './group-changes.ts';
import type { Names } from './groups.ts';

type StoryLink = { text: string; score: number };

/** pipeline/group/ports.ts says more. */
export type StoryGroups = {
  saveStoryKeys(text: string, keys: readonly number[], day: number | null): void;
  sharingStoryKeys(
    keys: readonly number[],
    day: number | null,
    limits: { window: number; most: number; limit: number },
  ): string[];
  storyLinks(text: string, limit: number): StoryLink[];
  saveStoryLinks(text: string, links: readonly StoryLink[]): void;
  storyOf(text: string): string | null;
  saveStory(text: string, story: string | null): void;
  passStoryOn(text: string): void;
};

/** A day that is not known; every day that articles have is greater. */
const UNKNOWN = -1_000_000;

export const storyGroups = (db: Database, names: Names): StoryGroups => ({
  ...keys(db, names),
  ...links(db, names),
  ...stories(db, names),
});

function keys(db: Database, names: Names): Pick<StoryGroups, 'saveStoryKeys' | 'sharingStoryKeys'> {
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
  const add = db.query(
    'INSERT INTO story_keys (key, day, n) SELECT value, $day, $n FROM json_each($keys)',
  );
  const sharing = db.query<{ id: string }>(
    `SELECT a.id FROM json_each($keys) AS k CROSS JOIN story_keys t
       ON t.key = k.value AND (t.day = ${UNKNOWN} OR t.day BETWEEN $from AND $to)
     JOIN articles a ON a.n = t.n
     WHERE NOT EXISTS (SELECT 1 FROM story_keys c
       WHERE c.key = k.value AND (c.day = ${UNKNOWN} OR c.day BETWEEN $from AND $to) LIMIT 1 OFFSET $most)
     GROUP BY t.n ORDER BY count(*) DESC, a.id LIMIT $limit`,
  );
  return {
    saveStoryKeys: (text, all, day) => {
      db.transaction(() => {
        const n = names.number(text);
        const before = known.get([n]) ?? { keys: '[]', day: UNKNOWN };
        const now = { keys: JSON.stringify(all), day: day ?? UNKNOWN };
        if (before.keys === now.keys && before.day === now.day) return;
        drop.run({ n, ...before });
        add.run({ n, ...now });
        note.run({ n, ...now });
      });
    },
    sharingStoryKeys: (all, day, { window, most, limit }) =>
      sharing
        .all({
          keys: JSON.stringify(all),
          from: day === null ? UNKNOWN : day - window,
          to: day === null ? Number.MAX_SAFE_INTEGER : day + window,
          most,
          limit,
        })
        .map(({ id }) => id),
  };
}

function links(db: Database, names: Names): Pick<StoryGroups, 'storyLinks' | 'saveStoryLinks'> {
  const of = db.query<StoryLink>(
    `SELECT a.id AS text, l.score FROM story_links l JOIN articles a ON a.n = l.other WHERE l.n = ?
     ORDER BY l.score DESC, a.id LIMIT ?`,
  );
  const drop = db.query(
    `DELETE FROM story_links WHERE n = $n
       OR (other = $n AND n IN (SELECT l.other FROM story_links l WHERE l.n = $n))`,
  );
  const add = db.query(
    'INSERT INTO story_links (n, other, score) VALUES ($n, $other, $score), ($other, $n, $score)',
  );
  return {
    storyLinks: (text, limit) => of.all([names.number(text), limit]),
    saveStoryLinks: (text, all) => {
      db.transaction(() => {
        const n = names.number(text);
        drop.run({ n });
        for (const link of all) add.run({ n, other: names.number(link.text), score: link.score });
      });
    },
  };
}

function stories(
  db: Database,
  names: Names,
): Pick<StoryGroups, 'storyOf' | 'saveStory' | 'passStoryOn'> {
  const storyOf = db.query<{ story: string }>(
    'SELECT a.id AS story FROM text_stories s JOIN articles a ON a.n = s.story WHERE s.text = ?',
  );
  const put = db.query('INSERT OR REPLACE INTO text_stories (text, story) VALUES (?, ?)');
  const drop = db.query('DELETE FROM text_stories WHERE text = ?');
  const others = db.query<{ n: number; id: string }>(
    `SELECT s.text AS n, a.id FROM text_stories s JOIN articles a ON a.n = s.text
     WHERE s.story = $n AND s.text <> $n ORDER BY a.id`,
  );
  const changed = groupChangeNotes(db);
  return {
    storyOf: (text) => storyOf.get([names.number(text)])?.story ?? null,
    saveStory: (text, story) => {
      db.transaction(() => {
        const n = names.number(text);
        if (story === null) drop.run([n]);
        else put.run([n, names.number(story)]);
        changed.text(n);
      });
    },
    passStoryOn: (text) => {
      db.transaction(() => {
        const heirs = others.all({ n: names.number(text) });
        for (const { n } of heirs) {
          put.run([n, heirs[0]?.n ?? n]);
          changed.text(n);
        }
      });
    },
  };
}
