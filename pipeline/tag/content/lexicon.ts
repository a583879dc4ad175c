// Lexicon rows → hits. In: rows with patterns and the tokens of a field. Out: hits in order of their start.
// Patterns without gaps are phrases of one trie; a pattern with gaps is its parts in order within one sentence.
import type { LexiconRow } from '../../../schemas/lexicon.ts';
import type { ReadField } from '../document.ts';
import { longest } from '../phrases.ts';
import type { Mode, Phrase, PhraseBook } from '../phrases.ts';
import { HIT } from '../trie.ts';
import type { Found } from '../trie.ts';
import { tokenise } from '../words.ts';

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

export type LexiconFinder = (field: ReadField) => LexiconHit[];

/** A part of a row's pattern; rows without gaps have one part. Those of a row follow each other. */
type Part = {
  row: LexiconRow;
  first: boolean;
  last: boolean;
  /** Most words between the part before and this one. */
  gap: number;
};

/** Alternatives multiply; a row that would become more phrases than this is an error in the data. */
const MOST_PHRASES = 4000;

/**
 * Adds a lexicon to the book; throws on a pattern that is malformed, naming the row. 'longest': leftmost-longest without
 * overlap, so that a longer phrase takes its words from a shorter one; 'all': every hit. A hit never crosses the border
 * of a sentence. Time is linear in what the book has found.
 */
export function compileLexicon(rows: LexiconRow[], mode: Mode, book: PhraseBook): LexiconFinder {
  const parts: Part[] = [];
  const phrases: Phrase<number>[] = [];
  for (const row of rows) {
    for (const { words, part } of partsOf(row)) {
      const value = parts.push(part) - 1;
      for (const phrase of words) phrases.push({ words: phrase, value });
    }
  }
  const set = book.addSet(phrases);
  const join = createJoin(parts);
  return (field) => {
    const all = field.found[set] ?? [];
    return join(field, mode === 'longest' ? longest(all) : all);
  };
}

function partsOf(row: LexiconRow): { words: Set<string>; part: Part }[] {
  const pieces = row.pattern.split(/\s*~(\d+)\s*/);
  const found: { words: Set<string>; part: Part }[] = [];
  for (let piece = 0; piece < pieces.length; piece += 2) {
    const gap = piece === 0 ? 0 : Number(pieces[piece - 1]);
    const part = { row, first: piece === 0, last: piece + 2 > pieces.length, gap };
    const text = pieces[piece] ?? '';
    if (text === '') throw new Error(`lexicon row ${row.id}: '${row.pattern}' has an empty part`);
    found.push({ words: expand(text, row), part });
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

/** Joins the parts of gapped patterns. What is open is kept by part in typed arrays, and forgotten by another stamp. */
function createJoin(parts: Part[]): (field: ReadField, found: Found) => LexiconHit[] {
  const froms = new Int32Array(parts.length);
  const tos = new Int32Array(parts.length);
  const stamps = new Int32Array(parts.length);
  let stamp = 0;
  return ({ tokens, sentenceOf }, found) => {
    const hits: LexiconHit[] = [];
    let sentence = -1;
    for (let at = 0; at < found.length; at += HIT) {
      let from = found[at]!; // hits come in whole triples, of tokens and parts that are there
      const to = found[at + 1]!;
      const here = sentenceOf[from]!;
      if (here !== sentenceOf[to - 1]) continue;
      if (here !== sentence) stamp = (stamp + 1) | 0;
      sentence = here;
      const index = found[at + 2]!;
      const { row, first, last, gap } = parts[index]!;
      if (!first) {
        const before = from - tos[index - 1]!;
        if (stamps[index - 1] !== stamp || before < 0 || before > gap) continue;
        from = froms[index - 1]!;
      }
      if (last) {
        const { start } = tokens[from]!;
        hits.push({ row, start, end: tokens[to - 1]!.end, from, to, sentence });
      } else {
        stamps[index] = stamp;
        froms[index] = from;
        tos[index] = to;
      }
    }
    return hits;
  };
}
