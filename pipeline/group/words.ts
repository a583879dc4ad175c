// Title and text of an article → its words as grouping compares them: furniture of the page off, each word folded,
// hashed and told apart (common, rare, name, number). Linear in the length of the text; never throws.
import { COMMON_WORDS } from './common-words.ts';

/** What a word tells: nothing, little, whom or where, how many. */
export const COMMON = 0;
export const RARE = 1;
export const NAME = 2;
export const NUMBER = 3;

export type Words = {
  words: string[];
  /** A 32-bit hash of each word. */
  hashes: Uint32Array;
  /** COMMON, RARE, NAME or NUMBER, for each word. */
  kinds: Uint8Array;
  /** False for text in capitals only, or in none: names cannot be told there. */
  cased: boolean;
  /** 1 for a RARE word that opens a sentence: with a capital, it may be a name that stands nowhere else. */
  openings: Uint8Array;
};

/** DOMAIN forms of page furniture and bylines; a line that begins so is not the article's. */
const FURNITURE =
  /^[\s*\-•–—>([]*(?:baca(?:\s+(?:juga|pula|selengkapnya|berita|lainnya|artikel))?\s*[:(]|baca\s+(?:juga|pula|selengkapnya)|(?:lihat|simak|tonton)\s+(?:juga|berita|video|foto)|berita\s+(?:terkait|terkini|lainnya|populer|pilihan)|artikel\s+(?:terkait|ini)|terpopuler|pilihan\s+(?:editor|redaksi)|cek\s+(?:artikel|berita)|ikuti\s+(?:kami|berita|saluran|kanal|update|terus)|gabung\s+(?:dan|di|kompas)|(?:sebarkan|bagikan)\s+(?:artikel|ini|berita)|tinggalkan\s+balasan|leave\s+a|dilarang\s+(?:mengambil|mengutip|menyalin)|copyright|hak\s+cipta|laporan\s+wartawan|advertisement|scroll\s+to|load\s+more|halaman\s*[:\d]|tags?\s*:|(?:penulis|editor|reporter|pewarta|wartawan|kontributor|redaktur|sumber|foto)\s*:)/i;
/** 'BONTANG, Natmed.id – ' and its like, at most 60 characters of it. */
const DATELINE = /^[^\n]{0,60}?\s?(?:[–—]\s*|(?:\||:|--?)\s+)(?=\p{Lu}|["“'])/u;
/** '(adi/tan)', '[ida]', '(*)' at the very end. */
const CREDIT = /[([][^)\]\n]{1,30}[)\]]?\.?\s*$/;
const ASIDE = /\((?:baca|lihat)\b[^)\n]{0,200}\)/gi;

/** The article's own lines, without furniture, dateline and credit. */
export function bodyOf(text: string): string {
  const lines = text
    .replace(ASIDE, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !FURNITURE.test(line));
  if (lines.length === 0) return '';
  lines[0] = (lines[0] ?? '').replace(DATELINE, '');
  const last = lines.length - 1;
  if (last > 0) lines[last] = (lines[last] ?? '').replace(CREDIT, '');
  return lines.join('\n');
}

const WORD = /\d+(?:[.,]\d+)*|\p{L}+(?:['’‘`]\p{L}+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const OPENS = /[.!?:\n•]/;
/** Degrees, initials: 'H', 'SE', 'Drs'. */
const SHORTEST_NAME = 3;

/** Reads `text` as it stands; call with bodyOf(text) for an article. */
export function readWords(text: string): Words {
  const normal = text.normalize('NFKC');
  const words: string[] = [];
  /** For each word: small, a capital within a sentence, or one that opens it. */
  const capitals: number[] = [];
  let end = -1;
  // one at a time: thousands of articles are read one after the other, and all matches at once are much to collect
  WORD.lastIndex = 0;
  for (let match = WORD.exec(normal); match !== null; match = WORD.exec(normal)) {
    const [word] = match;
    const opens = end < 0 || OPENS.test(normal.slice(end, match.index));
    capitals.push(CAPITAL.test(word) ? (opens ? OPENING : INSIDE) : SMALL);
    words.push(fold(word));
    end = match.index + word.length;
  }
  const large = capitals.filter((each) => each !== SMALL).length;
  const cased = large > 0 && large < words.length * 0.6;
  const names = new Set(words.filter((_, at) => capitals[at] === INSIDE));
  const kinds = Uint8Array.from(words, (word, at) => {
    if (DIGIT.test(word)) return isCommonNumber(word) ? COMMON : NUMBER;
    if (COMMON_WORDS.has(word) || word.length < SHORTEST_NAME) return COMMON;
    return cased && capitals[at] !== SMALL && names.has(word) ? NAME : RARE;
  });
  const openings = Uint8Array.from(kinds, (kind, at) =>
    kind === RARE && capitals[at] === OPENING ? 1 : 0,
  );
  return { words, hashes: Uint32Array.from(words, hashWord), kinds, cased, openings };
}

/** An article's own lines, their words, and those of its title. */
export type ArticleWords = { own: string; body: Words; title: Words };

export function wordsOf({ title, text }: { title: string; text: string }): ArticleWords {
  const own = bodyOf(text);
  return { own, body: readWords(own), title: readWords(title) };
}

const SMALL = 0;
const INSIDE = 1;
const OPENING = 2;
const DIGIT = /^\d/;

const fold = (word: string): string =>
  DIGIT.test(word) ? word.replace(/[.,]/g, '') : word.toLowerCase().replace(/['’‘`]/g, '');

/** Years of elections and numbers of one or two digits (days, laws, candidates) stand in every text. */
const isCommonNumber = (word: string): boolean => word.length < 3 || /^20[123]\d$/.test(word);

/** FNV-1a over UTF-16 units, mixed at the end (murmur3) so that low bits are as good as high ones. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Hash of a sequence from the hash so far and the next word's. */
export const chain = (hash: number, next: number): number =>
  mix(Math.imul(hash ^ next, 0x9e3779b1) + ((hash << 7) | (hash >>> 25)));

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
