// Every fault that we could think of, at once: each comes to its one named ending, and nobody else loses an article.
import { expect, test } from 'vitest';
import { KINDS } from './kinds.ts';
import { runChaos } from './round.ts';

test(
  'each kind has its ending, and the other hosts are read whole',
  { timeout: 180_000 },
  async () => {
    const { ended, hosts, well } = await runChaos();
    expect(ended.filter(({ expected, ending }) => ending !== expected)).toEqual([]);
    expect(well.kept).toBe(well.of);
    expect(hosts).toBeGreaterThanOrEqual(40);
    expect(new Set(KINDS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
  },
);
