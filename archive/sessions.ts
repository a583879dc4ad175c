// Who is signed in, which API tokens there are, which logins failed lately; secrets only as hashes.
import type { Token } from '../schemas/account.ts';
import type { Database } from './database.ts';

/** Moments are UTC, ISO 8601; `from` is the address of the client. */
export type Session = { account: string; startedAt: string; seenAt: string };

export type Sessions = {
  add(hash: string, session: Session & { from: string }): void;
  get(hash: string): Session | null;
  seen(hash: string, at: string): void;
  end(hash: string): void;
  endAll(account: string): void;
  /** Drops those that were started or last seen before. */
  drop(startedBefore: string, seenBefore: string): void;
};

export type Tokens = {
  add(token: Omit<Token, 'lastUsedAt' | 'revokedAt'>, hash: string): void;
  /** With the hash of its secret. */
  get(id: string): (Token & { hash: string }) | null;
  /** Newest first; of all accounts without a name. */
  list(account?: string): Token[];
  used(id: string, at: string): void;
  revoke(id: string, at: string): void;
};

export type LoginAttempts = {
  /** Counts those since a moment: of this name, from this address, of both together. */
  since(
    at: string,
    name: string,
    from: string,
  ): { byName: number; byAddress: number; byBoth: number };
  /** Returns its number. */
  add(name: string, from: string, at: string): number;
  /** Forgets one that did not fail after all. */
  forget(n: number): void;
  drop(before: string): void;
};

export function sessions(db: Database): Sessions {
  const insert = db.query(
    'INSERT INTO sessions (hash, account, started_at, seen_at, origin) VALUES (?, ?, ?, ?, ?)',
  );
  const one = db.query<Session>(
    'SELECT account, started_at AS startedAt, seen_at AS seenAt FROM sessions WHERE hash = ?',
  );
  const seen = db.query('UPDATE sessions SET seen_at = ? WHERE hash = ?');
  const end = db.query('DELETE FROM sessions WHERE hash = ?');
  const endAll = db.query('DELETE FROM sessions WHERE account = ?');
  const drop = db.query('DELETE FROM sessions WHERE started_at < ? OR seen_at < ?');
  return {
    add: (hash, { account, startedAt, seenAt, from }) =>
      void insert.run([hash, account, startedAt, seenAt, from]),
    get: (hash) => one.get([hash]) ?? null,
    // A page that is only read does not wait for another process that writes.
    seen: (hash, at) => db.ifFree(() => void seen.run([at, hash])),
    end: (hash) => void end.run([hash]),
    endAll: (account) => void endAll.run([account]),
    drop: (startedBefore, seenBefore) => void drop.run([startedBefore, seenBefore]),
  };
}

type TokenRow = Omit<Token, 'scopes'> & { scopes: string; hash: string };

export function tokens(db: Database): Tokens {
  const columns = `SELECT id, account, hash, label, scopes, created_at AS createdAt, expires_at AS expiresAt,
    last_used_at AS lastUsedAt, revoked_at AS revokedAt FROM tokens`;
  const insert = db.query(
    `INSERT INTO tokens (id, account, hash, label, scopes, created_at, expires_at)
     VALUES ($id, $account, $hash, $label, $scopes, $createdAt, $expiresAt)`,
  );
  const one = db.query<TokenRow>(`${columns} WHERE id = ?`);
  const all = db.query<TokenRow>(`${columns} ORDER BY created_at DESC, id`);
  const of = db.query<TokenRow>(`${columns} WHERE account = ? ORDER BY created_at DESC, id`);
  const used = db.query('UPDATE tokens SET last_used_at = ? WHERE id = ?');
  const revoke = db.query('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  return {
    add: ({ scopes, ...token }, hash) =>
      void insert.run({ ...token, scopes: JSON.stringify(scopes), hash }),
    get: (id) => {
      const row = one.get([id]);
      return row === undefined ? null : { ...asToken(row), hash: row.hash };
    },
    list: (account) => (account === undefined ? all.all() : of.all([account])).map(asToken),
    used: (id, at) => db.ifFree(() => void used.run([at, id])),
    revoke: (id, at) => void revoke.run([at, id]),
  };
}

function asToken(row: TokenRow): Token {
  const { id, account, label, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = row;
  const times = { createdAt, expiresAt, lastUsedAt, revokedAt };
  return { id, account, label, scopes: JSON.parse(scopes), ...times };
}

export function loginAttempts(db: Database): LoginAttempts {
  const counts = db.query<ReturnType<LoginAttempts['since']>>(
    `SELECT count(*) FILTER (WHERE name = $name) AS byName, count(*) FILTER (WHERE origin = $from) AS byAddress,
       count(*) FILTER (WHERE name = $name AND origin = $from) AS byBoth
     FROM login_attempts WHERE at > $at`,
  );
  const insert = db.query('INSERT INTO login_attempts (name, origin, at) VALUES (?, ?, ?)');
  const forget = db.query('DELETE FROM login_attempts WHERE n = ?');
  const drop = db.query('DELETE FROM login_attempts WHERE at < ?');
  return {
    since: (at, name, from) =>
      counts.get({ at, name, from }) ?? { byName: 0, byAddress: 0, byBoth: 0 },
    add: (name, from, at) => insert.insert([name, from, at]),
    forget: (n) => void forget.run([n]),
    drop: (before) => void drop.run([before]),
  };
}
