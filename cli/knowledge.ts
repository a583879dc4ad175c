// The folder knowledge/ → Knowledge: every file read and checked, its version from the bytes. Errors name file, line, reason.
import { type Hash, createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import { z } from 'zod';
import {
  Alias,
  CommonWord,
  District,
  Election,
  ElectionSign,
  ElectionWord,
  Era,
  Facility,
  Guard,
  MacroRegion,
  NoisePhrase,
  Office,
  Outlet,
  Participation,
  Region,
  Revote,
  Town,
  WallSign,
} from '../schemas/knowledge.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { LEXICONS, LexiconRow } from '../schemas/lexicon.ts';
import type { Lexicon } from '../schemas/lexicon.ts';

/** A file of knowledge/ that is missing or wrong; the message says where and what to do. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}

type Row = { line: number; value: unknown };

const CsvLexiconRow = LexiconRow.extend({ weight: z.coerce.number() });

/** Each file of knowledge/ with the shape of its rows, the lexicon aside; the version depends on the order. */
const TABLES = {
  regions: { file: 'regions.csv', shape: Region },
  districts: { file: 'districts.csv', shape: District },
  aliases: { file: 'aliases.csv', shape: Alias },
  towns: { file: 'towns.csv', shape: Town },
  macroRegions: { file: 'macro-regions.csv', shape: MacroRegion },
  offices: { file: 'offices.csv', shape: Office },
  guards: { file: 'guards.csv', shape: Guard },
  facilities: { file: 'facilities.csv', shape: Facility },
  commonWords: { file: 'common-words.csv', shape: CommonWord },
  noise: { file: 'noise.csv', shape: NoisePhrase },
  walls: { file: 'walls.csv', shape: WallSign },
  outlets: { file: 'outlets.csv', shape: Outlet },
  participation: { file: 'participation.csv', shape: Participation },
  revotes: { file: 'revotes.csv', shape: Revote },
  elections: { file: 'elections.yaml', shape: Election },
  electionWords: { file: 'election-words.csv', shape: ElectionWord },
  electionSigns: { file: 'election-signs.csv', shape: ElectionSign },
  eras: { file: 'eras.csv', shape: Era },
} satisfies Record<string, { file: string; shape: z.ZodType }>;

type Tables = { [Name in keyof typeof TABLES]: z.infer<(typeof TABLES)[Name]['shape']>[] };

const lexiconFile = (name: string): string => `lexicon/${name}.csv`;

/**
 * Reads knowledge/ from `dir`. Throws KnowledgeError with file, line and reason for a file that is missing, a row
 * that does not fit its shape, or an id that stands twice. `version` is the first 12 hex digits of the SHA-256 of
 * all files.
 */
export function loadKnowledge(dir: string): Knowledge {
  const hash = createHash('sha256');
  const table = <S extends z.ZodType>(file: string, shape: S): z.infer<S>[] => {
    const { text, rows } = readTable(dir, file, shape);
    hash.update(`${file}\n${text}\n`);
    return rows;
  };
  const tables = Object.fromEntries(
    Object.entries(TABLES).map(([name, { file, shape }]) => [name, table(file, shape)]),
  ) as Tables; // each name with the rows of its own shape
  const lexicon = Object.fromEntries(
    LEXICONS.map((name) => [name, table(lexiconFile(name), CsvLexiconRow)]),
  ) as Lexicon; // LEXICONS lists every key of the record
  return { version: versionOf(hash), ...tables, lexicon };
}

/** The signs of walls alone, for readers that tag nothing. Throws KnowledgeError as loadKnowledge does. */
export const loadWalls = (dir: string): WallSign[] => readTable(dir, 'walls.csv', WallSign).rows;

/** The version alone, for who needs no more: a tenth of the time of loading all. Throws KnowledgeError for a missing file. */
export function knowledgeVersion(dir: string): string {
  const hash = createHash('sha256');
  const files = [...Object.values(TABLES).map(({ file }) => file), ...LEXICONS.map(lexiconFile)];
  for (const file of files) hash.update(`${file}\n${readFile(join(dir, file))}\n`);
  return versionOf(hash);
}

const versionOf = (hash: Hash): string => hash.digest('hex').slice(0, 12);

function readFile(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new KnowledgeError(`${path}: missing; restore it from the repository`);
}

function readTable<S extends z.ZodType>(
  dir: string,
  file: string,
  shape: S,
): { text: string; rows: z.infer<S>[] } {
  const path = join(dir, file);
  const text = readFile(path);
  const rows = file.endsWith('.yaml') ? yamlRows(path, text) : csvRows(path, text);
  return { text, rows: check(path, rows, shape) };
}

function csvRows(path: string, text: string): Row[] {
  try {
    const rows: { record: unknown; info: { lines: number } }[] = parseCsv(text, {
      columns: true,
      info: true,
      bom: true,
      skip_empty_lines: true,
    });
    return rows.map(({ record, info }) => ({ line: info.lines, value: record }));
  } catch (error) {
    throw new KnowledgeError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function yamlRows(path: string, text: string): Row[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined) throw new KnowledgeError(`${path}: ${fault.message}`);
  const list = document.contents;
  if (!isSeq(list)) throw new KnowledgeError(`${path}:1: a list of rows is expected`);
  return list.items.map((item) => ({
    line: isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1,
    value: isMap(item) ? item.toJS(document) : item,
  }));
}

function check<S extends z.ZodType>(path: string, rows: Row[], shape: S): z.infer<S>[] {
  const seen = new Map<unknown, number>();
  return rows.map(({ line, value }) => {
    const parsed = shape.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const field = issue?.path.join('.') ?? '';
      throw new KnowledgeError(
        `${path}:${line}: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'wrong row'}`,
      );
    }
    const id = (parsed.data as { id?: unknown }).id; // every row shape has an id
    const before = seen.get(id);
    if (before !== undefined) {
      throw new KnowledgeError(
        `${path}:${line}: id '${String(id)}' stands in line ${before} already`,
      );
    }
    seen.set(id, line);
    return parsed.data;
  });
}
