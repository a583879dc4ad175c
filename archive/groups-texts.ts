// Which articles carry the same text: links of anchors, and the text of each article. See 0011-anchors.sql.
import type { Database } from './database.ts';
import { groupChangeNotes } from './group-changes.ts';
import type { Names } from './groups.ts';

/** `follows`: the anchor that it follows, null for an anchor. `sign`: a hash of what comparing texts takes of it. */
export type Placed = { text: string; follows: string | null; sign: number };
export type Measure = { length: number; day: number | null };
/** The longest anchor of a text, of equals the one with the smallest id, and the first day that its articles name. */
export type Told = { teller: string; day: number | null };

/** What grouping asks (pipeline/group/ports.ts says more), and the first three for everybody. */
export type TextGroups = {
  textOf(id: string): string | null;
  members(text: string): string[];
  /** As an anchor. */
  saveText(id: string, text: string | null): void;
  textLinks(id: string): string[];
  saveTextLinks(id: string, others: readonly string[]): void;
  placed(id: string): Placed | null;
  place(id: string, placed: (Placed & Measure) | null): void;
  renameText(from: string, to: string): void;
  moveAnchor(id: string, text: string): void;
  succeed(id: string): string | null;
  anchorCount(text: string, limit: number): number;
  firstAnchor(text: string): string | null;
  toldNow(text: string): Told | null;
  told(text: string): Told | null;
  saveTold(text: string, told: Told | null): void;
};

export const textGroups = (db: Database, names: Names): TextGroups => ({
  ...links(db, names),
  ...places(db, names),
  ...moves(db, names),
  ...tellers(db, names),
});

type Id = { id: string };

function links(db: Database, names: Names): Pick<TextGroups, 'textLinks' | 'saveTextLinks'> {
  const of = db.query<Id>(
    'SELECT a.id FROM text_links l JOIN articles a ON a.n = l.other WHERE l.n = ?',
  );
  const drop = db.query(
    `DELETE FROM text_links WHERE n = $n
       OR (other = $n AND n IN (SELECT l.other FROM text_links l WHERE l.n = $n))`,
  );
  const add = db.query('INSERT INTO text_links (n, other) VALUES ($n, $other), ($other, $n)');
  return {
    textLinks: (id) => ids(of.all([names.number(id)])),
    saveTextLinks: (id, others) => {
      db.transaction(() => {
        const n = names.number(id);
        drop.run({ n });
        for (const other of others) add.run({ n, other: names.number(other) });
      });
    },
  };
}

function places(
  db: Database,
  names: Names,
): Pick<TextGroups, 'textOf' | 'members' | 'saveText' | 'placed' | 'place'> {
  const placed = db.query<Placed>(
    `SELECT x.id AS text, f.id AS follows, t.sign
     FROM articles a JOIN article_texts t ON t.n = a.n JOIN articles x ON x.n = t.text
       LEFT JOIN articles f ON f.n = t.follows WHERE a.id = ?`,
  );
  const members = db.query<Id>(
    'SELECT a.id FROM article_texts t JOIN articles a ON a.n = t.n WHERE t.text = ?',
  );
  const put = db.query(
    `INSERT OR REPLACE INTO article_texts (n, text, follows, sign, length, day)
     VALUES ($n, $text, $follows, $sign, $length, $day)`,
  );
  const drop = db.query('DELETE FROM article_texts WHERE n = ?');
  const changed = groupChangeNotes(db);
  const place: TextGroups['place'] = (id, now) => {
    db.transaction(() => {
      const n = names.number(id);
      const before = placed.get([id])?.text;
      if (now === null) drop.run([n]);
      else {
        const { text, follows, ...rest } = now;
        const anchor = follows === null ? null : names.number(follows);
        put.run({ n, text: names.number(text), follows: anchor, ...rest });
      }
      if (before !== now?.text) changed.article(n);
    });
  };
  return {
    textOf: (id) => placed.get([id])?.text ?? null,
    members: (text) => ids(members.all([names.number(text)])),
    saveText: (id, text) => {
      place(id, text === null ? null : { text, follows: null, sign: 0, length: 0, day: null });
    },
    placed: (id) => placed.get([id]) ?? null,
    place,
  };
}

