// HTML text → what a reader without JavaScript sees of it: title, first heading, opening words. Linear; reads no further
// than it needs to know that a page is long.
import { lowerName } from '../normalise/lower-case.ts';

export type SeenPage = {
  /** Lower case, white space collapsed. */
  title: string;
  heading: string;
  /** The opening of what is shown, then what is said to those without JavaScript; lower case. Seldom asked for. */
  text: () => string;
  /** Words shown, counted up to MANY_WORDS. */
  words: number;
  /** Characters shown, counted as far as the words. */
  characters: number;
  /** The page runs scripts. */
  scripts: boolean;
};

/** A page of so many words is long: no sign that asks for a short one can hold. */
export const MANY_WORDS = 300;

/** Elements whose content is not shown. */
const HIDDEN = new Set(['script', 'style', 'template', 'svg', 'head', 'noscript', 'textarea']);
const TAG = /<(\/?)([a-z][a-z\d]*)\b[^<>]*>|<!--/gi;
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  ndash: '–',
  mdash: '—',
  raquo: '»',
  laquo: '«',
  hellip: '…',
};

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? all;
    return code > 0 && code < 0x11_00_00 ? String.fromCodePoint(code) : ' ';
  });

const plain = (text: string): string => decoded(text).replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Stretches between white space. */
export function countWords(text: string): number {
  let [words, inside] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const shown = code > 32 && code !== 0xa0;
    if (shown && !inside) words++;
    inside = shown;
  }
  return words;
}

const TITLE = { start: /<title\b[^<>]*>/i, end: /<\/title/i };
const HEADING = { start: /<h1\b[^<>]*>/i, end: /<\/h1/i };

const inner = (html: string, element: typeof TITLE): string => {
  const start = element.start.exec(html);
  if (start === null) return '';
  const from = start.index + start[0].length;
  const end = html.slice(from, from + 2000).search(element.end);
  return plain((end < 0 ? '' : html.slice(from, from + end)).replaceAll(/<[^<>]*>/g, ' '));
};

const CLOSING = new Map(
  [...HIDDEN, 'title'].map((name) => [name, new RegExp(`</${name}\\b[^<>]*>`, 'iy')]),
);

/** Where the element that opened at `from` is closed; the end of the text where it never is. */
function closeOf(html: string, name: string, from: number): number {
  const closing = CLOSING.get(name);
  if (closing === undefined) return html.length;
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    closing.lastIndex = at;
    if (closing.test(html)) return closing.lastIndex;
  }
  return html.length;
}

/** What is looked at of a page, in characters: more is no wall. */
const MOST = 500_000;

/** Never throws, whatever the text is. */
export function seePage(whole: string): SeenPage {
  const html = whole.slice(0, MOST);
  const shown: string[] = [];
  const unscripted: string[] = [];
  let [words, characters, scripts, at] = [0, 0, false, 0];
  const add = (text: string): void => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    shown.push(trimmed);
    words += countWords(trimmed);
    characters += trimmed.length;
  };
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    if (words >= MANY_WORDS) break;
    add(html.slice(at, tag.index));
    at = TAG.lastIndex;
    const [opened, slash, raw = ''] = tag;
    const name = lowerName(raw);
    if (name === 'script') scripts = true;
    if (opened === '<!--') {
      const end = html.indexOf('-->', at);
      at = end < 0 ? html.length : end + 3;
    } else if (slash === '' && name !== 'head' && HIDDEN.has(name) && !opened.endsWith('/>')) {
      const end = closeOf(html, name, at);
      if (name === 'noscript') unscripted.push(html.slice(at, end).replaceAll(/<[^<>]*>/g, ' '));
      at = end;
    } else if (slash === '' && name === 'title') at = closeOf(html, name, at);
    TAG.lastIndex = at;
  }
  if (words < MANY_WORDS) add(html.slice(at));
  let text: string | null = null;
  return {
    title: inner(html, TITLE),
    heading: inner(html, HEADING),
    text: () => (text ??= plain(`${shown.join(' ')} ${unscripted.join(' ')}`)),
    words,
    characters,
    scripts: scripts || /<script\b/i.test(html.slice(0, 50_000)),
  };
}
