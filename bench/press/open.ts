// How many hosts and pages → the press running in a process of its own, its source entries and its addresses.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf } from './article.ts';
import { type Host, hostsOf } from './hosts.ts';
import type { ServerMessage, ServerOptions, Visit } from './server.ts';

export type Press = {
  /** Addresses of all articles, the hosts in turn. */
  urls: string[];
  /** Writes an entry for each host into a new folder. `delay` in seconds. */
  writeSites: (folder: string, delay: number) => void;
  /** When each article was asked for since `forget`, and how many were. */
  visits: () => Promise<Visit[]>;
  count: () => Promise<number>;
  forget: () => void;
  close: () => Promise<void>;
};

type Served = Host & { origin: string };

export async function openPress(options: ServerOptions): Promise<Press> {
  const server = fork(join(import.meta.dirname, 'server.ts'), [JSON.stringify(options)]);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const answer = answers(server, ended);
  const { port = 0 } = await answer();
  const hosts = hostsOf(options).map((host): Served => ({
    ...host,
    origin: `http://${host.address}:${port}`,
  }));
  return {
    urls: urlsOf(hosts),
    writeSites: (folder, delay) => writeSites(hosts, folder, delay),
    visits: async () => {
      server.send('tell');
      return (await answer()).visits ?? [];
    },
    count: async () => {
      server.send('count');
      return (await answer()).count ?? 0;
    },
    forget: () => {
      server.send('forget');
    },
    close: async () => {
      server.disconnect();
      await ended;
    },
  };
}

/** The next message of the server; rejects where it ends instead. */
function answers(server: ChildProcess, ended: Promise<unknown>): () => Promise<ServerMessage> {
  const gone = ended.then((code): never => {
    throw new Error(`the press ended with ${String(code)}`);
  });
  gone.catch(() => {}); // closing ends it too
  return async () => {
    const [message] = await Promise.race([once(server, 'message'), gone]);
    return message as ServerMessage; // our own child sent it
  };
}

const urlsOf = (hosts: Served[]): string[] =>
  hosts
    .flatMap(({ origin, newspaper, articles }) =>
      Array.from({ length: articles }, (_, at) => ({
        at,
        url: origin + articleOf(newspaper, at + 1).path,
      })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ url }) => url);

function writeSites(hosts: Served[], folder: string, delay: number): void {
  mkdirSync(folder, { recursive: true });
  for (const { number, origin } of hosts) {
    const id = `harian-${String(number).padStart(3, '0')}`;
    const discover = [{ kind: 'sitemap', url: `${origin}/sitemap-news.xml` }];
    const where = { home: `${origin}/`, region: null, delay, loopback: true };
    const site = { id, name: `Harian ${number}`, ...where, discover };
    writeFileSync(join(folder, `${id}.yaml`), JSON.stringify(site)); // JSON is YAML
  }
}
