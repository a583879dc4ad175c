// What grouping finds texts and stories by: keys of anchors and of texts in; who shares most of them out. See 0013-sketches.sql.
import type { Database } from './database.ts';
import type { Names } from './groups.ts';

type TextLimits = { least: number; most: number; limit: number };
type StoryLimits = { window: number; most: number; limit: number };
type Candidate = { id: string; primary: string | null; text: string | null; sketch: Uint16Array };

/** pipeline/group/ports.ts says more. */
export type GroupKeys = {
  saveTextKeys(id: string, kept: { keys: readonly number[]; sketch: Uint16Array } | null): void;
  sharingTextKeys(keys: readonly number[], near: string | null, limits: TextLimits): Candidate[];
  saveStoryView(
    text: string,
    kept: { keys: readonly number[]; day: number | null; bytes: Uint8Array } | null,
  ): void;
  storyView(text: string): Uint8Array | null;
  sharingStoryKeys(keys: readonly number[], day: number | null, limits: StoryLimits): string[];
};

export const groupKeys = (db: Database, names: Names): GroupKeys => ({
  ...textKeys(db, names),
  ...storyViews(db, names),
  ...storyKeys(db),
});

function textKeys(db: Database, names: Names): Pick<GroupKeys, 'saveTextKeys' | 'sharingTextKeys'> {
  const known = db.query<{ keys: Uint8Array }>('SELECT keys FROM text_sketches WHERE n = ?');
  const put = db.query(
    'INSERT OR REPLACE INTO text_sketches (n, keys, sketch) VALUES ($n, $keys, $sketch)',
  );
  const forget = db.query('DELETE FROM text_sketches WHERE n = ?');
  const drop = db.query(
    'DELETE FROM text_keys WHERE n = $n AND key IN (SELECT value FROM json_each($keys))',
  );
  const add = db.query('INSERT INTO text_keys (key, n) SELECT value, $n FROM json_each($keys)');
  const having = db.query<Sharing>(
    `SELECT t.n, count(*) AS count FROM json_each($keys) AS k CROSS JOIN text_keys t ON t.key = k.value
     WHERE NOT EXISTS (SELECT 1 FROM text_keys c WHERE c.key = k.value LIMIT 1 OFFSET $most)
     GROUP BY t.n HAVING count(*) >= $least`,
  );
  const candidates = db.query<Omit<Candidate, 'sketch'> & { n: number; sketch: Uint8Array }>(
    `SELECT a.n, a.id, a.primary_region AS "primary", x.id AS text, s.sketch
     FROM json_each($numbers) AS k JOIN articles a ON a.n = k.value JOIN text_sketches s ON s.n = a.n
       LEFT JOIN article_texts t ON t.n = a.n LEFT JOIN articles x ON x.n = t.text`,
  );
  return {
    saveTextKeys: (id, kept) => {
      db.transaction(() => {
        const n = names.number(id);
        const before = known.get([n]);
        if (before !== undefined) drop.run({ n, keys: JSON.stringify(numbersOf(before.keys)) });
        if (kept === null) forget.run([n]);
        else {
          put.run({ n, keys: bytesOf(kept.keys), sketch: asBytes(kept.sketch) });
          add.run({ n, keys: JSON.stringify(kept.keys) });
        }
      });
    },
    sharingTextKeys: (keys, near, { least, most, limit }) => {
      const sharing = having.all({ keys: JSON.stringify(keys), most, least });
      const counts = leading(sharing, limit);
      const found = candidates.all({ numbers: JSON.stringify([...counts.keys()]) });
      const nearness = (primary: string | null): number => Number(primary === near);
      return found
        .sort(
          (a, b) =>
            (counts.get(b.n) ?? 0) - (counts.get(a.n) ?? 0) ||
            nearness(b.primary) - nearness(a.primary) ||
            compare(a.id, b.id),
        )
        .slice(0, limit)
        .map(({ id, primary, text, sketch }) => ({
          id,
          primary,
          text,
          sketch: new Uint16Array(new Uint8Array(sketch).buffer),
        }));
    },
  };
}

/** A day or a week that is not known; all that articles have are greater. */
const UNKNOWN = -1_000_000;
const WEEK = 7;
const weekOf = (day: number): number => Math.floor(day / WEEK);
const LAST = Number.MAX_SAFE_INTEGER;

