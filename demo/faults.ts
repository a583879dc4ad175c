// Listed addresses behind which something is wrong: how each ends in a perfect crawl, and what it answers.
import type { FoundBy } from '../schemas/page.ts';
import { type Answer, ok, redirect } from './answer.ts';
import type { Behaviour, Ending, Entry } from './paper.ts';

/** A host that no newspaper of the row may send a reader to: private, and nobody answers there. */
const FOREIGN = 'http://10.255.255.1/berita';

export type Fault = {
  path: string;
  title: string;
  /** Date in the feed, sitemap or listing. */
  at: string;
  kind: 'missing' | 'gone' | 'forbidden' | 'loop' | 'stray' | 'flood' | 'bomb' | 'document';
};

/** The answer of an article that the newsroom has taken down. */
export const GONE: Answer = {
  status: 410,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>410</title><h1>Berita telah dihapus redaksi</h1>',
};

const ENDINGS: Record<Fault['kind'], Ending> = {
  missing: { kind: 'failed', reason: 'status-404' },
  gone: { kind: 'failed', reason: 'status-410' },
  forbidden: { kind: 'skipped', reason: 'robots' },
  loop: { kind: 'failed', reason: 'redirects' },
  stray: { kind: 'failed', reason: 'foreign-host' },
  flood: { kind: 'failed', reason: 'too-large' },
  bomb: { kind: 'failed', reason: 'inflated-too-large' },
  document: { kind: 'failed', reason: 'content-type' },
};

export const faultEntry = ({ path, title, at, kind }: Fault, foundBy: FoundBy): Entry => ({
  path,
  foundBy: [foundBy],
  ending: ENDINGS[kind],
  piece: null,
  title,
  at,
  modified: null,
  removed: false,
});

export function faultBehaviour({ kind }: Fault): Behaviour | null {
  return kind === 'flood' || kind === 'bomb' ? { kind } : null;
}

/** The answer of a faulty address; null where the path is none, or where nothing stands. */
export function faultAnswer(faults: Fault[], path: string): Answer | null {
  const fault = faults.find((candidate) => candidate.path === path || loopOf(candidate) === path);
  if (fault === undefined) return null;
  switch (fault.kind) {
    case 'missing':
    case 'flood':
    case 'bomb':
      return null;
    case 'gone':
      return GONE;
    case 'forbidden':
      return ok(
        'text/html; charset=utf-8',
        `<!doctype html><title>${fault.title}</title><h1>${fault.title}</h1><p>Khusus pelanggan.</p>`,
      );
    case 'loop':
      return redirect(path === fault.path ? loopOf(fault) : fault.path, 302);
    case 'stray':
      return redirect(FOREIGN, 302);
    case 'document':
      return ok('application/pdf', '%PDF-1.4\n% edisi cetak\n%%EOF\n');
    default:
      return fault.kind satisfies never;
  }
}

/** The other address of a redirect loop. */
const loopOf = (fault: Fault): string => `/masuk?ke=${encodeURIComponent(fault.path)}`;
