// Lexicon rows → hits. In: rows with patterns and the tokens of a field. Out: hits in order of their start.
// Patterns without gaps are phrases of one trie; a pattern with gaps is its parts in order within one sentence.
import type { LexiconRow } from '../../../schemas/lexicon.ts';
import type { ReadField } from '../document.ts';
import { buildMatcher, tokenise } from '../phrases.ts';
import type { Matcher, Phrase } from '../phrases.ts';

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
type Part = { row: LexiconRow; index: number; last: boolean; gap: number };

type PartHit = { value: Part; start: number; end: number; from: number; to: number };

/** Alternatives multiply; a row that would become more phrases than this is an error in the data. */
const MOST_PHRASES = 4000;

/**
 * Compiles rows into a matcher; throws on a pattern that is malformed, naming the row. A hit never crosses the border
 * of a sentence. Time of a match is linear in the tokens, times the hits of gapped rows within their gap.
 */
export function compileLexicon(rows: LexiconRow[], mode: 'longest' | 'all'): LexiconMatcher {
  const phrases: Phrase<Part>[] = [];
  for (const row of rows) phrases.push(...partsOf(row));
  const match = buildMatcher(phrases);
  return (field) => join(field, match, mode);
}

function partsOf(row: LexiconRow): Phrase<Part>[] {
  const pieces = row.pattern.split(/\s*~(\d+)\s*/);
  const phrases: Phrase<Part>[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const gap = at === 0 ? 0 : Number(pieces[at - 1]);
    const part = { row, index: at / 2, last: at + 2 > pieces.length, gap };
    const piece = pieces[at] ?? '';
    if (piece === '') throw new Error(`lexicon row ${row.id}: '${row.pattern}' has an empty part`);
    for (const words of expand(piece, row)) phrases.push({ words, value: part });
  }
  return phrases;
}

function expand(piece: string, row: LexiconRow): string[] {
  let made = [''];
  for (const word of piece.trim().split(/\s+/)) {
    const options = word.split('|');
    made = made.flatMap((head) =>
      options.map((option) => (option === '' ? head : head === '' ? option : `${head} ${option}`)),
    );
    if (made.length > MOST_PHRASES) throw new Error(`lexicon row ${row.id}: too many phrases`);
  }
  return made
    .map((words) => words.replaceAll('_', ' '))
    .filter((words) => tokenise(words).length > 0);
}

function join(field: ReadField, match: Matcher<Part>, mode: 'longest' | 'all'): LexiconHit[] {
  const hits: LexiconHit[] = [];
  /** Row id → for each part the last hit that continues the parts before it. */
  let open = new Map<string, PartHit[]>();
  let sentence = -1;
  for (const hit of match(field.tokens, mode)) {
    const here = field.sentenceOf[hit.from] ?? 0;
    if (here !== (field.sentenceOf[hit.to - 1] ?? 0)) continue;
    if (here !== sentence) {
      open = new Map();
      sentence = here;
    }
    const { row, index, last, gap } = hit.value;
    let whole: PartHit = hit;
    if (index > 0) {
      const before = open.get(row.id)?.[index - 1];
      if (before === undefined || before.to > hit.from || hit.from - before.to > gap) continue;
      whole = { ...hit, start: before.start, from: before.from };
    }
    if (last) {
      const { start, from } = whole;
      hits.push({ row, start, end: hit.end, from, to: hit.to, sentence });
    } else {
      const parts = open.get(row.id) ?? [];
      parts[index] = whole;
      open.set(row.id, parts);
    }
  }
  return hits;
}
