// Which paragraphs of a text are not the article: links to others, menus, copyright lines. In: a field. Out: its marks set.
import type { NoisePhrase } from '../../schemas/knowledge.ts';
import type { Passage, ReadField } from './document.ts';
import type { Hit, PhraseBook } from './phrases.ts';

/** `noise` are the phrases that give a line away. Marks paragraphs and their sentences; time is linear in the text. */
export function createNoiseMarker(
  noise: NoisePhrase[],
  book: PhraseBook,
): (field: ReadField) => void {
  const find = book.add(
    noise.map((row) => ({ words: row.phrase, value: row })),
    'longest',
  );
  return (field) => {
    markNoise(field, find(field));
  };
}

function markNoise(field: ReadField, hits: Hit<NoisePhrase>[]): void {
  let next = 0;
  field.paragraphs.forEach((paragraph) => {
    let hit = hits[next];
    while (hit !== undefined && hit.to <= paragraph.to) {
      if (hit.from >= paragraph.from && givesAway(hit, paragraph, field)) paragraph.noise = true;
      hit = hits[++next];
    }
    if (!paragraph.noise) paragraph.noise = isForeignHeadline(field, paragraph);
  });
  markMenus(field.paragraphs, field.raw);
  for (const sentence of field.sentences) {
    const index = field.paragraphOf[sentence.from];
    sentence.noise = index !== undefined && field.paragraphs[index]?.noise === true;
  }
}

const MENU_LINES = 4;
const MENU_TOKENS = 4;

/** Many very short lines in a row are a menu or a list of tags. */
function markMenus(paragraphs: Passage[], raw: string): void {
  let run: Passage[] = [];
  const close = (): void => {
    if (run.length >= MENU_LINES) for (const line of run) line.noise = true;
    run = [];
  };
  for (const paragraph of paragraphs) {
    const short = paragraph.to - paragraph.from <= MENU_TOKENS;
    if (short && !/[.!?”"]/.test(raw.slice(paragraph.end, paragraph.end + 1))) run.push(paragraph);
    else close();
  }
  close();
}

function givesAway(
  { value, from, end }: Hit<NoisePhrase>,
  paragraph: Passage,
  field: ReadField,
): boolean {
  if (value.where === 'any') return true;
  if (from !== paragraph.from) return false;
  return (
    value.where === 'start' ||
    end === paragraph.end ||
    /^\s*[:|]/.test(field.raw.slice(end, end + 3))
  );
}

/** A line set like a headline (most words capitalised, no full stop) below the first paragraph: a link to another article. */
function isForeignHeadline(field: ReadField, paragraph: Passage): boolean {
  const size = paragraph.to - paragraph.from;
  if (paragraph.from === 0 || size < 5 || size > 25) return false;
  const tail = field.raw.slice(paragraph.end, paragraph.end + 4).split('\n')[0] ?? '';
  if (/[.!?:;"”)]/.test(tail)) return false;
  const line = field.raw.slice(paragraph.start, paragraph.end);
  if (/[.!?] |["“”]/.test(line) || line === line.toUpperCase()) return false;
  let capitals = 0;
  for (let at = paragraph.from; at < paragraph.to; at++) {
    const token = field.tokens[at];
    if (token !== undefined && (token.capital || token.numeral)) capitals++;
  }
  return capitals / size >= 0.7;
}
