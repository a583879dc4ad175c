// Bytes of a page → text: the charset by byte order mark, header, meta, then by trial.
import iconv from 'iconv-lite';

export type Decoded = { html: string; charset: string };

/** Bytes in which a charset must be declared (HTML standard: 1,024; real themes put it later). */
const SNIFF_BYTES = 4096;
/** Bytes of a page that are read; the rest cannot be an article that a person wrote. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Labels that mean another charset in practice (WHATWG encoding standard). */
const ALIASES: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  utf8: 'utf-8',
  gb2312: 'gbk',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
};

const known = (label: string | undefined): string | null => {
  if (label === undefined) return null;
  const lower = label.trim().toLowerCase();
  const name = ALIASES[lower] ?? lower;
  return iconv.encodingExists(name) ? name : null;
};

function fromMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
}

function fromMeta(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF_BYTES));
  return known(
    /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1],
  );
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Bytes → text with the charset that read them. A declared charset yields to UTF-8 where the bytes are valid UTF-8
 * with multi-byte sequences (a wrong header is common, valid UTF-8 by chance is not); declared UTF-8 that is not
 * valid is read as windows-1252 only if little of it would be lost otherwise.
 */
export function decodeBytes(body: Uint8Array, contentType: string | null): Decoded {
  const bytes = body.length > MAX_BYTES ? body.subarray(0, MAX_BYTES) : body;
  const mark = fromMark(bytes);
  if (mark !== null) return { html: iconv.decode(bytes, mark), charset: mark };
  const utf8 = validUtf8(bytes);
  if (utf8 !== null) return { html: utf8, charset: 'utf-8' };
  const declared =
    known(/charset\s*=\s*["']?([\w:-]+)/i.exec(contentType ?? '')?.[1]) ?? fromMeta(bytes);
  if (declared !== null && declared !== 'utf-8')
    return { html: iconv.decode(bytes, declared), charset: declared };
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return mostlyUtf8(lenient)
    ? { html: lenient, charset: 'utf-8' }
    : { html: iconv.decode(bytes, 'windows-1252'), charset: 'windows-1252' };
}

/** Broken sequences are fewer than the whole ones: a UTF-8 page with a damaged spot, not one in another charset. */
function mostlyUtf8(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return broken <= whole;
}