function storyViews(db: Database, names: Names): Pick<GroupKeys, 'saveStoryView' | 'storyView'> {
  const known = db.query<{ keys: Uint8Array; day: number }>(
    'SELECT keys, day FROM story_views WHERE text = ?',
  );
  const view = db.query<{ view: Uint8Array }>('SELECT view FROM story_views WHERE text = ?');
  const put = db.query(
    'INSERT OR REPLACE INTO story_views (text, keys, day, view) VALUES ($n, $keys, $day, $view)',
  );
  const forget = db.query('DELETE FROM story_views WHERE text = ?');
  const drop = db.query(
    'DELETE FROM story_keys WHERE week = $week AND n = $n AND key IN (SELECT value FROM json_each($keys))',
  );
  const add = db.query(
    'INSERT INTO story_keys (week, key, n, day) SELECT $week, value, $n, $day FROM json_each($keys)',
  );
  return {
    storyView: (text) => view.get([names.number(text)])?.view ?? null,
    saveStoryView: (text, kept) => {
      db.transaction(() => {
        const n = names.number(text);
        const before = known.get([n]);
        const day = kept?.day ?? UNKNOWN;
        const keys = bytesOf(kept?.keys ?? []);
        if (kept === null) forget.run([n]);
        else put.run({ n, keys, day, view: kept.bytes });
        if (before?.day === day && Buffer.from(before.keys).equals(keys)) return;
        if (before !== undefined)
          drop.run({ n, week: weekOf(before.day), keys: JSON.stringify(numbersOf(before.keys)) });
        add.run({ n, week: weekOf(day), day, keys: JSON.stringify(kept?.keys ?? []) });
      });
    },
  };
}

function storyKeys(db: Database): Pick<GroupKeys, 'sharingStoryKeys'> {
  const near = `week IN (SELECT value FROM json_each($weeks)) AND t.key = k.value
     AND (day = ${UNKNOWN} OR day BETWEEN $from AND $to)`;
  const having = db.query<Sharing>(
    `SELECT n, count(*) AS count FROM json_each($keys) AS k CROSS JOIN story_keys t WHERE ${near}
       AND NOT EXISTS (SELECT 1 FROM story_keys t WHERE ${near} LIMIT 1 OFFSET $most)
     GROUP BY n`,
  );
  const weeks = db.query<{ week: number }>(
    `WITH RECURSIVE found (week) AS (SELECT min(week) FROM story_keys
       UNION ALL SELECT (SELECT min(week) FROM story_keys WHERE week > found.week) FROM found WHERE week IS NOT NULL)
     SELECT week FROM found WHERE week IS NOT NULL`,
  );
  const named = db.query<{ n: number; id: string }>(
    'SELECT a.n, a.id FROM json_each(?) AS k JOIN articles a ON a.n = k.value',
  );
  return {
    sharingStoryKeys: (keys, day, { window, most, limit }) => {
      const dated = day !== null;
      const span = { from: dated ? day - window : UNKNOWN, to: dated ? day + window : LAST };
      const within = dated ? weeksBetween(span.from, span.to) : weeks.all().map(({ week }) => week);
      const asked = { ...span, weeks: JSON.stringify(within), most };
      const counts = leading(having.all({ ...asked, keys: JSON.stringify(keys) }), limit);
      return named
        .all([JSON.stringify([...counts.keys()])])
        .sort((a, b) => (counts.get(b.n) ?? 0) - (counts.get(a.n) ?? 0) || compare(a.id, b.id))
        .slice(0, limit)
        .map(({ id }) => id);
    },
  };
}

/** Those of the weeks between two days, and the unknown one. */
const weeksBetween = (from: number, to: number): number[] => [
  weekOf(UNKNOWN),
  ...Array.from({ length: weekOf(to) - weekOf(from) + 1 }, (_, at) => weekOf(from) + at),
];

/** An article by its number, and how many of the keys it has. */
type Sharing = { n: number; count: number };

/** The `limit` that have most of them, and all that have as many as the last of these. */
function leading(sharing: Sharing[], limit: number): Map<number, number> {
  const counts = sharing.map(({ count }) => count).sort((a, b) => b - a);
  const last = counts[limit - 1] ?? 0;
  return new Map(sharing.flatMap(({ n, count }) => (count >= last ? [[n, count]] : [])));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const asBytes = (numbers: Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

const bytesOf = (keys: readonly number[]): Uint8Array => asBytes(Uint32Array.from(keys));

/** The bytes are copied: numbers begin at the beginning of a buffer. */
const numbersOf = (bytes: Uint8Array): number[] => [
  ...new Uint32Array(new Uint8Array(bytes).buffer),
];
