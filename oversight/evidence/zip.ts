// Files in; a ZIP in the one form that its content allows out. So a ZIP can be written again from what it holds and
// compared: a byte that differs anywhere, even where no reader looks, is found.
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile as Reader } from 'yauzl';
import { ZipFile as Writer } from 'yazl';
import { fail, ok, type Result } from '../../schemas/result.ts';

export type ZipSource = { path: string; bytes: number; read: () => Readable };

/** Stored, not deflated: WARCs must be (WACZ 1.1.1 §4), and no compressor's version counts. 1980: no clock and no zone counts. */
const FORM = { compress: false, forceDosTimestamp: true, mtime: new Date(0), mode: 0o100644 };

/** The bytes of the ZIP. An error of a source is the stream's. */
export function zipOf(files: readonly ZipSource[]): Readable {
  const zip = new Writer();
  // yazl's own stream is a PassThrough
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  for (const { path, bytes, read } of files) {
    zip.addReadStreamLazy(path, { ...FORM, size: bytes }, (give) => {
      const stream = read();
      stream.on('error', (error) => out.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  return out;
}

/** The stream of bytes that are in memory. */
export const streamOf = (data: Uint8Array): Readable => Readable.from([data]);

export type OpenZip = {
  /** In the order in which they stand. */
  files: { path: string; bytes: number }[];
  /** The chunks of a file. */
  read(index: number): Promise<Readable>;
  /** The first byte that is not as zipOf() would have written it; null where there is none. */
  firstDifference(): Promise<number | null>;
  close(): Promise<void>;
};

/** Opens a ZIP; fails with what a person can understand where it is none or damaged. @throws the error of node:fs where the file cannot be read */
export async function openZip(path: string): Promise<Result<OpenZip, string>> {
  const file = await open(path, 'r');
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      const entries: Entry[] = [];
      for await (const entry of zip.eachEntry()) entries.push(entry);
      return ok(opened(file, zip, entries));
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    await file.close();
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function opened(file: FileHandle, zip: Reader, entries: Entry[]): OpenZip {
  const read = (index: number): Promise<Readable> => {
    const entry = entries[index];
    if (entry === undefined) throw new RangeError(`no file ${index}`);
    return zip.openReadStreamPromise(entry);
  };
  return {
    files: entries.map(({ fileName, uncompressedSize }) => ({
      path: fileName,
      bytes: uncompressedSize,
    })),
    read,
    firstDifference: async () => {
      const sources = entries.map(({ fileName, uncompressedSize }, index) => ({
        path: fileName,
        bytes: uncompressedSize,
        read: () => Readable.from(chunksOf(read(index))),
      }));
      return difference(file, zipOf(sources));
    },
    close: async () => {
      zip.close();
      await file.close();
    },
  };
}

async function* chunksOf(stream: Promise<Readable>): AsyncGenerator<Uint8Array> {
  yield* await stream;
}

async function difference(file: FileHandle, rebuilt: Readable): Promise<number | null> {
  let at = 0;
  try {
    for await (const chunk of rebuilt) {
      const expected: Buffer = Buffer.from(chunk);
      const found = Buffer.alloc(expected.length);
      const { bytesRead } = await file.read(found, 0, expected.length, at);
      const same = bytesRead === expected.length && found.equals(expected);
      if (!same) return at + firstOf(found.subarray(0, bytesRead), expected);
      at += expected.length;
    }
  } catch {
    return at; // a part that cannot be read again, or a size that is not true
  }
  return (await file.stat()).size === at ? null : at;
}

function firstOf(found: Uint8Array, expected: Uint8Array): number {
  for (let index = 0; index < expected.length; index += 1)
    if (found[index] !== expected[index]) return index;
  return expected.length;
}
