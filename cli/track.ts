// The ledger while a round runs → a bar on the terminal: pages read, of those and what still waits.
import type { Archive } from '../archive/open.ts';
import { showProgress } from './progress.ts';

const EVERY = 500;

export function trackLedger(archive: Pick<Archive, 'status'>): { stop: () => void } {
  if (!process.stderr.isTTY) return { stop: () => {} };
  const bar = showProgress('pages', 0);
  const timer = setInterval(() => {
    const { pages, due, unprocessed } = archive.status();
    bar.update(pages - unprocessed, pages + due);
  }, EVERY);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      bar.stop();
    },
  };
}
