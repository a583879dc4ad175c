// What else a page says of its article: section, keywords, images with captions, language, whether it is paid content.
import type { Element } from 'domhandler';
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

export function sectionOf({ structured, meta, tree }: PageView): string | null {
  const said = structured.section ?? meta.first('article:section', 'content_category', 'category');
  if (said !== null) return cleanText(said);
  const link = tree.anchors.find(({ attribs }) =>
    (attribs['rel'] ?? '').split(/\s+/).includes('category'),
  );
  return link === undefined ? null : textOf(link, 80) || null;
}

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
