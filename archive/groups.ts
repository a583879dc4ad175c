// What grouping finds out of articles in; kept so that a restart goes on where it was. Derived from the articles:
// cleared and built again, it is the same.
import type { Extracted } from '../schemas/article.ts';
import type { Tags } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { groupChangeNotes } from './group-changes.ts';
import { OF_ITS_OWN } from './moved-ids.ts';
import { storyGroups } from './groups-stories.ts';
import type { StoryGroups } from './groups-stories.ts';
import { textGroups } from './groups-texts.ts';
import type { TextGroups } from './groups-texts.ts';

/** An article as grouping takes it, at its newest version. `published` only where a clock time is known. */
export type GroupedArticle = {
  id: string;
  outlet: string;
  title: string;
  text: string;
  tags: Tags;
  localDay: string | null;
  published: string | null;
  firstSeen: string;
};

/** Articles, texts and stories go by article ids; day is counted since 1970, null where unknown. */
export type Groups = TextGroups &
  StoryGroups & {
    /** Null too for one that became part of an older one. */
    article(id: string): GroupedArticle | null;
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
  'text_tellers',
  'text_stories',
];

export function groups(db: Database): Groups {
  const names = numbering(db);
  return {
    article: grouped(db),
    ...textGroups(db, names),
    ...storyGroups(db, names),
    clear: () => {
      db.transaction(() => {
        groupChangeNotes(db).all();
        for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
      });
    },
  };
}

type Row = Pick<GroupedArticle, 'id' | 'outlet' | 'localDay' | 'firstSeen'> &
  Record<'extracted' | 'tags', string>;

function grouped(db: Database): Groups['article'] {
  const newest = db.query<Row>(
    `SELECT a.id, a.outlet, v.local_day AS localDay, a.first_seen AS firstSeen, v.extracted, v.tags
     FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
     WHERE a.id = ? AND ${OF_ITS_OWN}`,
  );
  return (of) => {
    const row = newest.get([of]);
    if (row === undefined) return null;
    const { extracted, ...rest } = row;
    const { title, text, published }: Extracted = JSON.parse(extracted);
    const tags: Tags = JSON.parse(rest.tags);
    const clock = published?.precision === 'minute' ? published.at : null;
    return { ...rest, tags, title, text, published: clock };
  };
}

export type Names = { number: (id: string) => number; id: (n: number) => string };

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
