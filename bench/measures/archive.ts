// Pages and articles into a new archive, and what it then takes to find them.
import { join } from 'node:path';
import { lastLine, node, run } from '../child.ts';
import { CPU, type Measure, PEAK, perThousand } from '../measure.ts';

export const archive: Measure = {
  name: 'archive',
  about: 'pages, then articles with text, tags and full-text index, in transactions of 100',
  pages: 20_000,
  runs: 3,
  columns: [
    { key: 'pagesPerSecond', label: 'pages/s', digits: 0 },
    { key: 'articlesPerSecond', label: 'articles/s', digits: 0 },
    { key: 'kbOfHtml', label: 'KB of HTML a page', digits: 1 },
    { key: 'lookUpMs', label: 'look-up ms', digits: 3 },
    { key: 'searchMs', label: 'full-text ms', digits: 1 },
    CPU,
    PEAK,
  ],
  prepare: ({ pages, sides, scratch }) =>
    Promise.resolve({
      candidates: sides.map(({ name, root }) => ({
        name,
        run: async () => {
          const task = join(root, 'bench', 'tasks', 'archive.ts');
          const used = await run(node(task, scratch(), String(pages)));
          return { ...perThousand(used, pages), ...lastLine(used.stdout) };
        },
      })),
    }),
};
