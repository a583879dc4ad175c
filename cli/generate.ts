// schemas/ and dashboards/kibana/sources → the files made from them: mappings, JSON Schemas, tables of the docs, Kibana's import file.
// `npm run generated` writes what is stale; with --check it names what is stale and exits 1.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ArticleDocument } from '../schemas/article.ts';
import { Config, variableOf } from '../schemas/config.ts';
import { CoverageDocument, RegionDocument } from '../schemas/documents.ts';
import { toMapping } from '../schemas/mapping.ts';
import { Site } from '../schemas/site.ts';
import { buildObjects, readSources, toNdjson } from '../dashboards/kibana/build.ts';
import { outlines } from './outlines.ts';
import { ROOT } from './paths.ts';

type Generated = {
  /** Relative to the project's folder. */
  path: string;
  /** The whole text, from the present one ('' where there is none). */
  make: (present: string) => string;
};

const GENERATED: Generated[] = [
  { path: 'search/mappings/articles.gen.json', make: () => indexBody(ArticleDocument, 'article') },
  {
    path: 'search/mappings/coverage.gen.json',
    make: () => indexBody(CoverageDocument, 'coverage'),
  },
  { path: 'search/mappings/regions.gen.json', make: () => indexBody(RegionDocument, 'region') },
  { path: 'schemas/site.schema.gen.json', make: () => jsonSchema(Site) },
  { path: 'schemas/config.schema.gen.json', make: () => jsonSchema(Config) },
  { path: 'dashboards/web/indonesia.gen.json', make: outlines },
  {
    path: 'dashboards/kibana/pantau.gen.ndjson',
    make: () => toNdjson(buildObjects(readSources(), 'pantau')),
  },
  {
    path: 'docs/operations.md',
    make: (present) => between(present, 'settings', settingsTable()),
  },
];

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Body of the request that creates an index; `_meta.schema` changes when anything else in it does. */
function indexBody(schema: z.ZodObject, name: string): string {
  const settings = { number_of_shards: 1, auto_expand_replicas: '0-1' };
  const mapping = toMapping(schema, name);
  const hash = createHash('sha256')
    .update(JSON.stringify([settings, mapping]))
    .digest('hex');
  return pretty({ settings, mappings: { _meta: { schema: hash.slice(0, 12) }, ...mapping } });
}

/** What an editor checks a YAML file against: fields with a default may be left out. */
const jsonSchema = (schema: z.ZodObject): string => pretty(z.toJSONSchema(schema, { io: 'input' }));

/** Each setting with its environment variable, default and meaning, as an aligned Markdown table. */
function settingsTable(): string {
  const rows = Object.entries(Config.shape).map(([key, field]) => {
    if (field.description === undefined) throw new Error(`Config.${key} has no description`);
    const variable = variableOf(key as keyof Config); // Object.entries forgets the type of its keys
    return [
      `\`${key}\``,
      variable === null ? '' : `\`${variable}\``,
      JSON.stringify(field.parse(undefined)),
      field.description,
    ];
  });
  return markdownTable([['key', 'environment', 'default', 'meaning'], ...rows]);
}

function markdownTable(rows: string[][]): string {
  const header = rows[0] ?? [];
  const widths = header.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [header, rule, ...rows.slice(1)].map((cells) => line(cells)).join('\n');
}

/** Replaces what stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->`. */
function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no '${start}' … '${end}' in the document`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** Paths whose text is not what schemas/ gives now, with the right text. */
export function staleFiles(root: string): { path: string; text: string }[] {
  return GENERATED.flatMap(({ path, make }) => {
    const file = join(root, path);
    const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const text = make(present);
    return text === present ? [] : [{ path, text }];
  });
}

function main(check: boolean): number {
  const stale = staleFiles(ROOT);
  for (const { path, text } of stale) {
    process.stdout.write(`${check ? 'stale' : 'written'}: ${path}\n`);
    if (check) continue;
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  if (!check || stale.length === 0) return 0;
  process.stdout.write(
    "These files are made from schemas/ and dashboards/kibana/sources: run 'npm run generated', commit them.\n",
  );
  return 1;
}

if (import.meta.main) process.exitCode = main(process.argv.includes('--check'));
