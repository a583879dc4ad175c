// A web server on loopback for crawler tests: routes in, what was asked and how the asker behaved out.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (response: ServerResponse, request: IncomingMessage) => void;
/** Body of a 200 text/html answer, or what to do. */
export type Route = string | Handler;

export type Asked = { at: number; path: string; headers: IncomingMessage['headers'] };

export type TestServer = {
  origin: string;
  port: number;
  routes: Map<string, Route>;
  asked: Asked[];
  paths: () => string[];
  /** Most requests that were under way at the same moment. */
  peak: () => number;
  /** Shortest time between two requests, ms. */
  shortestGap: () => number;
  close: () => Promise<void>;
};

export async function startServer(
  routes: Record<string, Route>,
  host = '127.0.0.1',
  port = 0,
): Promise<TestServer> {
  const table = new Map(Object.entries(routes));
  const asked: Asked[] = [];
  let open = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ at: performance.now(), path, headers: request.headers });
    open += 1;
    peak = Math.max(peak, open);
    response.once('close', () => {
      open -= 1;
    });
    const route = table.get(path) ?? table.get(path.split('?')[0] ?? '');
    if (typeof route === 'string') response.setHeader('content-type', 'text/html').end(route);
    else if (route) route(response, request);
    else response.writeHead(404).end('not found');
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const taken = (server.address() as AddressInfo).port;
  return {
    origin: `http://${host}:${taken}`,
    port: taken,
    routes: table,
    asked,
    paths: () => asked.map(({ path }) => path),
    peak: () => peak,
    shortestGap: () =>
      Math.min(...asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? -Infinity))),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const page = (text: string): string =>
  `<!doctype html><html><head><title>${text}</title></head><body><article><p>${text}</p></article></body></html>`;

export const respond =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Handler =>
  (response) =>
    response.writeHead(status, headers).end(body);

export const rss = (origin: string, paths: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>X</title>${paths
    .map(
      (path) =>
        `<item><title>${path}</title><link>${origin}${path}</link><pubDate>Tue, 05 Nov 2024 10:23:00 +0700</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
