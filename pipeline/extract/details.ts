// What else a page says of its article: section, keywords, images with captions, language, whether it is paid content.
import { Element, type ParentNode } from 'domhandler';
import type { Extracted } from '../../schemas/article.ts';
import { cleanText } from '../normalise/text.ts';
import type { Block } from './blocks.ts';
import { classOf, closest, textOf } from './element-text.ts';
import type { PageView } from './view.ts';
import { bitOf } from './vocabulary.ts';

const MOST_KEYWORDS = 50;
const MOST_IMAGES = 20;

export function keywordsOf({ meta, structured, tree }: PageView): string[] {
  const given = [
    structured.keywords,
    meta.all('article:tag'),
    (meta.first('news_keywords', 'keywords') ?? '').split(','),
  ].find((list) => list.some((word) => word.trim() !== ''));
  const words =
    given ??
    tree.anchors
      .filter(({ attribs }) => (attribs['rel'] ?? '').split(/\s+/).includes('tag'))
      .map((link) => textOf(link, 80));
  return [
    ...new Set(
      words.map((word) => cleanText(word).replace(/^#/, '')).filter((word) => word !== ''),
    ),
  ].slice(0, MOST_KEYWORDS);
}

/** What metadata say, else the category link beside the headline, else the last step of the breadcrumbs. */
export function sectionOf(view: PageView, taken: readonly Block[]): string | null {
  const { structured, meta, tree, title, blocks } = view;
  const said = structured.section ?? meta.first('article:section', 'content_category', 'category');
  if (said !== null) return cleanText(said);
  const category = tree.anchors.find(({ attribs }) =>
    (attribs['rel'] ?? '').split(/\s+/).includes('category'),
  );
  if (category !== undefined) return textOf(category, 80) || null;
  const steps = crumbLinks(tree.anchors).map((link) => textOf(link, 80));
  const named = steps.filter((step) => step !== '' && !HOME.test(step) && step !== title);
  return named[named.length - 1] ?? firstLabel(tree.anchors) ?? printedCrumb(blocks, taken);
}

/** Links in breadcrumbs, which stand before the article: the first few hundred links of a page are looked at. */
function crumbLinks(anchors: readonly Element[]): Element[] {
  const known = new Map<ParentNode, boolean>();
  const inCrumbs = (node: ParentNode | null, levels: number): boolean => {
    if (!(node instanceof Element) || levels === 0) return false;
    const found =
      known.get(node) ?? (CRUMBS.test(classOf(node)) || inCrumbs(node.parent, levels - 1));
    known.set(node, found);
    return found;
  };
  return anchors.slice(0, 400).filter((link) => inCrumbs(link, 5));
}

const CRUMBS =
  /breadcrumb|crumbs|(?:^|[\s_-])(?:kanal|rubrik)(?:[\s_-]|$)|entry-category|td-category|post-labels/i;
const HOME = /^(?:home|beranda|depan|utama|»|›|\/)$/i;

/** 'Beranda » Papua' in plain text. */
function printedCrumb(blocks: readonly Block[], taken: readonly Block[]): string | null {
  const first = taken[0]?.index ?? 0;
  const near = blocks.slice(Math.max(0, first - 12), first);
  const crumbs = near.findLast(({ text }) => text.length < 100 && CRUMB_LINE.test(text));
  return crumbs?.text.split(/[»›]/).at(-1)?.trim() ?? null;
}

const CRUMB_LINE = /^(?:beranda|home)?\s*[»›]\s*\p{L}/iu;

/** Blogger prints its labels under the text. */
const firstLabel = (anchors: readonly Element[]): string | null => {
  const label = anchors.find(
    ({ attribs }) =>
      (attribs['rel'] ?? '') === 'tag' && (attribs['href'] ?? '').includes('/search/label/'),
  );
  return label === undefined ? null : textOf(label, 80) || null;
};

export function languageOf({ tree, structured, meta }: PageView): string | null {
  const said =
    tree.language ?? structured.language ?? meta.first('og:locale', 'language', 'content-language');
  return said === null || said.trim() === ''
    ? null
    : said.trim().replace('_', '-').toLowerCase().slice(0, 12);
}

/** The image that the page shows others, then those of its figures, each with its caption. */
export function imagesOf({ meta, structured, tree, input }: PageView): Extracted['images'] {
  const found = new Map<string, string | null>();
  const add = (raw: string | undefined | null, caption: string | null): void => {
    const url =
      raw === undefined || raw === null || raw.startsWith('data:')
        ? null
        : (URL.parse(raw, input.url)?.href ?? null);
    if (url === null || found.size >= MOST_IMAGES) return;
    found.set(url, found.get(url) ?? caption);
  };
  add(meta.first('og:image', 'twitter:image'), null);
  for (const { url, caption } of structured.images) add(url, caption);
  for (const image of tree.images.slice(0, 200)) {
    const figure = closest(image, isFigure, 5);
    if (figure !== null)
      add(
        image.attribs['data-src'] ?? image.attribs['data-lazy-src'] ?? image.attribs['src'],
        captionIn(figure),
      );
  }
  return [...found].map(([url, caption]) => ({ url, caption }));
}

const isFigure = (element: Element): boolean =>
  element.name === 'figure' ||
  /(?:^|[\s_-])(?:wp-caption|caption|photo__?wrap|detail__media|tr-caption-container)/i.test(
    classOf(element),
  );

function captionIn(figure: Element): string | null {
  const text = textOf(figure, 600);
  return text === '' ? null : text;
}

const PAID =
  /^(?:advertorial|adv|pariwara|inforial|iklan|berita iklan|sponsored(?: content)?|konten kerja ?sama|kerja ?sama|promoted)$/i;
/** The mark in which the text ends: '(ADV/Setwan)', '[Ryu|Adv DPRD Bontang]', '*Adv', '| Adv Diskominfo', '(advertorial)'. */
const PAID_MARK =
  /(?:[([|/*]\s*|\s[-–—]\s*)(?:adv(?:ertorial|etorial)?|pariwara|inforial|iklan|kerja ?sama)\b[^.\n]{0,40}$|^\W*(?:adv|advertorial|pariwara)\W*$/i;
const PAID_URL = /\/(?:advertorial|adv|pariwara|inforial|advetorial|kerjasama)(?:\/|-\d)/i;
const PAID_CLASS = /(?:^|\s)category-(?:advertorial|adv|pariwara|inforial|iklan)(?:\s|$)/i;
const ELSEWHERE =
  bitOf('nav') |
  bitOf('footer') |
  bitOf('sidebar') |
  bitOf('related') |
  bitOf('popular') |
  bitOf('teaser') |
  bitOf('ticker');

/** The outlet's own mark: its category, a label beside the headline, a mark in the headline, its address. */
export function isAdvertorial(
  view: PageView,
  section: string | null,
  taken: readonly Block[],
): boolean {
  const { title, input, blocks } = view;
  if (section !== null && PAID.test(section)) return true;
  if (PAID_URL.test(input.url) || /[([](?:adv|advertorial|pariwara)[)\]]/i.test(title)) return true;
  const first = taken[0];
  if (first === undefined) return false;
  if (taken.slice(-3).some(({ text }) => PAID_MARK.test(text))) return true;
  const article = closest(
    first.box.element,
    ({ name }) => name === 'article' || name === 'main' || name === 'body',
  );
  if (article !== null && PAID_CLASS.test(classOf(article))) return true;
  return blocks.some(
    ({ text, index, box }) =>
      index < first.index &&
      first.index - index < 25 &&
      PAID.test(text.trim()) &&
      ((box.kinds | box.above) & ELSEWHERE) === 0 &&
      closest(
        box.element,
        ({ name }) => name === 'nav' || name === 'header' || name === 'footer',
      ) === null,
  );
}
