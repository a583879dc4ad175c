// Worker thread: one web server on several loopback addresses that only keeps the time; so a busy crawler does not slow its clock.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** `who` is the contact in the User-Agent: which process asked. */
export type Visit = { host: string; path: string; at: number; open: number; who: string };
/** What the worker is started with. `newEveryMs`: an article more appears so often. */
export type PoliteServer = {
  hosts: string[];
  pages: number;
  answerMs: number;
  newEveryMs?: number;
};

const { hosts, pages, answerMs, newEveryMs = Infinity } = workerData as PoliteServer;
const started = performance.now();
const visits: Visit[] = [];
const openBy = new Map<string, number>();

const SPEAKERS = ['Bawaslu', 'KPU', 'Sekretaris daerah', 'Wali kota', 'Kepala dinas', 'Camat'];
/** Six paragraphs, none like another. */
const text = (path: string): string =>
  SPEAKERS.map(
    (who, n) =>
      `<p>${who} Kota Bontang menyampaikan kabar ${path} bagian ${n}: aparatur sipil negara menjaga netralitas pada pemilihan kepala daerah, dan warga diminta melapor bila melihat pelanggaran di lingkungannya.</p>`,
  ).join('');

const body = (origin: string, path: string): string => {
  if (path !== '/feed')
    return `<!doctype html><title>Kabar ${path}</title><h1>Kabar ${path}</h1><article>${text(path)}</article>`;
  const items = Array.from(
    { length: pages + Math.floor((performance.now() - started) / newEveryMs) },
    (_, at) => `<item><link>${origin}/${at}</link></item>`,
  );
  return `<rss><channel>${items.join('')}</channel></rss>`;
};

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const path = request.url ?? '/';
  const open = (openBy.get(host) ?? 0) + 1;
  openBy.set(host, open);
  const who = /\(\+(.*)\)/.exec(request.headers['user-agent'] ?? '')?.[1] ?? '';
  visits.push({ host, path, at: performance.now(), open, who });
  response.once('close', () => openBy.set(host, (openBy.get(host) ?? 1) - 1));
  setTimeout(() => {
    if (path === '/robots.txt') response.writeHead(404).end();
    else if (path === '/0') response.writeHead(302, { location: '/moved' }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(body(`http://${host}`, path));
  }, answerMs);
});

server.listen(0, '0.0.0.0', () => {
  const { port } = server.address() as AddressInfo;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(hosts.map((host) => `http://${host}:${port}`));
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', () => parentPort?.postMessage(visits.splice(0)));
