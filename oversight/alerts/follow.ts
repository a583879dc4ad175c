// The archive's changes → alerts of the watches, in the archive. A consumer with its own cursor, behind grouping: what
// is not grouped yet is not told, so that thirty copies are one story and not thirty.
import type { Article, VersionKind } from '../../schemas/article.ts';
import type { Alert, AlertEvent, Watch } from '../../schemas/watch.ts';
import { type Answers, type Limits, matches } from '../watches/match.ts';
import { createAlert } from './alert.ts';
import { isFresh } from './fresh.ts';
import { type Incident, type Judgement, type News, judge, samePlace } from './incident.ts';

const CONSUMER = 'alerts';

export type KeptIncident = Incident & { id: number };

/** Where stories and alerts are kept: the archive, or memory in a rehearsal. */
export type IncidentStore = {
  /** Stories of a watch with one of these articles, oldest first. */
  incidentsOf(watch: string, articles: readonly string[]): KeptIncident[];
  openIncident(watch: string, incident: Incident, at: string): number;
  saveIncident(incident: KeptIncident): void;
  addAlert(alert: Alert): void;
};

/** What the archive knows of stories and sources. */
export type Place = {
  answers: Answers;
  /** All articles that tell the story of this one, itself included. */
  storyMembers(article: string): string[];
  /** Articles of one text share it. */
  textOf(article: string): string;
  outletOf(site: string): { name: string; network: string | null };
};

/** A change as a watch is asked about it. */
export type Told = { what: VersionKind; at: string; article: Article; before: Article | null };

/** Asks one watch about one change; the alert that it gave, if any. */
export function tell(
  watch: Watch,
  limits: Limits,
  told: Told,
  deps: { store: IncidentStore; place: Place },
): Alert | null {
  const { store, place } = deps;
  const { article } = told;
  const found = incidentOf(watch.id, article, deps);
  const old = found === null && !isFresh(watch, article, told.at);
  const source = place.outletOf(article.site);
  const wants = (version: Article): boolean =>
    !old && matches(watch, limits, version, place.answers);
  const news: News = {
    ...told,
    outlet: source.name,
    network: source.network,
    wanted: wants(article),
    wantedBefore: told.before !== null && wants(told.before),
  };
  const judged = judge(found, news, (id) => place.textOf(id));
  if (judged === null) return null;
  const id = keep(store, watch.id, found, judged, told.at);
  const events = judged.events.filter((event) => isAsked(watch, event));
  if (events.length === 0) return null;
  const alert = createAlert(watch, { ...news, at: told.at, id, judged, events, place });
  store.addAlert(alert);
  return alert;
}

/** A copy is told where copies are asked for; everything else where its event is. */
const isAsked = (watch: Watch, event: AlertEvent): boolean =>
  event === 'copy' ? watch.copies : watch.events.some((asked) => asked === event);

/** The story that the article belongs to already, or the oldest one of the same place that it tells. */
function incidentOf(
  watch: string,
  article: Article,
  { store, place }: { store: IncidentStore; place: Place },
): KeptIncident | null {
  const all = store.incidentsOf(watch, [article.id, ...place.storyMembers(article.id)]);
  const own = all.find(({ members }) => members.some((member) => member.article === article.id));
  return own ?? all.find(({ region }) => samePlace(region, article.tags.primary)) ?? null;
}

// oxlint-disable-next-line max-params -- the store, whose story, what it was, what it is now, and when
function keep(
  store: IncidentStore,
  watch: string,
  found: KeptIncident | null,
  { incident }: Judgement,
  at: string,
): number {
  if (found === null) return store.openIncident(watch, incident, at);
  store.saveIncident({ ...incident, id: found.id });
  return found.id;
}

export type AlertFeed = {
  changesAfter(seq: number, limit: number): { seq: number; article: string; version: number }[];
  cursor(consumer: string): number;
  saveCursor(consumer: string, seq: number): void;
  /** Null for one that goes on under the id of an older one. */
  article(id: string): Article | null;
  articleVersion(id: string, version: number): Article | null;
  versions(id: string): { version: number; at: string; what: VersionKind }[];
  transaction<T>(work: () => T): T;
};

export type FollowDeps = {
  feed: AlertFeed;
  store: IncidentStore;
  place: Place;
  /** The watches that are active, each with the change from which on it is told and what its account may see. */
  watches: () => { watch: Watch; since: number; limits: Limits }[];
  /** How far the articles are grouped. */
  grouped: () => number;
  /** ISO 8601, UTC. */
  now: () => string;
};

/** Takes up to `limit` changes, all or none; returns how many changes it took and how many alerts they gave. */
export function followChanges(
  { feed, store, place, watches, grouped, now }: FollowDeps,
  limit: number,
): { changes: number; alerts: number } {
  // Most of the time there is nothing: no need to hold up who writes.
  if (feed.changesAfter(feed.cursor(CONSUMER), 1).length === 0) return { changes: 0, alerts: 0 };
  return feed.transaction(() => {
    const upTo = grouped();
    const changes = feed
      .changesAfter(feed.cursor(CONSUMER), limit)
      .filter(({ seq }) => seq <= upTo);
    const last = changes.at(-1);
    if (last === undefined) return { changes: 0, alerts: 0 };
    const asked = watches();
    const at = now();
    let alerts = 0;
    for (const { seq, article, version } of asked.length === 0 ? [] : changes) {
      const told = read(feed, article, version, at);
      if (told === null) continue;
      for (const { watch, since, limits } of asked) {
        if (seq > since && tell(watch, limits, told, { store, place }) !== null) alerts += 1;
      }
    }
    feed.saveCursor(CONSUMER, last.seq);
    return { changes: changes.length, alerts };
  });
}

function read(feed: AlertFeed, id: string, version: number, at: string): Told | null {
  const article = feed.article(id) === null ? null : feed.articleVersion(id, version);
  const what = feed.versions(id).find((entry) => entry.version === version)?.what;
  if (article === null || what === undefined) return null;
  const before = version > 1 ? feed.articleVersion(id, version - 1) : null;
  return { what, at, article, before };
}
