// A sitemap or sitemap index → all files below it read, newest first, within bounds; articles into the ledger.
import { gunzipByMagic } from '../inflate.ts';
import type { Validators } from '../ports.ts';
import { inSlices } from '../steps.ts';
import { sitemapOf, type Sitemap, type SitemapFile } from './sitemap.ts';
import type { Budget } from './budget.ts';
import {
  addFound,
  answerWord,
  getSource,
  note,
  openBudget,
  validatorsOf,
  type Visit,
} from './visit.ts';
import { decodeXml } from './xml.ts';

const MAX_DEPTH = 3;
const MAX_FILES = 50;
/** A file of an index that is older says nothing new; a source that is read for the first time gives it all the same. */
const RECENT_MS = 30 * 24 * 3600 * 1000;
/** What one sitemap source may take of a round; the rest goes on in the next. */
const MAX_MS = 15 * 60_000;

/** Files of WordPress and its kin that list sections, tags and authors instead of articles. */
export const NOT_ARTICLES =
  /(?:^|[/_-])(?:category|categories|tag|tags|post_tag|author|authors|user|users|page|topic)-sitemap\d*\.xml|wp-sitemap-(?:taxonomies|users|posts-page)-|sitemap-(?:pages|misc|tax-[\w-]+|category|tags?|authors?)\.xml/i;

type Walk = { visit: Visit; seen: Set<string>; files: number; budget: Budget; endAt: number };

/** Reads the sitemap at `url` and what it leads to: same hosts, each file once, at most fifty files deep three. */
export async function walkSitemap(visit: Visit, { url }: { url: string }): Promise<void> {
  const budget = openBudget(visit, url);
  const endAt = visit.deps.now() + MAX_MS;
  const walk = { visit, seen: new Set<string>([url]), files: 0, budget, endAt };
  await readFile(walk, { href: url, lastModified: null }, 1);
}

const kind = 'sitemap';

/** True when this file and all below it were read or are unchanged. */
async function readFile(walk: Walk, file: SitemapFile, depth: number): Promise<boolean> {
  const { visit } = walk;
  const url = file.href;
  walk.files += 1;
  const stored = visit.deps.ledger.validators(visit.site.id, url);
  const got = await getSource(visit, url, visit.web.limits.sitemap, stored);
  if (!got.ok) {
    note(visit, { kind, url, answer: answerWord(got.error), detail: got.error.detail });
    return false;
  }
  if (got.value.status === 304) {
    note(visit, { kind, url, answer: '304' });
    return true;
  }
  const { body, headers, finalUrl } = got.value;
  const plain = await gunzipByMagic(body, visit.web.limits.sitemap.inflated);
  if (!plain.ok) {
    note(visit, { kind, url, answer: answerWord(plain.error), detail: plain.error.detail });
    return false;
  }
  const text = decodeXml(plain.value, headers['content-type']);
  const sitemap = await inSlices(sitemapOf(text, visit.zone));
  if (sitemap === null) {
    note(visit, { kind, url, answer: 'unreadable', detail: 'no sitemap' });
    return false;
  }
  const validators = validatorsFor(file, validatorsOf(got.value));
  return sitemap.kind === 'urls'
    ? readUrls(walk, { url, finalUrl, validators }, sitemap)
    : readIndex(walk, { url, finalUrl, validators }, sitemap.files, depth);
}

/** Where the server sends no Last-Modified, the date that the index gives the file does its work. */
function validatorsFor({ lastModified }: SitemapFile, sent: Validators): Validators {
  if (sent.lastModified !== null || lastModified === null) return sent;
  return { ...sent, lastModified: new Date(lastModified).toUTCString() };
}

type Read = { url: string; finalUrl: string; validators: Validators };

async function readUrls(
  walk: Walk,
  read: Read,
  { found, more }: Extract<Sitemap, { kind: 'urls' }>,
): Promise<boolean> {
  const { url, finalUrl: base, validators } = read;
  const { visit, budget } = walk;
  const counts = await addFound(visit, { foundBy: kind, found, base, budget });
  const complete = counts.waiting === 0;
  const said = { kind, url, answer: '200', ...counts, more: more || !complete } as const;
  // without validators the file is there again in the next round, for what waits
  note(visit, said, complete ? validators : { etag: null, lastModified: null });
  return complete;
}

async function readIndex(
  walk: Walk,
  read: Read,
  files: SitemapFile[],
  depth: number,
): Promise<boolean> {
  const { visit } = walk;
  const ignored: Record<string, number> = {};
  const ignore = (why: string): void => {
    ignored[why] = (ignored[why] ?? 0) + 1;
  };
  let complete = depth < MAX_DEPTH;
  let more = false;
  for (const { href, lastModified } of inTurn(walk, files, read.finalUrl)) {
    const target = URL.parse(href, read.finalUrl);
    const stored = target && visit.deps.ledger.validators(visit.site.id, target.href);
    if (target === null) ignore('no-address');
    else if (!visit.policy.owns(target)) ignore('foreign-host');
    else if (walk.seen.has(target.href)) ignore('twice');
    else if (NOT_ARTICLES.test(target.pathname)) ignore('no-articles');
    else if (unchanged(stored, lastModified)) ignore('unchanged');
    else if (!walk.budget.first && isOld(visit, lastModified)) ignore('older');
    else if (depth >= MAX_DEPTH || isFull(walk)) more = true;
    else {
      walk.seen.add(target.href);
      complete = (await readFile(walk, { href: target.href, lastModified }, depth + 1)) && complete;
    }
  }
  // an unchanged index hides its files, so it may answer 304 only if it tells of each change below it
  const tells = complete && !more && files.every(({ lastModified }) => lastModified !== null);
  const said = { kind, url: read.url, answer: '200', listed: files.length, ignored, more } as const;
  note(visit, said, tells ? read.validators : null);
  return complete && !more;
}

const isFull = ({ files, budget, endAt, visit }: Walk): boolean =>
  files >= MAX_FILES || budget.left <= 0 || visit.deps.now() >= endAt;

const isOld = ({ deps }: Visit, lastModified: string | null): boolean =>
  lastModified !== null && Date.parse(lastModified) < deps.now() - RECENT_MS;

/**
 * Dated files newest first, as they come; then undated ones: those never read, then those read longest ago, so that
 * each has its turn where an index has more than a round reads.
 */
function inTurn({ visit }: Walk, files: SitemapFile[], base: string): SitemapFile[] {
  const undated = files.filter(({ lastModified }) => lastModified === null);
  if (undated.length <= MAX_FILES) return files;
  const readAt = new Map(
    undated.map((file) => {
      const url = URL.parse(file.href, base)?.href ?? '';
      return [file, visit.deps.ledger.lastRead(visit.site.id, url)?.at ?? ''];
    }),
  );
  const order = (file: SitemapFile): string => readAt.get(file) ?? '';
  return [
    ...files.filter(({ lastModified }) => lastModified !== null),
    ...undated.sort((a, b) => order(a).localeCompare(order(b))),
  ];
}

const unchanged = (stored: Validators | null, lastModified: string | null): boolean =>
  lastModified !== null &&
  lastModified.includes('T') &&
  Date.parse(stored?.lastModified ?? '') >= Date.parse(lastModified);
