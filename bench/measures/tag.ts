// Text → tags with reasons; the loading of the knowledge counted apart.
import { join } from 'node:path';
import { lastLine, node, run } from '../child.ts';
import { CPU, type Measure, PEAK, perThousand } from '../measure.ts';

export const tagging: Measure = {
  name: 'tag',
  about: 'text → tags with reasons; articles per CPU second without loading, CPU s with it',
  pages: 5000,
  runs: 3,
  columns: [
    { key: 'perCpuSecond', label: 'articles per CPU s', digits: 0 },
    { key: 'loadMs', label: 'knowledge loaded, ms', digits: 0 },
    CPU,
    PEAK,
  ],
  prepare: ({ pages, sides }) =>
    Promise.resolve({
      candidates: sides.map(({ name, root }) => ({
        name,
        run: async () => {
          const used = await run(node(join(root, 'bench', 'tasks', 'tag.ts'), String(pages)));
          return { ...perThousand(used, pages), ...lastLine(used.stdout) };
        },
      })),
    }),
};
