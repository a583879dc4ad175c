// One parsed page → its article: the body, then what the page says around it.
import { Element } from 'domhandler';
import type { Extracted } from '../../schemas/article.ts';
import { ZONE_MINUTES, zoneOf } from '../../schemas/region.ts';
import type { Site } from '../../schemas/site.ts';
import { cleanText } from '../normalise/text.ts';
import { canonicalUrl } from '../normalise/url.ts';
import { namesIn } from './authors.ts';
import { type Block, collectBlocks, sumBoxes } from './blocks.ts';
import { joinBlocks } from './body.ts';
import { chooseDates } from './dates.ts';
import type { HtmlInput } from './extract.ts';
import { kindOf } from './kind.ts';
import { type Meta, readMeta } from './meta.ts';
import { findParts, type PageLink } from './parts.ts';
import { judgeByRules } from './rules.ts';
import { readStructured, type Structured } from './structured.ts';
import { chooseTitle } from './title.ts';
import { parseTree, type Tree } from './tree.ts';
import { bitOf } from './vocabulary.ts';

/** The page's text with all that was read of it on the way. */
export type PageView = {
  input: HtmlInput;
  site: Site | null;
  tree: Tree;
  meta: Meta;
  structured: Structured;
  blocks: Block[];
};

export function viewPage(input: HtmlInput, site: Site | null): PageView {
  const tree = parseTree(input.html);
  const blocks = collectBlocks(tree, new Set());
  sumBoxes(blocks);
  return {
    input,
    site,
    tree,
    meta: readMeta(tree),
    structured: readStructured(tree.scripts),
    blocks,
  };
}

export function readArticle(input: HtmlInput, site: Site | null): Extracted {
  const view = viewPage(input, site);
  const { meta, structured, tree, blocks } = view;
  const title = titleOf(view);
  const verdict = judgeByRules(blocks);
  let body = joinBlocks(blocks, verdict, 0.5);
  let method = 'blocks';
  const fromJson = structured.body === null ? '' : plainBody(structured.body);
  if (fromJson.length > 400 && body.text.length < fromJson.length / 2) {
    body = { text: fromJson, credit: null, words: fromJson.split(/\s+/).length };
    method = 'json-ld';
  }
  const dates = datesOf(view, body.text);
  const kind = kindOf({
    title,
    words: body.words,
    linked: 0,
    types: structured.types,
    ogType: meta.first('og:type'),
    url: input.url,
    sample: blocks
      .slice(0, 100)
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 4000),
    free: structured.free,
  });
  return {
    ...kind,
    title,
    text: body.text,
    authors: authorsOf(view),
    editor: structured.editor ?? meta.first('editor', 'content_editor'),
    section: structured.section ?? meta.first('article:section', 'content_category', 'category'),
    keywords: keywordsOf(view),
    images: imagesOf(view),
    credit: body.credit,
    ...dates,
    canonicalUrl: canonicalUrl(meta.link('canonical') ?? '', input.url),
    language: languageOf(view),
    charset: input.charset ?? 'utf-8',
    repaired: 0,
    advertorial: isAdvertorial(view, title),
    partUrls: findParts(linksOf(tree), input.url),
    method,
    score: kind.kind === 'article' ? 0.8 : 0.2,
  };
}

const plainBody = (body: string): string => {
  const withBreaks = body.replace(/<\/p>|<br\s*\/?>/gi, '\n').replace(/<[^>]{1,200}>/g, ' ');
  return withBreaks
    .split(/\n+/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n\n');
};

function textOf(element: Element): string {
  const parts: string[] = [];
  const queue = [...element.children].reverse();
  while (queue.length > 0) {
    const node = queue.pop();
    if (node === undefined) break;
    if ('data' in node && node.type === 'text') parts.push(node.data);
    else if (node instanceof Element) queue.push(...[...node.children].reverse());
  }
  return cleanText(parts.join('').replace(/\s+/g, ' '));
}

function elementsNamed(tree: Tree, name: string): Element[] {
  const found: Element[] = [];
  const stack: unknown[] = [...tree.root.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop();
    if (!(node instanceof Element)) continue;
    if (node.name === name) found.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at]);
  }
  return found;
}

function titleOf({ tree, meta, structured, input, site }: PageView): string {
  const host = URL.parse(input.url)?.hostname.replace(/^www\./, '') ?? '';
  const names = [
    site?.name,
    meta.first('og:site_name', 'application-name'),
    ...structured.names,
    host,
    host.split('.')[0],
  ];
  return chooseTitle({
    selected: null,
    structured: structured.title,
    social: meta.first('og:title', 'twitter:title'),
    headings: elementsNamed(tree, 'h1').slice(0, 8).map(textOf),
    document: cleanText(tree.title.replace(/\s+/g, ' ')),
    hint: input.hints?.title ?? null,
    names: names.filter((name) => typeof name === 'string'),
  });
}

