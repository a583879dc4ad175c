// A data folder → one watch in it to look at, where there is none yet: the demo shows how alerts come.
import { existsSync } from 'node:fs';
import { writeWatch } from '../../oversight/watches/write.ts';
import { WatchRules } from '../../schemas/watch.ts';
import { watchesDir } from './folder.ts';

/** Tells of the whole row in its feed and in the dashboard; whoever tries the demo adds channels. */
export function addSampleWatch(data: string): void {
  const dir = watchesDir(data);
  if (existsSync(dir)) return;
  const rules = WatchRules.parse({
    name: 'Contoh: seluruh Indonesia',
    // The newspapers of the row print old news.
    freshDays: null,
  });
  writeWatch(dir, { ...rules, id: 'contoh' });
}
