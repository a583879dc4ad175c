// Captures whose page is to be drawn in; for each an entry with screenshot and page as seen, or why there is none.
import { gzipSync } from 'node:zlib';
import type { EvidenceMissing, ViewEntry } from '../../schemas/evidence.ts';
import { fail, type Result } from '../../schemas/result.ts';
import { appendOnce, newPart, type NewPart } from './append.ts';
import { DRAWN_WITHIN_MS } from './capture.ts';
import { readEntry } from './entries.ts';
import type { SigningKey } from './key.ts';
import type { EvidenceArchive, Look, Looking } from './ports.ts';
import { warcOf } from './warc.ts';

export type ViewDeps = {
  archive: EvidenceArchive;
  key: SigningKey;
  /** UTC milliseconds. */
  now: () => number;
  look: Looking;
};

/** Pages drawn at the same time: of different hosts mostly, each waiting for its turn. */
const AT_ONCE = 2;
/** A page that could not be drawn is tried once more. */
const TRIES = 2;

/**
 * Draws the pages that wait, newest first, until none does or `signal` aborts; those that `look` leaves go on waiting.
 * Returns how many were entered.
 */
export async function drawWaiting(deps: ViewDeps, signal: AbortSignal): Promise<number> {
  let entered = 0;
  const left: number[] = [];
  while (!signal.aborted) {
    const batch = deps.archive.evidence.waiting(AT_ONCE, left);
    if (batch.length === 0) break;
    await Promise.all(
      batch.map(async (seq) => {
        if (await drawOne(deps, seq, signal)) entered += 1;
        else left.push(seq);
      }),
    );
  }
  return entered;
}

async function drawOne(deps: ViewDeps, seq: number, signal: AbortSignal): Promise<boolean> {
  const { archive, key, now } = deps;
  const line = archive.evidence.line(seq);
  const capture = line === null ? null : readEntry(line.entry);
  if (capture?.kind !== 'capture') throw new Error(`evidence line ${seq} is no capture`);
  const { article, version } = capture;
  const fetchedAt = capture.pages[0]?.fetchedAt ?? capture.at;
  const late = now() - Date.parse(fetchedAt) > DRAWN_WITHIN_MS;
  const looked = late
    ? fail('not drawn within a day of the fetch')
    : await lookAgain(deps, capture, signal);
  if (looked === null) return false;
  const { parts, missing, cut, refused } = await partsOf(looked, new Date(now()).toISOString());
  const entry: ViewEntry = {
    v: 1,
    kind: 'view',
    at: new Date(now()).toISOString(),
    article,
    version,
    parts: parts.map(({ part }) => part),
    missing,
    cut,
    refused,
  };
  archive.transaction(() => {
    const bytes = parts.map(({ data }) => data);
    appendOnce(archive, key, entry, bytes);
    archive.evidence.drawn(seq);
  });
  return true;
}

/** Null where the signal ended it, which is drawn after the restart, or where `look` leaves it to another process. */
async function lookAgain(
  { archive, look }: ViewDeps,
  { article, version }: { article: string; version: number },
  signal: AbortSignal,
): Promise<Result<Look, string> | null> {
  const id = archive.articleVersion(article, version)?.pages[0];
  const page = id === undefined ? null : archive.page(id);
  if (page === null) return fail('the archive no longer holds the bytes of the page');
  for (let tries = 1; ; tries += 1) {
    try {
      const looked = await look(page, signal);
      if (signal.aborted) return null;
      if (looked === null || looked.ok || tries >= TRIES) return looked;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }
}

type Drawn = { parts: NewPart[]; missing: EvidenceMissing[]; cut: boolean; refused: number };

async function partsOf(looked: Result<Look, string>, at: string): Promise<Drawn> {
  if (!looked.ok) {
    const missing = (['screenshot', 'seen'] as const).map((role) => ({
      role,
      reason: looked.error,
    }));
    return { parts: [], missing, cut: false, refused: 0 };
  }
  const { html, picture, resources, cut, refused } = looked.value;
  const parts = [
    newPart('screenshot', 'image/jpeg', picture),
    newPart('seen', 'application/gzip', gzipSync(html)),
  ];
  const responses = [...resources].map(([url, answer]) => ({
    ...answer,
    url,
    at,
    via: 'http' as const,
  }));
  if (responses.length > 0)
    parts.push(newPart('drawn', 'application/warc', await warcOf(responses)));
  return { parts, missing: [], cut, refused };
}
