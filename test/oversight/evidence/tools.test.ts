// Other people's tools read our packs: py-wacz and warcio find them valid, replayweb.page shows the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium as playwright, type Frame } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../../crawlers/chromium.ts';
import { openZip } from '../../../oversight/evidence/zip.ts';
import { drawWaiting } from '../../../oversight/evidence/view.ts';
import { ok } from '../../../schemas/result.ts';
import { reportNotRun } from '../../elasticsearch/not-run.ts';
import { NOW, look, newFolder, pack, rig } from './rig.ts';
import { python, pythonTools, replayCode } from './tools.ts';

const tools = await pythonTools();
if (tools === null)
  await reportNotRun(
    import.meta.url,
    'py-wacz and warcio',
    'install Python 3 with pip; PyPI must be reachable once',
  );
const code = await replayCode();
const chromium = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env);
if (code === null || chromium === null)
  await reportNotRun(
    import.meta.url,
    'replayweb.page in Chromium',
    'install Chromium (apt-get install chromium); the npm registry must be reachable once',
  );

const HTML =
  '<!doctype html><html><head><link rel="stylesheet" href="/gaya.css"></head><body><p>Netralitas ASN di Bontang</p></body></html>';

/** A pack of a page with its style sheet, both as served, and of one that came through a browser. */
async function packed(): Promise<string> {
  const made = rig();
  const id = made.save(1, 0, {}, HTML);
  made.save(2, 1);
  await made.capture({ views: 'follows' });
  const deps = {
    archive: made.archive,
    key: made.key,
    now: () => NOW,
    look: async () => ok(look()),
  };
  await drawWaiting(deps, new AbortController().signal);
  return pack(made, [id], { print: async () => Buffer.from('%PDF-1.7 uji') });
}

describe.skipIf(tools === null)('by Python', () => {
  test('py-wacz finds the pack valid', async () => {
    const { exit, out } = await python(tools ?? '', [
      'wacz.main',
      'validate',
      '-f',
      await packed(),
    ]);
    expect(out).toMatch(/the passed WACZ is valid/);
    expect(exit).toBe(0);
  });

  test('warcio finds every record and its digests right', async () => {
    const zip = await openZip(await packed());
    if (!zip.ok) throw new Error(zip.error);
    onTestFinished(() => zip.value.close());
    const folder = newFolder();
    const warcs: string[] = [];
    for (const [index, { path }] of zip.value.files.entries()) {
      if (!path.startsWith('archive/')) continue;
      const parts: Buffer[] = [];
      for await (const chunk of await zip.value.read(index)) parts.push(Buffer.from(chunk));
      const file = join(folder, path.slice('archive/'.length));
      writeFileSync(file, Buffer.concat(parts));
      warcs.push(file);
    }
    expect(warcs).toHaveLength(2);
    const { exit, out } = await python(tools ?? '', ['warcio.cli', 'check', '-v', ...warcs]);
    expect(out.match(/digest pass/g)).toHaveLength(2);
    expect(out).not.toMatch(/fail/i);
    expect(exit).toBe(0);
  });
});

/** Files by path, with ranges: replayweb.page reads a pack bit by bit. */
const serveFiles =
  (files: Record<string, [string, Buffer]>) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const found = files[new URL(request.url ?? '/', 'http://x').pathname];
    if (found === undefined) return void response.writeHead(404).end();
    const [type, whole] = found;
    const [, from = '', to = ''] = /bytes=(\d*)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const start = from === '' ? whole.length - Number(to || whole.length) : Number(from);
    const end = from === '' || to === '' ? whole.length : Math.min(Number(to) + 1, whole.length);
    const part = whole.subarray(start, end);
    const ranged = request.headers.range !== undefined;
    response.writeHead(ranged ? 206 : 200, {
      'content-type': type,
      'accept-ranges': 'bytes',
      'content-length': part.length,
      ...(ranged ? { 'content-range': `bytes ${start}-${end - 1}/${whole.length}` } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : part);
  };

test.skipIf(code === null || chromium === null)(
  'replayweb.page shows the page, with its style, in Chromium',
  { timeout: 120_000 },
  async () => {
    const js = (name: string): [string, Buffer] => [
      'text/javascript',
      readFileSync(join(code ?? '', name)),
    ];
    const page = `<!doctype html><script src="/ui.js"></script><replay-web-page source="/bukti.wacz" url="https://natmed.test/artikel-1" embed="replayonly" replayBase="/replay/" style="display:block;height:600px"></replay-web-page>`;
    const server = createServer(
      serveFiles({
        '/': ['text/html', Buffer.from(page)],
        '/ui.js': js('ui.js'),
        '/replay/ui.js': js('ui.js'),
        '/replay/sw.js': js('sw.js'),
        '/bukti.wacz': ['application/wacz', readFileSync(await packed())],
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has this shape of address
    const browser = await playwright.launch({
      executablePath: chromium ?? '',
      chromiumSandbox: process.getuid?.() !== 0,
    });
    onTestFinished(async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    });
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${port}/`);
    // the page as replayed; around it stand frames of the viewer's own
    const replayed = (): Frame | undefined =>
      tab.frames().find((frame) => frame.url().includes('mp_/'));
    const seen = async (): Promise<unknown> =>
      replayed()
        ?.evaluate('[document.body.innerText, getComputedStyle(document.querySelector("p")).color]')
        .catch(() => null); // it navigates still
    await expect
      .poll(seen, { timeout: 100_000, interval: 200 })
      .toEqual(['Netralitas ASN di Bontang', 'rgb(1, 2, 3)']);
  },
);
