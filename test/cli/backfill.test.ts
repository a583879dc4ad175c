// `backfill`: older articles through every kind of list, for the days asked for; killed, it goes on where it was.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openArchive } from '../../archive/open.ts';
import { dayInAddress } from '../../crawlers/discover/older.ts';
import type { Discovery } from '../../schemas/site.ts';
import { respond, type TestServer } from '../crawlers/press-server.ts';
import { serve } from '../crawlers/stage.ts';
import { MAIN, newFolder, pantau } from './run.ts';

const HTML = { 'content-type': 'text/html' };
const PAGES = 30;

/** Thirty articles, one a day from 1 October 2024 on. */
const paths = Array.from(
  { length: PAGES },
  (_, n) => `/2024/10/${String(n + 1).padStart(2, '0')}/berita-${n}`,
);
const day = (path: string): string => dayInAddress(path) ?? '';

async function press(): Promise<TestServer> {
  const server = await serve({});
  for (const path of paths)
    server.routes.set(
      path,
      respond(200, HTML, `<h1>${path}</h1><article><p>Isi ${path}</article>`),
    );
  server.routes.set('/posts', (response, request) => {
    const query = new URL(request.url ?? '', server.origin).searchParams;
    const [after, before] = [query.get('after') ?? '', query.get('before') ?? '9'];
    const all = paths.filter(
      (path) => day(path) >= after.slice(0, 10) && day(path) < before.slice(0, 10),
    );
    const page = Number(query.get('page'));
    const posts = all.slice((page - 1) * 4, page * 4).map((path) => {
      return {
        link: server.origin + path,
        date: `${day(path)}T08:00:00`,
        modified_gmt: `${day(path)}T08:00:00`,
      };
    });
    response
      .writeHead(200, { 'x-wp-totalpages': String(Math.max(1, Math.ceil(all.length / 4))) })
      .end(JSON.stringify(posts));
  });
  const entry = (tag: string, path: string, at: string): string =>
    `<${tag}><loc>${server.origin}${path}</loc><lastmod>${at}</lastmod></${tag}>`;
  server.routes.set('/sitemap.xml', (response) =>
    response.end(
      `<sitemapindex>${entry('sitemap', '/lama.xml', '2023-01-01')}${entry('sitemap', '/baru.xml', '2024-10-30')}</sitemapindex>`,
    ),
  );
  server.routes.set('/baru.xml', (response) =>
    response.end(`<urlset>${paths.map((path) => entry('url', path, day(path))).join('')}</urlset>`),
  );
  server.routes.set('/daftar', (response, request) => {
    const at = Number(new URL(request.url ?? '', server.origin).searchParams.get('p') ?? 0);
    const own = paths.toReversed().slice(at * 6, at * 6 + 6);
    const next = at < 4 ? `<a rel="next" href="/daftar?p=${at + 1}">n</a>` : '';
    response.end(own.map((path) => `<a class="k" href="${path}">x</a>`).join('') + next);
  });
  return server;
}

function place(server: TestServer, discover: Discovery[], delay = 0) {
  const folder = newFolder();
  const [sites, data] = [join(folder, 'sites'), join(folder, 'data')];
  mkdirSync(sites);
  const entry = {
    id: 'warta',
    name: 'Warta',
    home: server.origin,
    region: '64.74',
    discover,
    delay,
    loopback: true,
  };
  writeFileSync(join(sites, 'warta.yaml'), stringify(entry));
  const args = ['--data', data, '--sites', sites];
  const fill = (from: string, to: string) => [
    'backfill',
    'warta',
    '--from',
    from,
    '--to',
    to,
    '--json',
    ...args,
  ];
  return { data, fill };
}

const lists = (origin: string): [string, Discovery, string[]][] => [
  ['wordpress', { kind: 'wordpress', url: `${origin}/posts` }, []],
  ['sitemap', { kind: 'sitemap', url: `${origin}/sitemap.xml` }, ['/lama.xml']],
  [
    'listing',
    { kind: 'listing', url: `${origin}/daftar`, links: '.k', next: '[rel=next]', pages: 1 },
    [],
  ],
];

