// Pages not read yet, or read by an older version of code or knowledge → articles.
import { openWorkplace } from '../deps.ts';
import { readSourceList } from '../sources.ts';
import { showProgress } from '../progress.ts';
import { readPending, readStale, readerDeps } from '../reading.ts';
import { print, table } from '../table.ts';

type Options = { data: string; sites?: string; stale?: boolean; json?: boolean };

export async function processVerb(options: Options): Promise<void> {
  const workplace = openWorkplace(options.data);
  try {
    const { sites } = readSourceList(options.sites);
    const reader = readerDeps(workplace, sites);
    const counts = await readPending(reader);
    if (options.stale === true) {
      const bar = showProgress('reading again', workplace.archive.status().pages);
      const again = await readStale(reader, (done) => bar.update(done));
      bar.stop();
      for (const key of ['pages', 'added', 'changed', 'same', 'skipped', 'failed', 'due'] as const)
        counts[key] += again[key];
    }
    print(counts, table(Object.keys(counts), [Object.values(counts)]), options.json);
  } finally {
    workplace.archive.close();
  }
}
