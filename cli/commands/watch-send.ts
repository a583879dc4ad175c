// One pass of what 'serve' does all along; a test through the channels of a watch; the secret of its webhooks.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TIMING } from '../../oversight/alerts/deliver.ts';
import { webhookSecret } from '../../oversight/alerts/links.ts';
import { type Alert, WATCH_ID, type Watch, channelKey } from '../../schemas/watch.ts';
import { type Workplace, nowText, openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { groupPending } from '../grouping.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { stopSignal } from '../signals.ts';
import { readSourceList } from '../sources.ts';
import { print, table } from '../table.ts';
import { sendTo } from '../watching/channels.ts';
import { watchesDir } from '../watching/folder.ts';
import { alertKey } from '../watching/key.ts';
import { type Watching, baseOf, openWatching } from '../watching/open.ts';

type Options = { data: string; sites?: string; json?: boolean };

/** Opens the watches for one verb; Ctrl-C breaks off what is under way. */
async function withWatching(
  options: Options,
  work: (workplace: Workplace, watching: Watching, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const sources = (): string[] => readSourceList(options.sites).sites.map(({ id }) => id);
  const workplace = openWorkplace(options.data);
  const { signal, dispose } = stopSignal();
  try {
    const watching = openWatching(workplace, loadKnowledge(KNOWLEDGE_DIR), sources, {
      base: baseOf(workplace),
      signal,
    });
    await work(workplace, watching, signal);
  } finally {
    dispose();
    workplace.archive.close();
  }
}

export const sendNow = (options: Options & { dead?: boolean }): Promise<void> =>
  withWatching(options, async (workplace, watching, signal) => {
    const { archive } = workplace;
    const revived = options.dead === true ? archive.alerts.reviveDead(null) : 0;
    await groupPending(workplace, signal);
    const told = await watching.tell();
    watching.send();
    await watching.idle();
    const states = archive.alerts.channelStates();
    const rows = states.map((state) => [
      state.watch,
      state.channel,
      state.waiting,
      state.open,
      state.delivered,
      state.dead,
      state.error ?? '',
    ]);
    print(
      { ...told, revived, channels: states },
      [
        `${told.alerts} alerts given, ${told.messages} messages made, ${revived} tried again`,
        table(['watch', 'channel', 'waiting', 'open', 'delivered', 'dead', 'last error'], rows),
      ].join('\n\n'),
      options.json,
    );
    if (states.some(({ open, dead }) => open + dead > 0)) process.exitCode = 1;
  });

export const testWatch = (id: string, options: Options & { channel?: string }): Promise<void> =>
  withWatching(options, async ({ archive, config }, watching, signal) => {
    const watch = watching.folder.read().watches.find((one) => one.id === id);
    if (watch === undefined) throw new Failure(unknown(id), 2);
    const channels = watch.channels.filter(
      ({ kind }) => options.channel === undefined || kind === options.channel,
    );
    if (channels.length === 0) throw new Failure(`${id} has no such channel; it has its feed.`, 2);
    const [newest] = archive.alerts.alertsOf(id, 1);
    const letter = {
      key: `pantau-test-${randomBytes(8).toString('hex')}`,
      watch: { ...watch, name: `${watch.language === 'id' ? 'Percobaan' : 'Test'}: ${watch.name}` },
      alerts: [newest?.alert ?? madeUp(watch)],
      createdAt: nowText(),
    };
    const results = await Promise.all(
      channels.map(async (channel) => {
        const send = sendTo(channel, config, watching.voice, watching.key);
        const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMING.timeout)]);
        const sent = await send(letter, limit);
        const reason = sent.kind === 'delivered' ? '' : sent.reason;
        return { channel: channelKey(channel), result: sent.kind, reason };
      }),
    );
    const rows = results.map(({ channel, result, reason }) => [channel, result, reason]);
    print(results, table(['channel', 'result', 'reason'], rows), options.json);
    if (results.some(({ result }) => result !== 'delivered')) process.exitCode = 1;
  });

export function printSecret(id: string, { data }: { data: string }): void {
  if (!WATCH_ID.test(id) || !existsSync(join(watchesDir(data), `${id}.yaml`)))
    throw new Failure(unknown(id), 2);
  process.stdout.write(`${webhookSecret(alertKey(data), id)}\n`);
}

const unknown = (id: string): string =>
  `There is no watch '${id}'. 'watch list' shows those that are there.`;

/** For a watch that has told nothing yet. */
function madeUp(watch: Watch): Alert {
  const text = 'Ini hanya percobaan: tidak ada berita seperti ini.';
  return {
    key: 'test',
    watch: watch.id,
    incident: 0,
    events: ['first'],
    at: nowText(),
    article: {
      id: '0000000000000000',
      version: 1,
      url: 'https://contoh.invalid/percobaan',
      title: 'Percobaan: ASN diduga tidak netral',
      outlet: 'Contoh',
      day: nowText().slice(0, 10),
      opening: text,
    },
    regions: watch.regions.slice(0, 1),
    primary: watch.regions[0] ?? null,
    elections: ['unspecified'],
    stage: null,
    kind: 'dugaan',
    kindBefore: null,
    actors: ['asn'],
    violations: [],
    advertorial: false,
    decision: 'relevant',
    why: [{ tag: 'coverage:dugaan', quote: 'diduga tidak netral' }],
    counts: { articles: 1, texts: 1, outlets: 1 },
    edit: null,
  };
}
