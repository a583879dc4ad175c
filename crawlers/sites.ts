// The YAML of site entries → sites, and every fault of those that cannot be used, with its line and what was meant.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { hostKey } from '../pipeline/normalise/url.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import { Discovery, Extraction, Site } from '../schemas/site.ts';
import { nearest } from '../schemas/nearest.ts';
import { meaningFaults, type Fault, type Path } from './site-rules.ts';

/**
 * One entry. All its faults come back at once, each as 'natmed-id.yaml:3: hom: unknown key; did you mean home?'.
 * @param fileName with .yaml; its stem is the id
 * @param isRegion whether a code names a province, kabupaten or kota; without it only the form is checked
 */
export function parseSite(
  yaml: string,
  fileName: string,
  isRegion: (code: string) => boolean = () => true,
): Result<Site, string[]> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const name = basename(fileName);
  if (document.errors.length > 0) {
    return fail(
      document.errors.map(
        ({ pos, message }) => `${name}:${lines.linePos(pos[0]).line}: ${message}`,
      ),
    );
  }
  const value = plain(document);
  if (!value.ok) return fail([`${name}: ${value.error}`]);
  const parsed = Site.safeParse(value.value);
  const faults = parsed.success
    ? meaningFaults(parsed.data, name, isRegion)
    : parsed.error.issues.flatMap((issue) => issueFaults(issue, value.value));
  if (parsed.success && faults.length === 0) return ok(parsed.data);
  const placed = faults.map((fault) => ({
    line: lineOf(document, lines, fault.path),
    text: textOf(fault),
  }));
  placed.sort((x, y) => x.line - y.line);
  return fail(placed.map(({ line, text }) => `${name}${line > 0 ? `:${line}` : ''}: ${text}`));
}

/** The plain value; aliases that multiply without end are refused by the parser. */
function plain(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS());
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const textOf = ({ path, message }: Fault): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;

/** Line of the deepest part of the path that stands in the file; 0 where nothing does. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined; // a key or index gives a node
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 0;
}

/** What stands at a path; undefined where nothing does. */
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], value);

const KINDS = Discovery.options.map(({ shape }) => shape.kind.value);

/** The keys that may stand at a path: of the entry, of a block in `discover` or in `extract`. */
function keysAt(path: Path, value: unknown): string[] {
  if (path[0] === 'extract') return Object.keys(Extraction.shape);
  if (path[0] !== 'discover') return Object.keys(Site.shape);
  const kind = valueAt(value, [...path, 'kind']);
  const option = Discovery.options.find(({ shape }) => shape.kind.value === kind);
  return Object.keys(option?.shape ?? {});
}

const meant = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near === null ? '' : `; did you mean ${near}?`;
};

function issueFaults(issue: z.core.$ZodIssue, value: unknown): Fault[] {
  const { path, code } = issue;
  const given = valueAt(value, path);
  if (code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      return { path: [...path, key], message: `unknown key${meant(key, keysAt(path, value))}` };
    });
  }
  if (code === 'invalid_union' && path.at(-1) === 'kind') {
    return [{ path, message: `one of ${KINDS.join(', ')}${meant(String(given), KINDS)}` }];
  }
  if (path[0] === 'region' && typeof given === 'number') {
    return [{ path, message: "put the code in quotes, as in '64.74': YAML reads it as a number" }];
  }
  if (given === undefined && path.length > 0) return [{ path, message: 'is missing' }];
  return [{ path, message: issue.message }];
}

export type SourceList = {
  /** By id. */
  sites: Site[];
  /** One line a fault; the entries concerned are not among the sites. */
  faults: string[];
};

/** All entries (*.yaml, *.yml) of a folder; one that cannot be used never stops the others. */
export function loadSites(dir: string, isRegion?: (code: string) => boolean): SourceList {
  const sites: Site[] = [];
  const faults: string[] = [];
  const homes = new Map<string, string>();
  for (const file of readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()) {
    const result = readEntry(join(dir, file), file, isRegion);
    if (!result.ok) {
      faults.push(...result.error);
      continue;
    }
    const site = result.value;
    const host = hostKey(new URL(site.home));
    const twin = sites.some(({ id }) => id === site.id) ? site.id : homes.get(host);
    if (twin === undefined) {
      sites.push(site);
      homes.set(host, site.id);
    } else faults.push(`${file}: the same source as ${twin}: one entry for a host`);
  }
  return { sites, faults };
}

function readEntry(
  path: string,
  file: string,
  isRegion?: (code: string) => boolean,
): Result<Site, string[]> {
  try {
    return parseSite(readFileSync(path, 'utf8'), file, isRegion);
  } catch (error) {
    return fail([
      `${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}
