// The archive's facts of the sources → their health and the alarms, kept in the archive and told to the log.
import { alarmChanges } from '../crawlers/health/alarms.ts';
import { assessAll, Known, newKnown, type SourceNews } from '../crawlers/health/assess.ts';
import type { SourceNews as ArchiveNews } from '../archive/health-news.ts';
import { ZONE_MINUTES, zoneOf } from '../schemas/region.ts';
import type { Site } from '../schemas/site.ts';
import type { Workplace } from './deps.ts';

const HOUR = 3_600_000;
/** Alarms that may stand at once: one a cause. */
const ALL = 100;

/**
 * Judges these sources by what came up to now, and those that were watched before. `all`: they are the whole source list,
 * and others are watched no more. In one transaction, so that nothing is learnt twice where two processes do it.
 */
export function refreshHealth(
  { archive, log }: Pick<Workplace, 'archive' | 'log'>,
  sites: readonly Watched[],
  { all, now }: { all: boolean; now: number },
): void {
  const at = new Date(now).toISOString();
  archive.transaction(() => {
    const { cursor, sources } = archive.health.news(
      archive.health.cursor(),
      Math.floor(now / HOUR),
    );
    const known = archive.health.known();
    const listed = new Set(sites.map(({ id }) => id));
    const unlisted = all ? [] : [...known.keys()].filter((id) => !listed.has(id));
    const watched = [...sites, ...unlisted.map((id) => ({ id, region: null }))];
    const news = watched.map((site) => newsOf(site, sources.get(site.id), known.get(site.id)));
    const assessed = assessAll(
      news.map((each) => ({
        ...each,
        facts: { ...each.facts, ...archive.health.state(each.facts.site) },
      })),
      now,
    );
    const judged = assessed.map(({ health, known: carried, expected }) => {
      const late = sources.get(health.site)?.late ?? new Map<string, number>();
      const { first } = carried.rhythm;
      const since = first === null ? '9' : new Date(first * HOUR).toISOString().slice(0, 10);
      return {
        health,
        known: JSON.stringify(carried, rounded),
        expected,
        late: new Map([...late].filter(([day]) => day >= since)),
      };
    });
    archive.health.saveHealth(judged, cursor, all);
    const health = judged.map((each) => each.health);
    const standing = archive.health.alarms(ALL).filter(({ closedAt }) => closedAt === null);
    for (const change of alarmChanges(health, standing)) {
      if (change.kind === 'open') {
        const detail = health.find(({ site }) => site === change.sites[0])?.detail;
        log('warn', 'alarm.raised', { cause: change.cause, sites: change.sites, detail });
        archive.health.openAlarm(change.cause, change.sites, at);
      } else {
        const { cause } = change.alarm;
        if (change.joined.length > 0) log('warn', 'alarm.raised', { cause, sites: change.joined });
        if (change.sites.length === 0) log('info', 'alarm.closed', { cause });
        archive.health.changeAlarm(change.alarm.id, change.sites, at);
      }
    }
  });
}

type Watched = Pick<Site, 'id' | 'region'>;

function newsOf(
  site: Watched,
  news: ArchiveNews | undefined,
  known: string | undefined,
): SourceNews {
  return {
    facts: {
      site: site.id,
      zone: ZONE_MINUTES[zoneOf(site.region)] / 60,
      dueAt: null,
      rounds: [],
      ways: [],
      endings: [],
    },
    known: readKnown(known),
    hours: news?.hours ?? [],
    marks: (news?.articles ?? []).map(({ characters, dated, signed }) => ({
      length: Math.log(Math.max(characters, 1)),
      dated,
      signed,
    })),
  };
}

/** What an older version carried in another shape is learnt anew. */
function readKnown(text: string | undefined): Known {
  if (text === undefined) return newKnown();
  const parsed = Known.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : newKnown();
}

/** Four digits behind the point tell all that was learnt. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
