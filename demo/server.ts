// One newspaper on one port of loopback: requests counted, behaviours played, answers sent.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type Answer, ok, send } from './answer.ts';
import { bomb, drown } from './bodies.ts';
import type { Behaviour, Entry, Issue, Paper } from './paper.ts';

/** What was asked of one address. */
export type Tally = {
  site: string;
  /** Path and query as asked. */
  path: string;
  count: number;
  /** 0 where the answer was cut off by the reader. */
  lastStatus: number;
  statuses: number[];
};

/** A newspaper that is open. */
export type Stand = {
  tallies(): Tally[];
  /** Most requests that were under way at one time. */
  peak(): number;
  /** Shortest time between the starts of two requests, milliseconds; Infinity before the second. */
  shortestGap(): number;
  close(): Promise<void>;
};

const PAGE = 'text/html; charset=utf-8';

const notFound = (name: string): Answer => ({
  status: 404,
  type: PAGE,
  body: `<!doctype html><html lang="id"><head><title>Halaman tidak ditemukan - ${name}</title></head><body><h1>404</h1><p>Halaman yang Anda cari tidak ditemukan.</p></body></html>`,
});

type State = {
  paper: Paper;
  tallies: Map<string, Tally>;
  underWay: number;
  peak: number;
  lastStart: number;
  shortestGap: number;
};

function countStart(state: State, path: string): Tally {
  const tally = state.tallies.get(path) ?? {
    site: state.paper.id,
    path,
    count: 0,
    lastStatus: 0,
    statuses: [],
  };
  state.tallies.set(path, tally);
  tally.count++;
  tally.lastStatus = 0;
  state.underWay++;
  state.peak = Math.max(state.peak, state.underWay);
  const now = performance.now();
  state.shortestGap = Math.min(state.shortestGap, now - state.lastStart);
  state.lastStart = now;
  return tally;
}

/** Entries and behaviours of an issue are worked out once an edition. */
function reader(paper: Paper): (issue: Issue) => {
  entries: Entry[];
  behaviours: ReadonlyMap<string, Behaviour>;
} {
  let known: { issue: Issue; entries: Entry[]; behaviours: ReadonlyMap<string, Behaviour> } | null =
    null;
  return (issue) => {
    if (known?.issue !== issue) {
      known = { issue, entries: paper.entries(issue), behaviours: paper.behaviours(issue) };
    }
    return known;
  };
}

function answerOf(paper: Paper, url: URL, issue: Issue, entries: Entry[]): Answer {
  if (url.pathname === '/robots.txt')
    return ok('text/plain', paper.robots.replaceAll('{origin}', url.origin));
  const ask = { path: url.pathname, query: url.searchParams, issue, entries };
  return paper.answer(ask) ?? notFound(paper.name);
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

function reply(state: State, answer: Answer, { request, response }: Exchange): void {
  const sent = send(answer, request.headers, state.paper.compress);
  response.writeHead(sent.status, { ...sent.headers, 'content-length': sent.body.length });
  response.end(request.method === 'HEAD' ? undefined : sent.body);
}

function play(behaviour: Behaviour, tally: Tally, exchange: Exchange, then: () => void): void {
  const { response } = exchange;
  switch (behaviour.kind) {
    case 'stumble': {
      if (tally.count > behaviour.times) return then();
      const wait = behaviour.retryAfter;
      if (wait !== undefined) response.setHeader('retry-after', wait);
      response.writeHead(behaviour.status);
      response.end('Layanan sedang sibuk');
      return;
    }
    case 'slow': {
      const timer = setTimeout(then, behaviour.milliseconds);
      response.on('close', () => clearTimeout(timer));
      return;
    }
    case 'flood':
      response.writeHead(200, { 'content-type': PAGE });
      drown(response);
      return;
    case 'bomb':
      response.writeHead(200, { 'content-type': PAGE, 'content-encoding': 'gzip' });
      response.end(bomb());
      return;
    default:
      behaviour satisfies never;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken
          ? new Error(
              `port ${port} of ${host} is not free (${error.code}): end the program that holds it, or begin at another port`,
            )
          : error,
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Opens a newspaper. `issue` gives the present edition. Rejects with a clear error where the port is taken. */
export async function openStand(
  paper: Paper,
  issue: () => Issue,
  at: { port: number; host: string },
): Promise<{ port: number; stand: Stand }> {
  const state: State = {
    paper,
    tallies: new Map(),
    underWay: 0,
    peak: 0,
    lastStart: -Infinity,
    shortestGap: Infinity,
  };
  const read = reader(paper);
  const server = createServer((request, response) => {
    const present = issue();
    const url = new URL(request.url ?? '/', present.origin);
    const path = url.pathname + url.search;
    const tally = countStart(state, path);
    response.on('close', () => {
      state.underWay--;
      tally.lastStatus = response.writableFinished ? response.statusCode : 0;
      tally.statuses.push(tally.lastStatus);
    });
    const { entries, behaviours } = read(present);
    const exchange = { request, response };
    const then = (): void => reply(state, answerOf(paper, url, present, entries), exchange);
    const behaviour = behaviours.get(path);
    if (behaviour === undefined) then();
    else play(behaviour, tally, exchange, then);
  });
  const port = await listen(server, at.port, at.host);
  return { port, stand: standOf(server, state) };
}

const standOf = (server: Server, state: State): Stand => ({
  tallies: () => [...state.tallies.values()],
  peak: () => state.peak,
  shortestGap: () => state.shortestGap,
  close: () =>
    new Promise((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      server.closeAllConnections();
    }),
});
