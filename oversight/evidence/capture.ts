// The archive's changes in; for each version of an article that is to be proven an entry of the log with its parts.
import type { Article } from '../../schemas/article.ts';
import type {
  CaptureEntry,
  EvidenceMissing,
  EvidencePage,
  ViewPlan,
} from '../../schemas/evidence.ts';
import type { Page } from '../../schemas/page.ts';
import { appendOnce, newPart, type NewPart } from './append.ts';
import { canonical, sha256 } from './canonical.ts';
import { entriesOf } from './entries.ts';
import type { SigningKey } from './key.ts';
import type { EvidenceArchive } from './ports.ts';
import { warcOf } from './warc.ts';

/** The name of the cursor. */
export const CONSUMER = 'evidence';

/** A page older than this is not drawn any more: its style sheets and pictures may be others by now. */
export const DRAWN_WITHIN_MS = 24 * 3600 * 1000;

export type CaptureDeps = {
  archive: EvidenceArchive;
  key: SigningKey;
  /** UTC milliseconds. */
  now: () => number;
  /** Which articles: relevant ones, or those to review too ('seen'). */
  wanted: 'relevant' | 'seen';
  /** Whether pages will be drawn: 'follows', or why not. */
  views: Extract<ViewPlan, 'follows' | 'no-browser' | 'off'>;
};

/**
 * Takes up to `limit` changes: enters those that are to be proven, and moves the cursor with the entry, in one
 * transaction. An article that has evidence is followed whatever it is tagged later: an edit may make it irrelevant.
 * Returns how many changes were taken and how many entries made.
 */
export async function captureSome(
  deps: CaptureDeps,
  limit: number,
): Promise<{ taken: number; entered: number }> {
  const { archive, key } = deps;
  const changes = archive.changesAfter(archive.cursor(CONSUMER), limit);
  let entered = 0;
  for (const [index, { seq, article: id, version }] of changes.entries()) {
    const article = archive.articleVersion(id, version);
    const draft = article !== null && isWanted(deps, article) ? await draftOf(deps, article) : null;
    if (draft === null && index < changes.length - 1) continue;
    archive.transaction(() => {
      if (draft !== null) {
        const parts = draft.parts.map(({ data }) => data);
        if (appendOnce(archive, key, draft.entry, parts) !== null) entered += 1;
      }
      archive.saveCursor(CONSUMER, Math.max(seq, archive.cursor(CONSUMER)));
    });
  }
  return { taken: changes.length, entered };
}

function isWanted({ archive, wanted }: CaptureDeps, { id, version, tags }: Article): boolean {
  if (archive.evidence.has(id, version, 'capture')) return false;
  const { decision } = tags;
  if (decision === 'relevant' || (wanted === 'seen' && decision === 'review')) return true;
  return archive.evidence.linesOf(id).length > 0;
}

type Draft = { entry: CaptureEntry; parts: NewPart[] };

async function draftOf(deps: CaptureDeps, article: Article): Promise<Draft> {
  const { archive } = deps;
  const { id, version, site, outlet, url, tags, extracted } = article;
  const made = archive.versions(id).find((each) => each.version === version);
  const at = new Date(deps.now()).toISOString();
  const changedAt = made?.at ?? at;
  const goneAt = article.goneAt !== null && article.goneAt <= changedAt ? article.goneAt : null;
  const served = await servedOf(archive, article);
  const reading = newPart('reading', 'application/json', readingOf(article));
  const entry: CaptureEntry = {
    v: 1,
    kind: 'capture',
    at,
    article: id,
    version,
    what: made?.what ?? 'new',
    changedAt,
    site,
    outlet,
    url,
    title: extracted.title,
    decision: tags.decision,
    goneAt,
    pages: served.pages,
    parts: [...served.known, ...served.parts.map(({ part }) => part), reading.part],
    missing: served.missing,
    view: viewPlan(deps, served),
  };
  return { entry, parts: [...served.parts, reading] };
}

/** What was read from the page, and why it is tagged so: with it each quoted span can be found again. */
function readingOf(article: Article): Uint8Array {
  const { id, version, url, outlet, localDay, extracted, tags, codeVersion, knowledgeVersion } =
    article;
  const said = { id, version, url, outlet, localDay, extracted, tags };
  return Buffer.from(canonical({ ...said, codeVersion, knowledgeVersion }));
}

type Served = {
  pages: EvidencePage[];
  parts: NewPart[];
  /** Parts that an earlier entry brought. */
  known: CaptureEntry['parts'];
  missing: EvidenceMissing[];
  drawnBefore: boolean;
};

/** The raw responses as a WARC; that of an earlier version where nothing else was served. */
async function servedOf(archive: EvidenceArchive, article: Article): Promise<Served> {
  const earlier = entriesOf(archive.evidence, article.id).flatMap((entry) =>
    entry.kind === 'capture' ? [entry] : [],
  );
  const stored = article.pages.map((page) => archive.page(page));
  const pages = stored.flatMap((page) => (page === null ? [] : [page]));
  if (pages.length < stored.length || pages.length === 0) {
    const last = earlier.at(-1);
    if (last?.pages.length === stored.length && stored.length > 0) return again(last);
    const reason = 'the archive no longer holds the bytes of the page';
    const missing: EvidenceMissing[] = [{ role: 'warc', reason }];
    return { pages: [], parts: [], known: [], missing, drawnBefore: false };
  }
  const named = pages.map(asEvidence);
  const same = earlier.findLast((entry) => canonical(entry.pages) === canonical(named));
  if (same !== undefined) return again(same);
  const warc = await warcOf(pages.map((page) => ({ ...page, at: page.fetchedAt })));
  const part = newPart('warc', 'application/warc', warc);
  return { pages: named, parts: [part], known: [], missing: [], drawnBefore: false };
}

const again = ({ pages, parts, missing, view }: CaptureEntry): Served => ({
  pages,
  parts: [],
  known: parts.filter(({ role }) => role === 'warc'),
  missing,
  drawnBefore: view === 'follows' || view === 'drawn-before',
});

const asEvidence = ({ url, finalUrl, fetchedAt, status, via, body }: Page): EvidencePage => ({
  url,
  finalUrl,
  fetchedAt,
  status,
  via,
  sha256: sha256(body),
});

function viewPlan({ views, now }: CaptureDeps, { pages, drawnBefore }: Served): ViewPlan {
  const fetchedAt = pages[0]?.fetchedAt;
  if (fetchedAt === undefined) return 'no-page';
  if (drawnBefore) return 'drawn-before';
  if (views !== 'follows') return views;
  return now() - Date.parse(fetchedAt) > DRAWN_WITHIN_MS ? 'too-old' : 'follows';
}
