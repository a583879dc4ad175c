// Accounts and tokens added, changed, disabled: each change leaves its entry in the audit log.
import { type Account, AccountName, Token, type TokenScope } from '../../schemas/account.ts';
import type { AuditAction } from '../../schemas/audit.ts';
import { type Result, fail, ok } from '../../schemas/result.ts';
import { type PasswordFault, hashPassword, passwordFault, passwordFits } from './password.ts';
import type { AccountDeps, Actor } from './ports.ts';
import { hashSecret, newSessionKey, newToken } from './secrets.ts';

export type AccountFault =
  | PasswordFault
  | 'bad-name'
  | 'name-taken'
  | 'unknown'
  | 'wrong-password'
  | 'last-admin'
  | 'no-admin'
  | 'limited-admin'
  | 'bad-token';

export type NewAccount = Pick<Account, 'name' | 'role' | 'regions'> & { password: string };

/** `days`: how long it is valid; null for good. */
export type NewToken = {
  account: string;
  label: string;
  scopes: TokenScope[];
  days: number | null;
};

export type ManageAccounts = {
  accounts(): Account[];
  tokens(account?: string): Token[];
  add(account: NewAccount, by: Actor): Promise<Result<Account, AccountFault>>;
  /** Only the given fields change. The last enabled admin stays one. */
  change(
    name: string,
    to: Partial<Pick<Account, 'role' | 'regions'>>,
    by: Actor,
  ): Result<Account, AccountFault>;
  /** Ends all sessions of the account. */
  setPassword(name: string, password: string, by: Actor): Promise<Result<Account, AccountFault>>;
  /** The same for whoever knows the old one; a fresh session takes the place of those that ended. */
  changePassword(
    name: string,
    passwords: { old: string; new: string },
    by: Actor,
  ): Promise<Result<{ session: string }, AccountFault>>;
  setDisabled(name: string, disabled: boolean, by: Actor): Result<Account, AccountFault>;
  /** The token is returned this once. */
  addToken(token: NewToken, by: Actor): Result<{ id: string; token: string }, AccountFault>;
  /** Of any account, or only of `account` where it is given. */
  revokeToken(id: string, by: Actor, account?: string): Result<Token, AccountFault>;
};

const DAY = 86_400_000;

export function manageAccounts(deps: AccountDeps): ManageAccounts {
  const { store } = deps;
  const note: Note = (action, what, { who, from }) => {
    store.audit.record({ at: deps.now(), who, action, what, from });
  };
  return {
    accounts: () => store.accounts.list(),
    tokens: (account) => store.tokens.list(account),
    add: (account, by) => add(deps, account, by, note),
    change: (name, to, by) => change(deps, { name, to }, by, note),
    ...passwords(deps, note),
    setDisabled: (name, disabled, by) => {
      const known = store.accounts.get(name);
      if (known === null) return fail('unknown');
      if (disabled && isLastAdmin(deps, known)) return fail('last-admin');
      store.accounts.setDisabled(name, disabled ? deps.now() : null);
      note(disabled ? 'account.disabled' : 'account.enabled', name, by);
      return ok(store.accounts.get(name) ?? known);
    },
    addToken: (token, by) => addToken(deps, token, by, note),
    revokeToken: (id, by, account) => {
      const known = store.tokens.get(id);
      if (known === null || (account !== undefined && known.account !== account))
        return fail('unknown');
      store.tokens.revoke(id, deps.now());
      note('token.revoked', `${id} (${known.account}, ${known.label})`, by);
      return ok(known);
    },
  };
}

type Note = (action: AuditAction, what: string, by: Actor) => void;

