// A process of its own: serves the press on loopback from memory and notes when each article was asked for.
// Started by open.ts; ends when its parent goes.
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { type File, filesOf } from './files.ts';
import { type PressSize, hostsOf } from './hosts.ts';

export type ServerOptions = PressSize & { latencyMs: number };
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
        if (file?.article === true) visits.push({ host: host.number, at: performance.now() });
        if (options.latencyMs === 0) answer(file, request, response);
        else setTimeout(answer, options.latencyMs, file, request, response);
      });
      open.push(server);
      server.listen(port, host.address);
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo); // a TCP server has this shape of address
      files.by = filesOf(host, `http://${host.address}:${port}`);
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
