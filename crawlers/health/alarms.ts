// How the sources stand, and the alarms that stand → alarms to open, to change, to close: one for each cause.
import type { Alarm, HealthCause, SourceHealth } from '../../schemas/health.ts';

export type AlarmChange =
  | { kind: 'open'; cause: HealthCause; sites: string[] }
  /** `joined`: sources that fell ill since; an empty list of sites closes the alarm. */
  | { kind: 'change'; alarm: Alarm; sites: string[]; joined: string[] };

export function alarmChanges(
  health: readonly SourceHealth[],
  standing: readonly Alarm[],
): AlarmChange[] {
  const ill = Map.groupBy(
    health.filter(({ state, cause }) => state === 'ill' && cause !== null),
    ({ cause }) => cause,
  );
  const judged = new Set(health.map(({ site }) => site));
  const changes: AlarmChange[] = [];
  for (const alarm of standing) {
    const now = (ill.get(alarm.cause) ?? []).map(({ site }) => site);
    // sources that this assessment did not look at stay as they were
    const kept = alarm.sites.filter((site) => now.includes(site) || !judged.has(site));
    const joined = now.filter((site) => !alarm.sites.includes(site));
    const sites = [...kept, ...joined];
    const same = sites.length === alarm.sites.length && joined.length === 0;
    if (!same) changes.push({ kind: 'change', alarm, sites, joined });
  }
  const open = new Set(standing.map(({ cause }) => cause));
  for (const [cause, sources] of ill) {
    if (cause === null || open.has(cause)) continue;
    changes.push({ kind: 'open', cause, sites: sources.map(({ site }) => site) });
  }
  return changes;
}
