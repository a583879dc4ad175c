// Older articles of one source: its lists read backwards, what they name fetched at the source's pace, in slices
// between which the usual rounds have their turn.
import { setTimeout as pause } from 'node:timers/promises';
import type { Days } from '../../archive/backfills.ts';
import { olderLists } from '../../crawlers/discover/older.ts';
import { HELD } from '../../crawlers/report.ts';
import type { Site } from '../../schemas/site.ts';
import { readLists } from '../backfilling.ts';
import { trackBackfill } from '../backfill-progress.ts';
import { type Workplace, nowText, openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { readerDeps } from '../reading.ts';
import { crawlSites, openRounds, plannerOf } from '../rounds.ts';
import { stopSignal } from '../signals.ts';
import { print } from '../table.ts';
import { aboutSeconds } from '../time-left.ts';
import { siteById } from './site-visit.ts';

type Options = { from: string; to: string; data: string; sites?: string; json?: boolean };

/** A slice ends after this; then a round of the source that fell due meanwhile is let in. */
const SLICE_MS = 10 * 60_000;
/** `serve` looks for what is due each minute. */
const LET_IN_MS = 70_000;
const HELD_MS = 5_000;

export async function backfill(id: string, options: Options): Promise<void> {
  const site = siteById(id, options.sites);
  const days = daysOf(options);
  if (olderLists(site.discover).length === 0) {
    throw new Failure(
      `${id}: its entry names only feeds, which do not reach back. Add its sitemap, WordPress route or a listing under discover: ('site try ${id}' finds them).`,
    );
  }
  const workplace = openWorkplace(options.data);
  const { signal, dispose } = stopSignal();
  try {
    workplace.archive.saveSites([site], nowText());
    const outcome = await fill(workplace, site, days, signal);
    print(outcome, describe(outcome), options.json);
    if (outcome.left > 0 || outcome.failed.length > 0) process.exitCode = 1;
  } finally {
    dispose();
    workplace.archive.close();
  }
}

function daysOf({ from, to }: Options): Days {
  for (const [name, day] of Object.entries({ from, to })) {
    const valid = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
    if (!valid) throw new Failure(`--${name} ${day}: expected a day, YYYY-MM-DD.`, 2);
  }
  if (from > to) throw new Failure(`--from ${from} is after --to ${to}.`, 2);
  return { from, to };
}

type Outcome = {
  site: string;
  from: string;
  to: string;
  /** Addresses that the lists named, and those that were new; over all runs. */
  listed: number;
  added: number;
  /** Fetched in this run. */
  fetched: number;
  /** Still to be fetched, and about how long that takes; more may come while lists are still to be read. */
  left: number;
  secondsLeft: number;
  stopped: boolean;
  failed: { list: string; reason: string }[];
};

async function fill(
  workplace: Workplace,
  site: Site,
  days: Days,
  signal: AbortSignal,
): Promise<Outcome> {
  const { archive } = workplace;
  const crawler = openRounds(workplace);
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const reader = readerDeps(workplace, [site], knowledge);
  const planner = plannerOf(workplace, crawler, knowledge);
  const run = archive.startRun('backfill', nowText());
  const failed = new Map<string, string>();
  const progress = trackBackfill(workplace, site);
  let fetched = 0;
  let listsDone = false;
  try {
    while (!signal.aborted) {
      const endAt = Date.now() + SLICE_MS;
      const task = { archive, site, days, now: Date.now, failed, onPage: progress.listed };
      const report = await crawlSites(workplace, crawler, reader, {
        run,
        sites: [site],
        signal,
        planner,
        purpose: 'backfill',
        endAt,
        readLists: async (visit) => {
          listsDone = await readLists(task, visit, endAt);
        },
      });
      const [account] = report.sites;
      fetched += account?.fetched ?? 0;
      progress.show();
      const held = account?.left === HELD;
      if (!held && listsDone && archive.backfillLeft(site.id).due === 0) break;
      if (!held && account?.left !== null) break; // the site is down or asks to be left alone
      await pause(waitMs(archive, site, held), undefined, { signal }).catch(() => {});
    }
  } finally {
    progress.stop();
    archive.endRun(run, nowText(), signal.aborted ? 'stopped' : null);
    await crawler.close();
  }
  const lists = archive.backfillLists(site.id, days);
  const rest = progress.left();
  return {
    site: site.id,
    ...days,
    listed: lists.reduce((sum, { listed }) => sum + listed, 0),
    added: lists.reduce((sum, { added }) => sum + added, 0),
    fetched,
    left: rest.due,
    secondsLeft: rest.secondsLeft,
    stopped: signal.aborted || !listsDone,
    failed: [...failed].map(([list, reason]) => ({ list, reason })),
  };
}

/** Until the next slice: at once, or long enough that a round which is due, or runs, has its turn. */
function waitMs(archive: Workplace['archive'], site: Site, held: boolean): number {
  if (held) return HELD_MS;
  const due = archive.scheduleOf(site.id)?.nextDue;
  return due !== undefined && due !== null && due <= nowText() ? LET_IN_MS : 0;
}

const timeLeft = ({ left, secondsLeft }: Pick<Outcome, 'left' | 'secondsLeft'>): string =>
  left === 0 ? '' : ` (about ${aboutSeconds(secondsLeft)})`;

function describe({ site, from, to, ...counts }: Outcome): string {
  const lines = [
    `${site}, ${from} to ${to}: ${counts.listed} addresses named, ${counts.added} new, ${counts.fetched} fetched in this run, ${counts.left} still to be fetched${timeLeft(counts)}`,
    ...counts.failed.map(({ list, reason }) => `${list}: ${reason}`),
  ];
  const again = counts.stopped || counts.left > 0 || counts.failed.length > 0;
  return [...lines, ...(again ? ['Run the same command again: it goes on from here.'] : [])].join(
    '\n',
  );
}
