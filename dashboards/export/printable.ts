// A text from anywhere → the same without what XML has no place for.

/**
 * Without control characters, U+FFFE, U+FFFF and half surrogate pairs: XML 1.0 takes none of them, not even escaped, so
 * that one in a title or a search would make a whole feed or picture unreadable.
 */
export const printable = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ');
