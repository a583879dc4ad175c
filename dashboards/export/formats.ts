// An export and a format → its bytes piece by piece, its media type and the name of its file.
import { csv } from './csv.ts';
import type { Export, Statement } from './export.ts';
import { type FeedOptions, atom, rss } from './feed.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';

export const FORMATS = ['jsonl', 'csv', 'parquet', 'rss', 'atom'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};

export type FormatOptions = Omit<FeedOptions, 'statement'> & {
  /** Says what the file is in the file itself where the format has no place for it: CSV and JSON Lines. */
  stated: boolean;
};

/** Pieces of some ten kilobytes; each is made when it is asked for. */
export function* write(
  { statement, records }: Export,
  format: Format,
  options: FormatOptions,
): Generator<Uint8Array> {
  const stated = options.stated ? statement : null;
  const feed = { ...options, statement };
  switch (format) {
    case 'jsonl':
      return yield* pieces(jsonl(records(), stated));
    case 'csv':
      return yield* pieces(csv(records(), { ...options, statement: stated }));
    case 'parquet':
      return yield* parquet(records(), statement);
    case 'rss':
      return yield* pieces([rss(records(), feed)]);
    case 'atom':
      return yield* pieces([atom(records(), feed)]);
    default:
      return format satisfies never;
  }
}

const PIECE = 64 * 1024;

function* pieces(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  if (piece !== '') yield encoder.encode(piece);
}

/** For example 'pantau-2024-11-01-3f9a2c1b.csv': the day and the beginning of the hash. */
export const fileName = ({ time, hash }: Statement, format: Format): string =>
  `pantau-${time.slice(0, 10)}-${hash.slice(0, 8)}.${format}`;
