// Cold start on a filled archive: how long until `status` has ended and until `serve` answers.
import { filledArchive } from '../archives.ts';
import { mainOf, node, run } from '../child.ts';
import type { Measure } from '../measure.ts';
import { openServe } from '../serving.ts';

export const start: Measure = {
  name: 'start',
  about: 'a new process over a filled archive',
  pages: 200_000,
  runs: 5,
  columns: [
    { key: 'status', label: '`status` s', digits: 2 },
    { key: 'cpu', label: 'its CPU s', digits: 2 },
    { key: 'serve', label: '`serve` answers after s', digits: 2 },
    { key: 'overview', label: 'and its first page after s', digits: 2 },
  ],
  prepare: async ({ pages, sides, say }) => {
    const candidates = [];
    for (const side of sides) {
      const data = await filledArchive(side, pages, say);
      candidates.push({
        name: side.name,
        run: async () => {
          const { seconds, cpuSeconds } = await run(
            node(mainOf(side.root), 'status', '--data', data),
          );
          const serving = await openServe(side, data);
          const asked = performance.now();
          await (await fetch(serving.address)).text();
          const overview = (serving.answeredMs + performance.now() - asked) / 1000;
          await serving.stop();
          return { status: seconds, cpu: cpuSeconds, serve: serving.answeredMs / 1000, overview };
        },
      });
    }
    return { candidates };
  },
};
