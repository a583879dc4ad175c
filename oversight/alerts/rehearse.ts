// A watch and what the archive holds of the last days in; the alerts that it would have sent, and what would make them
// fewer, out. Judged by the same function as the real thing.
import type { Article, VersionKind } from '../../schemas/article.ts';
import type { Rehearsal } from '../../schemas/rehearsal.ts';
import type { Alert, Watch } from '../../schemas/watch.ts';
import type { Limits } from '../watches/match.ts';
import { type IncidentStore, type KeptIncident, type Place, type Told, tell } from './follow.ts';
import { dayOf } from './fresh.ts';
import { hintsFor } from './hints.ts';
import { dueAt } from './pace.ts';

export type RehearsalDeps = {
  /** Articles of a local day from `from` on that may be told, at their newest version. */
  articlesSince(from: string): Iterable<Article>;
  versions(id: string): { version: number; at: string; what: VersionKind }[];
  articleVersion(id: string, version: number): Article | null;
  place: Place;
};

const DAY_MS = 86_400_000;

/** Plays the last `days` days before `now` (ISO 8601) to the watch, by the day of each article. */
export function rehearse(
  watch: Watch,
  limits: Limits,
  { days, now }: { days: number; now: string },
  deps: RehearsalDeps,
): Rehearsal {
  const from = new Date(Date.parse(now) - days * DAY_MS).toISOString().slice(0, 10);
  const news = [...newsSince(from, deps)].sort((a, b) => (a.at < b.at ? -1 : 1));
  const place = remembering(deps.place);
  const play = (rules: Watch): Alert[] => replay(rules, limits, news, place);
  const alerts = play(watch);
  return {
    days,
    ...summary(alerts),
    messages: messagesOf(watch, alerts),
    list: alerts.reverse(),
    hints: hintsFor(watch, alerts, play),
  };
}

/** First readings under the day of the article, edits and removals under the moment they were seen. */
function* newsSince(from: string, deps: RehearsalDeps): Generator<Told> {
  for (const article of deps.articlesSince(from)) {
    const versions = deps.versions(article.id);
    for (const { version, at, what } of versions) {
      if (version > 1 && (what === 'retagged' || at.slice(0, 10) < from)) continue;
      const whole =
        version === article.version ? article : deps.articleVersion(article.id, version);
      if (whole === null) continue;
      const before = version === 1 ? null : deps.articleVersion(article.id, version - 1);
      const first = version === 1;
      // As it is tagged today: that is how the watch would be told of it from now on.
      const told = { ...whole, tags: article.tags };
      yield {
        what: first ? 'new' : what,
        at: first ? momentOf(article) : at,
        article: told,
        before,
      };
    }
  }
}

/** Noon of its day where no clock time is known. */
function momentOf(article: Article): string {
  const { published } = article.extracted;
  if (published?.precision === 'minute') return new Date(published.at).toISOString();
  return `${dayOf(article)}T12:00:00.000Z`;
}

/** The same is asked at each playing, and nothing changes meanwhile. */
function remembering(place: Place): Place {
  const once = <T>(ask: (key: string) => T): ((key: string) => T) => {
    const known = new Map<string, T>();
    return (key) => {
      const found = known.get(key);
      if (found !== undefined) return found;
      const answer = ask(key);
      known.set(key, answer);
      return answer;
    };
  };
  const searches = new Map<string, (article: string) => boolean>();
  return {
    storyMembers: once((id) => place.storyMembers(id)),
    textOf: once((id) => place.textOf(id)),
    outletOf: once((site) => place.outletOf(site)),
    answers: (article, query) => {
      const ask = searches.get(query) ?? once((id) => place.answers(id, query));
      searches.set(query, ask);
      return ask(article);
    },
  };
}

function replay(watch: Watch, limits: Limits, news: readonly Told[], place: Place): Alert[] {
  const alerts: Alert[] = [];
  const store = memoryStore(alerts);
  // What is played is as old as the days that are played.
  const ageless = { ...watch, freshDays: null };
  for (const told of news) tell(ageless, limits, told, { store, place });
  return alerts;
}

function memoryStore(alerts: Alert[]): IncidentStore {
  const incidents: KeptIncident[] = [];
  const byArticle = new Map<string, Set<number>>();
  const note = ({ id, members }: KeptIncident): void => {
    for (const { article } of members) {
      byArticle.set(article, (byArticle.get(article) ?? new Set()).add(id));
    }
  };
  return {
    incidentsOf: (_watch, articles) => {
      const ids = new Set(articles.flatMap((article) => [...(byArticle.get(article) ?? [])]));
      return [...ids].sort((a, b) => a - b).flatMap((id) => incidents[id] ?? []);
    },
    openIncident: (_watch, incident) => {
      const kept = { ...incident, id: incidents.length };
      incidents.push(kept);
      note(kept);
      return kept.id;
    },
    saveIncident: (incident) => {
      incidents[incident.id] = incident;
      note(incident);
    },
    addAlert: (alert) => {
      alerts.push(alert);
    },
  };
}

/** Alerts that fall due at one moment come together. */
const messagesOf = (watch: Watch, alerts: readonly Alert[]): number =>
  new Set(alerts.map(({ at }) => dueAt(watch, Date.parse(at)))).size;

function summary(
  alerts: readonly Alert[],
): Pick<Rehearsal, 'alerts' | 'stories' | 'largest' | 'byEvent'> {
  const stories = new Map<number, { alerts: number; title: string }>();
  const byEvent: Rehearsal['byEvent'] = {};
  for (const { incident, article, events } of alerts) {
    const story = stories.get(incident) ?? { alerts: 0, title: article.title };
    stories.set(incident, { ...story, alerts: story.alerts + 1 });
    const [event] = events;
    if (event !== undefined) byEvent[event] = (byEvent[event] ?? 0) + 1;
  }
  const [largest = null] = [...stories.values()].sort((a, b) => b.alerts - a.alerts);
  return { alerts: alerts.length, stories: stories.size, largest, byEvent };
}
