// How far a long verb is, on a terminal only: elsewhere the log says it.
import { createRequire } from 'node:module';
import type Bars from 'cli-progress';

/** `note`: a few words behind the bar. */
export type Progress = { update(done: number, total?: number, note?: string): void; stop(): void };

/** A bar on stderr; silent where stderr is no terminal. */
export function showProgress(label: string, total: number): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  // require has no types
  const { Presets, SingleBar } = createRequire(import.meta.url)('cli-progress') as typeof Bars;
  const bar = new SingleBar(
    {
      format: `${label} [{bar}] {value}/{total}{note}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { note: '' });
  return {
    update: (done, all, note = '') => {
      if (all !== undefined) bar.setTotal(all);
      bar.update(done, { note: note === '' ? '' : `, ${note}` });
    },
    stop: () => bar.stop(),
  };
}
