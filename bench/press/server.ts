// A process of its own: serves the press on loopback from memory and notes when each article was asked for.
// Started by open.ts; ends when its parent goes.
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { type Fault, PASSING, faultOf } from './faults.ts';
import { type File, filesOf } from './files.ts';
import { type PressSize, hostsOf } from './hosts.ts';

export type ServerOptions = PressSize & { latencyMs: number; faults?: boolean };
/** `at` in milliseconds on the clock of the server. */
export type Visit = { host: number; at: number };
export type ServerMessage = { port?: number; visits?: Visit[]; count?: number };

const TRIES = 20;

const options = JSON.parse(process.argv[2] ?? '') as ServerOptions; // written by open.ts
const hosts = hostsOf(options);
let visits: Visit[] = [];

process.on('disconnect', () => process.exit());
process.on('message', (word) => {
  if (word === 'forget') visits = [];
  else if (word === 'count') process.send?.({ count: visits.length } satisfies ServerMessage);
  else process.send?.({ visits } satisfies ServerMessage);
});

/** Addresses whose passing fault has been shown. */
const shown = new Set<string>();

function faultNow(file: File | undefined, request: IncomingMessage, host: number): Fault | null {
  if (options.faults !== true || file?.article === undefined || file.article === 0) return null;
  const fault = faultOf(host, file.article);
  const key = `${host} ${request.url ?? ''}`;
  if (fault === null || (PASSING.has(fault) && shown.has(key))) return null;
  shown.add(key);
  return fault;
}

/** True where the fault has answered. */
function misbehave(fault: Fault | null, file: File, response: ServerResponse): boolean {
  if (fault === 'gone') response.writeHead(404).end('tidak ada');
  else if (fault === 'broken') response.writeHead(500).end('rusak');
  else if (fault === 'flaky') response.writeHead(503).end('sibuk');
  else if (fault === 'reset') response.socket?.resetAndDestroy();
  else if (fault === 'moved') response.writeHead(301, { location: file.before }).end();
  else if (fault === 'cut') {
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.gzip.length });
    response.write(file.gzip.subarray(0, file.gzip.length / 2));
    response.socket?.destroySoon();
  } else return false;
  return true;
}

function answer(file: File | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('tidak ada');
    return;
  }
  const packed = request.headers['accept-encoding']?.includes('gzip') === true;
  const body = packed ? file.gzip : gunzipSync(file.gzip);
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': body.length,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(body);
}

/** All hosts on the port that the first one got; another one where a later host finds it taken. */
async function listen(tries = TRIES): Promise<number> {
  const open = [];
  let port = 0;
  try {
    for (const host of hosts) {
      const files: { by: Map<string, File> } = { by: new Map() };
      const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
        const file = files.by.get(request.url ?? '');
        if (file !== undefined && file.article > 0) {
          visits.push({ host: host.number, at: performance.now() });
          if (misbehave(faultNow(file, request, host.number), file, response)) return;
        }
        if (options.latencyMs === 0) answer(file, request, response);
        else setTimeout(answer, options.latencyMs, file, request, response);
      });
      open.push(server);
      server.listen(port, host.address);
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo); // a TCP server has this shape of address
      files.by = filesOf(host, `http://${host.address}:${port}`, options.faults);
    }
    return port;
  } catch (error) {
    for (const server of open) server.close();
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || tries === 0) throw error;
    return listen(tries - 1);
  }
}

process.send?.({ port: await listen() } satisfies ServerMessage);
