// Script texts of a page → what its JSON-LD says of the article. Broken JSON is mended where that is safe.
import type { Script } from './scripts.ts';

export type Structured = {
  title: string | null;
  body: string | null;
  description: string | null;
  published: string | null;
  modified: string | null;
  authors: string[];
  editor: string | null;
  section: string | null;
  keywords: string[];
  images: { url: string; caption: string | null }[];
  language: string | null;
  url: string | null;
  /** Names of the publisher and the site, to be cut from titles. */
  names: string[];
  /** The types that the page declares, lower case. */
  types: string[];
  free: boolean | null;
  /** Several articles are described and none of them is surely this page's: the parts of a live blog, teasers. */
  doubtful: boolean;
};

type Json = Record<string, unknown>;
const MAX_NODES = 4000;
const ARTICLE =
  /(?:article|blogposting|newsarticle|reportage|liveblogposting|review|posting|report|story|recipe|howto)$/;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Line breaks and tabs inside strings, which JSON forbids. */
const CONTROL = /\p{Cc}+/gu;

function parse(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .trimEnd()
    .replace(/(?:-->|\]\]>);?$/, '')
    .trimEnd()
    .replace(/\/\/$/, '');
  const mended = bare.replace(CONTROL, ' ').trimEnd().replace(/;$/, '');
  for (const candidate of [bare, mended, mended.replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      // the next mending is tried
    }
  }
  return null;
}

/** Every object in the JSON-LD of the page, outer ones first. */
function nodes(scripts: readonly Script[]): Json[] {
  const found: Json[] = [];
  const queue: unknown[] = scripts
    .filter(({ type }) => type.includes('ld+json'))
    .map(({ text }) => parse(text));
  for (let at = 0; at < queue.length && found.length < MAX_NODES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) for (const item of value) queue.push(item);
    else if (isObject(value)) {
      found.push(value);
      for (const [key, inner] of Object.entries(value))
        if (typeof inner === 'object' && inner !== null && !ASIDE.has(key)) queue.push(inner);
    }
  }
  return found;
}

const typesOf = (node: Json): string[] =>
  listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.toLowerCase()] : []));
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Characters of a title, name or summary that are read: some patterns take the square of the length. */
const LONGEST = 2_000;

function textOf(value: unknown, longest = LONGEST): string | null {
  if (typeof value === 'string') {
    const text = value.slice(0, longest).trim();
    return text === '' ? null : text;
  }
  if (Array.isArray(value)) return textOf(value[0], longest);
  if (isObject(value)) return textOf(value['@value'] ?? value['name'], longest);
  return null;
}

function namesOf(value: unknown, byId: Map<string, Json>): string[] {
  return listOf(value).flatMap((item) => {
    if (typeof item === 'string') return [item.slice(0, LONGEST)];
    if (!isObject(item)) return [];
    const id = item['@id'];
    const target =
      item['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? item) : item;
    return listOf(target['name']).flatMap((name) =>
      typeof name === 'string' ? [name.slice(0, LONGEST)] : [],
    );
  });
}

function imagesOf(value: unknown): Structured['images'] {
  return listOf(value).flatMap((item) => {
    if (typeof item === 'string') return [{ url: item, caption: null }];
    const url = isObject(item) ? textOf(item['url'] ?? item['contentUrl']) : null;
    return url === null || !isObject(item) ? [] : [{ url, caption: textOf(item['caption']) }];
  });
}

/** Keys whose nodes describe other articles, or parts of this one. */
const ASIDE = new Set([
  'liveBlogUpdate',
  'comment',
  'hasPart',
  'itemListElement',
  'mentions',
  'citation',
  'review',
  'isPartOf',
  'relatedLink',
]);
const MARKS = ['headline', 'datePublished', 'articleBody', 'author', 'name'];

const pathOf = (value: unknown): string | null => {
  const text = textOf(isObject(value) ? (value['@id'] ?? value['url']) : value);
  const url = text === null ? null : URL.parse(text);
  return url === null || url.hash.length > 1 ? null : url.pathname.replace(/\/$/, '');
};

/** The article node that is this page's by its address, else the one that says most. */
function pick(all: readonly Json[], pageUrl: string): { article: Json | null; doubtful: boolean } {
  const path = URL.parse(pageUrl)?.pathname.replace(/\/$/, '') ?? '';
  let best: Json | null = null;
  let [most, count, owned] = [0, 0, false];
  for (const node of all) {
    if (!typesOf(node).some((type) => ARTICLE.test(type))) continue;
    const own =
      path !== '' && ['mainEntityOfPage', 'url', '@id'].some((key) => pathOf(node[key]) === path);
    const weight =
      MARKS.reduce((sum, key) => sum + (node[key] === undefined ? 0 : 1), 1) + (own ? 3 : 0);
    if (node['datePublished'] !== undefined) count++;
    if (weight > most) [best, most, owned] = [node, weight, own];
  }
  return { article: best, doubtful: count > 2 && !owned };
}

/** What the page says of itself in JSON-LD; empty fields where it says nothing. */
export function readStructured(scripts: readonly Script[], pageUrl: string): Structured {
  const all = nodes(scripts);
  const { article, doubtful } = pick(all, pageUrl);
  const page = all.find((node) => typesOf(node).some((type) => type.endsWith('webpage')));
  const byId = new Map(
    all.flatMap((node) =>
      typeof node['@id'] === 'string' && node['name'] !== undefined
        ? [[node['@id'], node] as const]
        : [],
    ),
  );
  const of = (key: string): unknown => article?.[key];
  const names = all
    .filter((node) => typesOf(node).some((type) => /organization|website|publisher/.test(type)))
    .flatMap((node) => namesOf(node, byId));
  const access = of('isAccessibleForFree');
  return {
    title: textOf(of('headline')) ?? textOf(of('name')),
    body: textOf(of('articleBody'), Infinity) ?? textOf(of('text'), Infinity),
    description: textOf(of('description')) ?? textOf(page?.['description']),
    published: textOf(of('datePublished')) ?? textOf(page?.['datePublished']),
    modified: textOf(of('dateModified')) ?? textOf(page?.['dateModified']),
    authors: namesOf(of('author') ?? of('creator'), byId),
    editor: namesOf(of('editor'), byId)[0] ?? null,
    section: textOf(of('articleSection')),
    keywords: listOf(of('keywords')).flatMap((word) =>
      typeof word === 'string' ? word.split(',') : [],
    ),
    images: imagesOf(of('image')),
    language: textOf(of('inLanguage')),
    url: textOf(of('mainEntityOfPage')) ?? textOf(of('url')),
    names,
    types: [...new Set(all.flatMap(typesOf))],
    free: access === undefined ? null : access !== false && !/^false$/i.test(textOf(access) ?? ''),
    doubtful,
  };
}
