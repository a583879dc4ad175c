// Text of a page → bytes and Content-Type, right for some articles and wrong for most, as badly moved sites serve them.
import iconv from 'iconv-lite';
import { numberOf } from '../../articles.ts';

export const MISTAKES = [
  /** UTF-8 bytes and meta, but the server's header says ISO-8859-1. */
  'utf8-as-latin1',
  /** windows-1252 bytes with typographic quotes, called ISO-8859-1 by header and meta. */
  'cp1252-as-latin1',
  /** windows-1252 bytes, called UTF-8 by the header and nothing by the page. */
  'cp1252-as-utf8',
  /** UTF-8 read as windows-1252 and saved again as UTF-8, as after a moved database. */
  'twice-encoded',
] as const;
export type Mistake = (typeof MISTAKES)[number];

export const mistakeOf = (piece: { id: string }): Mistake =>
  MISTAKES[numberOf(piece) % MISTAKES.length] ?? 'utf8-as-latin1';

/** What the page itself declares. */
export const META: Record<Mistake, string> = {
  'utf8-as-latin1': '<meta charset="UTF-8" />',
  'cp1252-as-latin1': '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" />',
  'cp1252-as-utf8': '',
  'twice-encoded': '<meta charset="UTF-8" />',
};

const HEADERS: Record<Mistake, string> = {
  'utf8-as-latin1': 'text/html; charset=ISO-8859-1',
  'cp1252-as-latin1': 'text/html; charset=ISO-8859-1',
  'cp1252-as-utf8': 'text/html; charset=UTF-8',
  'twice-encoded': 'text/html; charset=UTF-8',
};

/** windows-1252 bytes of the text; throws where a character has none. */
export function cp1252(text: string): Buffer {
  const bytes = iconv.encode(text, 'windows-1252');
  if (iconv.decode(bytes, 'windows-1252') !== text) {
    throw new Error(`not all of it can be written in windows-1252: ${text.slice(0, 60)}`);
  }
  return bytes;
}

/** The page as served. */
export function encode(html: string, mistake: Mistake): { type: string; body: Buffer } {
  const type = HEADERS[mistake];
  switch (mistake) {
    case 'utf8-as-latin1':
      return { type, body: Buffer.from(html) };
    case 'cp1252-as-latin1':
    case 'cp1252-as-utf8':
      return { type, body: cp1252(html) };
    case 'twice-encoded':
      return { type, body: Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(html))) };
    default:
      return mistake satisfies never;
  }
}
