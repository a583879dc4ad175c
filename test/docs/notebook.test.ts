// The notebook of the docs, run by a real Python against the API over a real archive.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { expect, test } from 'vitest';
import { ROOT } from '../../cli/paths.ts';
import { openRig } from '../dashboards/api/rig.ts';
import { tags } from '../archive/make.ts';
import { reportNotRun } from '../elasticsearch/not-run.ts';
import { findPython } from './python.ts';

const NOTEBOOK = join(ROOT, 'docs/notebook/trend.ipynb');
const found = await findPython(join(ROOT, 'docs/notebook/requirements.txt'));
if ('missing' in found) await reportNotRun(import.meta.url, 'Python', found.missing);

test('it is a notebook of format 4, without outputs of some past run', () => {
  const notebook = JSON.parse(readFileSync(NOTEBOOK, 'utf8'));
  expect(notebook.nbformat).toBe(4);
  for (const cell of notebook.cells) expect(cell.outputs ?? []).toEqual([]);
});

test.skipIf('missing' in found)(
  'its cells run, draw the trend, and find the hash of the export right',
  async () => {
    if ('missing' in found) return;
    const { app, keep } = openRig();
    for (let n = 0; n < 12; n += 1)
      keep(n, { localDay: `2024-${String(2 + (n % 3) * 4).padStart(2, '0')}-05` });
    keep(20, { localDay: null });
    keep(21, { tags: tags({ elections: [{ election: 'pemilu-2024', contests: [] }] }) });
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    const folder = mkdtempSync(join(tmpdir(), 'pantau-notebook-'));
    try {
      const { port } = server.address() as AddressInfo; // a TCP server has one
      const figure = join(folder, 'trend.png');
      const env = {
        ...process.env,
        TREND_API: `http://127.0.0.1:${port}/api/v1`,
        TREND_FIGURE: figure,
        MPLBACKEND: 'Agg',
        MPLCONFIGDIR: folder,
      };
      const runner = join(import.meta.dirname, 'run_notebook.py');
      const { stdout } = await promisify(execFile)(found.python, [runner, NOTEBOOK], { env });
      expect(stdout.trim().split('\n')).toEqual([
        '13 articles, 13 distinct texts, 13 stories',
        '1 articles without a date are in no month',
        '9 months drawn, 6 of them unread',
        expect.stringMatching(
          /^13 articles, query advertorial=false&decision=seen&election=pilkada-2024, made /,
        ),
        'the hash is right',
      ]);
      const picture = readFileSync(figure);
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.length).toBeGreaterThan(10_000);
    } finally {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
