// One address and its pages → its reading, with the names that pages call themselves followed through the ledger.
import type { Archive } from '../archive/open.ts';
import type { PendingPage } from '../archive/process-port.ts';
import type { Reading, Sources } from '../pipeline/process.ts';
import type { Log } from '../schemas/log.ts';
import type { Page } from '../schemas/page.ts';
import type { Site } from '../schemas/site.ts';

/** Pages in, their reading out; on a thread of its own, or at once. */
export type Process = (sources: Sources) => Reading | Promise<Reading>;

/** Nothing can be read any more, so no page is to blame. */
export class ReaderBroken extends Error {
  override readonly name = 'ReaderBroken';
}

export type Failed = { kind: 'failed'; error: string };

type Deps = { process: Process; log: Log };

/** What the pipeline is given for an address; its further pages are still to be asked for. */
export const sourcesOf = (
  sites: ReadonlyMap<string, Site>,
  pending: PendingPage,
  first: Page,
): Sources => ({
  first,
  parts: pending.pages.slice(1),
  hints: { title: pending.title, published: pending.published, foundBy: pending.foundBy },
  site: sites.get(pending.site) ?? null,
  partsAsked: false,
});

/** One page that the pipeline cannot stand must not stop the others: it ends as failed, and the log says so. */
export async function readSafely(
  { process, log }: Deps,
  sources: Sources,
): Promise<Reading | Failed> {
  try {
    return await process(sources);
  } catch (error) {
    if (error instanceof ReaderBroken) throw error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log('error', 'article.failed', { url: sources.first.url, error: text });
    return { kind: 'failed', error: text.split('\n', 1)[0] ?? '' };
  }
}

/**
 * The reading of an address. A page that calls itself by another name is an alias, unless that name leads to no
 * article: then the page stands in for it, under that name, or under its own where the names only lead to each other.
 * `known`: its plain reading, where that is at hand.
 */
export async function readAs(
  deps: Deps & { archive: Pick<Archive, 'standingOf'> },
  sources: Sources,
  url: string,
  known?: Reading | Failed,
): Promise<Reading | Failed> {
  const reading = known ?? (await readSafely(deps, sources));
  if (reading.kind !== 'alias') return reading;
  const standing = deps.archive.standingOf(url, reading.canonical);
  if (standing === 'follow') return reading;
  const alone = await readSafely(deps, { ...sources, standsAlone: true });
  if (alone.kind === 'needs-parts') return alone;
  if (alone.kind !== 'article') return reading;
  return standing === 'lost' ? { ...alone, url: reading.canonical } : alone;
}
