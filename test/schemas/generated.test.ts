// The committed files that are made from schemas/ are what schemas/ gives now.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staleFiles } from '../../cli/generate.ts';
import { ROOT } from '../../cli/paths.ts';

test("none is stale; else run 'npm run generated' and commit", () => {
  expect(staleFiles(ROOT).map(({ path }) => path)).toEqual([]);
});

test('an edited one and a missing one are noticed', () => {
  const copy = mkdtempSync(join(tmpdir(), 'pantau-generated-'));
  try {
    for (const folder of ['dashboards', 'docs', 'schemas', 'search'])
      cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
    const docs = join(copy, 'docs/operations.md');
    writeFileSync(docs, readFileSync(docs, 'utf8').replace('| `port`', '| `Port`'));
    rmSync(join(copy, 'search/mappings/articles.gen.json'));
    const stale = staleFiles(copy).map(({ path }) => path);
    expect(stale).toEqual(['search/mappings/articles.gen.json', 'docs/operations.md']);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
