// Pages that wait in the archive → articles and endings in the archive: the loop around pipeline/process.ts.
import type { Archive } from '../archive/open.ts';
import type { PendingPage, ProcessedBy, Processing } from '../archive/process-port.ts';
import { type Reading, type Sources, createProcessor } from '../pipeline/process.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { Log } from '../schemas/log.ts';
import type { Outcome } from '../schemas/outcome.ts';
import type { Page } from '../schemas/page.ts';
import type { Site } from '../schemas/site.ts';
import { type Workplace, nowText } from './deps.ts';
import { type ReviewStore, withReviews } from './reviewed.ts';
import { loadKnowledge } from './knowledge.ts';
import { KNOWLEDGE_DIR } from './paths.ts';
import { codeVersion } from './version.ts';

export type ReaderDeps = {
  archive: Processing & Pick<Archive, 'standingOf' | 'transaction'> & { desk: ReviewStore };
  process: (sources: Sources) => Reading;
  /** Entries by id. */
  sites: ReadonlyMap<string, Site>;
  codeVersion: string;
  knowledgeVersion: string;
  /** ISO 8601, UTC. */
  now: () => string;
  log: Log;
};

/** What the reading loop needs, with the knowledge of this installation. */
export function readerDeps(
  { archive, log }: Workplace,
  sites: Site[],
  knowledge: Knowledge = loadKnowledge(KNOWLEDGE_DIR),
): ReaderDeps {
  return {
    archive,
    process: createProcessor(knowledge),
    sites: new Map(sites.map((site) => [site.id, site])),
    codeVersion: codeVersion(),
    knowledgeVersion: knowledge.version,
    now: nowText,
    log,
  };
}

export type ReadCounts = {
  /** Pages read. */
  pages: number;
  /** Articles that became new or different. */
  added: number;
  changed: number;
  same: number;
  skipped: number;
  failed: number;
  /** Not read again: the bytes of their pages were dropped to save disk; what was read of them stays. */
  dropped: number;
  /** Addresses that reading made due: parts and canonical addresses. */
  due: number;
};

/** Pages read in one transaction: writes are batched, and a killed process repeats at most these. */
const BATCH = 25;
/** Milliseconds that a transaction may take on a machine that is slow or busy. */
const LONGEST_MS = 100;

const none = (): ReadCounts => ({
  pages: 0,
  added: 0,
  changed: 0,
  same: 0,
  skipped: 0,
  failed: 0,
  dropped: 0,
  due: 0,
});

/** Reads what waits until nothing does; between batches other work of the process gets its turn. */
export async function readPending(deps: ReaderDeps, signal?: AbortSignal): Promise<ReadCounts> {
  const counts = none();
  for (let limit = BATCH; ;) {
    const done = shortly(
      deps,
      () => deps.archive.pending(limit),
      (pending) => readOne(deps, pending, counts),
    );
    if (done === 0 || signal?.aborted === true) return counts;
    // pages are inflated when they are listed: no more of them than there was time for
    limit = done < limit ? done : Math.min(BATCH, limit * 2);
    await nextTurn();
  }
}

/** Reads again what another version of code or knowledge has read. */
export async function readStale(
  deps: ReaderDeps,
  progress: (done: number) => void,
): Promise<ReadCounts> {
  const counts = none();
  for await (const batch of staleBatches(deps)) {
    for (let from = 0; from < batch.length;) {
      const rest = batch.slice(from);
      from += shortly(
        deps,
        () => rest,
        (pending) => readOne(deps, pending, counts),
      );
      await nextTurn();
    }
    progress(counts.pages);
  }
  return counts;
}

/**
 * Works on what `list` gives in one transaction that is ended, with the rest left, when it takes long: other processes
 * wait for it. Returns how many were done, at least one where there are any.
 */
function shortly(
  { archive }: Pick<ReaderDeps, 'archive'>,
  list: () => PendingPage[],
  work: (pending: PendingPage) => void,
): number {
  return archive.transaction(() => {
    const until = performance.now() + LONGEST_MS;
    let done = 0;
    for (const pending of list()) {
      if (done > 0 && performance.now() > until) break;
      work(pending);
      done += 1;
    }
    return done;
  });
}