function moves(
  db: Database,
  names: Names,
): Pick<TextGroups, 'renameText' | 'moveAnchor' | 'succeed'> {
  const rename = db.query('UPDATE article_texts SET text = $to WHERE text = $from');
  const moveOne = db.query('UPDATE article_texts SET text = $text WHERE n = $n');
  const moveOthers = db.query('UPDATE article_texts SET text = $text WHERE follows = $n');
  const others = db.query<{ n: number }>('SELECT n FROM article_texts WHERE follows = ?');
  const heir = db.query<Id>(
    `SELECT a.id FROM article_texts t JOIN articles a ON a.n = t.n WHERE t.follows = ?
     ORDER BY a.id LIMIT 1`,
  );
  const promote = db.query('UPDATE article_texts SET follows = NULL WHERE n = $heir');
  const follow = db.query('UPDATE article_texts SET follows = $heir WHERE follows = $n');
  const changed = groupChangeNotes(db);
  return {
    renameText: (from, to) => {
      db.transaction(() => {
        const text = names.number(from);
        changed.text(text);
        rename.run({ from: text, to: names.number(to) });
      });
    },
    moveAnchor: (id, text) => {
      db.transaction(() => {
        const n = names.number(id);
        const to = names.number(text);
        moveOne.run({ n, text: to });
        moveOthers.run({ n, text: to });
        changed.article(n);
        for (const other of others.all([n])) changed.article(other.n);
      });
    },
    succeed: (id) =>
      db.transaction(() => {
        const n = names.number(id);
        const found = heir.get([n])?.id ?? null;
        if (found === null) return null;
        const values = { heir: names.number(found) };
        promote.run(values);
        follow.run({ ...values, n });
        return found;
      }),
  };
}

function tellers(
  db: Database,
  names: Names,
): Pick<TextGroups, 'anchorCount' | 'firstAnchor' | 'toldNow' | 'told' | 'saveTold'> {
  const count = db.query<{ n: number }>(
    `SELECT count(*) AS n FROM
       (SELECT 1 FROM article_texts WHERE text = ? AND follows IS NULL LIMIT ?)`,
  );
  const anchor = (order: string) =>
    db.query<Id>(
      `SELECT a.id FROM article_texts t JOIN articles a ON a.n = t.n
       WHERE t.text = ? AND t.follows IS NULL ORDER BY ${order} LIMIT 1`,
    );
  const first = anchor('a.id');
  const longest = anchor('t.length DESC, a.id');
  const day = db.query<{ day: number | null }>(
    'SELECT min(day) AS day FROM article_texts WHERE text = ?',
  );
  const told = db.query<Told>(
    'SELECT a.id AS teller, t.day FROM text_tellers t JOIN articles a ON a.n = t.teller WHERE t.text = ?',
  );
  const save = db.query(
    'INSERT OR REPLACE INTO text_tellers (text, teller, day) VALUES ($text, $teller, $day)',
  );
  const drop = db.query('DELETE FROM text_tellers WHERE text = ?');
  return {
    anchorCount: (text, limit) => count.get([names.number(text), limit])?.n ?? 0,
    firstAnchor: (text) => first.get([names.number(text)])?.id ?? null,
    toldNow: (text) => {
      const n = names.number(text);
      const teller = longest.get([n])?.id;
      return teller === undefined ? null : { teller, day: day.get([n])?.day ?? null };
    },
    told: (text) => told.get([names.number(text)]) ?? null,
    saveTold: (text, now) => {
      const n = names.number(text);
      if (now === null) drop.run([n]);
      else save.run({ text: n, teller: names.number(now.teller), day: now.day });
    },
  };
}

const ids = (rows: Id[]): string[] => rows.map(({ id }) => id);
