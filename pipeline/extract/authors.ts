// What a page says of its writers → names only: no 'Oleh', no offices, no addresses.
import { cleanText } from '../normalise/text.ts';

const LEAD =
  /^(?:by|oleh|penulis|reporter|pewarta|wartawan|kontributor|laporan(?: wartawan)?|von|par|por|di|author|autor|text|written by|words by|posted by|editor)\s*[:：|]?\s+/i;
const NOT_NAMES =
  /^(?:admin(?:istrator)?|redaksi|editor|redaktur|author|unknown|staff|guest|tim redaksi|anonymous|null|undefined|n\/a|tim [\w ]+|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)$/i;
const MOST_NAMES = 20;
/** Characters of a byline that are read. */
const LONGEST = 400;
const BREAK =
  /\s*(?:;|\||,|•|·|\/(?=\s)|\n|\s&\s|\band\b|\bund\b|\bdan\b|\bet\b|\by\b(?=\s+\p{Lu}))\s*/u;

/** Texts of bylines → distinct names in order of appearance. */
export function namesIn(texts: readonly string[]): string[] {
  const names: string[] = [];
  for (const text of texts) {
    for (const part of cleanText(text.slice(0, LONGEST)).replace(LEAD, '').split(BREAK)) {
      const name = nameOf(part);
      if (name !== null && !names.some((other) => other.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.slice(0, MOST_NAMES);
}

function nameOf(part: string): string | null {
  const name = part
    .replace(LEAD, '')
    .replace(/\s*\d{1,2}[:.]\d.*$|\s+\d+ \p{L}+.*$/u, '')
    .replace(/\s+(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)$/i, '')
    .replace(/^[\s\-–—:@.]+|[\s\-–—:,]+$/g, '')
    .replace(/\s*\([^)]*\)$/, '')
    .trim();
  if (name.length < 2 || name.length > 60 || name.split(/\s+/).length > 7) return null;
  if (/https?:|www\.|@|\d{3}|^\d/.test(name) || NOT_NAMES.test(name)) return null;
  return name;
}

const PARTICLE = /^(?:de|da|do|dos|del|der|den|van|von|bin|binti|al|el|la|le|di|y|e|zu|ten|ibn)$/;
const NO_PERSON =
  /\b(?:foto|photo|bild|quelle|source|sumber|news|comments?|komentar|redaktion|redaksi|staff|tim|team|editor|share|follow|agency|agenc\w+|reuters|antara|afp|ap|dpa|sid|apa)\b/i;

/** Two to five words that begin with capitals: what a person's name looks like beside a headline. */
export function isPersonName(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 4 || NO_PERSON.test(name) || /[\d:!?"“”]/.test(name))
    return false;
  return words.every(
    (word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}.'’-]*$/u.test(word) || /^\p{Lo}+$/u.test(word),
  );
}