async function add(
  { store, now, chance }: AccountDeps,
  { password, ...account }: NewAccount,
  by: Actor,
  note: Note,
): Promise<Result<Account, AccountFault>> {
  if (!AccountName.safeParse(account.name).success) return fail('bad-name');
  if (account.role !== 'admin' && !store.accounts.any()) return fail('no-admin');
  if (isLimitedAdmin(account)) return fail('limited-admin');
  const fault = passwordFault(password, account.name);
  if (fault !== null) return fail(fault);
  const added = { ...account, createdAt: now() };
  if (!store.accounts.add(added, await hashPassword(password, chance))) return fail('name-taken');
  note('account.added', `${account.name} (${grants(account)})`, by);
  return ok({ ...added, disabledAt: null });
}

function passwords(
  { store, now, chance }: AccountDeps,
  note: Note,
): Pick<ManageAccounts, 'setPassword' | 'changePassword'> {
  const set = async (
    name: string,
    password: string,
    by: Actor,
  ): Promise<Result<Account, AccountFault>> => {
    const known = store.accounts.get(name);
    if (known === null) return fail('unknown');
    const fault = passwordFault(password, name);
    if (fault !== null) return fail(fault);
    store.accounts.setPassword(name, await hashPassword(password, chance));
    note('account.password', name, by);
    return ok(known);
  };
  return {
    setPassword: set,
    changePassword: async (name, { old, new: next }, by) => {
      if (!(await passwordFits(old, store.accounts.passwordOf(name))))
        return fail('wrong-password');
      const done = await set(name, next, by);
      if (!done.ok) return done;
      const session = newSessionKey(chance);
      const at = now();
      const begun = { account: name, startedAt: at, seenAt: at, from: by.from };
      store.sessions.add(hashSecret(session), begun);
      return ok({ session });
    },
  };
}

function change(
  deps: AccountDeps,
  { name, to }: { name: string; to: Partial<Pick<Account, 'role' | 'regions'>> },
  by: Actor,
  note: Note,
): Result<Account, AccountFault> {
  const { accounts } = deps.store;
  const known = accounts.get(name);
  if (known === null) return fail('unknown');
  if (to.role !== undefined && to.role !== 'admin' && isLastAdmin(deps, known))
    return fail('last-admin');
  if (isLimitedAdmin({ ...known, ...to })) return fail('limited-admin');
  if (to.role !== undefined) accounts.setRole(name, to.role);
  if (to.regions !== undefined) accounts.setRegions(name, to.regions);
  const now = accounts.get(name) ?? known;
  note('account.changed', `${name} (${grants(known)} → ${grants(now)})`, by);
  return ok(now);
}

function addToken(
  { store, now, chance }: AccountDeps,
  { account, label, scopes, days }: NewToken,
  by: Actor,
  note: Note,
): Result<{ id: string; token: string }, AccountFault> {
  if (store.accounts.get(account) === null) return fail('unknown');
  const wanted = Token.shape.scopes.safeParse([...new Set(scopes)]);
  const name = label.trim().slice(0, 80);
  if (!wanted.success || name === '') return fail('bad-token');
  const { id, secret, token } = newToken(chance);
  const createdAt = now();
  const expiresAt =
    days === null ? null : new Date(Date.parse(createdAt) + days * DAY).toISOString();
  const kept = { id, account, label: name, scopes: wanted.data, createdAt, expiresAt };
  store.tokens.add(kept, hashSecret(secret));
  note('token.added', `${id} (${account}, ${name}: ${kept.scopes.join(', ')})`, by);
  return ok({ id, token });
}

const isLastAdmin = ({ store }: AccountDeps, { name, role, disabledAt }: Account): boolean =>
  role === 'admin' &&
  disabledAt === null &&
  !store.accounts
    .list()
    .some((other) => other.name !== name && other.role === 'admin' && other.disabledAt === null);

/** Who may change every account cannot be held to regions. */
const isLimitedAdmin = ({ role, regions }: Pick<Account, 'role' | 'regions'>): boolean =>
  role === 'admin' && regions !== null;

/** 'reviewer, 64 65.01', 'admin, all regions': what an account may. */
const grants = ({ role, regions }: Pick<Account, 'role' | 'regions'>): string =>
  `${role}, ${regions === null ? 'all regions' : regions.join(' ')}`;
