// The archive kept within its disk budget, for as long as 'serve' runs.
import type { Workplace } from '../deps.ts';
import { keepWithinBudget } from '../disk.ts';
import { repeat } from './loop.ts';

/** Milliseconds between looks at the disk. */
const EVERY = 10 * 60_000;

export const keepUpkeep = (workplace: Workplace, signal: AbortSignal): Promise<void> =>
  repeat(EVERY, signal, () => keepWithinBudget(workplace, Date.now(), signal));
