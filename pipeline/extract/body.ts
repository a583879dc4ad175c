// Blocks with a verdict each → the article's text, and the credit line kept apart.
import { cleanText } from '../normalise/text.ts';
import type { Block } from './blocks.ts';
import { withoutInlineNoise } from './noise.ts';
import { DATELINE } from './select.ts';

export type Body = { text: string; credit: string | null; words: number };

/** Blocks joined: a blank line between paragraphs, cells of a table row on one line. */
export function joinBlocks(blocks: readonly Block[]): Body {
  const parts: string[] = [];
  let before: Block | null = null;
  for (const block of blocks) {
    const text = withoutInlineNoise(cleanText(block.text));
    if (!/[\p{L}\p{N}]|^[([]\*{1,3}[)\]]$/u.test(text)) continue;
    if (parts.length > 0) parts.push(gap(before, block));
    parts.push(text);
    before = block;
  }
  return splitCredit(parts.join(''));
}

function gap(before: Block | null, block: Block): string {
  if (before === null) return '';
  if (DATELINE.test(before.text)) return ' ';
  if (before.soft && before.box === block.box && block.index === before.index + 1) return '\n';
  const cell = (name: string): boolean => name === 'td' || name === 'th';
  return cell(before.box.name) && cell(block.box.name) && before.box.parent === block.box.parent
    ? ' '
    : '\n\n';
}

/** Words between spaces; in East Asian scripts two characters count as one. */
function countWords(text: string): number {
  let [words, wide, inside] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3040 && code <= 0xd7af) wide++;
    if (code > 32 && !inside) words++;
    inside = code > 32;
  }
  return Math.max(words, Math.floor(wide / 2));
}

/** '(adi/tan)', '[ida]', '(OL-3)', '(*)': initials that close the text. '(ADV/Setwan)' marks paid content and stays. */
const CREDIT = /\s*(?:\*+\s*)?([([]\s?(?:\*{1,3}|[\p{L}\d](?:[\p{L}\d .,&-]|\/){0,28})[)\]])\s*$/u;
const PAID = /\badv(?:ertorial)?\b|pariwara|iklan|inforial|kerja ?sama|sponsor/i;

function splitCredit(text: string): Body {
  const words = countWords(text);
  const match = CREDIT.exec(text.slice(-60));
  const mark = match?.[1];
  if (mark === undefined || PAID.test(mark) || !isCredit(mark))
    return { text, credit: null, words };
  return {
    text: text
      .slice(0, text.length - 60 < 0 ? match?.index : text.length - 60 + (match?.index ?? 0))
      .trimEnd(),
    credit: mark,
    words,
  };
}

/** Who made the text, in words: the offices of press releases, and the newsroom itself. */
const OFFICE =
  /^(?:bagian |bidang |tim )?(?:humas|kehumasan|(?:dis)?kominfo\p{L}*|prokopim\p{L}*|protokol|setwan|media cent(?:er|re)|mc|redaksi|rilis|rls|tim)\b/iu;

/** Initials and codes, not a remark in brackets: words without spaces joined by slashes, or one short word. */
function isCredit(mark: string): boolean {
  const inner = mark.slice(1, -1).trim();
  if (/^\*+$/.test(inner)) return true;
  if (!/\p{L}/u.test(inner) || inner.length > 28 || /^[IVXLC]+$/.test(inner)) return false;
  if (OFFICE.test(inner)) return true;
  const parts = inner.split(/[/,&.]|-(?=\d)/).map((part) => part.trim());
  return parts.every((part) => !part.includes(' ') && (part.length <= 7 || parts.length > 1));
}
