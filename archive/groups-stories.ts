// Which texts tell the same story: links of texts, and the story of each.
import type { Database } from './database.ts';
import { groupChangeNotes } from './group-changes.ts';
import type { Names } from './groups.ts';

type StoryLink = { text: string; score: number };

/** pipeline/group/ports.ts says more. */
export type StoryGroups = {
  storyLinks(text: string, limit: number): StoryLink[];
  saveStoryLinks(text: string, links: readonly StoryLink[]): void;
  storyOf(text: string): string | null;
  saveStory(text: string, story: string | null): void;
  passStoryOn(text: string): void;
};

export const storyGroups = (db: Database, names: Names): StoryGroups => ({
  ...links(db, names),
  ...stories(db, names),
});

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
