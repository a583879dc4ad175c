// The ledger while a round runs → a bar on the terminal: addresses that have ended, of all that are known.
import type { Archive } from '../archive/open.ts';
import { showProgress } from './progress.ts';

const EVERY = 500;

export function trackLedger(archive: Pick<Archive, 'summary'>): { stop: () => void } {
  if (!process.stderr.isTTY) return { stop: () => {} };
  const bar = showProgress('addresses', 0);
  const timer = setInterval(() => {
    const { all } = archive.summary();
    bar.update(all.found - all.open, all.found);
  }, EVERY);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      bar.stop();
    },
  };
}