function authorsOf({ meta, structured, blocks }: PageView): string[] {
  const told = namesIn(structured.authors);
  if (told.length > 0) return told;
  const named = namesIn([
    ...meta.all('author'),
    ...meta.all('article:author'),
    ...meta.all('dc.creator'),
    ...meta.all('parsely-author'),
    ...meta.all('sailthru.author'),
  ]);
  if (named.length > 0) return named;
  const author = bitOf('author');
  const byline = blocks.find(
    ({ box, text, inline }) =>
      text.length < 80 &&
      ((box.kinds & author) !== 0 || (inline !== -1 && (inline & author) !== 0)),
  );
  return byline === undefined ? [] : namesIn([byline.text]);
}

function keywordsOf({ meta, structured }: PageView): string[] {
  const given =
    structured.keywords.length > 0
      ? structured.keywords
      : [...meta.all('article:tag'), ...(meta.first('news_keywords', 'keywords') ?? '').split(',')];
  return [...new Set(given.map(cleanText).filter((word) => word !== ''))].slice(0, 50);
}

function imagesOf({ meta, structured }: PageView): Extracted['images'] {
  const image = meta.first('og:image', 'twitter:image');
  const all = [...structured.images, ...(image === null ? [] : [{ url: image, caption: null }])];
  return all
    .filter(({ url }, at) => all.findIndex((other) => other.url === url) === at)
    .slice(0, 20);
}

function languageOf({ tree, structured, meta }: PageView): string | null {
  const said =
    tree.language ?? structured.language ?? meta.first('og:locale', 'language', 'content-language');
  return said === null || said === '' ? null : said.replace('_', '-').toLowerCase().slice(0, 12);
}

function datesOf(
  { tree, meta, structured, input, site, blocks }: PageView,
  text: string,
): Pick<Extracted, 'published' | 'modified'> {
  const lines = blocks
    .filter(({ text: line }) => line.length < 120 && /\d{4}|lalu|ago/.test(line))
    .slice(0, 12)
    .map((block) => block.text);
  return chooseDates({
    selected: null,
    structured,
    meta: {
      published: meta.first(
        'article:published_time',
        'article:published',
        'datepublished',
        'date',
        'pubdate',
        'publishdate',
        'publish-date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'parsely-pub-date',
        'sailthru.date',
        'og:published_time',
        'content_published_date',
        'cxenseparse:recs:publishtime',
      ),
      modified: meta.first(
        'article:modified_time',
        'og:updated_time',
        'datemodified',
        'last-modified',
      ),
    },
    times: tree.times.slice(0, 6).map((time) => ({
      value: time.attribs['datetime'] ?? textOf(time),
      modified: /updat|modif/i.test(
        `${time.attribs['class'] ?? ''} ${time.attribs['itemprop'] ?? ''}`,
      ),
      published: /publish/i.test(
        `${time.attribs['class'] ?? ''} ${time.attribs['itemprop'] ?? ''}`,
      ),
    })),
    url: input.url,
    lines,
    text: text.slice(0, 1500),
    hint: { published: input.hints?.published ?? null, foundBy: input.hints?.foundBy ?? null },
    lastModified: input.lastModified ?? null,
    fetchedAt: input.fetchedAt,
    offset: offsetOf(input.url, site, tree.language),
  });
}

/** Minutes east of UTC of the source's clock; null where it need not be an Indonesian one. */
function offsetOf(url: string, site: Site | null, language: string | null): number | null {
  if (site !== null) return ZONE_MINUTES[zoneOf(site.region)];
  const host = URL.parse(url)?.hostname ?? '';
  return host.endsWith('.id') || /^(?:id|in)\b/i.test(language ?? '') ? ZONE_MINUTES.WIB : null;
}

function isAdvertorial({ meta, structured, input }: PageView, title: string): boolean {
  const label = /\b(?:advertorial|pariwara|inforial|iklan|adv|sponsored|kerja ?sama)\b/i;
  const section = structured.section ?? meta.first('article:section', 'content_category') ?? '';
  return (
    label.test(section) ||
    /\/(?:advertorial|adv|pariwara|inforial|parlementaria-adv)\//i.test(input.url) ||
    /[([]adv[)\]]/i.test(title)
  );
}

function linksOf(tree: Tree): PageLink[] {
  return elementsNamed(tree, 'a').flatMap((link) => {
    const href = link.attribs['href'];
    return href === undefined || !/\d|all|semua/.test(href)
      ? []
      : [{ href, text: '', rel: link.attribs['rel'] ?? '' }];
  });
}
