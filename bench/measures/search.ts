// Questions to a filled archive.
import { join } from 'node:path';
import { filledArchive } from '../archives.ts';
import { lastLine, node, run } from '../child.ts';
import type { Column, Measure } from '../measure.ts';

const QUESTIONS = ['lookUp', 'words', 'phrase', 'filtered', 'facets', 'trend'];

const columns = QUESTIONS.flatMap((name): Column[] => {
  const digits = name === 'lookUp' ? 3 : 1;
  return [
    { key: name, label: `${name} ms`, digits },
    { key: `${name}95`, label: 'p95', digits },
  ];
});

export const search: Measure = {
  name: 'search',
  about: 'questions to a filled archive, 20 of each kind and no two alike, the first one cold',
  pages: 200_000,
  runs: 3,
  columns,
  prepare: async ({ pages, sides, say }) => {
    const candidates = [];
    for (const side of sides) {
      const data = await filledArchive(side, pages, say);
      const task = node(join(side.root, 'bench', 'tasks', 'search.ts'), data);
      candidates.push({ name: side.name, run: async () => lastLine((await run(task)).stdout) });
    }
    return { candidates };
  },
};
