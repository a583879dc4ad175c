// The newspapers' issues → what a perfect crawl finds: every address with its ending, every article word for word.
import type { FoundBy } from '../schemas/page.ts';
import type { RegionCode } from '../schemas/region.ts';
import type { Edition, Piece } from './articles.ts';
import type { Ending, Entry, Issue, Paper } from './paper.ts';

export type PressArticle = {
  /** Canonical address. */
  url: string;
  title: string;
  /**
   * Paragraphs separated by a blank line, characters as printed (no-break spaces as spaces). Headings, dateline and
   * advertorial mark stay; the credit line, captions, 'Baca juga' and all else around it do not.
   */
  text: string;
  authors: string[];
  editor: string | null;
  section: string | null;
  credit: string | null;
  /** ISO 8601 with offset; null where the page gives no date. */
  published: string | null;
  /** The page says that it is paid content. */
  advertorial: boolean;
  relevant: boolean;
  regions: RegionCode[];
  primary: RegionCode | null;
  /** Articles with the same story carry the same text. */
  story: string;
  /** Addresses of the further pages that are fetched for it. */
  parts: string[];
  /** Answers 410 in the second edition, after it was kept. */
  gone: boolean;
};

export type PressAddress = { url: string; foundBy: FoundBy[]; ending: Ending };

/**
 * found: distinct addresses of the ledger, from discovery, redirects, canonical links and part links.
 * fetched: those whose bytes were kept, under whatever ending. Each address has one ending, so
 * found = kept + skipped + failed; skipped and failed by reason.
 */
export type PressCounts = {
  found: number;
  fetched: number;
  kept: number;
  skipped: Record<string, number>;
  failed: Record<string, number>;
  relevant: number;
  irrelevant: number;
};

export type PressManifest = {
  edition: Edition;
  sites: {
    site: string;
    name: string;
    counts: PressCounts;
    addresses: PressAddress[];
    articles: PressArticle[];
  }[];
  counts: PressCounts;
  /** Groups of two and more articles with one text, by address. */
  copies: string[][];
};

type Printed = { paper: Paper; issue: Issue };
export type ManifestOptions = {
  /** The machine has a Chromium. */
  browser: boolean;
  /** The first edition was read before: what it held is still there. */
  readBefore: boolean;
};

/** Endings of skipped addresses that were never asked for. */
const UNFETCHED = new Set(['robots', 'no-browser']);

const wasFetched = (ending: Ending): boolean =>
  ending.kind === 'kept' ||
  (ending.kind === 'skipped' && ending.moved !== true && !UNFETCHED.has(ending.reason));

function countOf(addresses: PressAddress[], articles: PressArticle[]): PressCounts {
  const counts: PressCounts = {
    found: addresses.length,
    fetched: 0,
    kept: 0,
    skipped: {},
    failed: {},
    relevant: articles.filter(({ relevant }) => relevant).length,
    irrelevant: articles.filter(({ relevant }) => !relevant).length,
  };
  for (const { ending } of addresses) {
    if (ending.kind === 'kept') counts.kept++;
    else counts[ending.kind][ending.reason] = (counts[ending.kind][ending.reason] ?? 0) + 1;
    if (wasFetched(ending)) counts.fetched++;
  }
  return counts;
}

/** The ending under these circumstances: without a Chromium, or with the first edition read before. */
function endingOf(entry: Entry, paper: Paper, { browser, readBefore }: ManifestOptions): Ending {
  const { ending } = entry;
  const forbidden = ending.kind === 'skipped' && ending.reason === 'robots';
  if (paper.needsBrowser && !browser && !forbidden)
    return { kind: 'skipped', reason: 'no-browser' };
  return entry.removed && readBefore ? { kind: 'kept' } : ending;
}

function articleOf(entry: Entry, piece: Piece, entries: Entry[], origin: string): PressArticle {
  const { title, text, author, editor, section, credit, at, labels, story } = piece;
  return {
    url: origin + entry.path,
    title,
    text,
    authors: author === null ? [] : [author],
    editor,
    section,
    credit,
    published: at,
    ...labels,
    story,
    parts: entries
      .filter((part) => part.piece === piece && isPart(part.ending))
      .map((part) => origin + part.path),
    gone: entry.removed,
  };
}

const isPart = (ending: Ending): boolean => ending.kind === 'skipped' && ending.reason === 'part';

function siteOf(
  { paper, issue }: Printed,
  options: ManifestOptions,
): PressManifest['sites'][number] {
  const entries = paper.entries(issue);
  const endings = new Map(entries.map((entry) => [entry, endingOf(entry, paper, options)]));
  const addresses = [...endings].map(([{ path, foundBy }, ending]) => ({
    url: issue.origin + path,
    foundBy,
    ending,
  }));
  const articles = [...endings].flatMap(([entry, ending]) =>
    ending.kind === 'kept' && entry.piece !== null
      ? [articleOf(entry, entry.piece, entries, issue.origin)]
      : [],
  );
  const { id, name } = paper;
  return { site: id, name, counts: countOf(addresses, articles), addresses, articles };
}

/** What a perfect crawl of these issues finds. */
export function manifestOf(row: Printed[], options: ManifestOptions): PressManifest {
  const sites = row.map((printed) => siteOf(printed, options));
  const articles = sites.flatMap((site) => site.articles);
  const byStory = Map.groupBy(articles, ({ story }) => story);
  return {
    edition: row[0]?.issue.edition ?? 1,
    sites,
    counts: countOf(
      sites.flatMap((site) => site.addresses),
      articles,
    ),
    copies: [...byStory.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.map(({ url }) => url)),
  };
}
