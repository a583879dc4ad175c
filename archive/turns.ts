// Requests to hosts in; whose turn it is out: one request at a time and none before its delay, over all processes.
import type { Database } from './database.ts';

/** Who asks for something that one process holds at a time. */
export type Claim = {
  /** Names the process. */
  holder: string;
  at: string;
  /** From then on another may have it, should it not be given back before. */
  until: string;
  /** True for a holder that is known to have died: what it holds is free. */
  isDead?: (holder: string) => boolean;
};

export type HostPace = {
  lastRequest: string | null;
  /** Milliseconds that its robots.txt asks for; 0 where it asks for none. */
  delayMs: number;
  heldUntil: string | null;
};

export type Turns = {
  pace(host: string): HostPace;
  /**
   * Takes the host for one request, at once for all processes; `sendsAt` is when that is going to be sent, at the
   * latest. Returns 0 when it is had, else the milliseconds after which to ask again: until the delay is over, or a
   * little while where another process holds it.
   */
  claimHost(host: string, delayMs: number, claim: Claim, sendsAt: string): number;
  /** `sentAt`: when the request really went out, which the stamp written before could only foresee. */
  freeHost(host: string, holder: string, sentAt?: string): void;
  lastRequest(host: string): string | null;
  saveLastRequest(host: string, at: string): void;
  /** Crawl-delay; 0 where none is asked for. */
  slowHost(host: string, delayMs: number): void;
  /** Retry-After; an earlier moment does not shorten a later one. */
  holdHost(host: string, until: string): void;
};

/** Milliseconds between looks at a host that another process holds. */
const LOOK_AGAIN = 100;

type Row = HostPace & { holder: string | null; until: string | null };

const NEW: Row = { lastRequest: null, delayMs: 0, heldUntil: null, holder: null, until: null };

export type LeasesOfTheDead = {
  /**
   * A part of a process died, whose names as a holder begin with `prefix`: what it held runs out now, and its sources
   * are read again, as those of a process that died.
   */
  leaveDead(prefix: string, at: string): void;
};

export function leasesOfTheDead(db: Database): LeasesOfTheDead {
  const ending = ['schedule', 'hosts'].map((table) =>
    db.query(`UPDATE ${table} SET until = $at
      WHERE until > $at AND substr(holder, 1, length($prefix)) = $prefix`),
  );
  return {
    leaveDead: (prefix, at) => {
      db.transaction(() => {
        for (const end of ending) end.run({ prefix, at });
      });
    },
  };
}

/** Still held by someone alive. A lease longer than any given out was written by a clock that ran ahead. */
export function isHeld(
  row: { holder: string | null; until: string | null },
  claim: Claim,
): boolean {
  if (row.holder === null || row.until === null || row.until <= claim.at) return false;
  const length = Date.parse(claim.until) - Date.parse(claim.at);
  if (Date.parse(row.until) > Date.parse(claim.at) + 4 * length) return false;
  return claim.isDead?.(row.holder) !== true;
}

export function turns(db: Database): Turns {
  const select = db.query<Row>(
    `SELECT last_request AS lastRequest, delay_ms AS delayMs, held_until AS heldUntil, holder, until
     FROM hosts WHERE host = ?`,
  );
  const take = db.query(
    `INSERT INTO hosts (host, holder, until, last_request) VALUES ($host, $holder, $until, $sendsAt)
     ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, until = excluded.until,
       last_request = excluded.last_request`,
  );
  const free = db.query(
    `UPDATE hosts SET holder = NULL, until = NULL, last_request = coalesce($sentAt, last_request)
     WHERE host = $host AND holder = $holder`,
  );
  const sent = db.query(
    `INSERT INTO hosts (host, last_request) VALUES (?, ?)
     ON CONFLICT (host) DO UPDATE SET last_request = excluded.last_request`,
  );
  const of = (host: string): Row => select.get([host]) ?? NEW;
  const waitFor = (host: string, delayMs: number, claim: Claim): number => {
    const row = of(host);
    const wait = msUntilReady(row, delayMs, Date.parse(claim.at));
    return wait > 0 ? wait : isHeld(row, claim) ? LOOK_AGAIN : 0;
  };
  return {
    pace: (host) => {
      const { lastRequest, delayMs, heldUntil } = of(host);
      return { lastRequest, delayMs, heldUntil };
    },
    claimHost: (host, delayMs, claim, sendsAt) => {
      // A look first: while it is another's turn nothing is locked.
      const before = waitFor(host, delayMs, claim);
      if (before > 0) return before;
      return db.transaction(() => {
        const wait = waitFor(host, delayMs, claim);
        const { holder, until } = claim;
        if (wait === 0) take.run({ host, holder, until, sendsAt });
        return wait;
      });
    },
    freeHost: (host, holder, sentAt) => {
      free.run({ host, holder, sentAt: sentAt ?? null });
    },
    lastRequest: (host) => of(host).lastRequest,
    saveLastRequest: (host, at) => {
      sent.run([host, at]);
    },
    ...wishes(db, of),
  };
}

/** What a host asks for itself. */
function wishes(db: Database, of: (host: string) => Row): Pick<Turns, 'slowHost' | 'holdHost'> {
  const slow = db.query(
    `INSERT INTO hosts (host, delay_ms) VALUES (?, ?)
     ON CONFLICT (host) DO UPDATE SET delay_ms = excluded.delay_ms WHERE delay_ms <> excluded.delay_ms`,
  );
  const hold = db.query(
    `INSERT INTO hosts (host, held_until) VALUES (?, ?)
     ON CONFLICT (host) DO UPDATE SET held_until = max(coalesce(held_until, ''), excluded.held_until)`,
  );
  return {
    slowHost: (host, delayMs) => {
      if (of(host).delayMs !== delayMs) slow.run([host, delayMs]);
    },
    holdHost: (host, until) => {
      hold.run([host, until]);
    },
  };
}

/** A last request in the future means that the clock was set back. */
function msUntilReady(
  { lastRequest, delayMs, heldUntil }: Row,
  ownMs: number,
  now: number,
): number {
  const last = lastRequest === null ? -Infinity : Math.min(Date.parse(lastRequest), now);
  const held = heldUntil === null ? -Infinity : Date.parse(heldUntil);
  return Math.max(last + Math.max(ownMs, delayMs), held) - now;
}
