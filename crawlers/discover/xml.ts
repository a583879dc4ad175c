// The bytes or text of a feed or sitemap → its records, however broken: cut off, wrong charset, junk around it.
import { Parser } from 'htmlparser2';
import type { Steps } from '../steps.ts';

type Field = { path: string; text: string; attributes: Record<string, string> };

/** One <item>, <entry>, <url> or <sitemap>: its elements in document order. */
export type XmlRecord = { name: string; fields: Field[] };

/** Characters parsed in one step, before the limit is looked at again. */
const SLICE = 32 * 1024;
const BOM: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text in that charset; null where there is no such charset or the bytes are not in it. */
function decodeAs(label: string, body: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/**
 * The text of an XML body: byte order mark, then the charset of the XML declaration, then that of the
 * Content-Type, then UTF-8; Windows-1252 where the bytes are not what was declared.
 */
export function decodeXml(body: Uint8Array, contentType = ''): string {
  const mark = BOM.find(([bytes]) => bytes.every((byte, at) => body[at] === byte))?.[1];
  const head = new TextDecoder('latin1').decode(body.subarray(0, 400));
  const declared = /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1];
  const sent = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  for (const label of [mark, declared, sent, 'utf-8']) {
    const text = label === undefined ? null : decodeAs(label, body);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(body);
}

/** Collects records from the events of the parser. */
class Collector {
  readonly records: XmlRecord[] = [];
  full = false;
  readonly #names: readonly string[];
  readonly #limit: number;
  #record: XmlRecord | null = null;
  #open: Field[] = [];

  constructor(names: readonly string[], limit: number) {
    this.#names = names;
    this.#limit = limit;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const tag = name.toLowerCase();
    if (this.#names.includes(tag)) {
      this.#end(); // one that was never closed ends where the next begins
      if (this.records.length >= this.#limit) this.full = true;
      else this.#record = { name: tag, fields: [] };
      return;
    }
    if (this.#record === null) return;
    const above = this.#open.at(-1);
    const field = { path: above ? `${above.path}/${tag}` : tag, text: '', attributes };
    this.#record.fields.push(field);
    this.#open.push(field);
  }

  ontext(piece: string): void {
    const field = this.#open.at(-1);
    if (field) field.text += piece;
  }

  onclosetag(name: string): void {
    if (this.#open.length > 0) this.#open.pop();
    else if (name.toLowerCase() === this.#record?.name) this.#end();
  }

  #end(): void {
    if (this.#record) this.records.push(this.#record);
    this.#record = null;
    this.#open = [];
  }
}

/**
 * Reads the records named `names`, at most `limit`; `more` is true where another begins after that.
 * Paths are lower-case names below the record joined by '/', prefixes kept: 'title', 'news:news/news:title'.
 * What a cut-off body left open is no record: half an address would be a wrong one.
 */
export function* readRecords(
  text: string,
  names: readonly string[],
  limit: number,
): Steps<{ records: XmlRecord[]; more: boolean }> {
  const collector = new Collector(names, limit);
  const parser = new Parser(collector, { xmlMode: true, decodeEntities: true });
  for (let at = 0; at < text.length && !collector.full; at += SLICE) {
    parser.write(text.slice(at, at + SLICE));
    yield;
  }
  return { records: collector.records, more: collector.full };
}

/** The trimmed text of the first of these paths that has one; null if none has. */
export function textOf(record: XmlRecord, ...paths: string[]): string | null {
  for (const path of paths) {
    const text = record.fields.find(
      (field) => field.path === path && field.text.trim() !== '',
    )?.text;
    if (text !== undefined) return text.replaceAll(/\s+/g, ' ').trim();
  }
  return null;
}
