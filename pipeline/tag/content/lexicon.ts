// Lexicon rows → hits. In: rows with patterns and the tokens of a field. Out: hits in order of their start.
// Patterns without gaps are phrases of one trie; a pattern with gaps is its parts in order within one sentence.
import type { LexiconRow } from '../../../schemas/lexicon.ts';
import type { ReadField } from '../document.ts';
import type { PhraseBook } from '../phrases.ts';
import { HIT } from '../trie.ts';
import type { Mode } from '../trie.ts';
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
  last: boolean;
  /** Most words between the part before and this one; BEGINS for the first. */
  gap: number;
};

const BEGINS = -1;

/** A row of this class is no pattern to find but a family of forms: '@hadir' in another row stands for its alternatives. */
const FAMILY = 'family';

/** Alternatives multiply; a row that would become more phrases than this is an error in the data. */
const MOST_PHRASES = 4000;

/**
 * Adds a lexicon to the book; throws on a pattern that is malformed, naming the row. 'longest': leftmost-longest without
 * overlap, so that a longer phrase takes its words from a shorter one; 'all': every hit. A hit never crosses the border
 * of a sentence. Time is linear in what the book has found.
 */
export function compileLexicon(rows: LexiconRow[], mode: Mode, book: PhraseBook): LexiconFinder {
  const parts: Part[] = [];
  const families = familiesOf(rows);
  /** Phrase → its number, and by that the parts that it is. */
  const numbers = new Map<string, number>();
  const partsBy: number[][] = [];
  for (const row of rows) {
    if (row.class === FAMILY) continue;
    for (const { phrases, part } of partsOf(row, families)) {
      const index = parts.push(part) - 1;
      for (const phrase of phrases) {
        const number = numbers.get(phrase) ?? partsBy.push([]) - 1;
        numbers.set(phrase, number);
        partsBy[number]?.push(index);
      }
    }
  }
  const phrases = Array.from(numbers, ([words, value]) => ({ words, value }));
  return createJoin(parts, partsBy, book.addSet(phrases, mode));
}

/** The pattern of each family by its id, '@hadir'. */
function familiesOf(rows: LexiconRow[]): Map<string, string> {
  const families = rows.filter((row) => row.class === FAMILY);
  return new Map(families.map(({ id, pattern }) => [id, pattern]));
}

function partsOf(
  row: LexiconRow,
  families: ReadonlyMap<string, string>,
): { phrases: Set<string>; part: Part }[] {
  const pieces = row.pattern
    .replaceAll(/@\w+/g, (name) => {
      const forms = families.get(name);
      if (forms === undefined) throw new Error(`lexicon row ${row.id}: no family ${name}`);
      return forms;
    })
    .split(/\s*~(\d+)\s*/);
  const found: { phrases: Set<string>; part: Part }[] = [];
  for (let piece = 0; piece < pieces.length; piece += 2) {
    const gap = piece === 0 ? BEGINS : Number(pieces[piece - 1]);
    const part = { row, last: piece + 2 > pieces.length, gap };
    const text = pieces[piece] ?? '';
    if (text === '') throw new Error(`lexicon row ${row.id}: '${row.pattern}' has an empty part`);
    found.push({ phrases: expand(text, row), part });
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

/**
 * Finds rows in what the book has found of the set. What is open of gapped patterns is kept by part in typed arrays, from
 * text to text; another stamp forgets it.
 */
function createJoin(parts: Part[], partsBy: number[][], set: number): LexiconFinder {
  const rows = parts.map(({ row }) => row);
  const gaps = Int32Array.from(parts, ({ gap }) => gap);
  const lasts = Uint8Array.from(parts, ({ last }) => Number(last));
  /** The parts of all phrases in a row, and where those of each begin. */
  const indexes = Int32Array.from(partsBy.flat());
  const starts = startsOf(partsBy);
  const froms = new Int32Array(parts.length);
  const tos = new Int32Array(parts.length);
  const stamps = new Int32Array(parts.length);
  let stamp = 0;
  return ({ tokens, sentenceOf, found }) => {
    const hits: LexiconHit[] = [];
    let sentence = -1;
    const end = found.ends[set]!; // the set, its phrases and their tokens are there
    for (let at = found.starts[set]!; at < end; at += HIT) {
      const from = found.hits[at]!;
      const to = found.hits[at + 1]!;
      const here = sentenceOf[from]!;
      if (here !== sentenceOf[to - 1]) continue;
      if (here !== sentence) stamp = (stamp + 1) | 0;
      sentence = here;
      const phrase = found.hits[at + 2]!;
      for (let part = starts[phrase]!; part < starts[phrase + 1]!; part++) {
        const index = indexes[part]!;
        let first = from;
        if (gaps[index] !== BEGINS) {
          if (stamps[index - 1] !== stamp) continue;
          const between = from - tos[index - 1]!;
          if (between < 0 || between > gaps[index]!) continue;
          first = froms[index - 1]!;
        }
        if (lasts[index] === 1) {
          const { start } = tokens[first]!;
          const { end: last } = tokens[to - 1]!;
          hits.push({ row: rows[index]!, start, end: last, from: first, to, sentence });
        } else {
          stamps[index] = stamp;
          froms[index] = first;
          tos[index] = to;
        }
      }
    }
    return hits;
  };
}

/** Where each list begins and the last one ends, when they are joined. */
function startsOf(lists: number[][]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach(({ length }, index) => {
    starts[index + 1] = starts[index]! + length;
  });
  return starts;
}
