// Responses as they were stored in; a WARC file (gzip, a member for each record) and its CDXJ lines out. The same
// responses give the same record; its member is as the zlib of this Node writes it, and is kept: it is not made again.
import { gzipSync } from 'node:zlib';
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio';
import type { Page } from '../../schemas/page.ts';
import { sha256 } from './canonical.ts';

/** One answer of a server. */
export type Response = Pick<Page, 'finalUrl' | 'status' | 'headers' | 'body'> & {
  /** The address that was asked for. */
  url: string;
  /** UTC, ISO 8601. */
  at: string;
  via: Page['via'];
};

/** Said of the bytes as they are stored, so that the record claims no more than it holds. */
const SERVED =
  'http: status, headers and body as served; the content-encoding and transfer-encoding of the body are undone, and ' +
  'their headers kept under x-orig- names. browser: the document as it stood in the browser after its scripts had run';

/** Headers that no longer say the truth about the body once its coding is undone. */
const OF_CODING = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

/** A WARC of these responses: a warcinfo record, then a record for each. */
export async function warcOf(responses: readonly Response[]): Promise<Uint8Array> {
  const first = responses[0];
  if (first === undefined) throw new RangeError('a WARC of no response');
  const records = [
    infoRecord(first.at),
    ...responses.map((each) => digested(recordOf(each), each)),
  ];
  const members: Uint8Array[] = [];
  for (const record of records) members.push(gzipSync(await WARCSerializer.serialize(record)));
  return Buffer.concat(members);
}

function infoRecord(date: string): WARCRecord {
  const fields = { software: 'Pantau', format: 'WARC File Format 1.1', description: SERVED };
  const warcHeaders = { 'WARC-Record-ID': recordId(date, 'warcinfo') };
  return WARCRecord.createWARCInfo({ date, warcVersion: 'WARC/1.1', warcHeaders }, fields);
}

/** What a server said is a response; a document as the browser left it is a resource. */
function recordOf({ url, finalUrl, at, status, headers, body, via }: Response): WARCRecord {
  const target = via === 'browser' ? finalUrl : url;
  const common = { url: target, date: at, warcVersion: 'WARC/1.1' } as const;
  const id = { 'WARC-Record-ID': recordId(at, target, sha256(body)) };
  const content = [new Uint8Array(body)];
  if (via === 'browser') {
    const warcHeaders = { ...id, 'Content-Type': 'text/html; charset=utf-8' };
    return WARCRecord.create({ ...common, type: 'resource', warcHeaders }, content);
  }
  // the redirects between are not kept
  const warcHeaders = finalUrl === url ? id : { ...id, 'X-Final-URL': finalUrl };
  const httpHeaders = { ...honest(headers), 'content-length': String(body.length) };
  const statusline = `HTTP/1.1 ${status} ${status === 200 ? 'OK' : ''}`.trimEnd();
  return WARCRecord.create(
    { ...common, type: 'response', warcHeaders, statusline, httpHeaders },
    content,
  );
}

/** With its digests. warcio would take them too, with two new instances of WebAssembly for each record. */
function digested(record: WARCRecord, { body }: Response): WARCRecord {
  const { headers } = record.warcHeaders;
  const head = record.httpHeaders === null ? '' : `${record.httpHeaders.toString()}\r\n`;
  headers.set('WARC-Payload-Digest', `sha256:${sha256(body)}`);
  headers.set('WARC-Block-Digest', `sha256:${sha256(Buffer.concat([Buffer.from(head), body]))}`);
  return record;
}

const honest = (headers: Page['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      OF_CODING.has(name) ? `x-orig-${name}` : name,
      value.replaceAll(/[\r\n]+/g, ' '),
    ]),
  );

/** A name-based UUID (RFC 9562, version 8) of what the record is about. */
function recordId(...about: string[]): string {
  const hex = sha256(about.join('\n'));
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
  return `<urn:uuid:${uuid}>`;
}

/** The CDXJ lines of a WARC that will lie in archive/ under `filename`; not sorted. */
export async function indexOf(warc: Uint8Array, filename: string): Promise<string[]> {
  const indexer = new CDXIndexer({ format: 'cdxj' });
  const lines: string[] = [];
  for await (const found of indexer.iterIndex([{ filename, reader: readerOf(warc) }])) {
    lines.push(indexer.serialize(found).trimEnd());
  }
  return lines;
}

async function* readerOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
