// Hostile bodies: one that never ends, one that inflates.
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';

const MEGABYTE = 1024 * 1024;
/** What the bomb inflates to. */
const INFLATED_MEGABYTES = 300;

/** Writes paragraphs until the reader hangs up. */
export function drown(response: ServerResponse): void {
  const chunk = Buffer.from(
    '<p>Berita ini berlanjut dan terus berlanjut tanpa akhir.</p>\n'.repeat(1000),
  );
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
}

let made: Buffer | null = null;

/**
 * A gzip file of some 300 KB that inflates to 300 MB of spaces. One megabyte is deflated with a full flush, after
 * which the same bytes may follow again (RFC 1951): no need to deflate all of it.
 */
export function bomb(): Buffer {
  if (made !== null) return made;
  const plain = Buffer.alloc(MEGABYTE, ' ');
  const block = deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH });
  let sum = 0;
  for (let index = 0; index < INFLATED_MEGABYTES; index++) sum = crc32(plain, sum);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(INFLATED_MEGABYTES * MEGABYTE, 4);
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const blocks = Array.from({ length: INFLATED_MEGABYTES }, () => block);
  made = Buffer.concat([header, ...blocks, deflateRawSync(Buffer.alloc(0)), trailer]);
  return made;
}
