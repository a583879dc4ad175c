// Addresses of articles that lead elsewhere in; each article under one id, wherever it is read now, out.
import type { Tags } from '../schemas/tag.ts';
import { aliasChain } from './alias-chain.ts';
import type { Database } from './database.ts';
import type { LedgerRow } from './endings.ts';
import { fingerprint } from './fingerprint.ts';
import type { MovedIds } from './moved-ids.ts';
import type { Known, Newest } from './versions.ts';

/** An article was kept at `from`, which leads to `to` since. */
export type Move = { from: string; to: string; article: string };

export type Moves = {
  /** Moves to an address at which no article is kept yet. */
  movesTo(url: string): Move[];
  /** The first of the moves whose target has been read and is an article, with its id; null where there is none. */
  moveToJudge(): (Move & { other: string }) | null;
  /**
   * The page of the article is at `to` now. Where another article is kept there, both go on as the one that was seen
   * first; `tags` are those of the other, with what people said of either laid over. The versions of the one that
   * was seen later stay, and it is in no list, count or group any more. Returns the id that is left.
   */
  follow(move: Move, tags: Tags | null, at: string): string;
  /** What is at `to` is another text: the article stays where it was. */
  leaveApart(move: Move): void;
};

export type MoveNotes = {
  /** An address leads to another: noted where an article was kept at it. Inside a transaction. */
  leads(row: LedgerRow, to: string, at: string): void;
  /** An address ended without an article of its own: what led there leads on, or nowhere. */
  ended(url: string, to: string | null): void;
};

export function moveNotes(db: Database, { idAt, presentId }: MovedIds): MoveNotes {
  const chainEnd = aliasChain(db);
  const add = db.query(
    'INSERT OR REPLACE INTO moves (url, target, article, at) VALUES (?, ?, ?, ?)',
  );
  const leadOn = db.query('UPDATE moves SET target = $to WHERE target = $url AND url <> $to');
  const drop = db.query(
    `DELETE FROM moves WHERE target = $url AND (SELECT kind FROM urls u WHERE u.url = moves.url) IS 'kept'`,
  );
  const askAgain = db.query(
    `UPDATE urls SET state = 'due', next_due = ?, attempts = 0 WHERE url = ? AND state = 'ended'`,
  );
  return {
    leads: (row, to, at) => {
      if (row.kind !== 'kept' || row.article === null) return;
      const target = chainEnd(to, row.url).url;
      if (target === row.url) {
        // It moved here from there, and back: what is there now has to be read anew.
        askAgain.run([at, to]);
        add.run([row.url, to, presentId(row.article), at]);
      } else if (idAt(target) !== presentId(row.article)) {
        add.run([row.url, target, presentId(row.article), at]);
      }
    },
    ended: (url, to) => {
      if (to === null) drop.run({ url });
      else leadOn.run({ url, to: chainEnd(to, url).url });
    },
  };
}

type Parts = { db: Database; ids: MovedIds; newest: Newest };

const MOVE = 'm.url AS "from", m.target AS "to", m.article';

export function moves({ db, ids, newest }: Parts): Moves {
  const to = db.query<Move>(`SELECT ${MOVE} FROM moves m WHERE m.target = ? ORDER BY m.at, m.url`);
  const exists = db.query('SELECT 1 FROM articles WHERE id = ?');
  const toJudge = db.query<Move & { other: string }>(
    `SELECT ${MOVE}, u.article AS other FROM moves m JOIN urls u ON u.url = m.target
     WHERE u.kind = 'kept' AND u.state = 'ended' ORDER BY m.at, m.url LIMIT 1`,
  );
  const drop = db.query('DELETE FROM moves WHERE url = ?');
  const end = endAsAlias(db);
  const join = joining(db);
  const settle = (move: Move, tags: Tags | null, at: string): string => {
    const own = ids.presentId(move.article);
    const other = ids.idAt(move.to);
    end(move, own, at);
    drop.run([move.from]);
    const [known, there] = [newest.get(own), newest.get(other)];
    if (known === undefined || own === other) return other;
    const left = there === undefined ? known : firstOf(known, there);
    const gone = left === known ? other : own;
    const retired = gone === own ? known : there;
    if (retired !== undefined) newest.retire(retired, at);
    if (there !== undefined && left === known) takeOver(newest, { known, there, tags, at });
    join(gone, left.id, at);
    return left.id;
  };
  return {
    movesTo: (url) => (exists.get([ids.idAt(url)]) === undefined ? to.all([url]) : []),
    moveToJudge: () => {
      const move = toJudge.get();
      return move === undefined ? null : { ...move, article: ids.presentId(move.article) };
    },
    follow: (move, tags, at) => db.transaction(() => settle(move, tags, at)),
    leaveApart: ({ from }) => {
      drop.run([from]);
    },
  };
}

const firstOf = (a: Known, b: Known): Known => (b.firstSeen < a.firstSeen ? b : a);

type TakingOver = { known: Known; there: Known; tags: Tags | null; at: string };

/** The older article says from now on what the younger one said, at its address. */
function takeOver(newest: Newest, { known, there, tags, at }: TakingOver): void {
  const article = newest.reading.article(there.id);
  if (article === null) return;
  const { contentHash, processor, goneAt } = there;
  const content = { ...article, tags: tags ?? article.tags };
  const hash = fingerprint(contentHash, content.tags, content.outlet, content.textKey);
  const draft = { id: known.id, site: known.site, content, contentHash, hash, processor };
  newest.next(known, draft, { what: 'moved', at, goneAt });
}

/** The address that the article left: its own page is read no more, by no newer code either. */
function endAsAlias(db: Database): (move: Move, own: string, at: string) => void {
  const end = db.query(
    `UPDATE urls SET kind = 'skipped', stage = NULL, reason = 'alias', detail = $to, ended_at = $at, ended_page = page,
       processor = NULL, look_at = NULL
     WHERE url = $from AND kind = 'kept' AND article = $own`,
  );
  return ({ from, to }, own, at) => {
    end.run({ from, to, own, at });
  };
}

/** What speaks of one id speaks of another from now on; reviews and evidence stay as they were written. */
function joining(db: Database): (gone: string, left: string, at: string) => void {
  const follow = db.query('UPDATE moved_ids SET article = $left WHERE article = $gone');
  const add = db.query(
    'INSERT OR REPLACE INTO moved_ids (id, article, at) VALUES ($gone, $left, $at)',
  );
  const others = [
    'UPDATE urls SET article = $left WHERE article = $gone',
    'UPDATE moves SET article = $left WHERE article = $gone',
    `UPDATE case_items SET story = 1 WHERE article = $left
       AND EXISTS (SELECT 1 FROM case_items i WHERE i."case" = case_items."case" AND i.article = $gone AND i.story = 1)`,
    ...['case_items', 'case_seen', 'incident_articles'].map(
      (table) => `UPDATE OR IGNORE ${table} SET article = $left WHERE article = $gone`,
    ),
  ].map((sql) => db.query(sql));
  const left = ['case_items', 'case_seen', 'incident_articles'].map((table) =>
    db.query(`DELETE FROM ${table} WHERE article = ?`),
  );
  return (gone, into, at) => {
    follow.run({ gone, left: into });
    add.run({ gone, left: into, at });
    for (const query of others) query.run({ gone, left: into });
    for (const query of left) query.run([gone]);
  };
}