/** What another version of code or knowledge has read, in the order of the ledger; each once. */
export async function* staleBatches(deps: ReaderDeps): AsyncGenerator<PendingPage[]> {
  for (let after = 0; ;) {
    const batch = deps.archive.staleFor(deps.codeVersion, deps.knowledgeVersion, BATCH, after);
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1)?.id ?? after;
    await nextTurn();
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function readOne(deps: ReaderDeps, pending: PendingPage, counts: ReadCounts): void {
  const { archive } = deps;
  const [first] = pending.pages;
  counts.pages += 1;
  if (first === undefined) return withoutBytes(deps, pending, counts);
  const by: ProcessedBy = {
    url: pending.url,
    page: first.id,
    codeVersion: deps.codeVersion,
    knowledgeVersion: deps.knowledgeVersion,
  };
  const sources = sourcesOf(deps, pending, first);
  let reading = readAs(deps, sources, pending.url);
  if (reading.kind === 'needs-parts') {
    const due = archive.addParts(pending.url, reading.urls, deps.now());
    counts.due += due;
    if (due > 0) return;
    reading = readAs(deps, { ...sources, partsAsked: true }, pending.url);
  }
  save(deps, by, pending, reading, counts);
}

/**
 * The reading of an address. A page that calls itself by another name is an alias, unless that name leads to no
 * article: then the page stands in for it, under that name, or under its own where the names only lead to each other.
 */
export function readAs(
  deps: Pick<ReaderDeps, 'process' | 'log'> & { archive: Pick<Archive, 'standingOf'> },
  sources: Sources,
  url: string,
): Reading | Failed {
  const reading = safely(deps, sources);
  if (reading.kind !== 'alias') return reading;
  const standing = deps.archive.standingOf(url, reading.canonical);
  if (standing === 'follow') return reading;
  const alone = safely(deps, { ...sources, standsAlone: true });
  if (alone.kind === 'needs-parts') return alone;
  if (alone.kind !== 'article') return reading;
  return standing === 'lost' ? { ...alone, url: reading.canonical } : alone;
}

/** Read before: that reading stays. Never read, which nothing drops: an ending, so that it does not wait for ever. */
function withoutBytes(
  deps: ReaderDeps,
  { url, page, unread }: PendingPage,
  counts: ReadCounts,
): void {
  counts.dropped += 1;
  if (!unread) return;
  const outcome = { kind: 'failed', stage: 'extract', reason: 'bytes-dropped' } as const;
  const by = {
    url,
    page,
    codeVersion: deps.codeVersion,
    knowledgeVersion: deps.knowledgeVersion,
  };
  deps.archive.saveEnding(by, outcome, deps.now());
}

/** What the pipeline is given for an address; its further pages are still to be asked for. */
export const sourcesOf = (deps: ReaderDeps, pending: PendingPage, first: Page): Sources => ({
  first,
  parts: pending.pages.slice(1),
  hints: { title: pending.title, published: pending.published, foundBy: pending.foundBy },
  site: deps.sites.get(pending.site) ?? null,
  partsAsked: false,
});

type Failed = { kind: 'failed'; error: string };

/** One page that the pipeline cannot stand must not stop the others: it ends as failed, and the log says so. */
function safely(deps: Pick<ReaderDeps, 'process' | 'log'>, sources: Sources): Reading | Failed {
  try {
    return deps.process(sources);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    deps.log('error', 'article.failed', { url: sources.first.url, error: text });
    return { kind: 'failed', error: text.split('\n', 1)[0] ?? '' };
  }
}

// oxlint-disable-next-line max-params -- what was read, of which page, by what, and where it is counted
function save(
  deps: ReaderDeps,
  by: ProcessedBy,
  pending: PendingPage,
  reading: Reading | Failed,
  counts: ReadCounts,
): void {
  const { archive } = deps;
  if (reading.kind === 'article') {
    const { kind: _, ...content } = withReviews(archive.desk, reading, by);
    const pages = pending.pages.map(({ id }) => id);
    const { saved } = archive.saveArticle(by, { ...content, pages }, deps.now());
    counts[saved === 'new' ? 'added' : saved] += 1;
    return;
  }
  if (
    reading.kind === 'alias' &&
    archive.addCanonical(pending.site, reading.canonical, deps.now())
  ) {
    counts.due += 1;
  }
  const outcome = endingOf(reading);
  counts[outcome.kind] += 1;
  archive.saveEnding(by, outcome, deps.now());
}

type Ending = Exclude<Outcome, { kind: 'kept' }>;

function endingOf(reading: Exclude<Reading, { kind: 'article' }> | Failed): Ending {
  switch (reading.kind) {
    case 'alias':
      return { kind: 'skipped', reason: 'alias', detail: reading.canonical };
    case 'skipped':
      return { kind: 'skipped', reason: reading.reason, detail: reading.detail };
    case 'needs-parts':
      return { kind: 'failed', stage: 'extract', reason: 'parts', detail: reading.urls.join(' ') };
    case 'failed':
      return { kind: 'failed', stage: 'extract', reason: 'fault', detail: reading.error };
    default:
      return reading satisfies never;
  }
}
