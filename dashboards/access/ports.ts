// What the door asks: who somebody is, what they may, and where to note what they did. Answered by oversight/accounts.
import type { Account, Token, TokenScope } from '../../schemas/account.ts';
import type { AuditAction, AuditEntry } from '../../schemas/audit.ts';
import type { Result } from '../../schemas/result.ts';
import type { Role, Viewer } from '../../schemas/viewer.ts';

/** `scopes`: what a token may; null where a person signed in, who may do all that the role allows. */
export type Visitor = { viewer: Viewer; scopes: TokenScope[] | null };

export type SignedIn =
  | { ok: true; session: string; viewer: Viewer }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'limited'; retryAfterSeconds: number };

export type AccountFault =
  | 'too-short'
  | 'too-long'
  | 'is-the-name'
  | 'too-simple'
  | 'bad-name'
  | 'name-taken'
  | 'unknown'
  | 'wrong-password'
  | 'last-admin'
  | 'no-admin'
  | 'limited-admin'
  | 'bad-token';

export type AuditFilter = {
  who?: string | undefined;
  action?: AuditAction | undefined;
  /** Only entries before this number. */
  before?: number | undefined;
};

/** `from` is the address of the client. */
export type Actor = { who: string | null; from: string };

export type Access = {
  /** Whether any account was ever added: from then on somebody must sign in. */
  any(): boolean;
  signIn(credentials: { name: string; password: string }, from: string): Promise<SignedIn>;
  signOut(session: string, from: string): void;
  bySession(session: string): Visitor | null;
  byToken(token: string): Visitor | null;
  accounts(): Account[];
  /** Of all accounts without a name; newest first. */
  tokens(account?: string): Token[];
  add(
    account: { name: string; role: Role; regions: Account['regions']; password: string },
    by: Actor,
  ): Promise<Result<Account, AccountFault>>;
  change(
    name: string,
    to: { role?: Role; regions?: Account['regions'] },
    by: Actor,
  ): Result<Account, AccountFault>;
  setPassword(name: string, password: string, by: Actor): Promise<Result<Account, AccountFault>>;
  changePassword(
    name: string,
    passwords: { old: string; new: string },
    by: Actor,
  ): Promise<Result<{ session: string }, AccountFault>>;
  setDisabled(name: string, disabled: boolean, by: Actor): Result<Account, AccountFault>;
  addToken(
    token: { account: string; label: string; scopes: TokenScope[]; days: number | null },
    by: Actor,
  ): Result<{ id: string; token: string }, AccountFault>;
  /** Of any account, or only of `account` where it is given. */
  revokeToken(id: string, by: Actor, account?: string): Result<Token, AccountFault>;
  audit: {
    record(action: AuditAction, what: string, by: Actor): void;
    entries(filter: AuditFilter, limit: number): AuditEntry[];
  };
};
