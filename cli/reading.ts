// Pages that wait in the archive → articles and endings in the archive: the loop around pipeline/process.ts.
import type { Archive } from '../archive/open.ts';
import type { PendingPage, Processing } from '../archive/process-port.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { Log } from '../schemas/log.ts';
import type { Site } from '../schemas/site.ts';
import { type Workplace, nowText } from './deps.ts';
import type { Process } from './read-as.ts';
import { openReaderThread } from './reader-thread.ts';
import { type ReadCounts, readBatch } from './reading-batch.ts';
import type { ReviewStore } from './reviewed.ts';
import { settleMoves } from './moves.ts';
import { knowledgeVersion } from './knowledge.ts';
import { KNOWLEDGE_DIR } from './paths.ts';
import type { Between } from './steps.ts';
import { codeVersion } from './version.ts';

export type ReaderDeps = {
  archive: Processing &
    Pick<Archive, 'article' | 'moves' | 'newestPage' | 'retag' | 'standingOf' | 'transaction'> & {
      desk: ReviewStore;
    };
  process: Process;
  /** Nothing is to be read for a while: what reading holds is given back. */
  rest?: () => void;
  /** Entries by id. */
  sites: ReadonlyMap<string, Site>;
  codeVersion: string;
  knowledgeVersion: string;
  /** ISO 8601, UTC. */
  now: () => string;
  log: Log;
  /** What is done between two batches of a backlog; left out: other work of the thread gets its turn. */
  between?: Between;
};

/** What the reading loop needs, with the knowledge of this installation; pages are read on a thread of their own. */
export function readerDeps(
  { archive, log }: Workplace,
  sites: Site[],
  knowledge: Pick<Knowledge, 'version'> = { version: knowledgeVersion(KNOWLEDGE_DIR) },
): ReaderDeps {
  const { read, rest } = openReaderThread();
  return {
    archive,
    process: read,
    rest,
    sites: new Map(sites.map((site) => [site.id, site])),
    codeVersion: codeVersion(),
    knowledgeVersion: knowledge.version,
    now: nowText,
    log,
  };
}

/** Pages taken from the archive at a time. */
const BATCH = 32;

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
  await oneAfterTheOther(deps.archive, async () => {
    for (let before = -1; counts.pages > before;) {
      before = counts.pages;
      await readBatch(deps, deps.archive.pending(BATCH), counts, signal);
      await (deps.between ?? nextTurn)();
      if (signal?.aborted === true) return;
    }
    settleMoves(deps);
  });
  return counts;
}

/** Reads again what another version of code or knowledge has read. */
export async function readStale(
  deps: ReaderDeps,
  progress: (done: number) => void,
): Promise<ReadCounts> {
  const counts = none();
  for await (const batch of staleBatches(deps)) {
    await readBatch(deps, batch, counts);
    progress(counts.pages);
  }
  settleMoves(deps);
  return counts;
}

/** Who comes while an archive is read waits: the same pages are not read twice. */
async function oneAfterTheOther(archive: object, work: () => Promise<void>): Promise<void> {
  const turn = (READING.get(archive) ?? Promise.resolve()).then(work);
  READING.set(
    archive,
    turn.catch(() => {}),
  );
  await turn;
}
const READING = new WeakMap<object, Promise<void>>();

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
