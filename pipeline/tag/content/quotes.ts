// Which tokens stand within quotation marks. In: a field. Out: a flag for each token.
// What somebody quoted says of a third person does not make that person a speaker.
import type { ReadField } from '../document.ts';

const STRAIGHT = 0x22;
const OPENING = 0x20_1c;
const CLOSING = 0x20_1d;
/** Characters behind the last word of a paragraph among which a quote may close. */
const BEHIND = 4;

/** Straight marks and ” open and close in turn, “ always opens; what is left open at the end of a paragraph is no quote. */
export function quotedTokens({ raw, tokens, paragraphs }: ReadField): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  for (const { from, to } of paragraphs) {
    let opened = -1;
    let start = Math.max(0, (tokens[from]?.start ?? 0) - 1);
    for (let at = from; at <= to; at++) {
      const end = at === to ? Math.min(start + BEHIND, raw.length) : (tokens[at]?.start ?? start);
      for (let unit = start; unit < end; unit++) {
        const code = raw.charCodeAt(unit);
        if (code !== STRAIGHT && code !== OPENING && code !== CLOSING) continue;
        if (opened === -1 || code === OPENING) opened = at;
        else {
          quoted.fill(1, opened, at);
          opened = -1;
        }
      }
      start = tokens[at]?.end ?? end;
    }
  }
  return quoted;
}
