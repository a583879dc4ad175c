// The bytes of a body and its Content-Encoding → the bytes that were meant, never more than the cap.
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { type FetchError } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';

/**
 * What is larger, as it came or as it comes out, is inflated off the main thread; below it the hand-over costs more
 * than the work. A bomb of a few kilobytes would hold up all other hosts.
 */
const LARGE = { bytes: 256 * 1024, inflated: 1024 * 1024 };
/** Bytes that come back at a time from there. */
const LARGE_PIECE = 256 * 1024;
const MAX_LAYERS = 3;

/** Bytes in memory of their own, as pages are kept. */
export type Bytes = Uint8Array<ArrayBuffer>;

type Options = { maxOutputLength: number; chunkSize?: number };
type Codec = {
  sync: (body: Bytes, options: Options) => Bytes;
  async: (body: Bytes, options: Options) => Promise<Bytes>;
  /** Bytes that will come out, as far as the body says; it may lie. */
  sizeOf?: (body: Bytes) => number;
};
const gzip: Codec = { sync: zlib.gunzipSync, async: promisify(zlib.gunzip), sizeOf: gzipSize };
const raw: Codec = { sync: zlib.inflateRawSync, async: promisify(zlib.inflateRaw) };
const CODECS: Record<string, Codec> = {
  gzip,
  'x-gzip': gzip,
  deflate: { sync: zlib.inflateSync, async: promisify(zlib.inflate) },
  br: { sync: zlib.brotliDecompressSync, async: promisify(zlib.brotliDecompress) },
  zstd: { sync: zlib.zstdDecompressSync, async: promisify(zlib.zstdDecompress) },
};

/** Words seen in Content-Encoding that mean no encoding at all. */
const PLAIN = new Set(['', 'identity', 'none', 'binary', 'utf-8', 'utf8']);

/** The last four bytes of a gzip body are the size of what is in it (RFC 1952 §2.3.1). */
function gzipSize(body: Bytes): number {
  if (body.length < 18) return 0;
  return new DataView(body.buffer, body.byteOffset).getUint32(body.length - 4, true);
}

/** zlib takes no smaller one. */
const SMALLEST_PIECE = 64;

/** One piece of the right size instead of many that are put together: half of the time, and less to collect. */
function pieceOf(codec: Codec, body: Bytes, cap: number): Pick<Options, 'chunkSize'> {
  const size = codec.sizeOf?.(body) ?? 0;
  const trusted = size > body.length && size <= cap;
  // one byte more, so that zlib sees the end without a second piece
  return trusted ? { chunkSize: Math.max(size + 1, SMALLEST_PIECE) } : {};
}

const isTooLarge = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'; // zlib throws nothing else

async function inflated(codec: Codec, body: Bytes, cap: number): Promise<Bytes> {
  const here = Math.min(cap, LARGE.inflated);
  if (body.length < LARGE.bytes && (codec.sizeOf?.(body) ?? 0) <= here) {
    try {
      return codec.sync(body, { maxOutputLength: here, ...pieceOf(codec, body, here) });
    } catch (error) {
      if (here === cap || !isTooLarge(error)) throw error;
    }
  }
  return await codec.async(body, { maxOutputLength: cap, chunkSize: LARGE_PIECE });
}

async function run(codec: Codec, body: Bytes, cap: number): Promise<Result<Bytes, FetchError>> {
  try {
    return ok(await inflated(codec, body, cap));
  } catch (error) {
    return isTooLarge(error)
      ? fail({ kind: 'inflated-too-large', detail: `inflates to more than ${cap} bytes` })
      : fail({ kind: 'bad-encoding', detail: (error as Error).message });
  }
}

/**
 * Undoes Content-Encoding (gzip, deflate with or without its zlib head, br, zstd, up to three layers).
 * Inflating stops at `cap` bytes: inflated-too-large. Cut off, corrupt or unknown: bad-encoding.
 */
export async function inflate(
  body: Bytes,
  encoding: string,
  cap: number,
): Promise<Result<Bytes, FetchError>> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => !PLAIN.has(word));
  if (layers.length > MAX_LAYERS)
    return fail({ kind: 'bad-encoding', detail: `layers: ${encoding}` });
  let bytes = body;
  for (const name of body.length === 0 ? [] : layers.toReversed()) {
    const codec = CODECS[name];
    if (codec === undefined)
      return fail({ kind: 'bad-encoding', detail: `unknown encoding '${name}'` });
    let result = await run(codec, bytes, cap);
    // some servers send deflate without the zlib head (RFC 9110 §8.4.1.2)
    if (!result.ok && name === 'deflate' && result.error.kind === 'bad-encoding') {
      result = await run(raw, bytes, cap);
    }
    if (!result.ok) return result;
    bytes = result.value;
  }
  if (bytes.length > cap)
    return fail({ kind: 'inflated-too-large', detail: `${bytes.length} bytes` });
  return ok(bytes);
}

const GZIP_MAGIC = [0x1f, 0x8b, 0x08];

/** Undoes gzip where the bytes say so, whatever the name or the headers say: sitemaps are served both ways. */
export async function gunzipByMagic(body: Bytes, cap: number): Promise<Result<Bytes, FetchError>> {
  return GZIP_MAGIC.every((byte, at) => body[at] === byte) ? run(gzip, body, cap) : ok(body);
}
