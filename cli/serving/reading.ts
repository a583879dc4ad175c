// Pages that wait → articles, then their groups, for as long as 'serve' runs.
import type { Workplace } from '../deps.ts';
import { groupPending } from '../grouping.ts';
import { type ReaderDeps, readPending } from '../reading.ts';
import { repeat } from './loop.ts';

/** Milliseconds between looks for pages to read. */
const EVERY = 2_000;

export const keepReading = (
  workplace: Workplace,
  reader: ReaderDeps,
  signal: AbortSignal,
): Promise<void> =>
  repeat(EVERY, signal, async () => {
    const counts = await readPending(reader, signal);
    if (counts.pages > 0) reader.log('info', 'process.done', { ...counts });
    await groupPending(workplace, signal, reader.between);
  });
