// The import table of the house: who may import whom. Also bans bare new Date() and Math.random outside cli/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** folder → our folders it may import, and packages and node: modules it may import. */
const TABLE: Record<string, { ours: string[]; packages: RegExp }> = {
  schemas: { ours: [], packages: /^zod$/ },
  pipeline: {
    ours: ['schemas'],
    packages: /^(zod|htmlparser2|domhandler|domutils|css-select|iconv-lite)$/,
  },
  crawlers: {
    ours: ['schemas', 'pipeline/normalise/url.ts'],
    packages:
      /^(node:.*|zod|@crawlee\/http|undici|playwright-core|node-cron|yaml|robots-parser|htmlparser2|domhandler|domutils|css-select)$/,
  },
  archive: { ours: ['schemas'], packages: /^(node:.*|zod|@orama\/stemmers\/indonesian)$/ },
  search: { ours: ['schemas'], packages: /^(zod|@elastic\/elasticsearch)$/ },
  oversight: {
    ours: ['schemas'],
    packages:
      /^(node:.*|zod|hono\/html|hono\/utils\/html|undici|feedsmith|nodemailer|warcio(\/.*)?|playwright-core|yaml|yazl|yauzl|diff|pkijs|asn1js)$/,
  },
  dashboards: {
    ours: ['schemas'],
    packages:
      /^(node:.*|zod|hono(\/.*)?|@hono\/node-server|echarts(\/.*)?|feedsmith|hyparquet-writer|yaml|diff|@resvg\/resvg-js)$/,
  },
  demo: { ours: ['schemas'], packages: /^(node:.*|zod|csv-parse\/sync|iconv-lite)$/ },
};

/** A folder of the table that has no code yet has no imports either. */
const sources = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

function forbidden(file: string, folder: string): string[] {
  const rule = TABLE[folder] ?? { ours: [], packages: /^$/ };
  const bad: string[] = [];
  for (const match of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const target = match[1] ?? match[2] ?? '';
    if (!target.startsWith('.')) {
      if (!rule.packages.test(target)) bad.push(`${file} imports package ${target}`);
      continue;
    }
    const path = normalize(join(dirname(file), target)).replaceAll('\\', '/');
    const allowed = [folder, ...rule.ours].some(
      (ours) => path === ours || path.startsWith(`${ours}/`),
    );
    if (!allowed) bad.push(`${file} imports ${path}`);
  }
  return bad;
}

test.for(Object.keys(TABLE))('%s imports only what the table allows', (folder) => {
  expect(sources(folder).flatMap((file) => forbidden(file, folder))).toEqual([]);
});

test('the table would notice a forbidden import', () => {
  expect(forbidden('test/boundaries.test.ts', 'schemas').length).toBeGreaterThan(0);
});

test.for(['pipeline', 'crawlers', 'archive', 'search', 'oversight', 'dashboards'])(
  '%s takes the clock and chance as arguments',
  (folder) => {
    const found = sources(folder).filter((file) =>
      /new Date\(\)|Date\.now\(|Math\.random\(/.test(readFileSync(file, 'utf8')),
    );
    expect(found).toEqual([]);
  },
);
