// The watches of the data folder → what they sent and what waits; or whether their files can be used.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelState } from '../../archive/outbox.ts';
import { type Known, loadWatches, readWatch } from '../../oversight/watches/read.ts';
import type { Watch } from '../../schemas/watch.ts';
import { openToRead } from '../deps.ts';
import { Failure } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { ARCHIVE_FILE, KNOWLEDGE_DIR } from '../paths.ts';
import { readSourceList } from '../sources.ts';
import { print, table } from '../table.ts';
import { MISSING, missingFor } from '../watching/channels.ts';
import { watchesDir } from '../watching/folder.ts';
import { knownOf } from '../watching/known.ts';

type Options = { data: string; sites?: string; json?: boolean };

export function listWatches(options: Options): void {
  const { archive, config } = openToRead(options.data);
  try {
    const known = knownOf(loadKnowledge(KNOWLEDGE_DIR), () => sourceIds(options.sites), archive);
    const { watches, faults } = loadWatches(watchesDir(options.data), known);
    const states = archive.alerts.channelStates();
    const missing = [
      ...new Set(
        watches.flatMap(({ channels }) =>
          channels.flatMap(({ kind }) => missingFor(kind, config) ?? []),
        ),
      ),
    ];
    const text = [
      watchTable(watches, states),
      faults.join('\n'),
      missing.map((setting) => MISSING[setting]).join('\n'),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
    const none = `${watchesDir(options.data)} holds no watch. 'watch --help' shows one; the dashboard makes them under Pantauan.`;
    print(
      { watches, faults, channels: states },
      watches.length + faults.length === 0 ? none : text,
      options.json,
    );
  } finally {
    archive.close();
  }
}

function watchTable(watches: readonly Watch[], states: readonly ChannelState[]): string {
  const rows = watches.flatMap((watch): (string | number)[][] => {
    const own = states.filter((state) => state.watch === watch.id);
    const name = watch.active ? watch.id : `${watch.id} (not active)`;
    if (own.length === 0) return [[name, watch.name, 'feed only', 0, 0, 0, 0, '']];
    return own.map((state) => [
      name,
      watch.name,
      state.channel,
      state.waiting,
      state.open,
      state.delivered,
      state.dead,
      state.error === null ? '' : `${state.error} (next try ${state.nextTry ?? 'now'})`,
    ]);
  });
  return table(
    ['watch', 'name', 'channel', 'waiting', 'open', 'delivered', 'dead', 'last error'],
    rows,
  );
}

const sourceIds = (dir: string | undefined): string[] =>
  readSourceList(dir).sites.map(({ id }) => id);

export function checkWatches(files: string[], options: Options): void {
  const dir = watchesDir(options.data);
  const paths = files.length > 0 ? files : inFolder(dir);
  if (paths.length === 0) throw new Failure(`${dir} holds no watch; name a YAML file.`, 2);
  const results = withKnown(options, (known) =>
    paths.map((path) => {
      const read = readWatch(path, known);
      return { path, faults: read.ok ? [] : read.error, name: read.ok ? read.value.name : null };
    }),
  );
  const lines = results.flatMap(({ path, faults, name }) =>
    faults.length === 0 ? [`${path}: ${name}, without fault`] : faults,
  );
  print(results, lines.join('\n'), options.json);
  if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

const inFolder = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(dir, name))
    : [];

/** Also where nothing was crawled yet. */
function withKnown<T>(options: Options, work: (known: Known) => T): T {
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const listed = (): string[] => sourceIds(options.sites);
  if (!existsSync(join(options.data, ARCHIVE_FILE))) return work(knownOf(knowledge, listed, null));
  const { archive } = openToRead(options.data);
  try {
    return work(knownOf(knowledge, listed, archive));
  } finally {
    archive.close();
  }
}
