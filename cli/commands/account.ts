// Accounts from the command line: added, listed, changed, disabled; their passwords and API tokens.
import type { Account, Token, TokenScope } from '../../schemas/account.ts';
import { RegionCode } from '../../schemas/region.ts';
import type { Result } from '../../schemas/result.ts';
import type { Role } from '../../schemas/viewer.ts';
import type { AccountFault } from '../../oversight/accounts/manage.ts';
import { accessOf, atConsole } from '../access.ts';
import { openToRead, openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { readPassword } from '../password.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { regionNames } from '../regions.ts';
import { print, table } from '../table.ts';

type Data = { data: string; json?: boolean };
type Access = ReturnType<typeof accessOf>;

/** Opens the archive for as long as the work takes. */
async function withAccess<T>(data: string, work: (access: Access) => T | Promise<T>): Promise<T> {
  const { archive } = openWorkplace(data);
  try {
    return await work(accessOf(archive));
  } finally {
    archive.close();
  }
}

export async function addAccount(
  name: string,
  { data, role, region }: Data & { role: Role; region?: string[] },
): Promise<void> {
  const regions = readRegions(region);
  const password = await readPassword();
  const account = await withAccess(data, (access) =>
    access.add({ name, role, regions, password }, atConsole()),
  );
  said(name, account);
  process.stderr.write(`${name} can sign in now.\n`);
}

export function listAccounts({ data, json }: Data): void {
  const { archive } = openToRead(data);
  try {
    const access = accessOf(archive);
    const [accounts, tokens] = [access.accounts(), access.tokens()];
    const text =
      accounts.length === 0
        ? "There are no accounts: add one with 'account add NAME --role admin'."
        : [accountTable(accounts), ...(tokens.length === 0 ? [] : [tokenTable(tokens)])].join(
            '\n\n',
          );
    print({ accounts, tokens }, text, json);
  } finally {
    archive.close();
  }
}

const accountTable = (accounts: Account[]): string =>
  table(
    ['account', 'role', 'regions', 'since', 'disabled'],
    accounts.map(({ name, role, regions, createdAt, disabledAt }) => [
      name,
      role,
      regions?.join(' ') ?? 'all',
      createdAt.slice(0, 10),
      disabledAt?.slice(0, 10) ?? '',
    ]),
  );

const tokenTable = (tokens: Token[]): string =>
  table(
    ['token', 'account', 'for', 'may', 'until', 'last used', 'revoked'],
    tokens.map((token) => [
      token.id,
      token.account,
      token.label,
      token.scopes.join(' '),
      token.expiresAt?.slice(0, 10) ?? 'no end',
      token.lastUsedAt?.slice(0, 10) ?? 'never',
      token.revokedAt?.slice(0, 10) ?? '',
    ]),
  );

export async function changeAccount(
  name: string,
  { data, role, region, allRegions }: Data & { role?: Role; region?: string[]; allRegions?: true },
): Promise<void> {
  if (allRegions === true && region !== undefined)
    throw new Failure('--region and --all-regions: give one of them.', 2);
  const to = {
    ...(role === undefined ? {} : { role }),
    ...(region === undefined ? {} : { regions: readRegions(region) }),
    ...(allRegions === true ? { regions: null } : {}),
  };
  if (Object.keys(to).length === 0)
    throw new Failure('Nothing to change: give --role, --region or --all-regions.', 2);
  said(name, await withAccess(data, (access) => access.change(name, to, atConsole())));
}

export async function setPassword(name: string, { data }: Data): Promise<void> {
  const known = await withAccess(data, (access) =>
    access.accounts().some((one) => one.name === name),
  );
  if (!known) said(name, { ok: false, error: 'unknown' });
  const password = await readPassword();
  said(name, await withAccess(data, (access) => access.setPassword(name, password, atConsole())));
  process.stderr.write(`The password of ${name} was changed; its sessions have ended.\n`);
}

export async function setDisabled(name: string, disabled: boolean, { data }: Data): Promise<void> {
  said(name, await withAccess(data, (access) => access.setDisabled(name, disabled, atConsole())));
}

export async function addToken(
  account: string,
  { data, scope, label, days, json }: Data & { scope: TokenScope[]; label: string; days: number },
): Promise<void> {
  const made = await withAccess(data, (access) =>
    access.addToken({ account, label, scopes: scope, days }, atConsole()),
  );
  const token = said(account, made);
  print(token, token.token, json);
  process.stderr.write('Keep it: it is not shown again.\n');
}

export async function revokeToken(id: string, { data }: Data): Promise<void> {
  said(id, await withAccess(data, (access) => access.revokeToken(id, atConsole())));
}

/** Codes that the gazetteer knows; null where none was given. Throws Failure naming the unknown ones. */
function readRegions(codes: string[] | undefined): Account['regions'] {
  const [first, ...rest] = codes ?? [];
  if (first === undefined) return null;
  const names = regionNames(loadKnowledge(KNOWLEDGE_DIR));
  const unknown = [first, ...rest].filter(
    (code) => !RegionCode.safeParse(code).success || names.name(code) === code,
  );
  if (unknown.length === 0) return [first, ...rest];
  throw new Failure(
    `--region ${unknown.join(' ')}: no such region. Give Kemendagri codes, for example 64 or 64.74.`,
    2,
  );
}

function said<T>(name: string, result: Result<T, AccountFault>): T {
  if (result.ok) return result.value;
  throw new Failure(FAULTS[result.error](name), 2);
}

const FAULTS: Record<AccountFault, (name: string) => string> = {
  'too-short': () => 'The password is too short: at least 12 characters; a short sentence is fine.',
  'too-long': () => 'The password is too long: at most 256 characters.',
  'is-the-name': () => 'The password is little more than the name: choose another.',
  'too-simple': () => 'The password is too simple: use more different characters.',
  'bad-name': (name) =>
    `'${name}' is no name for an account: 2 to 40 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit.`,
  'name-taken': (name) =>
    `There is an account '${name}' already. 'account list' shows all, 'account password ${name}' changes its password.`,
  unknown: (name) => `There is no '${name}'. 'account list' shows accounts and tokens.`,
  'wrong-password': () => 'The present password does not match.',
  'last-admin': (name) => `${name} is the last administrator: add or enable another one first.`,
  'no-admin': (name) =>
    `The first account has to be an administrator: account add ${name} --role admin.`,
  'limited-admin': () =>
    'An administrator may change every account and cannot be limited to regions: leave --region out, or take another role.',
  'bad-token': () => 'A token needs a --label and at least one --scope.',
};
