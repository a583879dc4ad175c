// The whole job on the press row: newspapers on loopback → crawl → tagged articles → Elasticsearch if there is one → dashboard.
import { setTimeout as pause } from 'node:timers/promises';
import { type Press, startPress } from '../../demo/press.ts';
import type { Site } from '../../schemas/site.ts';
import { type Workplace, nowText, openWorkplace } from '../deps.ts';
import { readerDeps } from '../reading.ts';
import { Failure, explainSystemError } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { type Projection, openProjection } from '../projection.ts';
import { openRounds, runRound } from '../rounds.ts';
import { keepAlerting } from '../serving/alerting.ts';
import { keepProving } from '../serving/evidence.ts';
import { stopSignal } from '../signals.ts';
import { print, table } from '../table.ts';
import { trackLedger } from '../track.ts';
import { baseOf, openWatching } from '../watching/open.ts';
import { addSampleWatch } from '../watching/sample.ts';
import { openWebsite } from '../web.ts';

type Options = { once?: boolean; port?: number; pressPort: number; data: string; json?: boolean };

/** The row is on this machine: a newspaper that fails is asked again soon. */
const RETRY_DELAYS_MS = [500, 1500];
/** Milliseconds between rounds while the demo is served; before the second the press row prints its second edition. */
const ROUND_EVERY = 60_000;

export async function demo(options: Options): Promise<void> {
  // The newspapers' faults are wanted here: they belong into the summary, not on the terminal.
  const workplace = openWorkplace(options.data, { PANTAU_LOG_LEVEL: 'error', ...process.env });
  const { signal, dispose } = stopSignal();
  try {
    const press = await openPress(options.pressPort);
    try {
      await run(workplace, press, options, signal);
    } finally {
      await press.close();
    }
  } finally {
    dispose();
    workplace.archive.close();
  }
}

async function openPress(basePort: number): Promise<Press> {
  try {
    return await startPress({ basePort });
  } catch (error) {
    const known = explainSystemError(error);
    if (known === null && !(error instanceof Error)) throw error;
    throw new Failure(`${known ?? String(error)}\nThe newspapers' ports begin at --press-port.`);
  }
}

async function run(
  workplace: Workplace,
  press: Press,
  options: Options,
  signal: AbortSignal,
): Promise<void> {
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const website =
    options.once === true ? null : await openWebsite(workplace, knowledge, options.port);
  const crawler = openRounds(workplace);
  const reader = readerDeps(workplace, press.sites, knowledge);
  const projection = await openProjection(workplace, knowledge, signal);
  const round = async (): Promise<void> => {
    const { stopped } = await runRound(workplace, crawler, reader, {
      verb: 'demo',
      sites: press.sites,
      signal,
      knowledge,
      retryDelaysMs: RETRY_DELAYS_MS,
    });
    await projection?.project();
    if (stopped !== null && !signal.aborted)
      throw new Failure(
        `The crawl ended early: ${stopped}\nNothing that was read is lost; run the same command again.`,
      );
  };
  try {
    const tracking = trackLedger(workplace.archive);
    await round();
    tracking.stop();
    report(workplace, press.sites, options);
    if (website === null) return;
    process.stderr.write(`\nDashboard: ${website.address}\nCtrl-C ends the demo.\n`);
    addSampleWatch(options.data);
    const base = baseOf(workplace, options.port);
    const sources = (): string[] => press.sites.map(({ id }) => id);
    const watching = openWatching(workplace, knowledge, sources, { base, signal });
    await Promise.all([
      keepAlerting(watching, signal),
      keepProving(workplace, crawler, press.sites, signal),
      goOn(press, round, signal),
    ]);
  } finally {
    await website?.close();
    await closeAll(crawler, projection);
  }
}

async function closeAll(
  crawler: ReturnType<typeof openRounds>,
  projection: Projection | null,
): Promise<void> {
  await crawler.close();
  await projection?.close();
}

/** New rounds until stopped: the second sees what the newspapers changed, removed and added meanwhile. */
async function goOn(press: Press, round: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let first = true; !signal.aborted; first = false) {
    await pause(ROUND_EVERY, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    if (first) press.advance(nowText());
    await round();
  }
}

function report({ archive }: Workplace, sites: Site[], options: Options): void {
  const summary = archive.summary();
  const reasons = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .map(([reason, n]) => `${reason} ${n}`)
      .join(', ');
  const makes = new Map(
    sites.map((site) => [site.id, site.discover.map(({ kind }) => kind).join(' ')]),
  );
  const rows = [...summary.sites, { ...summary.all, site: 'all', name: '' }].map((row) => [
    row.site,
    makes.get(row.site) ?? '',
    row.found,
    row.fetched,
    row.kept,
    reasons(row.skipped),
    reasons(row.failed),
    row.articles.relevant,
    row.articles.review,
    row.articles.irrelevant,
  ]);
  const headers = [
    'newspaper',
    'found by',
    'found',
    'fetched',
    'kept',
    'skipped',
    'failed',
    'relevant',
    'review',
    'irrelevant',
  ];
  print(summary, table(headers, rows), options.json);
}
