// The pages of the synthetic press as gzip bytes: made once, kept in the cache folder, the same on every machine.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { cacheFolder, hashOf } from '../cache.ts';
import { clutterOf } from './clutter.ts';
import { pageOf } from './page.ts';

/** Newspapers that have texts of their own; further hosts carry the same under their own addresses. */
export const NEWSPAPERS = 50;

/** Articles in one file of the cache. */
const CHUNK = 10;

/** The gzipped pages 1 … `count` of a newspaper. */
export function gzippedPages(newspaper: number, count: number): Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let first = 1; first <= count; first += CHUNK) pages.push(...chunkOf(newspaper, first));
  return pages.slice(0, count);
}

function chunkOf(newspaper: number, first: number): Uint8Array[] {
  const file = join(folder(), `${newspaper}-${first}.v8`);
  if (existsSync(file)) return deserialize(readFileSync(file)) as Uint8Array[]; // written below
  const clutter = clutterOf(newspaper);
  const pages = Array.from({ length: CHUNK }, (_, index): Uint8Array =>
    gzipSync(pageOf(newspaper, first + index, clutter)),
  );
  const part = `${file}.${process.pid}`;
  writeFileSync(part, serialize(pages));
  renameSync(part, file);
  return pages;
}

let made: string | null = null;

function folder(): string {
  const texts = join(import.meta.dirname, '..', '..', 'demo', 'articles');
  made ??= join(cacheFolder(), `press-${hashOf(import.meta.dirname, texts)}`);
  mkdirSync(made, { recursive: true });
  return made;
}