test('the days asked for, through the posts route, sitemaps and a listing; nothing twice', async () => {
  for (const kind of [0, 1, 2]) {
    const server = await press();
    const [name, discovery, unread] = lists(server.origin)[kind] ?? [];
    if (discovery === undefined) throw new Error(`no list ${kind}`);
    const { fill } = place(server, [discovery]);
    const { exit, out, err } = await pantau(fill('2024-10-11', '2024-10-20'));
    expect(err, name).toBe('');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      added: 10,
      fetched: 10,
      left: 0,
      secondsLeft: 0,
      stopped: false,
      failed: [],
    });
    const asked = server.paths().filter((path) => path.includes('berita'));
    expect(asked.toSorted(), name).toEqual(paths.slice(10, 20));
    for (const path of unread ?? []) expect(server.paths()).not.toContain(path);
    expect(JSON.parse((await pantau(fill('2024-10-11', '2024-10-20'))).out)).toMatchObject({
      fetched: 0,
    });
  }
}, 120_000);

test('without a terminal the log says at once how far the lists are', async () => {
  const server = await press();
  const { fill } = place(server, [
    { kind: 'wordpress', url: `${server.origin}/posts` },
    { kind: 'sitemap', url: `${server.origin}/sitemap.xml` },
  ]);
  const env = { PANTAU_LOG_LEVEL: 'info' };
  const { err } = await pantau(fill('2024-10-11', '2024-10-20'), { env });
  const lines = err.split('\n').filter((line) => line.includes('backfill.progress'));
  const stand = { pages: 1, done: 0, of: 2 };
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { found: 4, lists: stand },
  ]);
}, 60_000);

test('killed in the middle it goes on, and asks for no article again', async () => {
  const server = await press();
  const { data, fill } = place(
    server,
    [{ kind: 'wordpress', url: `${server.origin}/posts` }],
    0.05,
  );
  const args = fill('2024-10-01', '2024-10-31');
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' });
  const fetched = (): number => server.paths().filter((path) => path.includes('berita')).length;
  await expect.poll(fetched, { interval: 10, timeout: 60_000 }).toBeGreaterThan(5);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { out } = await pantau(args);
  expect(JSON.parse(out)).toMatchObject({ added: PAGES, left: 0, stopped: false });
  const archive = openArchive(join(data, 'pantau.sqlite'));
  expect(archive.summary().all).toMatchObject({ found: PAGES, fetched: PAGES, open: 0 });
  archive.close();
  expect(fetched()).toBeLessThanOrEqual(PAGES + 1);
}, 120_000);

test.for([
  ['no day', ['--from', 'kemarin', '--to', '2024-10-31'], 'kemarin'],
  ['the wrong way round', ['--from', '2024-11-01', '--to', '2024-10-01'], 'is after'],
  ['no --to', ['--from', '2024-11-01'], '--to'],
] as const)('%s is wrong use', async ([, days, word]) => {
  const server = await press();
  const { fill } = place(server, [{ kind: 'feed', url: `${server.origin}/feed` }]);
  const [verb = '', id = '', , , , , ...rest] = fill('x', 'y');
  const { exit, err } = await pantau([verb, id, ...days, ...rest]);
  expect(exit).toBe(2);
  expect(err).toContain(word);
});

test('a source with nothing but feeds is told what it lacks', async () => {
  const server = await press();
  const { fill } = place(server, [{ kind: 'feed', url: `${server.origin}/feed` }]);
  const { exit, err } = await pantau(fill('2024-10-01', '2024-10-31'));
  expect(exit).toBe(1);
  expect(err).toContain('only feeds');
});

test.for([
  ['/2024/11/05/slug', '2024-11-05'],
  ['/berita/2024/11/slug', '2024-11'],
  ['/2024-11-05/slug', '2024-11-05'],
  ['/read/20241/slug', null],
  ['/2024/13/slug', null],
] as const)('the day in %s is %s', ([href, want]) => {
  expect(dayInAddress(href)).toBe(want);
});
