// A name in a field → does it stand in the dateline?
import type { ReadField } from '../document.ts';
import type { Hit } from '../phrases.ts';
import type { CaseStyle } from './case.ts';
import type { PlaceName } from './names.ts';

const DATELINE_TOKENS = 8;
/** Where all is in capitals, words of the sentence look like the outlet's name. */
const CAPITALS_TOKENS = 3;
const DATELINE_AFTER =
  /^(?:[^.!?\n]{0,40}?)(?:\s[–—-]{1,2}\s?|\s?[–—]\s?|--|-(?=\p{Lu})|\s?\|\s|:\s)/u;
const DATELINE_PAREN = /^[^.!?\n]{0,25}\([^)\n]{2,30}\)\s*[-–—]?/u;

/** At the head of one of the first paragraphs, before the dash: 'Bontang, Natmed.id –', 'KAJEN-', 'Kudus (ANTARA) -'. */
export function isDateline(field: ReadField, hit: Hit<PlaceName>, style: CaseStyle): boolean {
  const paragraph = field.paragraphs[field.paragraphOf[hit.from] ?? 0];
  const reach = style === 'normal' ? DATELINE_TOKENS : CAPITALS_TOKENS;
  if (paragraph === undefined || hit.from - paragraph.from > reach) return false;
  if (field.tokens[hit.from]?.capital !== true) return false;
  const head = field.raw.slice(paragraph.start, hit.start);
  if (/[–—:]|\s-{1,2}\s|[!?"“”]/.test(head.replace(/\.\p{L}+/gu, ''))) return false;
  const lower = head.match(/(?<![\p{L}.])\p{Ll}{2,}(?![\p{L}]*\.)/gu)?.length ?? 0;
  if (lower > 1) return false;
  const tail = field.raw.slice(hit.end, Math.min(hit.end + 60, field.raw.length));
  if (!DATELINE_AFTER.test(tail) && !DATELINE_PAREN.test(tail)) return false;
  const dash = tail.search(/[–—|:]|--|\s-|-(?=\p{Lu})|\(/u);
  const between = tail.slice(0, dash === -1 ? 0 : dash);
  return (between.match(/(?<![\p{L}.])\p{Ll}{3,}(?![\p{L}]*\.)/gu)?.length ?? 0) === 0;
}
