// Text that was UTF-8, read as windows-1252 and stored as UTF-8 again ('â€œ' for '“') → the text it was, and how many runs
// were repaired.

/** Characters of windows-1252 for the bytes 0x80–0x9F. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const BYTE = new Map(Array.from(HIGH, (character, at) => [character, 0x80 + at]));

/** Lead bytes that occur in Latin text and its punctuation: 0xC2, 0xC3, 0xE2, 0xF0; then their continuations. */
const CONTINUATION = `[\u0080-\u00BF${HIGH}]`;
const LEADS = ['Ã', 'Â', 'â', 'ð'];
const RUN = new RegExp(`[ÂÃ]${CONTINUATION}|â${CONTINUATION}{2}|ð${CONTINUATION}{3}`, 'g');
/** 'Ã”' and 'Ã“' may be a letter before a closing quotation mark: they count only beside runs that cannot be anything else. */
const AMBIGUOUS = /^[ÂÃ][‘’“”–—»«°]$/;

const decoder = new TextDecoder('utf-8', { fatal: true });

function decodeRun(run: string): string | null {
  const bytes = Uint8Array.from(run, (character) => BYTE.get(character) ?? character.charCodeAt(0));
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The text with such runs put right. Linear; text without them comes back as it is. */
export function repairMojibake(text: string): { text: string; repaired: number } {
  const runs = LEADS.some((lead) => text.includes(lead)) ? text.match(RUN) : null;
  if (runs === null) return { text, repaired: 0 };
  const sure = runs.some((run) => !AMBIGUOUS.test(run) && decodeRun(run) !== null);
  if (!sure) return { text, repaired: 0 };
  let repaired = 0;
  const mended = text.replace(RUN, (run) => {
    const decoded = decodeRun(run);
    if (decoded === null) return run;
    repaired++;
    return decoded;
  });
  return { text: mended, repaired };
}
