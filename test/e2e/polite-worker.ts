// A web server in a thread of its own, and what it saw of those who asked.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PoliteServer, Visit } from '../crawlers/polite-server.ts';

export type PoliteWorker = {
  origins: string[];
  /** Requests since the last call. */
  visits: () => Promise<Visit[]>;
  close: () => Promise<void>;
};

export async function startPolite(parts: PoliteServer): Promise<PoliteWorker> {
  const file = new URL('../crawlers/polite-server.ts', import.meta.url);
  const worker = new Worker(file, { workerData: parts });
  const [origins] = (await once(worker, 'message')) as [string[]];
  return {
    origins,
    visits: async () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage('visits');
      const [visits] = (await once(worker, 'message')) as [Visit[]];
      return visits;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
