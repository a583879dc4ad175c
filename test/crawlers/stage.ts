// Servers and crawlers of a test, closed after it; and the answers that many tests give.
import { afterEach } from 'vitest';
import {
  page,
  respond,
  rss,
  startServer,
  type Handler,
  type Route,
  type TestServer,
} from './press-server.ts';
import { rig, type Rig } from './rig.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const part of open.splice(0).toReversed()) await part.close();
});

/** A server with these routes, and a feed that names these paths. */
export async function serve(
  routes: Record<string, Route>,
  feed: string[] = [],
): Promise<TestServer> {
  const server = await startServer(routes);
  if (feed.length > 0) {
    server.routes.set('/feed', (response) => response.end(rss(server.origin, feed)));
  }
  open.push(server);
  return server;
}

export function crawlRig(...args: Parameters<typeof rig>): Rig {
  const made = rig(...args);
  open.push(made);
  return made;
}

/** Answers in turn; the last one again and again. */
export function inTurn(...routes: Handler[]): Handler {
  let turn = 0;
  return (response, request) => {
    const route = routes[Math.min(turn, routes.length - 1)];
    turn += 1;
    route?.(response, request);
  };
}

export const HTML = { 'content-type': 'text/html' };
export const fine = respond(200, HTML, page('isi'));
