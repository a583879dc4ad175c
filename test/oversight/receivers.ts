// Receivers of alerts on loopback, real servers: a mailbox over SMTP, a webhook over HTTP. Each may misbehave as told.
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a receiver does with one message. 'taken-then-500' keeps it and answers as if it had not. */
export type Manner = 'take' | '500' | '429' | '400' | 'cut' | 'silent' | 'taken-then-500';

export type Delivery<Body> = { at: number; key: string; body: Body };

type Receiver<Body> = {
  url: string;
  /** What it has taken, in order. */
  taken: Delivery<Body>[];
  /** Requests, taken or not. */
  asked: () => number;
  close: () => Promise<void>;
};

export type Hook = Receiver<string> & { headers: Record<string, string>[] };

const portOf = (server: Pick<Server, 'address'>): number => (server.address() as AddressInfo).port;

/** A webhook; `manner` is asked for each request, in order of arrival from 0. */
export async function openHook(manner: (nth: number) => Manner = () => 'take'): Promise<Hook> {
  const taken: Hook['taken'] = [];
  const headers: Hook['headers'] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const how = manner(asked);
      asked += 1;
      const key = String(request.headers['idempotency-key']);
      const body = Buffer.concat(chunks).toString('utf8');
      if (how === 'take' || how === 'taken-then-500') {
        taken.push({ at: Date.now(), key, body });
        headers.push(request.headers as Record<string, string>);
      }
      if (how === 'cut') request.socket.destroy();
      else if (how === 'take') response.writeHead(204).end();
      else if (how === '429') response.writeHead(429, { 'retry-after': '1' }).end();
      else if (how === '400') response.writeHead(400).end();
      else if (how !== 'silent') response.writeHead(500).end('no');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server)}/kabar`,
    taken,
    headers,
    asked: () => asked,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export type Mailbox = Receiver<Email>;

/** A mail server; `manner` is asked for each mail. */
export async function openMailbox(
  manner: (nth: number) => Manner = () => 'take',
): Promise<Mailbox> {
  const taken: Mailbox['taken'] = [];
  let asked = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const how = manner(asked);
        asked += 1;
        const answer = async (): Promise<void> => {
          const mail = await PostalMime.parse(Buffer.concat(chunks));
          const key = mail.headers.find((header) => header.key === 'x-pantau-key')?.value ?? '';
          if (how === 'take' || how === 'taken-then-500') {
            taken.push({ at: Date.now(), key, body: mail });
          }
          if (how === 'silent') return;
          if (how === 'take') callback();
          else if (how === '400')
            callback(Object.assign(new Error('never'), { responseCode: 554 }));
          else
            callback(
              Object.assign(new Error('not now'), { responseCode: how === 'cut' ? 421 : 451 }),
            );
        };
        void answer();
      });
    },
  });
  smtp.on('error', () => {});
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    taken,
    asked: () => asked,
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}
