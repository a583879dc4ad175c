// A simulated year of twenty sources: every death is found within the deadline stated when it died, with its cause, and
// living sources raise few false alarms.
import { expect, test } from 'vitest';
import { JUDGED_EVERY, liveYear, type Year } from './year.ts';

test.for([1, 2])(
  'eight sources die in year %i, each of another cause',
  { timeout: 120_000 },
  (seed) => {
    const year = liveYear(seed);
    console.log(yearTable(year));
    const dead = year.fates.filter(({ source }) => source.death !== null);
    expect(dead).toHaveLength(8);
    for (const { source, found, stated, cause } of dead) {
      expect([source.site, cause]).toEqual([source.site, source.death?.cause]);
      expect(found ?? Infinity).toBeLessThanOrEqual((stated ?? 0) + JUDGED_EVERY);
    }
    const alarms = year.fates.map(({ falseAlarms }) => falseAlarms.length);
    expect(Math.max(...alarms)).toBeLessThanOrEqual(1);
    expect(alarms.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(alarms.length / 4);
    // the worker's own outage is one alarm that names all twenty, and no alarm of a source
    expect([year.workerAlarms, year.workerSources]).toEqual([1, 20]);
  },
);

/** The table of a year, for people. */
function yearTable({ fates }: Year): string {
  const days = (hours: number | null): string => (hours === null ? '–' : (hours / 24).toFixed(1));
  const rows = fates.map(({ source, found, stated, cause, falseAlarms }) => [
    source.site,
    source.perDay,
    source.burst === 1 ? 'one by one' : `bursts of ${source.burst.toFixed(1)}`,
    `${source.every} h`,
    source.death === null ? '' : `${source.death.cause}, day ${source.death.day}`,
    source.death === null ? '' : days(stated),
    source.death === null ? '' : days(found),
    cause ?? '',
    falseAlarms.map((alarm) => `day ${alarm.day} ${alarm.cause}`).join(', '),
  ]);
  const head = [
    'source',
    'a day',
    'arrivals',
    'asked',
    'died',
    'stated',
    'found',
    'cause',
    'false alarms',
  ];
  return [head, ...rows].map((row) => row.join(' | ')).join('\n');
}
