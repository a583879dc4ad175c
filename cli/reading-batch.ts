// Pages that wait, some at a time → read side by side, then saved in their order, in transactions that stay short.
import type { PendingPage, ProcessedBy } from '../archive/process-port.ts';
import type { Reading } from '../pipeline/process.ts';
import type { Outcome } from '../schemas/outcome.ts';
import { followMoves } from './moves.ts';
import { type Failed, readAs, readSafely, sourcesOf } from './read-as.ts';
import type { ReaderDeps } from './reading.ts';
import { withReviews } from './reviewed.ts';

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

/** Pages saved in one transaction: while they are, those that follow are read. */
const FEW = 8;
/** Milliseconds that a transaction may take on a machine that is slow or busy: other processes wait for it. */
const LONGEST_MS = 50;

/** A page, and how it reads; null where its bytes are gone. */
type Read = { pending: PendingPage; reading: Reading | Failed | null };

/** Reads these pages and saves what they say. Ends between two pages where the signal comes. */
export async function readBatch(
  deps: ReaderDeps,
  batch: readonly PendingPage[],
  counts: ReadCounts,
  signal?: AbortSignal,
): Promise<void> {
  const under = batch.map((pending) => readFirst(deps, pending));
  // a fault ends the batch at the first of them that is awaited
  for (const reading of under) reading.catch(() => {});
  for (let from = 0; from < under.length; from += FEW) {
    const some = await Promise.all(under.slice(from, from + FEW));
    await saveInOrder(deps, some, counts);
    if (signal?.aborted === true) return;
  }
}

async function readFirst(deps: ReaderDeps, pending: PendingPage): Promise<Read> {
  const [first] = pending.pages;
  const reading =
    first === undefined ? null : await readSafely(deps, sourcesOf(deps.sites, pending, first));
  return { pending, reading };
}

async function saveInOrder(
  deps: ReaderDeps,
  some: readonly Read[],
  counts: ReadCounts,
): Promise<void> {
  for (let at = 0; at < some.length;) {
    const rest = some.slice(at);
    const done = shortly(deps, rest, (read) => savePlain(deps, read, counts));
    at += done;
    const next = rest[done];
    if (done > 0 || next === undefined) continue;
    await readOn(deps, next, counts);
    at += 1;
  }
}

/** Saves one after the other in one transaction, until one is not plain or it has taken long; returns how many. */
function shortly(
  { archive }: Pick<ReaderDeps, 'archive'>,
  some: readonly Read[],
  keep: (read: Read) => boolean,
): number {
  return archive.transaction(() => {
    const until = performance.now() + LONGEST_MS;
    let done = 0;
    for (const read of some) {
      if ((done > 0 && performance.now() > until) || !keep(read)) break;
      done += 1;
    }
    return done;
  });
}

/** False where the reading is not all: the page has further ones, or its own name leads to no article. */
function savePlain(deps: ReaderDeps, { pending, reading }: Read, counts: ReadCounts): boolean {
  if (reading === null) withoutBytes(deps, pending, counts);
  else if (reading.kind === 'needs-parts') return false;
  else if (
    reading.kind === 'alias' &&
    deps.archive.standingOf(pending.url, reading.canonical) !== 'follow'
  )
    return false;
  else save(deps, pending, reading, counts);
  counts.pages += 1;
  return true;
}

/** Asks for the further pages; where none is to be had, or its name leads nowhere, the page is read for itself. */
async function readOn(
  deps: ReaderDeps,
  { pending, reading: known }: Read,
  counts: ReadCounts,
): Promise<void> {
  const { archive } = deps;
  const [first] = pending.pages;
  if (first === undefined || known === null) throw new Error(`${pending.url}: nothing to read on`);
  counts.pages += 1;
  const sources = sourcesOf(deps.sites, pending, first);
  let reading = await readAs(deps, sources, pending.url, known);
  if (reading.kind === 'needs-parts') {
    const due = archive.addParts(pending.url, reading.urls, deps.now());
    counts.due += due;
    if (due > 0) return;
    reading = await readAs(deps, { ...sources, partsAsked: true }, pending.url);
  }
  const whole = reading;
  archive.transaction(() => save(deps, pending, whole, counts));
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
  deps.archive.saveEnding(readBy(deps, url, page), outcome, deps.now());
}

const readBy = (
  { codeVersion, knowledgeVersion }: ReaderDeps,
  url: string,
  page: number,
): ProcessedBy => ({ url, page, codeVersion, knowledgeVersion });

function save(
  deps: ReaderDeps,
  pending: PendingPage,
  reading: Reading | Failed,
  counts: ReadCounts,
): void {
  const { archive } = deps;
  const { url, page } = pending;
  // fetched anew meanwhile: it waits again, with the newer page
  if (archive.newestPage(url) !== page) return;
  const by = readBy(deps, url, page);
  if (reading.kind === 'article') {
    followMoves(deps, { ...reading, site: pending.site });
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
