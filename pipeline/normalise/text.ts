// Text as pages print it → text as Pantau keeps it: one form for spaces, ligatures and stray marks.
// It runs before a text is stored, so that every offset of evidence points into the stored text.

const LIGATURES: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Controls but the line break, soft hyphens, zero-width and directional marks: characters that carry no letter. */
const INVISIBLE = /(?!\n)[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const SPACES = /[\p{Zs}\t\f\v\r\u2028\u2029\u0085]+/gu;
/** Anything but plain and Latin letters and the usual punctuation, or two spaces: only such text is worth the passes. */
const SUSPECT =
  /[^\n\x20-\x7E\u00A1-\u00AC\u00AE-\u017F\u2010-\u201A\u201C-\u201E\u2026]|[`´] ?|  | \n|\n /;

/**
 * One block of text in the form that is stored: Unicode NFC, ordinary single spaces, no invisible marks, ligatures
 * as letters, full-width and back-tick quotes as the usual ones. Typographic quotes and dashes stay as printed.
 */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(/[ﬀ-ﬆ]/g, (mark) => LIGATURES[mark] ?? mark)
    .replace(/[＂〝〞]/g, '"')
    .replace(/[‛＇]/g, '’')
    .replace(/‟/g, '“')
    .replace(/(?<=\p{L})[`´](?=\p{L})/gu, '’')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
