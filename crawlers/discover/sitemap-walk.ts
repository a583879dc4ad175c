// A sitemap or sitemap index → all files below it read, newest first, within bounds; articles into the ledger.
import { gunzipByMagic } from '../inflate.ts';
import type { Validators } from '../ports.ts';
import { parseSitemap, type Sitemap, type SitemapFile } from './sitemap.ts';
import { addFound, answerWord, getSource, note, validatorsOf, type Visit } from './visit.ts';
import { decodeXml } from './xml.ts';

const MAX_DEPTH = 3;
const MAX_FILES = 50;
/** Addresses taken from one sitemap source in a round, newest first; older ones are for a backfill. */
const MAX_ADDRESSES = 1000;

/** Files of WordPress and its kin that list sections, tags and authors instead of articles. */
export const NOT_ARTICLES =
  /(?:^|[/_-])(?:category|categories|tag|tags|post_tag|author|authors|user|users|page|topic)-sitemap\d*\.xml|wp-sitemap-(?:taxonomies|users|posts-page)-|sitemap-(?:pages|misc|tax-[\w-]+|category|tags?|authors?)\.xml/i;

type Walk = { visit: Visit; seen: Set<string>; files: number; left: number };

/** Reads the sitemap at `url` and what it leads to: same hosts, each file once, at most fifty files deep three. */
export async function walkSitemap(visit: Visit, { url }: { url: string }): Promise<void> {
  const walk = { visit, seen: new Set<string>([url]), files: 0, left: MAX_ADDRESSES };
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
  const sitemap = parseSitemap(decodeXml(plain.value, headers['content-type']), visit.zone);
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

function readUrls(
  walk: Walk,
  read: Read,
  { found, more }: Extract<Sitemap, { kind: 'urls' }>,
): boolean {
  const taken = found.slice(0, walk.left);
  walk.left -= taken.length;
  const cut = more || taken.length < found.length;
  const counts = addFound(walk.visit, 'sitemap', taken, read.finalUrl);
  const { url, validators } = read;
  note(
    walk.visit,
    { kind, url, answer: '200', ...counts, listed: found.length, more: cut },
    validators,
  );
  return true;
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
  for (const { href, lastModified } of files) {
    const target = URL.parse(href, read.finalUrl);
    const stored = target && visit.deps.ledger.validators(visit.site.id, target.href);
    if (target === null) ignore('no-address');
    else if (!visit.policy.owns(target)) ignore('foreign-host');
    else if (walk.seen.has(target.href)) ignore('twice');
    else if (NOT_ARTICLES.test(target.pathname)) ignore('no-articles');
    else if (unchanged(stored, lastModified)) ignore('unchanged');
    else if (depth >= MAX_DEPTH || walk.files >= MAX_FILES || walk.left <= 0) more = true;
    else {
      walk.seen.add(target.href);
      complete = (await readFile(walk, { href: target.href, lastModified }, depth + 1)) && complete;
    }
  }
  // an unchanged index hides its files, so it may answer 304 only if it tells of each change below it
  const tells = complete && files.every(({ lastModified }) => lastModified !== null);
  const said = { kind, url: read.url, answer: '200', listed: files.length, ignored, more } as const;
  note(visit, said, tells ? read.validators : null);
  return complete;
}

const unchanged = (stored: Validators | null, lastModified: string | null): boolean =>
  lastModified !== null &&
  lastModified.includes('T') &&
  Date.parse(stored?.lastModified ?? '') >= Date.parse(lastModified);
