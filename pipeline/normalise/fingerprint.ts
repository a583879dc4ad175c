// Title and text of an article → a key that equal texts share, whatever the outlet printed around them.

const DATELINE = /^[^\n]{0,60}?\s?(?:[–—|:]|--?)\s+(?=\p{Lu}|["“'])/u;
/** Fewer words are no text to compare: the title must be equal too. */
const FEW_WORDS = 25;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Hex key of 128 bits over the words of the text without its dateline; case, punctuation and spaces do not count.
 * FNV-1a in two lanes: collisions among a million texts are beyond concern, and no node module is needed.
 */
export function textKey(title: string, text: string): string {
  const words = wordsOf(text.replace(DATELINE, ''));
  const subject = words.length < FEW_WORDS ? [...wordsOf(title), '|', ...words] : words;
  return hash128(subject.join(' '));
}

function hash128(text: string): string {
  const lanes = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    for (let lane = 0; lane < 4; lane++)
      lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ (code + lane * 0x3d), 0x01000193 + lane * 0x2f6);
  }
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
