// Our code → every regular expression literal in it, each once.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

export type Literal = { pattern: string; flags: string; file: string };

const FOLDERS = [
  'archive',
  'cli',
  'crawlers',
  'dashboards',
  'oversight',
  'pipeline',
  'schemas',
  'search',
];

/** In the order of files and places; a pattern that several files have is named with the first. */
export function regexLiterals(): Literal[] {
  const found = new Map<string, Literal>();
  for (const file of FOLDERS.flatMap(sources)) {
    collect(parseSync(file, readFileSync(file, 'utf8')).program, (pattern, flags) => {
      const key = `/${pattern}/${flags}`;
      if (!found.has(key)) found.set(key, { pattern, flags, file });
    });
  }
  return [...found.values()];
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();

type Found = (pattern: string, flags: string) => void;

function collect(node: unknown, found: Found): void {
  if (Array.isArray(node)) for (const child of node) collect(child, found);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  if ('regex' in node && typeof node.regex === 'object' && node.regex !== null) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string }; // as ESTree has it
    found(pattern, flags);
  }
  for (const child of Object.values(node)) collect(child, found);
}
