// Addresses as a source names them → candidates for the ledger: this site's, in canonical form, each once.
import { alignToHome, canonicalUrl } from '../../pipeline/normalise/url.ts';
import type { Candidate, FoundBy } from '../../schemas/page.ts';
import type { Site } from '../../schemas/site.ts';
import { atOnce, type Steps } from '../steps.ts';
import { policyOf } from '../web.ts';

/** One address as a source names it. */
export type Found = {
  href: string;
  title: string | null;
  published: string | null;
  modified: string | null;
};

export type Selection = {
  candidates: Candidate[];
  /** Addresses named that are no candidates, by reason. */
  ignored: Partial<Record<Ignored, number>>;
};
export type Ignored =
  | 'no-address'
  | 'foreign-host'
  | 'home'
  | 'file'
  | 'excluded'
  | 'twice'
  | 'no-articles'
  | 'unchanged'
  | 'older';

const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|pdf|docx?|xlsx?|pptx?|zip|rar|gz|mp[34]|m4a|webm|avi|css|js|json|xml|rss|txt)$/i;

/** Longer addresses are not matched: the time of a pattern grows with the address that a site makes up. */
const MAX_MATCHED = 500;

/** Why an address is no candidate of this site, or null; the site's patterns are compiled once. */
function rejectionOf(site: Site): (url: URL) => Ignored | null {
  const { owns } = policyOf(site);
  const include = site.include === undefined ? null : new RegExp(site.include);
  const exclude = site.exclude === undefined ? null : new RegExp(site.exclude);
  return (url) => {
    if (!owns(url)) return 'foreign-host';
    if (url.pathname === '/' && url.search === '') return 'home';
    if (FILE.test(url.pathname)) return 'file';
    if (include === null && exclude === null) return null;
    if (url.href.length > MAX_MATCHED || include?.test(url.href) === false) return 'excluded';
    return exclude?.test(url.href) === true ? 'excluded' : null;
  };
}

/**
 * The candidates among the addresses that one source named, in its order. An address that it names twice is one
 * candidate with what either entry said.
 * @param base address of the source, for relative hrefs
 */
export function* candidatesOf(
  site: Site,
  foundBy: FoundBy,
  found: readonly Found[],
  base: string,
): Steps<Selection> {
  const reject = rejectionOf(site);
  const byUrl = new Map<string, Candidate>();
  const ignored: Selection['ignored'] = {};
  const ignore = (reason: Ignored): void => {
    ignored[reason] = (ignored[reason] ?? 0) + 1;
  };
  for (const [at, { href, title, published, modified }] of trustedDates(found).entries()) {
    if (at % FEW === 0) yield;
    // An empty href would resolve to the source itself.
    const canonical = href.trim() === '' ? null : canonicalUrl(href, base);
    const url = canonical === null ? null : alignToHome(canonical, site.home);
    const reason = url === null ? 'no-address' : reject(new URL(url));
    const known = byUrl.get(url ?? '');
    if (url === null || reason !== null) ignore(reason ?? 'no-address');
    else if (known === undefined) byUrl.set(url, { url, foundBy, title, published, modified });
    else {
      known.title ??= title;
      known.published ??= published;
      known.modified ??= modified;
      ignore('twice');
    }
  }
  return { candidates: [...byUrl.values()], ignored };
}

/** Entries looked at in one step. */
const FEW = 100;

/** The same in one go. */
export const selectCandidates = (...list: Parameters<typeof candidatesOf>): Selection =>
  atOnce(candidatesOf(...list));

/** From this many entries on, one `modified` that most share is the moment at which the file was written. */
const ENOUGH = 5;

/** Some systems stamp every entry with the time of writing; such a date would have every article fetched again. */
function trustedDates(found: readonly Found[]): readonly Found[] {
  const count = new Map<string, number>();
  for (const { modified } of found) {
    if (modified !== null) count.set(modified, (count.get(modified) ?? 0) + 1);
  }
  const most = Math.max(0, ...count.values());
  if (found.length < ENOUGH || most <= found.length / 2) return found;
  return found.map((entry) =>
    count.get(entry.modified ?? '') === most ? { ...entry, modified: null } : entry,
  );
}
