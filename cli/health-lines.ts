// How the sources stand and the alarms → lines for a person: what is wrong, with whom, and what to do.
import type { Alarm, HealthCause, SourceHealth } from '../schemas/health.ts';
import { table } from './table.ts';

/** What the operator does about each cause. */
const NEXT: Record<HealthCause, string> = {
  worker: "see whether 'serve' runs and what its log says",
  dns: 'look in a browser; if the name is gone, search for the new one and correct home',
  tls: 'look in a browser; tell the publisher that the certificate is refused',
  timeout: 'look in a browser; it is asked again by itself',
  server: 'look in a browser; it is asked again by itself',
  refused: 'ask the publisher to let our User-Agent pass; walls are not gone round',
  wall: 'ask the publisher to let our User-Agent pass; walls are not gone round',
  robots: "read its robots.txt; without the publisher's consent, take it out",
  moved: "'site try ID' looks for its feeds and sitemaps anew; correct discover or home",
  parked: 'search for the new address of the newspaper, or take it out',
  hijacked: 'look at it in a browser; tell the publisher',
  shell: "'site try ID'; if its pages need JavaScript, set browser: true",
  unreadable: "'site try ID'; correct extract in its entry, with a dated block for the old design",
  drift: "'site try ID'; correct extract in its entry, with a dated block for the old design",
  stale: 'look in a browser: does it still appear? then its feed has stopped',
};

/** Names shown of an alarm that speaks of many. */
const MOST_NAMES = 8;
/** Alarms, and sources that are not well, shown one by one. */
const MOST_ALARMS = 4;
const MOST_UNWELL = 6;

export type HealthView = { health: SourceHealth[]; alarms: Alarm[] };

/** Alarms that stand, the sources that are not well, and the count of the others. */
export function healthLines({ health, alarms }: HealthView): string {
  if (health.length === 0) return "health: no source was judged yet; 'crawl' and 'serve' do it";
  const standing = alarms.filter(({ closedAt }) => closedAt === null);
  const told = standing.slice(0, MOST_ALARMS).map(({ cause, openedAt, sites }) => {
    const more = sites.length > MOST_NAMES ? ` and ${sites.length - MOST_NAMES} more` : '';
    const names = `${sites.slice(0, MOST_NAMES).join(', ')}${more}`;
    return `ALARM ${cause}, ${sites.length} of ${health.length} sources, since ${minute(openedAt)}: ${names}\n  ${NEXT[cause]}`;
  });
  const unwell = [
    ...health.filter(({ state }) => state === 'ill'),
    ...health.filter(({ state }) => state === 'suspect'),
  ];
  const counts = (['well', 'learning', 'suspect', 'ill'] as const).map(
    (state) => `${health.filter((each) => each.state === state).length} ${state}`,
  );
  return [
    ...told,
    ...andMore(standing.length - MOST_ALARMS, 'alarms'),
    `health of ${health.length} sources: ${counts.join(', ')}`,
    ...(unwell.length === 0 ? [] : [unwellTable(unwell.slice(0, MOST_UNWELL))]),
    ...andMore(unwell.length - MOST_UNWELL, 'sources that are not well'),
  ].join('\n');
}

const andMore = (count: number, what: string): string[] =>
  count > 0 ? [`and ${count} more ${what}; --json has all`] : [];

const minute = (at: string | null): string =>
  at === null ? '' : at.slice(0, 16).replace('T', ' ');

const unwellTable = (sources: SourceHealth[]): string =>
  table(
    ['source', 'state', 'cause', 'since (UTC)', 'last new', 'a week', 'what is seen'],
    sources.map((source) => [
      source.site,
      source.state,
      source.cause ?? '',
      minute(source.since),
      minute(source.lastNew),
      source.perWeek ?? '',
      source.detail,
    ]),
  );
