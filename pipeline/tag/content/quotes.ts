// Which tokens stand within quotation marks. In: a field. Out: a flag for each token.
// What somebody quoted says of a third person does not make that person a speaker.
import type { ReadField } from '../document.ts';

const BLANK = 32;
/** Characters behind the last word of a paragraph among which a quote may close. */
const BEHIND = 4;

/** Straight marks and ” open and close in turn, “ always opens; what is left open at the end of a paragraph is no quote. */
export function quotedTokens({ raw, tokens, paragraphs }: ReadField): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  for (const { from, to } of paragraphs) {
    let opened = -1;
    for (let at = from; at <= to; at++) {
      const start = at === from ? (tokens[at]?.start ?? 1) - 1 : (tokens[at - 1]?.end ?? 0);
      const end = at === to ? start + BEHIND : (tokens[at]?.start ?? start);
      if (end - start === 1 && raw.charCodeAt(start) === BLANK) continue;
      for (const mark of raw.slice(start, end).matchAll(/["“”]/g)) {
        if (opened === -1 || mark[0] === '“') opened = at;
        else {
          quoted.fill(1, opened, at);
          opened = -1;
        }
      }
    }
  }
  return quoted;
}
