// Thread for tests: reads a page by doing what its address says.
import { type MessagePort, threadId, workerData } from 'node:worker_threads';
import type { Sources } from '../../pipeline/process.ts';

const port = workerData as MessagePort;
port.on('message', ({ first }: Sources) => {
  const { pathname } = new URL(first.url);
  if (pathname === '/hang') for (;;);
  if (pathname === '/die') throw new Error('out of order');
  const canonical = pathname === '/thread' ? `thread:${threadId}` : first.url;
  const answer =
    pathname === '/refuse'
      ? { error: 'this page cannot be read' }
      : { reading: { kind: 'alias', canonical } };
  port.postMessage(answer);
});
port.postMessage('ready');
