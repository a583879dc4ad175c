// Names of elements and attributes as a page writes them → lower case, one string object for each name.
import { ownCopy } from './own-copy.ts';

/** Longer names are made up, not repeated. */
const LONGEST = 40;
const MOST = 5_000;
const known = new Map<string, string>();

/**
 * The same as toLowerCase(), for the few hundred names that all pages share. Pages with one character beyond Latin-1 give
 * strings of two bytes a character, whose toLowerCase() costs ten times the look-up.
 */
export function lowerName(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const lower = name.toLowerCase();
  if (name.length > LONGEST) return lower;
  if (known.size >= MOST) known.clear();
  const key = ownCopy(name);
  known.set(key, key.toLowerCase());
  return known.get(key) ?? lower;
}
