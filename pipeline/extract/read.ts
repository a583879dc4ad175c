// One page as text, with the site's entry → its article: the body first, then what the page says around it.
import type { Extracted } from '../../schemas/article.ts';
import type { Extraction, Site } from '../../schemas/site.ts';
import { canonicalUrl } from '../normalise/url.ts';
import type { Block } from './blocks.ts';
import { chooseBody } from './bodies.ts';
import { bylineOf } from './byline.ts';
import { chooseDates, type DatedLine } from './dates.ts';
import { imagesOf, isAdvertorial, keywordsOf, languageOf, sectionOf } from './details.ts';
import { classOf, textOf } from './element-text.ts';
import type { HtmlInput } from './extract.ts';
import { kindOf } from './kind.ts';
import { findParts } from './parts.ts';
import { selectedText } from './selectors.ts';
import { withoutSiteName } from './title.ts';
import { bitOf } from './vocabulary.ts';
import { type PageView, viewPage } from './view.ts';

export function readArticle(input: HtmlInput, site: Site | null): Extracted {
  const seen = viewPage(input, site);
  const rule = ruleFor(seen);
  const title = selectedText(rule?.title, seen.tree);
  const view = title === null ? seen : { ...seen, title: withoutSiteName(title, seen.names) };
  const body = chooseBody(view, rule);
  const section = sectionOf(view, body.blocks);
  const kind = kindOf({
    words: body.words,
    types: view.structured.types,
    ogType: view.meta.first('og:type'),
    url: input.url,
    free: view.structured.free,
  });
  return {
    ...kind,
    title: view.title,
    text: body.text,
    ...bylineOf(view, body.blocks, selectedText(rule?.author, view.tree)),
    section,
    keywords: keywordsOf(view),
    images: imagesOf(view),
    credit: body.credit,
    ...datesOf(view, body.blocks, selectedText(rule?.date, view.tree)),
    canonicalUrl: canonicalOf(view),
    language: languageOf(view),
    charset: input.charset ?? 'utf-8',
    repaired: 0,
    advertorial: isAdvertorial(view, section, body.blocks),
    partUrls: findParts(linksOf(view), input.url),
    method: body.method,
    score: kind.kind === 'article' ? scoreOf(body.score, body.words) : 0,
  };
}

function canonicalOf({ meta, input }: PageView): string | null {
  const link = meta.link('canonical');
  return link === null || link.trim() === '' ? null : canonicalUrl(link, input.url);
}

/** The block of the site's entry that held on the day; the newest where the day is unknown. */
function ruleFor(view: PageView): Extraction | null {
  const rules = view.site?.extract ?? [];
  if (rules.length < 2) return rules[0] ?? null;
  const day = datesOf(view, [], null).published?.at.slice(0, 10) ?? null;
  const held =
    day === null ? undefined : rules.find(({ until }) => until === undefined || day <= until);
  return held ?? rules[rules.length - 1] ?? null;
}

/** Short texts are surer to be cut ones. */
function scoreOf(sure: number, words: number): number {
  const long = Math.min(1, words / 80);
  return Math.round(sure * (0.5 + 0.5 * long) * 1000) / 1000;
}

const ELSEWHERE =
  bitOf('caption') |
  bitOf('related') |
  bitOf('popular') |
  bitOf('sidebar') |
  bitOf('nav') |
  bitOf('footer');

const META_PUBLISHED = [
  'article:published_time',
  'article:published',
  'datepublished',
  'og:published_time',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'content_published_date',
  'content_publisheddate',
  'cxenseparse:recs:publishtime',
  'last-published',
  'bt:pubdate',
];
const META_MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
];

function datesOf(
  view: PageView,
  taken: readonly Block[],
  printed: string | null,
): Pick<Extracted, 'published' | 'modified'> {
  const { tree, meta, structured, input, blocks, offset } = view;
  return chooseDates({
    selected: printed,
    structured,
    meta: {
      published: meta.first(...META_PUBLISHED) ?? itemDate(view, 'datepublished'),
      modified: meta.first(...META_MODIFIED) ?? itemDate(view, 'datemodified'),
    },
    times: () =>
      tree.times.slice(0, 8).map((time) => ({
        value: time.attribs['datetime'] ?? textOf(time, 100),
        modified: /updat|modif/i.test(`${classOf(time)} ${time.attribs['itemprop'] ?? ''}`),
        published: /publish/i.test(`${classOf(time)} ${time.attribs['itemprop'] ?? ''}`),
      })),
    url: input.url,
    lines: () => datedLines(blocks, taken),
    text: () =>
      taken
        .slice(0, 6)
        .map(({ text }) => text)
        .join(' ')
        .slice(0, 1500),
    hint: { published: input.hints?.published ?? null, foundBy: input.hints?.foundBy ?? null },
    lastModified: input.lastModified ?? null,
    fetchedAt: input.fetchedAt,
    offset,
  });
}

/** Microdata: a machine value in any element of that name. */
function itemDate({ tree }: PageView, name: string): string | null {
  const item = tree.items.find(({ attribs }) => attribs['itemprop']?.toLowerCase() === name);
  // Blogger: <abbr itemprop="datePublished" title="2024-11-05T10:23:00+08:00">10:23</abbr>
  const title = item?.name === 'abbr' ? item.attribs['title'] : undefined;
  return item?.attribs['content'] ?? item?.attribs['datetime'] ?? title ?? null;
}

/** Short lines with a date, those nearest to the headline first. */
function datedLines(blocks: readonly Block[], taken: readonly Block[]): DatedLine[] {
  const start = blocks.find(({ box }) => box.name === 'h1')?.index ?? taken[0]?.index ?? 0;
  const dated = blocks.filter(
    ({ text }) => text.length < 140 && /\d{4}|\blalu\b|\bago\b|\bkemarin\b/.test(text),
  );
  const sorted = dated.sort((a, b) => Math.abs(a.index - start) - Math.abs(b.index - start));
  return sorted.slice(0, 12).map((block) => ({
    text: block.text,
    near: Math.abs(block.index - start) < 15 && !isAside(block),
  }));
}

function isAside({ box, inline, linked, characters }: Block): boolean {
  if (characters > 40 && linked > characters / 2) return true;
  const kinds = box.kinds | (box.parent?.kinds ?? 0) | (inline === -1 ? 0 : inline);
  return (kinds & ELSEWHERE) !== 0 || box.name === 'figcaption' || box.parent?.name === 'figure';
}

function linksOf({ tree }: PageView): { href: string; text: string; rel: string }[] {
  return tree.anchors.flatMap((link) => {
    const { href, rel } = link.attribs;
    return href === undefined || !/\d|all|semua/.test(href)
      ? []
      : [{ href, text: '', rel: rel ?? '' }];
  });
}
