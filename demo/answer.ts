// Request headers and an answer → what goes over the wire: conditional GET, compression.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { httpDate } from './dates.ts';

/** What stands at an address. */
export type Answer = {
  status: number;
  /** Content-Type as sent; null sends none. */
  type: string | null;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  /** Last change, ISO 8601: sent as Last-Modified with an ETag, and conditional requests are honoured. */
  modified?: string;
};

type Sent = { status: number; headers: Record<string, string>; body: Uint8Array };

export const ok = (type: string, body: string | Uint8Array, modified?: string): Answer => ({
  status: 200,
  type,
  body,
  ...(modified === undefined ? {} : { modified }),
});

export const redirect = (location: string, status: 301 | 302 = 301): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<html><head><title>${status}</title></head><body>Dipindahkan ke ${location}</body></html>`,
  headers: { location },
});

type RequestHeaders = Record<string, string | string[] | undefined>;

/** RFC 9110 13.2.2: If-None-Match decides; If-Modified-Since only where it is absent. */
function unchanged(request: RequestHeaders, etag: string, modified: string): boolean {
  const match = request['if-none-match'];
  if (typeof match === 'string') {
    return match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  const since = request['if-modified-since'];
  return typeof since === 'string' && Date.parse(since) >= Math.floor(Date.parse(modified));
}

/** The answer as sent to this request: 304 where its validators match, gzip where it is accepted. */
export function send(answer: Answer, request: RequestHeaders, compress: boolean): Sent {
  const plain = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const headers: Record<string, string> = { ...answer.headers };
  if (answer.type !== null) headers['content-type'] = answer.type;
  if (answer.modified !== undefined) {
    const etag = `"${createHash('sha1').update(plain).digest('hex').slice(0, 20)}"`;
    headers['etag'] = etag;
    headers['last-modified'] = httpDate(answer.modified);
    if (unchanged(request, etag, answer.modified)) {
      delete headers['content-type'];
      return { status: 304, headers, body: new Uint8Array() };
    }
  }
  if (compress && /\bgzip\b/.test(String(request['accept-encoding'] ?? ''))) {
    headers['content-encoding'] = 'gzip';
    headers['vary'] = 'Accept-Encoding';
    return { status: answer.status, headers, body: gzipSync(plain) };
  }
  return { status: answer.status, headers, body: plain };
}
