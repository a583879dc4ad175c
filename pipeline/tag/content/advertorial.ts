// Is the article paid for? In: Reading. Out: the mark that says so, or null.
// A mark stands in brackets, behind a bar or star, on a line of its own or as a category; within a sentence it is a word.
import type { Reading } from './reading.ts';
import type { Reason } from '../../../schemas/tag.ts';
import { reason } from './reasons.ts';
import type { LexiconHit } from './lexicon.ts';
import type { ReadField } from '../document.ts';

const ADDRESS = /[/.-](?:adv|advertorial|advetorial|pariwara|inforial)(?:[/.-]|$)/i;

/** 'Nasional - Olahraga - Opini - Advetorial': more items than a path to the article has. */
const MENU_ITEMS = 4;
/** A line this short is a label. */
const LABEL_TOKENS = 6;

/** The mark in the text or title, else the address, else the page's own label; null where there is none. */
export function advertorialReason({ document, title, text }: Reading): Reason | null {
  for (const { field, hits } of [text, title]) {
    const hit = hits.advertorial.find((mark) => isMark(field, mark));
    if (hit === undefined) continue;
    const span = { field: field.name, start: hit.start, end: hit.end };
    return reason(document, 'advertorial', hit.row.id, span);
  }
  const { url, markedAdvertorial, title: headline } = document.input;
  const whole = (field: 'url' | 'title', rule: string, quote: string): Reason => ({
    tag: 'advertorial',
    rule,
    field,
    start: 0,
    end: quote.length,
    quote,
  });
  if (url !== null && ADDRESS.test(url)) return whole('url', 'address', url);
  return markedAdvertorial ? whole('title', 'marked-by-page', headline) : null;
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
  if (paragraph === undefined) return false;
  const line = field.raw.slice(paragraph.start, paragraph.end);
  if (paragraph.to - paragraph.from > 1) return line.split(/\s[-|/•·»>]\s/).length >= MENU_ITEMS;
  const short = (index: number): boolean => {
    const other = field.paragraphs[index];
    return other !== undefined && other.to - other.from <= 3;
  };
  const bulleted = /[-•*·|]\s*$/.test(field.raw.slice(Math.max(0, hit.start - 3), hit.start));
  return short(at - 1) && (bulleted || short(at - 2) || short(at + 1));
}
