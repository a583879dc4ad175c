// Watches at work → what the pages of the dashboard ask of them.
import type { WatchDesk, WatchState } from '../../dashboards/desk/ports.ts';
import { rehearse } from '../../oversight/alerts/rehearse.ts';
import { webhookSecret } from '../../oversight/alerts/links.ts';
import { writeFeed } from '../../oversight/channels/feed.ts';
import { type Known, checkRules } from '../../oversight/watches/read.ts';
import { idFor, removeWatch, writeWatch } from '../../oversight/watches/write.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import { provinceOf } from '../../schemas/region.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import { type Alert, type Watch, channelKey } from '../../schemas/watch.ts';
import { type Workplace, nowText } from '../deps.ts';
import { regionFinder } from '../regions.ts';
import { missingFor, voiceOf } from './channels.ts';
import { type WatchFolder, openWatchFolder } from './folder.ts';
import { alertKey } from './key.ts';
import { knownOf } from './known.ts';
import { limitsOf } from './open.ts';
import { rehearsalDeps } from './place.ts';

const FEED_ENTRIES = 50;

/** Who is limited to regions sees their own watches; who is not sees all. */
const maySee = ({ regions, account }: Viewer, watch: Watch): boolean =>
  regions === null || (account !== null && watch.account === account);

/** The limits of an account may have become narrower since the alert was given. */
const maySeeAlert = ({ regions }: Viewer, alert: Alert): boolean =>
  regions === null ||
  [...alert.regions, ...(alert.primary === null ? [] : [alert.primary])].some(
    (code) => regions.includes(code) || regions.includes(provinceOf(code)),
  );

export function openDesk(workplace: Workplace, knowledge: Knowledge): WatchDesk {
  const { archive, config, data, log } = workplace;
  const known = knownOf(knowledge, () => [], archive);
  const folder = openWatchFolder(workplace, known, (fault) =>
    log('error', 'watch.fault', { fault }),
  );
  const list = (viewer: Viewer): Watch[] =>
    folder.read().watches.filter((watch) => maySee(viewer, watch));
  const alerts: WatchDesk['alerts'] = (viewer, id, limit) =>
    archive.alerts
      .alertsOf(id, limit)
      .map(({ alert }) => alert)
      .filter((alert) => maySeeAlert(viewer, alert));
  const state = (viewer: Viewer, watch: Watch): WatchState => ({
    watch,
    channels: channelsOf(workplace, watch),
    newest: alerts(viewer, watch.id, 1)[0] ?? null,
  });
  return {
    watches: (viewer) => list(viewer).map((watch) => state(viewer, watch)),
    watch: (viewer, id) => {
      const watch = list(viewer).find((one) => one.id === id);
      return watch === undefined ? null : state(viewer, watch);
    },
    faults: ({ regions }) => (regions === null ? folder.read().faults : []),
    alerts,
    ...editing(workplace, knowledge, folder, known),
    retry: (id) => archive.alerts.reviveDead(id),
    secret: (id) => webhookSecret(alertKey(data), id),
    feed: (viewer, id, format, self) => {
      const watch = list(viewer).find((one) => one.id === id);
      if (watch === undefined) return null;
      const base = config.publicUrl ?? self.origin;
      const voice = voiceOf(knowledge, base, alertKey(data));
      const address = new URL(self.pathname, base).href;
      return writeFeed(watch, alerts(viewer, id, FEED_ENTRIES), format, {
        voice,
        self: address,
        now: nowText(),
      });
    },
  };
}

type Editing = Pick<WatchDesk, 'check' | 'regionsCalled' | 'rehearse' | 'save' | 'remove'>;

// oxlint-disable-next-line max-params -- the archive, what is known of regions, the files, and what they are checked against
function editing(
  { archive }: Workplace,
  knowledge: Knowledge,
  folder: WatchFolder,
  known: Known,
): Editing {
  return {
    check: (value) => checkRules(value, known),
    regionsCalled: regionFinder(knowledge),
    rehearse: (watch, days) => {
      const limits = limitsOf(archive, watch);
      return rehearse(
        watch,
        limits,
        { days, now: nowText() },
        rehearsalDeps(archive, watch, limits),
      );
    },
    save: (id, rules) => {
      const taken = folder.read();
      const named =
        id ?? idFor(rules.name, [...taken.watches.map((one) => one.id), ...taken.faulty, 'baru']);
      writeWatch(folder.dir, { ...rules, id: named });
      folder.read();
      return named;
    },
    remove: (id) => {
      removeWatch(folder.dir, id);
      folder.read();
    },
  };
}

function channelsOf(
  { archive, config }: Pick<Workplace, 'archive' | 'config'>,
  watch: Watch,
): WatchState['channels'] {
  const states = archive.alerts.channelStates();
  return watch.channels.map((channel) => {
    const name = channelKey(channel);
    const found = states.find((one) => one.watch === watch.id && one.channel === name);
    const none = {
      waiting: 0,
      open: 0,
      delivered: 0,
      dead: 0,
      nextTry: null,
      lastOk: null,
      error: null,
    };
    return { ...none, ...found, channel: name, missing: missingFor(channel.kind, config) };
  });
}
