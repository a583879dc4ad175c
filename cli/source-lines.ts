// The accounts, plans and judgements of the sources → a table of those that need a look first, and a line about the schedule.
import type { ScheduleRow } from '../archive/schedule.ts';
import type { SourceHealth } from '../schemas/health.ts';
import { table, total } from './table.ts';

/** Counts of one source, as the archive's summary gives them. */
type Account = {
  site: string;
  found: number;
  kept: number;
  skipped: Record<string, number>;
  failed: Record<string, number>;
  open: number;
  articles: { relevant: number; review: number };
};

export type SourcesView = {
  accounts: readonly Account[];
  schedule: readonly ScheduleRow[];
  health: readonly SourceHealth[];
  /** UTC milliseconds. */
  now: number;
};

/** Rows of the table, and reasons of failures told in one. */
const MOST_ROWS = 8;
const MOST_REASONS = 2;

const MINUTE = 60_000;
const RANK = { ill: 3, suspect: 2, learning: 1, well: 0 } as const;

/** The worst first: ill ones, then those whose rounds fail, then those of which the most failed. */
export function sourceLines({ accounts, schedule, health, now }: SourcesView): string {
  if (accounts.length === 0) return "sources: none was read yet; 'crawl' and 'serve' do it";
  const plans = new Map(schedule.map((row) => [row.site, row]));
  const states = new Map(health.map(({ site, state }) => [site, state]));
  const badness = ({ site, failed }: Account): number[] => {
    const state = states.get(site);
    return [state === undefined ? 0 : RANK[state], plans.get(site)?.failures ?? 0, total(failed)];
  };
  const rows = accounts
    .map((account) => ({ account, badness: badness(account) }))
    .sort((a, b) => worstFirst(a.badness, b.badness));
  const shown = rows.slice(0, MOST_ROWS).map(({ account }) => {
    const plan = plans.get(account.site);
    return [
      account.site,
      states.get(account.site) ?? '',
      plan === undefined ? '' : sayTurn(plan, now),
      plan === undefined ? '' : sayInterval(plan),
      account.found,
      account.kept,
      total(account.skipped),
      total(account.failed),
      account.open,
      account.articles.relevant,
      account.articles.review,
      sayReasons(account.failed),
    ];
  });
  const headers = ['source', 'state', 'next round', 'every', 'found', 'kept', 'skipped', 'failed'];
  const more = accounts.length - shown.length;
  return [
    table([...headers, 'open', 'relevant', 'review', 'failed because'], shown),
    ...(more > 0 ? [`and ${more} sources that stand better; --json has all`] : []),
  ].join('\n');
}

/** Positive where `b` is worse. */
function worstFirst(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, n) => value !== b[n]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

function sayReasons(failed: Record<string, number>): string {
  const reasons = Object.entries(failed).sort(([, a], [, b]) => b - a);
  const told = reasons.slice(0, MOST_REASONS).map(([reason, n]) => `${reason} ${n}`);
  return [...told, ...(reasons.length > MOST_REASONS ? ['…'] : [])].join(', ');
}

const isRead = (row: ScheduleRow, now: number): boolean =>
  row.holder !== null && row.until !== null && Date.parse(row.until) > now;

function sayTurn(row: ScheduleRow, now: number): string {
  if (isRead(row, now)) return 'is read now';
  if (row.nextDue === null) return 'not planned';
  const away = Date.parse(row.nextDue) - now;
  return away > 0 ? `in ${span(away)}` : `${span(-away)} late`;
}

/** `12 min, rhythm`; what it rests on is said in docs/operations.md. */
function sayInterval({ every, why, failures }: ScheduleRow): string {
  if (every === null) return '';
  const rests = failures > 0 ? `, ${failures} failed` : '';
  return `${span(every * MINUTE)}, ${why ?? ''}${rests}`;
}

function span(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

/** How many are due, who is read now and since when, how often a round overlapped. */
export function scheduleLine(schedule: readonly ScheduleRow[], now: number): string {
  const planned = schedule.filter(({ nextDue }) => nextDue !== null);
  if (planned.length === 0) return "schedule: nothing is planned yet; 'serve' plans it";
  const due = planned.filter(({ nextDue }) => Date.parse(nextDue ?? '') <= now).length;
  const reading = schedule.filter((row) => isRead(row, now));
  const holders = new Set(reading.map(({ holder }) => holder)).size;
  const overlaps = schedule.reduce((sum, row) => sum + row.overlaps, 0);
  const resting = schedule.filter(({ failures }) => failures > 0).length;
  const next = planned.map(({ nextDue }) => nextDue ?? '').sort()[0] ?? '';
  return [
    `schedule: ${planned.length} sources planned, ${due} due`,
    `${reading.length} read now by ${holders} ${holders === 1 ? 'process' : 'processes'}`,
    `${resting} rest after failures`,
    `${overlaps} rounds overlapped`,
    `next ${next.slice(0, 16).replace('T', ' ')} UTC`,
  ].join(', ');
}
