// What a server can do wrong, path by path, and the one ending of a fetch of it.
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import type { Answer } from '../../crawlers/fetch.ts';
import { fetchReason, type FetchError } from '../../schemas/page.ts';
import type { Result } from '../../schemas/result.ts';
import { page, respond, type Handler, type Route } from './press-server.ts';

const KB = 1024;
/** Small, so that each fault shows at once. */
export const LIMITS = { bytes: 64 * KB, inflated: 128 * KB, headersMs: 800, totalMs: 1200 };
const BOMB = Buffer.alloc(4 * 1024 * KB, 'a');
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const encoded = (name: string, body: Uint8Array): Handler =>
  respond(200, { ...HTML, 'content-encoding': name }, body);
/** Bytes straight onto the socket, then the end of the connection. */
const raw =
  (text: string): Handler =>
  (response) =>
    void response.socket?.end(text);

/** Writes a little for ever; ends when the reader goes away. */
const endless =
  (everyMs: number, piece: Buffer): Handler =>
  (response) => {
    response.writeHead(200, HTML);
    const timer = setInterval(() => response.write(piece), everyMs);
    response.once('close', () => clearInterval(timer));
  };

/** path → what the server does, and how the fetch of that path ends. */
export const FAULTS: [path: string, route: Route, ending: string][] = [
  ['/fine', page('fine'), '200'],
  ['/203', respond(203, HTML, page('via a proxy')), '203'],
  ['/204', respond(204, HTML), 'status-204'],
  ['/304-unasked', respond(304), 'status-304'],
  ['/400', respond(400), 'status-400'],
  ['/401', respond(401), 'status-401'],
  ['/403', respond(403, HTML, 'Forbidden'), 'status-403'],
  ['/404', respond(404, HTML, 'no such page'), 'status-404'],
  ['/410', respond(410), 'status-410'],
  ['/418', respond(418), 'status-418'],
  ['/429', respond(429), 'status-429'],
  ['/500', respond(500), 'status-500'],
  ['/503', respond(503, { 'retry-after': '0' }), 'status-503'],
  [
    '/600',
    raw('HTTP/1.1 600 What\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'),
    'status-600',
  ],
  [
    '/early-hints',
    (response) =>
      response.writeEarlyHints({ link: '</a>; rel=preload' }, () =>
        response.writeHead(200, HTML).end('<p>late'),
      ),
    '200',
  ],
  ['/moved', respond(301, { location: '/fine' }), '200'],
  ['/moved-relative', respond(302, { location: 'fine#x' }), '200'],
  ['/moved-nowhere', respond(302), 'status-302'],
  ['/moved-badly', respond(302, { location: 'http://[' }), 'status-302'],
  ['/300', respond(300, { location: '/fine' }), 'status-300'],
  ['/loop', respond(302, { location: '/loop' }), 'redirects'],
  ['/loop-of-two', respond(302, { location: '/loop-back' }), 'redirects'],
  ['/loop-back', respond(302, { location: '/loop-of-two#x' }), 'redirects'],
  ['/chain-1', respond(302, { location: '/chain-2' }), 'redirects'],
  ['/chain-2', respond(302, { location: '/chain-3' }), '200'],
  ['/chain-3', respond(307, { location: '/chain-4' }), '200'],
  ['/chain-4', respond(308, { location: '/chain-5' }), '200'],
  ['/chain-5', respond(303, { location: '/chain-6' }), '200'],
  ['/chain-6', respond(301, { location: '/fine' }), '200'],
  ['/to-ftp', respond(302, { location: 'ftp://127.0.0.1/a' }), 'scheme'],
  ['/to-script', respond(302, { location: 'javascript:alert(1)' }), 'scheme'],
  ['/to-file', respond(302, { location: 'file:///etc/passwd' }), 'scheme'],
  ['/to-other-host', respond(302, { location: 'http://other.test/a' }), 'foreign-host'],
  ['/to-other-port', respond(302, { location: 'http://127.0.0.1:1/a' }), 'foreign-host'],
  ['/no-answer', () => {}, 'timeout'],
  [
    '/slow-header',
    (response) => void response.socket?.write('HTTP/1.1 200 OK\r\ncontent-ty'),
    'timeout',
  ],
  ['/slow-body', endless(50, Buffer.from('<p>')), 'timeout'],
  [
    '/stops',
    (response) => void response.writeHead(200, { ...HTML, 'content-length': '100' }).write('<p>'),
    'timeout',
  ],
  ['/endless', endless(1, Buffer.alloc(8 * KB, 'a')), 'too-large'],
  ['/announces-much', respond(200, { ...HTML, 'content-length': '99999999' }), 'too-large'],
  ['/is-much', respond(200, HTML, BOMB), 'too-large'],
  ['/many-headers', respond(200, { ...HTML, 'x-much': 'a'.repeat(100 * KB) }), 'too-large'],
  ['/reset', (response) => void response.socket?.destroy(), 'reset'],
  [
    '/reset-in-body',
    (response) =>
      void response
        .writeHead(200, { ...HTML, 'content-length': '100' })
        .write('<p>', () => response.socket?.destroy()),
    'reset',
  ],
  [
    '/reset-in-chunks',
    (response) => void response.writeHead(200, HTML).write('<p>', () => response.socket?.destroy()),
    'reset',
  ],
  [
    '/short',
    raw('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 50\r\n\r\n<p>short'),
    'reset',
  ],
  ['/no-http', raw('SSH-2.0-OpenSSH_9.2\r\n'), 'reset'],
  [
    '/bad-chunks',
    raw('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
    'reset',
  ],
  [
    '/two-lengths',
    raw('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'),
    'reset',
  ],
  ['/gzip', encoded('gzip', gzipSync(page('gzip'))), '200'],
  ['/deflate', encoded('deflate', deflateSync(page('deflate'))), '200'],
  ['/deflate-raw', encoded('deflate', deflateRawSync(page('raw'))), '200'],
  ['/br', encoded('br', brotliCompressSync(page('br'))), '200'],
  ['/zstd', encoded('zstd', zstdCompressSync(page('zstd'))), '200'],
  ['/gzip-twice', encoded('gzip, gzip', gzipSync(gzipSync(page('twice')))), '200'],
  ['/encoding-utf-8', encoded('utf-8', Buffer.from(page('plain'))), '200'],
  ['/empty-gzip', encoded('gzip', Buffer.alloc(0)), '200'],
  ['/gzip-bomb', encoded('gzip', gzipSync(BOMB)), 'inflated-too-large'],
  ['/br-bomb', encoded('br', brotliCompressSync(BOMB)), 'inflated-too-large'],
  ['/deflate-bomb', encoded('deflate', deflateRawSync(BOMB)), 'inflated-too-large'],
  ['/zstd-bomb', encoded('zstd', zstdCompressSync(BOMB)), 'inflated-too-large'],
  ['/gzip-in-gzip-bomb', encoded('gzip, gzip', gzipSync(gzipSync(BOMB))), 'inflated-too-large'],
  ['/bad-gzip', encoded('gzip', Buffer.from(page('not gzip'))), 'bad-encoding'],
  ['/cut-gzip', encoded('gzip', gzipSync(page('cut')).subarray(0, 30)), 'bad-encoding'],
  ['/bad-br', encoded('br', Buffer.from(page('not br'))), 'bad-encoding'],
  ['/unknown-encoding', encoded('compress', Buffer.from('x')), 'bad-encoding'],
  ['/many-layers', encoded('gzip, gzip, gzip, gzip', Buffer.from('x')), 'bad-encoding'],
  ['/pdf', respond(200, { 'content-type': 'application/pdf' }, '%PDF'), 'content-type'],
  ['/json', respond(200, { 'content-type': 'application/json' }, '{}'), 'content-type'],
  ['/xhtml', respond(200, { 'content-type': 'application/xhtml+xml' }, '<html/>'), '200'],
  ['/untyped', respond(200, {}, '<p>untyped'), '200'],
  ['/untyped-binary', respond(200, {}, Buffer.from([0xff, 0xd8])), 'content-type'],
];

/** The status of an answer, or the word of its error. */
export const outcome = (result: Result<Answer, FetchError>): string =>
  result.ok ? String(result.value.status) : fetchReason(result.error);
