// Vitest's main process: starts one Elasticsearch when a test file first asks, gives its address to all of them,
// ends it, and says last of all what could not be run on this machine.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { launchElasticsearch } from './server.ts';
import type { Server } from './server.ts';
import type { Missing } from './install.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test files ask: GET /elasticsearch, POST /not-run. */
    testServices: string;
  }
}

export type NotRun = { file: string; part: string; reason: string };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let elasticsearch: Promise<Server | Missing> | null = null;
  const notRun: NotRun[] = [];
  const services = createServer((request, response) => {
    const answer = (body: unknown): void => void response.end(JSON.stringify(body));
    if (request.url === '/elasticsearch') {
      elasticsearch ??= launchElasticsearch(process.env).catch((error: unknown) => ({
        missing: String(error),
      }));
      void elasticsearch.then(answer);
      return;
    }
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      notRun.push(JSON.parse(text) as NotRun); // not-run.ts wrote it
      answer({});
    });
  });
  await new Promise<void>((resolve) => services.listen(0, '127.0.0.1', resolve));
  const { port } = services.address() as AddressInfo; // a TCP server has one
  project.provide('testServices', `http://127.0.0.1:${port}`);
  return async () => {
    services.close();
    services.closeAllConnections();
    const server = await elasticsearch;
    if (server !== null && 'stop' in server) await server.stop();
    process.stderr.write(describeNotRun(notRun));
  };
}

function describeNotRun(all: NotRun[]): string {
  const parts = Map.groupBy(all, ({ part, reason }) => `${part}: ${reason}`);
  const lines = [...parts].map(([part, some]) => {
    const files = [...new Set(some.map(({ file }) => file))].sort();
    return `  without ${part}\n${files.map((file) => `    ${file}`).join('\n')}`;
  });
  return lines.length === 0 ? '' : `\nNot run on this machine:\n${lines.join('\n')}\n`;
}
