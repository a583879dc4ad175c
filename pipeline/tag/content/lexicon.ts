// Lexicon rows → hits. In: rows with patterns and the tokens of a field. Out: hits in order of their start.
// Patterns without gaps are phrases of one trie; a pattern with gaps is its parts in order within one sentence.
import type { LexiconRow } from '../../../schemas/lexicon.ts';
import type { ReadField } from '../document.ts';
import { buildMatcher, leftmostLongest, tokenise } from '../phrases.ts';
import type { Hit } from '../phrases.ts';

export type LexiconHit = {
  row: LexiconRow;
  /** UTF-16 offsets into the field's raw text. */
  start: number;
  end: number;
  /** First token, and the one after the last. */
  from: number;
  to: number;
  /** Index in the field's sentences. */
  sentence: number;
};

/** 'longest': leftmost-longest without overlap, so that a longer phrase takes its words from a shorter one. 'all': every hit. */
export type LexiconMatcher = (field: ReadField) => LexiconHit[];

/** A part of a row's pattern; rows without gaps have one part. */
type Part = {
  row: LexiconRow;
  /** Index of the row, of the part in it, and whether it is the last. */
  at: number;
  index: number;
  last: boolean;
  /** Most words between the part before and this one. */
  gap: number;
};

/** Where the parts so far began, and the token after them. */
type Begun = { start: number; from: number; to: number };

/** Alternatives multiply; a row that would become more phrases than this is an error in the data. */
const MOST_PHRASES = 4000;

/** Compiles one lexicon; see compileLexicons. */
export function compileLexicon(rows: LexiconRow[], mode: 'longest' | 'all'): LexiconMatcher {
  const match = compileLexicons({ only: { rows, mode } });
  return (field) => match(field).only;
}

/**
 * Compiles lexicons into one matcher that reads a field once for all; throws on a pattern that is malformed, naming the
 * row. A hit never crosses the border of a sentence. Time of a match is linear in the tokens.
 */
export function compileLexicons<Name extends string>(
  lexicons: Record<Name, { rows: LexiconRow[]; mode: 'longest' | 'all' }>,
): (field: ReadField) => Record<Name, LexiconHit[]> {
  const names = Object.keys(lexicons) as Name[]; // the keys of a record
  const phrases = new Map<string, { lexicon: number; parts: Part[] }[]>();
  names.forEach((name, lexicon) => {
    lexicons[name].rows.forEach((row, at) => {
      for (const { words, part } of partsOf(row, at)) {
        const all = phrases.get(words) ?? [];
        if (all.length === 0) phrases.set(words, all);
        const known = all.find((own) => own.lexicon === lexicon)?.parts;
        if (known === undefined) all.push({ lexicon, parts: [part] });
        else if (!known.some((other) => other.at === at && other.index === part.index)) {
          known.push(part);
        }
      }
    });
  });
  const match = buildMatcher([...phrases].map(([words, value]) => ({ words, value })));
  const open = names.map((name) => new OpenParts(lexicons[name].rows.length));
  return (field) => {
    const matches: Hit<Part[]>[][] = names.map(() => []);
    for (const { value, start, end, from, to } of match(field.tokens, 'all')) {
      for (const { lexicon, parts } of value) {
        matches[lexicon]?.push({ value: parts, start, end, from, to });
      }
    }
    const found = {} as Record<Name, LexiconHit[]>; // every name is set below
    names.forEach((name, lexicon) => {
      const own = matches[lexicon] ?? [];
      const kept = lexicons[name].mode === 'longest' ? leftmostLongest(own) : own;
      found[name] = join(field, kept, open[lexicon] ?? new OpenParts(0));
    });
    return found;
  };
}

function partsOf(row: LexiconRow, at: number): { words: string; part: Part }[] {
  const pieces = row.pattern.split(/\s*~(\d+)\s*/);
  const found: { words: string; part: Part }[] = [];
  for (let piece = 0; piece < pieces.length; piece += 2) {
    const gap = piece === 0 ? 0 : Number(pieces[piece - 1]);
    const part = { row, at, index: piece / 2, last: piece + 2 > pieces.length, gap };
    const text = pieces[piece] ?? '';
    if (text === '') throw new Error(`lexicon row ${row.id}: '${row.pattern}' has an empty part`);
    for (const words of expand(text, row)) found.push({ words, part });
  }
  return found;
}

/** The phrases that a piece stands for, each as its tokens apart by blanks. */
function expand(piece: string, row: LexiconRow): Set<string> {
  let made = [''];
  for (const word of piece.trim().split(/\s+/)) {
    const options = word.split('|');
    made = made.flatMap((head) =>
      options.map((option) => (option === '' ? head : head === '' ? option : `${head} ${option}`)),
    );
    if (made.length > MOST_PHRASES) throw new Error(`lexicon row ${row.id}: too many phrases`);
  }
  const phrases = new Set<string>();
  for (const words of made) {
    const tokens = tokenise(words.replaceAll('_', ' '));
    if (tokens.length > 0) phrases.add(tokens.map(({ norm }) => norm).join(' '));
  }
  return phrases;
}

/** For each row the last hit that continues its parts, within one sentence. Kept between texts to spare the memory. */
class OpenParts {
  readonly #begun: (Begun | undefined)[][];
  readonly #stamps: Int32Array;
  #stamp = 0;

  constructor(rows: number) {
    this.#begun = Array.from({ length: rows }, () => []);
    this.#stamps = new Int32Array(rows);
  }

  /** Forgets all: another sentence begins. */
  clear(): void {
    this.#stamp = (this.#stamp + 1) | 0;
  }

  get(row: number, index: number): Begun | undefined {
    return this.#stamps[row] === this.#stamp ? this.#begun[row]?.[index] : undefined;
  }

  set(row: number, index: number, begun: Begun): void {
    const parts = this.#begun[row];
    if (parts === undefined) return;
    if (this.#stamps[row] !== this.#stamp) {
      parts.length = 0;
      this.#stamps[row] = this.#stamp;
    }
    parts[index] = begun;
  }
}

function join(field: ReadField, matches: Hit<Part[]>[], open: OpenParts): LexiconHit[] {
  const hits: LexiconHit[] = [];
  let sentence = -1;
  for (const match of matches) {
    const here = field.sentenceOf[match.from] ?? 0;
    if (here !== (field.sentenceOf[match.to - 1] ?? 0)) continue;
    if (here !== sentence) {
      open.clear();
      sentence = here;
    }
    for (const { row, at, index, last, gap } of match.value) {
      let { start, from } = match;
      if (index > 0) {
        const before = open.get(at, index - 1);
        if (before === undefined || before.to > match.from || match.from - before.to > gap)
          continue;
        ({ start, from } = before);
      }
      if (last) hits.push({ row, start, end: match.end, from, to: match.to, sentence });
      else open.set(at, index, { start, from, to: match.to });
    }
  }
  return hits;
}
