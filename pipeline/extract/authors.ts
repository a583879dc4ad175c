// What a page says of its writers → names only: no 'Oleh', no offices, no addresses.
import { cleanText } from '../normalise/text.ts';

const LEAD =
  /^(?:by|oleh|penulis|reporter|pewarta|wartawan|kontributor|laporan(?: wartawan)?|von|par|por|di|author|autor|text|written by|words by|posted by|editor)\s*[:：|]?\s+/i;
const NOT_NAMES =
  /^(?:admin(?:istrator)?|redaksi|editor|redaktur|author|unknown|staff|guest|tim redaksi|anonymous|null|undefined|n\/a)$/i;
const BREAK =
  /\s*(?:;|\||,|•|·|\/(?=\s)|\n|\s&\s|\band\b|\bund\b|\bdan\b|\bet\b|\by\b(?=\s+\p{Lu}))\s*/u;

/** Texts of bylines → distinct names in order of appearance. */
export function namesIn(texts: readonly string[]): string[] {
  const names: string[] = [];
  for (const text of texts) {
    for (const part of cleanText(text).replace(LEAD, '').split(BREAK)) {
      const name = nameOf(part);
      if (name !== null && !names.some((other) => other.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.slice(0, 20);
}

function nameOf(part: string): string | null {
  const name = part
    .replace(LEAD, '')
    .replace(/^[\s\-–—:@.]+|[\s\-–—:,]+$/g, '')
    .replace(/\s*\([^)]*\)$/, '')
    .trim();
  if (name.length < 2 || name.length > 60 || name.split(/\s+/).length > 7) return null;
  if (/https?:|www\.|@|\d{4}/.test(name) || NOT_NAMES.test(name)) return null;
  return name;
}
