// The press and its faults → how each of its articles must have ended; beside it, how they did.
import type { Summary } from '../../archive/summary.ts';
import { type Fault, faultOf } from '../press/faults.ts';
import { type PressSize, hostsOf } from '../press/hosts.ts';

/** Counts by ending: 'kept', 'skipped alias', 'failed fetch/status-404', 'open'. */
export type Account = Map<string, number>;

const ENDINGS: Record<Exclude<Fault, 'moved'>, string> = {
  gone: 'failed fetch/status-404',
  broken: 'failed fetch/status-500',
  forbidden: 'skipped robots',
  flaky: 'kept',
  reset: 'kept',
  cut: 'kept',
};

/** An article that moved ends as what it leads to does; where that is kept, it is another name of it. */
function endingOf(host: number, article: number): string {
  let at = article;
  let fault = faultOf(host, at);
  while (fault === 'moved') {
    at -= 1;
    fault = faultOf(host, at);
  }
  const ending = fault === null ? 'kept' : ENDINGS[fault];
  return at !== article && ending === 'kept' ? 'skipped alias' : ending;
}

/** What the press has, article by article. */
export function expectedAccount(size: PressSize): Account {
  const account: Account = new Map();
  for (const { number, articles } of hostsOf(size)) {
    for (let article = 1; article <= articles; article++) {
      add(account, endingOf(number, article), 1);
    }
  }
  return account;
}

/** What the archive says became of them. */
export function seenAccount({ all }: Summary): Account {
  const account: Account = new Map([
    ['kept', all.kept],
    ['open', all.open],
  ]);
  for (const kind of ['skipped', 'failed'] as const)
    for (const [reason, n] of Object.entries(all[kind])) add(account, `${kind} ${reason}`, n);
  return account;
}

const add = (account: Account, ending: string, n: number): void => {
  account.set(ending, (account.get(ending) ?? 0) + n);
};

export type Line = { ending: string; expected: number; seen: number };

/** One line for each ending of either side. */
export function compareAccounts(expected: Account, seen: Account): Line[] {
  const endings = new Set([...expected.keys(), ...seen.keys()]);
  return [...endings].sort().map((ending) => ({
    ending,
    expected: expected.get(ending) ?? 0,
    seen: seen.get(ending) ?? 0,
  }));
}

export const balances = (lines: readonly Line[]): boolean =>
  lines.every(({ expected, seen }) => expected === seen);
