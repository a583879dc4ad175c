// Links of a page → the addresses of the further pages of the same article.
import { canonicalUrl } from '../normalise/url.ts';

export type PageLink = { href: string; text: string; rel: string };

const MAX_PARTS = 30;
const ALL =
  /^(?:semua|tampilkan semua|lihat semua|show all|view all|all|single page|satu halaman|semua halaman|baca semua)$/i;

/** Number of the page that an address names for this article; null if it is not a page of it. */
function partNumber(url: URL, base: URL): number | 'all' | null {
  if (url.host !== base.host) return null;
  for (const key of ['page', 'halaman', 'hal', 'all', 'showpage', 'p']) {
    const value = url.searchParams.get(key);
    if (value === null || url.pathname !== base.pathname) continue;
    if (
      value === 'all' ||
      (key === 'all' && value === '1') ||
      (key === 'showpage' && value === 'all')
    )
      return 'all';
    if (/^\d{1,2}$/.test(value) && key !== 'all') return Number(value);
  }
  const own = base.pathname.replace(/\/$/, '');
  if (!url.pathname.startsWith(`${own}/`)) return null;
  const tail = url.pathname.slice(own.length + 1).replace(/\/$/, '');
  if (tail === 'all') return 'all';
  return /^(?:page\/)?\d{1,2}$/.test(tail) ? Number(tail.replace('page/', '')) : null;
}

/**
 * Canonical addresses of pages 2 … n in order, or only the address that shows all of the article.
 * [] where the address itself is a later page or the article has one page.
 */
export function findParts(links: readonly PageLink[], pageUrl: string): string[] {
  const base = URL.parse(pageUrl);
  if (base === null || isLater(base)) return [];
  const numbered = new Map<number, string>();
  const own = base.pathname.replace(/\/$/, '').split('/').at(-1) ?? '';
  for (const { href, text } of links) {
    if (!mayBePart(href, own)) continue;
    const url = URL.parse(href, base.href);
    if (url === null) continue;
    const part = partNumber(url, base);
    const address = part === null ? null : canonicalUrl(url.href);
    if (address === null) continue;
    if (part === 'all' || (ALL.test(text.trim()) && part !== null)) return [address];
    if (typeof part === 'number' && part > 1 && part <= MAX_PARTS) numbered.set(part, address);
  }
  return [...numbered].sort(([a], [b]) => a - b).map(([, address]) => address);
}

/** Cheap look before a link is parsed: it names a page number, or goes on from the article's own last segment. */
const mayBePart = (href: string, own: string): boolean =>
  /[?&](?:page|halaman|hal|all|showpage|p)=/.test(href) ||
  /^(?:\.?\/)?(?:page\/)?(?:\d{1,2}|all)\/?$/.test(href) ||
  (own.length > 3 && href.includes(`${own}/`));

/** The address is itself page 2 … n, or the one with everything. */
function isLater(url: URL): boolean {
  const page =
    url.searchParams.get('page') ??
    url.searchParams.get('halaman') ??
    url.searchParams.get('showpage');
  return (page !== null && page !== '1' && page !== '0') || url.searchParams.get('all') === '1';
}
