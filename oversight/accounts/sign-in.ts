// A name and a password, a session key, or a token in; who that is and what they may, or why not, out.
import type { TokenScope } from '../../schemas/account.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import { passwordFits } from './password.ts';
import type { AccountDeps } from './ports.ts';
import { hashSecret, newSessionKey, readToken, sameHash } from './secrets.ts';

/** Who came in; `scopes` null where a person signed in, who may do all that the role allows. */
export type Visitor = { viewer: Viewer; scopes: TokenScope[] | null };

export type SignedIn =
  | { ok: true; session: string; viewer: Viewer }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'limited'; retryAfterSeconds: number };

export type SignIn = {
  /** Checks a password; a good one begins a session with a fresh key. Unknown names cost as much as known ones. */
  signIn(credentials: { name: string; password: string }, from: string): Promise<SignedIn>;
  signOut(session: string, from: string): void;
  bySession(session: string): Visitor | null;
  byToken(token: string): Visitor | null;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A session ends when it was not used for so long, and in any case after so long, in milliseconds. */
export const IDLE = 12 * HOUR;
export const LONGEST = 7 * 24 * HOUR;
/** When a session was last seen is noted once in so long, in milliseconds. */
const NOTE_EVERY = MINUTE;

/** Failed logins within WINDOW milliseconds that are let through; the next has to wait. */
export const WINDOW = 15 * MINUTE;
export const LIMITS = { byBoth: 5, byAddress: 30, byName: 50 } as const;

const before = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) - milliseconds).toISOString();

export function signIn(deps: AccountDeps): SignIn {
  const { store, now } = deps;
  return {
    signIn: (credentials, from) => begin(deps, credentials, from),
    signOut: (session, from) => {
      const hash = hashSecret(session);
      const known = store.sessions.get(hash);
      if (known === null) return;
      store.sessions.end(hash);
      const { account } = known;
      store.audit.record({ at: now(), who: account, action: 'logout', what: account, from });
    },
    bySession: (session) => bySession(deps, hashSecret(session)),
    byToken: (token) => byToken(deps, token),
  };
}

async function begin(
  { store, now, chance }: AccountDeps,
  { name: given, password }: { name: string; password: string },
  from: string,
): Promise<SignedIn> {
  const { attempts, audit } = store;
  const name = given.trim().toLowerCase().slice(0, 80);
  const at = now();
  attempts.drop(before(at, WINDOW));
  const failed = attempts.since(before(at, WINDOW), name, from);
  if (Object.entries(LIMITS).some(([by, most]) => failed[by as keyof typeof LIMITS] >= most)) {
    audit.record({ at, who: name, action: 'login.limited', what: name, from });
    return { ok: false, why: 'limited', retryAfterSeconds: WINDOW / 1000 };
  }
  // Counted before the slow part: a hundred tries at once are a hundred tries.
  const attempt = attempts.add(name, from, at);
  const hash = store.accounts.passwordOf(name);
  const fits = await passwordFits(password, hash);
  // Asked again: the account may have been disabled, or its password changed, meanwhile.
  const account = store.accounts.get(name);
  if (!fits || account === null || store.accounts.passwordOf(name) !== hash) {
    audit.record({ at: now(), who: name, action: 'login.failed', what: name, from });
    return { ok: false, why: 'wrong' };
  }
  attempts.forget(attempt);
  const session = newSessionKey(chance);
  const started = now();
  store.sessions.drop(before(started, LONGEST), before(started, IDLE));
  store.sessions.add(hashSecret(session), {
    account: name,
    startedAt: started,
    seenAt: started,
    from,
  });
  audit.record({ at: started, who: name, action: 'login', what: name, from });
  const { role, regions } = account;
  return { ok: true, session, viewer: { account: name, role, regions } };
}

function bySession({ store, now }: AccountDeps, hash: string): Visitor | null {
  const session = store.sessions.get(hash);
  if (session === null) return null;
  const at = now();
  if (session.startedAt < before(at, LONGEST) || session.seenAt < before(at, IDLE)) {
    store.sessions.end(hash);
    return null;
  }
  const viewer = viewerOf(store, session.account);
  if (viewer === null) return null;
  if (session.seenAt < before(at, NOTE_EVERY)) store.sessions.seen(hash, at);
  return { viewer, scopes: null };
}

function byToken({ store, now }: AccountDeps, text: string): Visitor | null {
  const parts = readToken(text);
  const token = parts === null ? null : store.tokens.get(parts.id);
  if (parts === null || token === null) return null;
  if (!sameHash(hashSecret(parts.secret), token.hash)) return null;
  const at = now();
  if (token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= at)) return null;
  const viewer = viewerOf(store, token.account);
  if (viewer === null) return null;
  if (token.lastUsedAt === null || token.lastUsedAt < before(at, NOTE_EVERY))
    store.tokens.used(token.id, at);
  return { viewer: { ...viewer, role: roleOf(viewer.role, token.scopes) }, scopes: token.scopes };
}

/** A token may less than its account, never more, and never administer. */
const roleOf = (role: Viewer['role'], scopes: TokenScope[]): Viewer['role'] =>
  role !== 'reader' && scopes.includes('review') ? 'reviewer' : 'reader';

function viewerOf(store: AccountDeps['store'], name: string): Viewer | null {
  const account = store.accounts.get(name);
  if (account === null || account.disabledAt !== null) return null;
  return { account: name, role: account.role, regions: account.regions };
}
