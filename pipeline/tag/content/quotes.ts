// Which tokens stand within quotation marks. In: a field. Out: a flag for each token.
// What somebody quoted says of a third person does not make that person a speaker.
import type { ReadField } from '../document.ts';

/** Straight marks and ” open and close in turn, “ always opens; what is left open at the end of a paragraph is no quote. */
export function quotedTokens(field: ReadField): Uint8Array {
  const quoted = new Uint8Array(field.tokens.length);
  for (const { from, to } of field.paragraphs) {
    let opened = -1;
    for (let at = from; at <= to; at++) {
      const gap = field.raw.slice(
        at === from ? (field.tokens[at]?.start ?? 0) - 1 : (field.tokens[at - 1]?.end ?? 0),
        at === to ? field.tokens[at - 1]?.end : field.tokens[at]?.start,
      );
      const tail =
        at === to
          ? field.raw.slice(field.tokens[to - 1]?.end, (field.tokens[to - 1]?.end ?? 0) + 4)
          : gap;
      for (const mark of tail.matchAll(/["“”]/g)) {
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
