// What grouping finds out of articles in; kept so that a restart goes on where it was. Derived from the articles:
// cleared and built again, it is the same.
import type { Extracted } from '../schemas/article.ts';
import type { Tags } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { groupChangeNotes } from './group-changes.ts';
import { OF_ITS_OWN } from './moved-ids.ts';
import { groupKeys } from './groups-keys.ts';
import type { GroupKeys } from './groups-keys.ts';
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
export type Groups = GroupKeys &
  TextGroups &
  StoryGroups & {
    /** Null too for one that became part of an older one. */
    article(id: string): GroupedArticle | null;
    /** Forgets all groups. */
    clear(): void;
  };

const TABLES = [
  'text_keys',
  'story_keys',
  'text_sketches',
  'story_views',
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
    ...groupKeys(db, names),
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

export type Names = { number: (id: string) => number };

/** Numbers that are remembered: a put names the same articles again and again. */
const REMEMBERED = 4_096;

/** Article ids as the short numbers that the tables hold. An id keeps its number. */
function numbering(db: Database): Names {
  const number = db.query<{ n: number }>('SELECT n FROM articles WHERE id = ?');
  const numbers = new Map<string, number>();
  return {
    number: (of) => {
      const known = numbers.get(of);
      if (known !== undefined) return known;
      const n = number.get([of])?.n;
      if (n === undefined) throw new Error(`grouping names article ${of}, which is not there`);
      if (numbers.size === REMEMBERED) numbers.clear();
      numbers.set(of, n);
      return n;
    },
  };
}
