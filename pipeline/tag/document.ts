// What the taggers read, prepared once. In: TagInput. Out: TagDocument, title and text as tokens with the borders of
// sentences and paragraphs, and the paragraphs that are not the article (Baca juga, menus, copyright) marked.
import type { TagInput } from '../../schemas/tag.ts';
import type { NoisePhrase } from '../../schemas/knowledge.ts';
import { createNoiseMarker } from './noise.ts';
import type { PhraseBook, Read } from './phrases.ts';
import type { Token } from './words.ts';

/** A run of tokens: from … to (exclusive) in `tokens`, start … end in UTF-16 units of `raw`. */
export type Passage = {
  from: number;
  to: number;
  start: number;
  end: number;
  /** Not the article itself: a link to another one, a menu, a copyright line. */
  noise: boolean;
};

export type ReadField = Read & {
  name: 'title' | 'text';
  raw: string;
  /** In order; together they hold every token exactly once. */
  paragraphs: Passage[];
  sentences: Passage[];
  /** Token index → index in `paragraphs` and in `sentences`. */
  paragraphOf: Uint32Array;
  sentenceOf: Uint32Array;
};

/** Title, text, or the words of the address. */
export type WordField = Omit<ReadField, 'name'> & { name: 'title' | 'text' | 'url' };

export type TagDocument = {
  input: TagInput;
  title: ReadField;
  text: ReadField;
  address: WordField | null;
};

/** Prepares an input for the taggers. Never throws; time is linear in the length of the input. */
export type DocumentReader = (input: TagInput) => TagDocument;

/** Words after which a full stop does not end a sentence; a single letter never does. */
const ABBREVIATIONS = new Set(
  'h hj dr drs dra ir prof st sh se sip si pd hum kom ag kab kec kel prov kep jl jln no nomor rp tgl dkk dll dsb dst ust kh tgb tgh alm bpk sdr yth pt cv ps hal rt rw psl mr mrs plt plh pj pjs adv muh moh moch mohd muhd abd sek kapt brig jend kol letkol mayjen brigjen irjen kombes'.split(
    ' ',
  ),
);

const LINE = /[\r\n\u2028\u2029]/;
const STOP = /[.!?…]["'”’»)\]]*\s/;
const ENDED = /[.!?…:;"”’»)\]]\s*$/;

/**
 * `noise` are the phrases that give away a line that is not the article. Every tagger must have added its phrases to
 * the book: it is closed here.
 */
export function createDocumentReader(noise: NoisePhrase[], book: PhraseBook): DocumentReader {
  const markNoise = createNoiseMarker(noise, book);
  const read = book.close();
  return (input) => {
    const title = fieldOf('title', input.title, read(input.title));
    const text = fieldOf('text', input.text, read(input.text));
    markNoise(text);
    const address = input.url === null ? null : readAddress(input.url, read);
    return { input, title, text, address };
  };
}

/** The words of the address's longest part: most often the first headline. Null where there is none. */
function readAddress(url: string, read: (text: string) => Read): WordField | null {
  const path = url.replace(/[?#].*$/s, '');
  const slug = [...path.matchAll(/[^/]+/g)].sort((a, b) => b[0].length - a[0].length)[0];
  if (slug === undefined || !slug[0].includes('-')) return null;
  const { tokens, found } = read(slug[0]);
  const start = slug.index;
  for (const token of tokens) {
    token.start += start;
    token.end += start;
  }
  const end = start + slug[0].length;
  const whole = { from: 0, to: tokens.length, start, end, noise: false };
  const paragraphOf = new Uint32Array(tokens.length);
  return {
    name: 'url',
    raw: url,
    tokens,
    found,
    paragraphs: [whole],
    sentences: [whole],
    paragraphOf,
    sentenceOf: paragraphOf,
  };
}

/** Index of the paragraph that holds an offset of `raw`, or of the one before it; -1 before the first. */
export function paragraphAt({ paragraphs }: ReadField, offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function fieldOf(name: 'title' | 'text', raw: string, { tokens, found }: Read): ReadField {
  const paragraphs: Passage[] = [];
  const sentences: Passage[] = [];
  const paragraphOf = new Uint32Array(tokens.length);
  const sentenceOf = new Uint32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!; // there are as many
    const border = at === 0 ? 'paragraph' : borderBetween(raw, tokens[at - 1]!, token);
    if (border === 'paragraph') begin(paragraphs, at, tokens);
    if (border !== null) begin(sentences, at, tokens);
    paragraphOf[at] = paragraphs.length - 1;
    sentenceOf[at] = sentences.length - 1;
  }
  endBefore(paragraphs, tokens.length, tokens);
  endBefore(sentences, tokens.length, tokens);
  return { name, raw, tokens, found, paragraphs, sentences, paragraphOf, sentenceOf };
}

/** Whether a single blank stands there, as between most words. */
export function isBlank(raw: string, start: number, end: number): boolean {
  return end - start === 1 && raw.charCodeAt(start) === 32;
}

function begin(passages: Passage[], from: number, tokens: Token[]): void {
  endBefore(passages, from, tokens);
  const start = tokens[from]?.start ?? 0;
  passages.push({ from, to: from, start, end: start, noise: false });
}

/** The last passage ends before a token. */
function endBefore(passages: Passage[], to: number, tokens: Token[]): void {
  const last = passages.at(-1);
  if (last === undefined) return;
  last.to = to;
  last.end = tokens[to - 1]?.end ?? last.start;
}

/** A line break ends a paragraph, unless the line was only wrapped (next one goes on in lower case). */
function borderBetween(raw: string, before: Token, after: Token): 'paragraph' | 'sentence' | null {
  if (isBlank(raw, before.end, after.start)) return null;
  const gap = raw.slice(before.end, after.start);
  if (gap === ', ') return null;
  if (LINE.test(gap)) {
    const wrapped = !after.capital && !ENDED.test(gap.trimEnd()) && !/\n\s*\n|\d/.test(gap);
    return wrapped && /^\p{Ll}/u.test(after.norm) ? null : 'paragraph';
  }
  if (!STOP.test(gap)) return null;
  const abbreviated =
    gap.startsWith('.') && (before.norm.length === 1 || ABBREVIATIONS.has(before.norm));
  return abbreviated ? null : 'sentence';
}
