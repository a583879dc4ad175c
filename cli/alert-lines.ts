// The channels of watches → the lines of 'status' about what waits, what fails, and what was given up.
import type { ChannelState } from '../archive/outbox.ts';

/** Channels in trouble shown one by one. */
const MOST = 4;

/** One line for all, one for each channel that is in trouble. */
export function alertLines(states: readonly ChannelState[]): string {
  if (states.length === 0) return 'alerts: no watch sends any';
  const sum = (field: 'waiting' | 'open' | 'delivered' | 'dead'): number =>
    states.reduce((total, state) => total + state[field], 0);
  const all = `alerts: ${sum('waiting')} wait for their time, ${sum('open')} messages to send, ${sum('delivered')} sent, ${sum('dead')} given up`;
  const troubled = states
    .filter(({ error, dead }) => error !== null || dead > 0)
    .map(({ watch, channel, failures, error, nextTry, dead }) => {
      const failing =
        error === null
          ? []
          : [`${failures} failures in a row: ${error} (next try ${nextTry ?? 'now'})`];
      const given = dead === 0 ? [] : [`${dead} given up; 'watch send --dead' tries again`];
      return `  ${watch}, ${channel}: ${[...failing, ...given].join('; ')}`;
    });
  const more = troubled.length - MOST;
  return [
    all,
    ...troubled.slice(0, MOST),
    ...(more > 0 ? [`  and ${more} more channels; --json has all`] : []),
  ].join('\n');
}
