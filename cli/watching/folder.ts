// DATA/watches/*.yaml → the watches that hold now. One that cannot be read any more holds as it was last read.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Known, type WatchList, loadWatches } from '../../oversight/watches/read.ts';
import { type Watch, WatchRules } from '../../schemas/watch.ts';
import { type Workplace, nowText } from '../deps.ts';

export const watchesDir = (data: string): string => join(data, 'watches');

export type WatchFolder = {
  dir: string;
  /** Reads what changed; the archive knows them afterwards. */
  read(): WatchList;
};

/** `onFault` is called with each fault when it appears. */
export function openWatchFolder(
  { data, archive }: Pick<Workplace, 'data' | 'archive'>,
  known: Known,
  onFault: (fault: string) => void,
): WatchFolder {
  const dir = watchesDir(data);
  let stamp: string | null = null;
  let list: WatchList = { watches: [], faults: [], faulty: [] };
  return {
    dir,
    read: () => {
      const now = stampOf(dir);
      if (now === stamp) return list;
      stamp = now;
      const read = loadWatches(dir, known);
      for (const fault of read.faults) if (!list.faults.includes(fault)) onFault(fault);
      for (const { id, ...rules } of read.watches) archive.alerts.saveWatch(id, rules, nowText());
      const kept = archive.alerts.watches().flatMap(({ id, rules }): Watch[] => {
        const parsed = WatchRules.safeParse(rules);
        return read.faulty.includes(id) && parsed.success ? [{ ...parsed.data, id }] : [];
      });
      list = { ...read, watches: [...read.watches, ...kept] };
      archive.alerts.keepWatches(
        list.watches.map(({ id }) => id),
        nowText(),
      );
      return list;
    },
  };
}

/** Changes when a file does. */
function stampOf(dir: string): string {
  if (!existsSync(dir)) return '';
  return readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const stat = statSync(join(dir, name), { throwIfNoEntry: false });
      return `${name} ${stat?.mtimeMs} ${stat?.size} ${stat?.ino}`;
    })
    .join('\n');
}
