// The YAML of watches → watches, and every fault of those that cannot be used, with its line and what was meant.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../schemas/nearest.ts';
import { type Result, fail, ok } from '../../schemas/result.ts';
import { WATCH_ID, type Watch, WatchChannel, WatchRules, channelKey } from '../../schemas/watch.ts';

/** What the installation knows, so that a mistyped code is found before nothing is ever told. */
export type Known = {
  isRegion: (code: string) => boolean;
  /** Ids of all sources. */
  sources: () => readonly string[];
  isAccount: (name: string) => boolean;
};

export type Fault = { path: readonly PropertyKey[]; message: string };

/**
 * One watch. All its faults come back at once, each as 'kaltim.yaml:3: kinds.0: "dugan" is none of …; did you mean
 * dugaan?'. The stem of `fileName` is the id.
 */
export function parseWatch(yaml: string, fileName: string, known: Known): Result<Watch, string[]> {
  const name = basename(fileName);
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return fail(
      document.errors.map(
        ({ pos, message }) => `${name}:${lines.linePos(pos[0]).line}: ${message}`,
      ),
    );
  }
  const id = name.replace(/\.ya?ml$/, '');
  if (!WATCH_ID.test(id)) {
    return fail([`${name}: the name of the file is the id: lower-case letters, digits, hyphens`]);
  }
  const checked = checkRules(plain(document), known);
  if (checked.ok) return ok({ ...checked.value, id });
  const line = (path: Fault['path']): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as Node | undefined; // a key or index gives a node
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 0;
  };
  const placed = checked.error.map((fault) => ({ line: line(fault.path), text: textOf(fault) }));
  placed.sort((a, b) => a.line - b.line);
  return fail(
    placed.map((fault) => `${name}${fault.line > 0 ? `:${fault.line}` : ''}: ${fault.text}`),
  );
}

/** The plain value; aliases that multiply without end make it null, which is no watch. */
function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

/** 'kinds.0: …'. */
export const textOf = ({ path, message }: Fault): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;

/** The rules of a watch from a file or a form, whole, or all that is wrong with them. */
export function checkRules(value: unknown, known: Known): Result<WatchRules, Fault[]> {
  const parsed = WatchRules.safeParse(value);
  if (!parsed.success) {
    return fail(parsed.error.issues.flatMap((issue) => issueFaults(issue, value)));
  }
  const faults = meaningFaults(parsed.data, known);
  return faults.length === 0 ? ok(parsed.data) : fail(faults);
}

function meaningFaults(rules: WatchRules, { isRegion, sources, isAccount }: Known): Fault[] {
  const channels = rules.channels.map(channelKey);
  const { account } = rules;
  return [
    ...(account === null || isAccount(account)
      ? []
      : [{ path: ['account'], message: `${account} is no account: see 'account list'` }]),
    ...rules.regions.flatMap((code, at) =>
      isRegion(code) ? [] : [{ path: ['regions', at], message: `${code} names no region` }],
    ),
    ...(rules.sources.length === 0 ? [] : sourceFaults(rules.sources, sources())),
    ...rules.words.flatMap((query, at) =>
      /[\p{L}\p{N}]/u.test(query)
        ? []
        : [{ path: ['words', at], message: 'holds no word to search for' }],
    ),
    ...channels.flatMap((key, at) =>
      channels.indexOf(key) === at
        ? []
        : [{ path: ['channels', at], message: 'stands there twice' }],
    ),
  ];
}

const sourceFaults = (ids: readonly string[], known: readonly string[]): Fault[] =>
  ids.flatMap((id, at) =>
    known.includes(id)
      ? []
      : [{ path: ['sources', at], message: `${id} is no source${meant(id, known)}` }],
  );

const meant = (word: unknown, known: readonly string[]): string => {
  const near = nearest(String(word), known);
  return near === null ? '' : `; did you mean ${near}?`;
};

const KEYS = Object.keys(WatchRules.shape);
const CHANNEL_KINDS = WatchChannel.options.map(({ shape }) => shape.kind.value);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], value);

/** The keys that may stand at a path. */
function keysAt(path: readonly PropertyKey[], value: unknown): string[] {
  if (path[0] === 'quiet') return ['from', 'to'];
  if (path[0] !== 'channels') return KEYS;
  const kind = valueAt(value, [...path, 'kind']);
  const option = WatchChannel.options.find(({ shape }) => shape.kind.value === kind);
  return Object.keys(option?.shape ?? {});
}

function issueFaults(issue: z.core.$ZodIssue, value: unknown): Fault[] {
  const { path, code } = issue;
  const given = valueAt(value, path);
  if (path.length === 0 && code === 'invalid_type') {
    return [{ path, message: "'key: value' lines are expected, 'name:' at least" }];
  }
  if (code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown key${meant(key, keysAt(path, value))}`,
    }));
  }
  if (code === 'invalid_union' && path.at(-1) === 'kind') {
    return [{ path, message: `one of ${CHANNEL_KINDS.join(', ')}${meant(given, CHANNEL_KINDS)}` }];
  }
  if (path[0] === 'regions' && typeof given === 'number') {
    return [{ path, message: "put the code in quotes, as in '64.74': YAML reads it as a number" }];
  }
  if (given === undefined && path.length > 0) return [{ path, message: 'is missing' }];
  if (code === 'invalid_value') {
    const values = issue.values.map(String);
    const word = JSON.stringify(given);
    return [{ path, message: `${word} is none of ${values.join(', ')}${meant(given, values)}` }];
  }
  return [{ path, message: issue.message }];
}

export type WatchList = {
  /** By id. */
  watches: Watch[];
  /** One line a fault. */
  faults: string[];
  /** Ids of the files that cannot be used. */
  faulty: string[];
};

/** All watches (*.yaml) of a folder; a missing folder has none, and one that cannot be used never stops the others. */
export function loadWatches(dir: string, known: Known): WatchList {
  const list: WatchList = { watches: [], faults: [], faulty: [] };
  if (!existsSync(dir)) return list;
  const files = readdirSync(dir).filter((name) => /\.ya?ml$/.test(name));
  for (const file of files.sort()) {
    const read = readWatch(join(dir, file), known);
    const id = file.replace(/\.ya?ml$/, '');
    if (read.ok && !list.watches.some((watch) => watch.id === id)) list.watches.push(read.value);
    else {
      list.faulty.push(id);
      list.faults.push(...(read.ok ? [`${file}: a second file of this name`] : read.error));
    }
  }
  return list;
}

export function readWatch(path: string, known: Known): Result<Watch, string[]> {
  try {
    return parseWatch(readFileSync(path, 'utf8'), path, known);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail([`${basename(path)}: cannot be read: ${reason}`]);
  }
}
