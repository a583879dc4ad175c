// Is the article paid for? In: Reading. Out: the mark that says so, or null.
// A mark stands in brackets, behind a bar or star, on a line of its own or as a category; within a sentence it is a word.
import type { Reading } from './reading.ts';
import type { Span } from './evidence.ts';
import type { LexiconHit } from './lexicon.ts';
import type { ReadField } from '../document.ts';

export type AdvertorialEvidence = Span & { rule: string };

const ADDRESS = /[/.-](?:adv|advertorial|advetorial|pariwara|inforial)(?:[/.-]|$)/i;

/** A line this short is a label. */
const LABEL_TOKENS = 6;

export function findAdvertorial(reading: Reading): AdvertorialEvidence | null {
  for (const field of [reading.text, reading.title]) {
    const hit = field.hits.advertorial.find((mark) => isMark(field.field, mark));
    if (hit !== undefined) {
      return { field: field.field.name, start: hit.start, end: hit.end, rule: hit.row.id };
    }
  }
  return null;
}

/** The page's address files it under paid content. */
export function hasAdvertorialAddress(url: string | null): boolean {
  return url !== null && ADDRESS.test(url);
}

function isMark(field: ReadField, hit: LexiconHit): boolean {
  const before = field.raw.slice(Math.max(0, hit.start - 40), hit.start);
  const behind = field.raw.slice(hit.end, hit.end + 40);
  if (isEnclosed(before, behind)) return true;
  const paragraph = field.paragraphs[field.paragraphOf[hit.from] ?? 0];
  if (paragraph === undefined || paragraph.to - paragraph.from > LABEL_TOKENS) {
    return hit.row.class === 'mark' && /\.\s*[*|/-]+\s*$/.test(before);
  }
  if (hit.row.class === 'label') return false;
  return field.name === 'title'
    ? /^\s*[:|-]/.test(behind) || /[|:-]\s*$/.test(before)
    : !inMenu(field, hit);
}

function isEnclosed(before: string, behind: string): boolean {
  const opens = /[([][^()[\].]{0,38}$/.test(before);
  const closes = /^[^()[\].]{0,38}[)\]]/.test(behind);
  return (opens && closes) || (/[|*/]\s*$/.test(before) && /^(?:\s|\/|$)/.test(behind));
}

/** One of many short lines: a menu of the site, not the category of this article. */
function inMenu(field: ReadField, hit: LexiconHit): boolean {
  const at = field.paragraphOf[hit.from] ?? 0;
  const paragraph = field.paragraphs[at];
  if (paragraph !== undefined && paragraph.to - paragraph.from > 1) return false;
  const short = (index: number): boolean => {
    const other = field.paragraphs[index];
    return other !== undefined && other.to - other.from <= 3;
  };
  return short(at - 1) && short(at + 1);
}
