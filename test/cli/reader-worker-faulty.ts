// Thread for tests: reads a page by doing what its address says.
import { parentPort } from 'node:worker_threads';
import type { Sources } from '../../pipeline/process.ts';

/* oxlint-disable unicorn/require-post-message-target-origin -- a thread, not a window */
parentPort?.on('message', ({ first }: Sources) => {
  const { pathname } = new URL(first.url);
  if (pathname === '/hang') for (;;);
  if (pathname === '/die') throw new Error('out of order');
  const answer =
    pathname === '/refuse'
      ? { error: 'this page cannot be read' }
      : { reading: { kind: 'alias', canonical: first.url } };
  parentPort?.postMessage(answer);
});
parentPort?.postMessage('ready');
