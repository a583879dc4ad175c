// The dashboard on its port. Binds to the configured address, 127.0.0.1 unless set otherwise.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createDashboard } from '../dashboards/web/server.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { type Workplace } from './deps.ts';
import { regionNames } from './regions.ts';
import { Failure, portTaken } from './failure.ts';
import { packageVersion } from './version.ts';

export type Website = { address: string; close: () => Promise<void> };

/** Starts the dashboard; throws Failure where the port is taken. */
export async function openWebsite(
  { archive, config, log }: Workplace,
  knowledge: Knowledge,
  port: number = config.port,
): Promise<Website> {
  const regions = regionNames(knowledge);
  const app = createDashboard({
    reports: archive.reports,
    regions,
    version: packageVersion(),
    log,
    // Pages and routes of the other parts, a line each.
    mounts: [],
  });
  const server = serve({ fetch: app.fetch, hostname: config.host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new Failure(portTaken(port)) : error;
  }
  const { port: open } = server.address() as AddressInfo; // a TCP server has this shape of address
  return {
    address: `http://${config.host}:${open}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
