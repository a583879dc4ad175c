// A path in; the archive out: the record of what was found, fetched, read and tagged, and the only SQL of the product.
import { aggregates } from './aggregates.ts';
import type { Aggregates } from './aggregates.ts';
import { aliases } from './aliases.ts';
import type { Aliases } from './aliases.ts';
import { articleList } from './article-list.ts';
import type { ArticleList } from './article-list.ts';
import { asking } from './ask.ts';
import { breakdowns } from './breakdown.ts';
import type { Breakdowns } from './breakdown.ts';
import { coverageReports } from './coverage-report.ts';
import type { CoverageReports } from './coverage-report.ts';
import { addresses } from './ledger.ts';
import type { Addresses } from './ledger.ts';
import { articles } from './articles.ts';
import type { Articles } from './articles.ts';
import { backfills } from './backfills.ts';
import type { Backfills } from './backfills.ts';
import { changes } from './changes.ts';
import type { Changes } from './changes.ts';
import { connect } from './database.ts';
import type { Database, SlowWrite } from './database.ts';
import { disk } from './disk.ts';
import type { Disk } from './disk.ts';
import { coverage } from './coverage.ts';
import { coverageDays } from './coverage-days.ts';
import type { CoverageDays } from './coverage-days.ts';
import { listing } from './listing.ts';
import type { Listing } from './listing.ts';
import type { Coverage } from './coverage.ts';
import { desk } from './desk.ts';
import type { Desk } from './desk.ts';
import { discoveryState } from './discovery.ts';
import type { DiscoveryState } from './discovery.ts';
import { endings } from './endings.ts';
import { lookPlan, looks } from './looks.ts';
import type { Looks } from './looks.ts';
import { migrate, requireNewest } from './migrate.ts';
import { movedIds } from './moved-ids.ts';
import type { MovedIds } from './moved-ids.ts';
import { moveNotes, moves } from './moves.ts';
import type { Moves } from './moves.ts';
import { pages } from './pages.ts';
import type { Pages } from './pages.ts';
import { processing } from './processing.ts';
import type { Processing } from './process-port.ts';
import { evidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { healthReports, healthStore } from './health.ts';
import type { HealthReports, HealthStore } from './health.ts';
import { groups } from './groups.ts';
import { groupChanges } from './group-changes.ts';
import type { GroupChanges } from './group-changes.ts';
import type { Groups } from './groups.ts';
import { runs } from './runs.ts';
import type { Runs } from './runs.ts';
import { schedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { siteClock, sites } from './sites.ts';
import type { Sites } from './sites.ts';
import { sources } from './sources.ts';
import type { Sources } from './sources.ts';
import { status } from './status.ts';
import type { Status } from './status.ts';
import { summary } from './summary.ts';
import type { Summary } from './summary.ts';
import { leasesOfTheDead, turns } from './turns.ts';
import type { LeasesOfTheDead, Turns } from './turns.ts';
import { outbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { trends } from './trend.ts';
import type { Trends } from './trend.ts';
import { newestVersions } from './versions.ts';
import { watches } from './watches.ts';
import type { Watches } from './watches.ts';
import { type Waiting, whenFree } from './when-free.ts';

export type Reports = Trends & ArticleList & Breakdowns & CoverageReports & Sources & HealthReports;

export type Archive = Addresses &
  Aliases &
  Backfills &
  Articles &
  Changes &
  DiscoveryState &
  Looks &
  Pick<MovedIds, 'presentId'> &
  GroupChanges &
  Pages &
  Pick<Coverage, 'coverageAfter'> &
  Processing &
  Runs &
  Schedule &
  Sites &
  Turns &
  LeasesOfTheDead &
  Pick<Database, 'transaction' | 'patience' | 'cache' | 'close'> & {
    /** Articles whose page is at another address now. */
    moves: Moves;
    /** Which articles carry the same text and tell the same story. */
    groups: Groups;
    /** The questions of the API and of exports. */
    lists: Listing & Aggregates & CoverageDays;
    /** The log of what is proven, its parts and its time stamps. */
    evidence: Evidence;
    /** What the file takes, and what may go. */
    disk: Disk;
    /** Rhythm, judgement and alarms of the sources. */
    health: HealthStore;
    /** Stories that watches follow, the alerts they gave, and the messages that carry them. */
    alerts: Watches & Outbox;
    /** Who may enter, how, and what they did. */
    desk: Desk;
    /** The questions of the dashboard. */
    reports: Reports;
    /** What was found and how it ended; with `since` (ISO 8601, UTC) only from then on. */
    summary(since?: string): Summary;
    status(): Status;
  };

/**
 * Opens the archive at `path` (':memory:' for one that is gone after), creating and migrating the file as needed;
 * its folder must exist. Several processes may have it open; a writer waits up to 10 s for another. `readOnly`
 * neither creates nor migrates. `slowWrite` is told of each transaction that took over two seconds. With `waiting`
 * opening itself waits up to two minutes for one who writes, so that what comes next finds it free.
 * @throws ArchiveError folder-missing, not-writable, not-an-archive, newer, older, busy. Each call of a method may
 *   throw ArchiveError disk-full, busy, damaged; what was committed before stays.
 */
export function openArchive(path: string, options: OpenOptions = {}): Archive {
  const { readOnly = false, waiting } = options;
  if (readOnly || waiting === undefined) return openNow(path, options);
  return whenFree(path, waiting, (patience) => openNow(path, options, patience));
}

export type OpenOptions = { readOnly?: boolean; slowWrite?: SlowWrite; waiting?: Waiting };

/** With `patience` (milliseconds) it is open only once a writer would not have to wait for another. */
function openNow(path: string, options: OpenOptions, patience?: number): Archive {
  const { readOnly = false, slowWrite } = options;
  const db = connect(path, readOnly, slowWrite, patience);
  try {
    if (readOnly) requireNewest(db);
    else migrate(db);
    if (patience !== undefined) db.transaction(() => {}); // nothing to write: only whether one may
    db.patience(null);
    return assemble(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function assemble(db: Database): Archive {
  const clock = siteClock(db);
  const days = coverage(db);
  const plan = lookPlan(db);
  const ids = movedIds(db);
  const notes = moveNotes(db, ids);
  const common = { db, clock, coverage: days, ids, moves: notes };
  const parts = { ...common, endings: endings(common), plan };
  const newest = newestVersions(db);
  const revisits = looks(parts, plan);
  const store = pages(parts, revisits);
  const ledger = addresses(parts);
  const kept = articles({ ...parts, newest });
  const ask = asking(db);
  return {
    ...sites(db),
    ...ledger,
    ...aliases(parts, ledger),
    ...backfills(parts, ledger),
    ...revisits,
    ...discoveryState(db),
    ...store,
    ...processing(parts, store),
    ...kept,
    ...changes(db),
    ...groupChanges(db),
    coverageAfter: (seq, limit) => days.coverageAfter(seq, limit),
    ...runs(db, clock, days),
    ...schedule(db),
    ...turns(db),
    ...leasesOfTheDead(db),
    presentId: ids.presentId,
    moves: moves({ db, ids, newest }),
    evidence: evidence(db),
    groups: groups(db),
    disk: disk(db),
    health: healthStore(db, clock, days),
    alerts: { ...watches(db), ...outbox(db) },
    lists: { ...listing(db, ask), ...aggregates(ask), ...coverageDays(db) },
    desk: desk(db, ids),
    reports: {
      ...trends(ask),
      ...articleList(db, ask, kept, ids),
      ...breakdowns(ask),
      ...coverageReports(db, ask),
      ...sources(db, ask),
      ...healthReports(db),
    },
    summary: (since) => summary(db, since),
    status: () => status(db),
    transaction: (work) => db.transaction(work),
    patience: (ms) => db.patience(ms),
    cache: (megabytes) => db.cache(megabytes),
    close: () => {
      db.close();
    },
  };
}
