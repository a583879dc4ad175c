// The chaos press in a process of its own, so that what it costs to serve is not taken for what the crawler does:
// names of kinds in (none: only hosts that do nothing wrong); the sources to read, then the moments of requests, out.
import process from 'node:process';
import { Site } from '../../schemas/site.ts';
import { type TestServer, respond, rss, startServer } from '../crawlers/press-server.ts';
import { ARTICLE, articlePage } from './article.ts';
import type { Kind } from './kind.ts';
import { GOOD_INSTEAD, KINDS } from './kinds.ts';

/** Hosts that do nothing wrong; with those of the kinds there are more than 40. */
const WELL = 20;
/** Articles of a host that does nothing wrong. */
export const ARTICLES = 8;
/** Seconds between requests to a host: short, so that what others do shows. */
const DELAY = 0.15;

/** One source of the press; `kind` is null where it does nothing wrong. */
export type Source = { site: Site; kind: string | null };
export type FromPress = { sources: Source[] } | { moments: number[] };

const article = (number: number): string =>
  articlePage({ ...ARTICLE, title: `${ARTICLE.title} ${number}` });
const goodPaths = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `/baik/berita-${at + 1}`);

type Host = Source & { server: TestServer };

/** `number` gives the host an address of its own on loopback. */
async function openHost(number: number, kind: Kind | null): Promise<Host> {
  const server = await startServer({}, `127.1.${Math.floor(number / 200)}.${(number % 200) + 1}`);
  const { origin } = server;
  const paths = goodPaths(kind === null ? ARTICLES : 1);
  for (const [at, path] of paths.entries()) server.routes.set(path, article(at + 1));
  server.routes.set('/fine', article(99));
  const listed = [...(kind?.listed ?? []), ...paths];
  server.routes.set(
    '/feed',
    respond(200, { 'content-type': 'application/rss+xml' }, rss(origin, listed)),
  );
  for (const [path, route] of Object.entries(kind?.routes(origin) ?? {}))
    server.routes.set(path, route);
  const site = Site.parse({
    id: `kacau-${number}`,
    name: `Kacau ${number}`,
    home: origin,
    region: '64.74',
    discover: [{ kind: 'feed', url: `${origin}/feed` }],
    loopback: true,
    delay: DELAY,
    ...kind?.site?.(origin),
  });
  return { site, server, kind: kind?.name ?? null };
}

const names = new Set(process.argv.slice(2));
if (process.send !== undefined) {
  const kinds = [...KINDS, ...GOOD_INSTEAD].filter(({ name }) => names.has(name));
  const hosts = await Promise.all(
    [...Array.from({ length: WELL }, () => null), ...kinds].map((kind, number) =>
      openHost(number, kind),
    ),
  );
  const tell = (message: FromPress): unknown => process.send?.(message);
  process.on('message', () => {
    const well = hosts.filter(({ kind }) => kind === null);
    tell({ moments: well.flatMap(({ server }) => server.asked.map(({ at }) => at)) });
  });
  process.on('disconnect', () => process.exit());
  tell({ sources: hosts.map(({ site, kind }) => ({ site, kind })) });
}
