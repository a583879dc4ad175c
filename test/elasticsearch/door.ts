// A real Elasticsearch behind a door that misbehaves on demand.
import { createServer, request as send } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour =
  | 'pass'
  /** As a server that is down: the connection is closed before it is read. */
  | 'down'
  /** The request is carried out and its answer lost. */
  | 'lose-answer'
  /** The same, and this is done at that moment. */
  | { loseAnswerAnd: () => void }
  /** Answered by the door itself, with this status. */
  | { status: number; retryAfter?: number };

export type Door = {
  url: string;
  /** Decides each request from now on; called with the method, the path and the length of the body. */
  behave: (decide: (method: string, path: string, bytes: number) => Behaviour) => void;
  /** 'METHOD /path' of what came, oldest first. */
  seen: string[];
  close: () => Promise<void>;
};

/** Opens a door on a free port of loopback before the server at `target`. */
export async function openDoor(target: string): Promise<Door> {
  let decide: (method: string, path: string, bytes: number) => Behaviour = () => 'pass';
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const [method, path] = [request.method ?? 'GET', request.url ?? '/'];
      seen.push(`${method} ${path}`);
      const behaviour = decide(method, path, body.length);
      if (behaviour === 'down') request.socket.destroy();
      else if (typeof behaviour === 'object' && 'status' in behaviour) refuse(response, behaviour);
      else forward({ target, request, body, response, behaviour });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has one
  return {
    url: `http://127.0.0.1:${port}`,
    behave: (next) => {
      decide = next;
    },
    seen,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The client believes only answers that name the product. */
function refuse(
  response: ServerResponse,
  { status, retryAfter }: { status: number; retryAfter?: number },
): void {
  response.writeHead(status, {
    'x-elastic-product': 'Elasticsearch',
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  response.end(
    JSON.stringify({ error: { type: 'refused_by_test', reason: `status ${status}` }, status }),
  );
}

function forward(call: {
  target: string;
  request: IncomingMessage;
  body: Buffer;
  response: ServerResponse;
  behaviour: 'pass' | 'lose-answer' | { loseAnswerAnd: () => void };
}): void {
  const { request, response } = call;
  const url = new URL(request.url ?? '/', call.target);
  const upstream = send(url, {
    method: request.method ?? 'GET',
    headers: { ...request.headers, host: url.host },
  });
  upstream.on('error', () => request.socket.destroy());
  upstream.on('response', (answer) => {
    const { behaviour } = call;
    if (behaviour !== 'pass') {
      answer.resume();
      answer.on('end', () => {
        request.socket.destroy();
        if (behaviour !== 'lose-answer') behaviour.loseAnswerAnd();
      });
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.end(call.body);
}
