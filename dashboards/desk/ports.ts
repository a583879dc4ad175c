// What the pages of watches ask; answered by cli/watching/desk.ts. A watch that a viewer may not see is not there.
import type { Rehearsal } from '../../schemas/rehearsal.ts';
import type { Result } from '../../schemas/result.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import type { Alert, Watch, WatchRules } from '../../schemas/watch.ts';

export type MissingSetting = 'smtp' | 'telegramToken';

export type ChannelState = {
  channel: string;
  /** Alerts that wait for their digest or for the end of quiet hours. */
  waiting: number;
  /** Messages. */
  open: number;
  delivered: number;
  dead: number;
  nextTry: string | null;
  lastOk: string | null;
  error: string | null;
  /** Setting that the operator has yet to make; null where none is missing. */
  missing: MissingSetting | null;
};

export type WatchState = {
  watch: Watch;
  channels: ChannelState[];
  newest: Alert | null;
};

export type WatchDesk = {
  watches: (viewer: Viewer) => WatchState[];
  watch: (viewer: Viewer, id: string) => WatchState | null;
  /** Faults of files that somebody edited by hand. */
  faults: (viewer: Viewer) => string[];
  /** Newest first, as far as the viewer may see them. */
  alerts: (viewer: Viewer, id: string, limit: number) => Alert[];
  /** Rules from a form, whole, or what is wrong with them. */
  check: (
    value: unknown,
  ) => Result<WatchRules, { path: readonly PropertyKey[]; message: string }[]>;
  /** The codes of the regions that a text may mean: a code, or a name. */
  regionsCalled: (text: string) => string[];
  rehearse: (watch: Watch, days: number) => Rehearsal;
  /** Returns the id: that of the watch, or a new one for null. */
  save: (id: string | null, rules: WatchRules) => string;
  remove: (id: string) => void;
  /** Tries again what was given up; how many messages. */
  retry: (id: string) => number;
  secret: (id: string) => string;
  /** `self` is the address that was asked for. */
  feed: (viewer: Viewer, id: string, format: 'atom' | 'rss', self: URL) => string | null;
};
