// Watches as they are read and what they find in; the stories they follow and the alerts they gave out.
import { Alert, type WatchRules } from '../schemas/watch.ts';
import type { Coverage } from '../schemas/tag.ts';
import type { Site } from '../schemas/site.ts';
import type { Database } from './database.ts';
import { parseQuery, toMatch } from './query.ts';
import { slotOf } from './slot.ts';

/** A story as one watch follows it. */
export type Incident = {
  id: number;
  region: string | null;
  kind: Coverage;
  confirmed: boolean;
  members: { article: string; outlet: string; network: string | null }[];
};

export type Watches = {
  /** Notes the rules of a watch. One that is new sees the changes that come from now on. */
  saveWatch(id: string, rules: WatchRules, at: string): void;
  /** Watches as last read without fault, by id, with the change from which on each is told. */
  watches(): { id: string; since: number; rules: unknown }[];
  /** Stories of a watch with one of these articles, oldest first. */
  incidentsOf(watch: string, articles: readonly string[]): Incident[];
  /** Returns the id of the story. */
  openIncident(watch: string, incident: Omit<Incident, 'id'>, at: string): number;
  saveIncident(incident: Incident): void;
  addAlert(alert: Alert): void;
  /** Newest first; `before` an id. */
  alertsOf(watch: string, limit: number, before?: number): { id: number; alert: Alert }[];
  /** All articles that tell the story of this one, itself included. */
  storyMembers(article: string): string[];
  /** Does the newest version of the article answer the search? By stem, as the search box. */
  answers(article: string, query: string): boolean;
  /** The masthead of a source and the group that publishes it. */
  outletOf(site: string): { name: string; network: string | null };
};

export function watches(db: Database): Watches {
  return { ...rules(db), ...incidents(db), ...alerts(db), ...stories(db), ...asking(db) };
}

function rules(db: Database): Pick<Watches, 'saveWatch' | 'watches'> {
  const save = db.query(
    `INSERT INTO watches (id, since, rules, seen_at)
     VALUES ($id, (SELECT coalesce(max(seq), 0) FROM changes), $rules, $at)
     ON CONFLICT (id) DO UPDATE SET rules = excluded.rules, seen_at = excluded.seen_at
     WHERE rules <> excluded.rules`,
  );
  const all = db.query<{ id: string; since: number; rules: string }>(
    'SELECT id, since, rules FROM watches ORDER BY id',
  );
  return {
    saveWatch: (id, value, at) => {
      save.run({ id, rules: JSON.stringify(value), at });
    },
    watches: () => all.all().map((row) => ({ ...row, rules: JSON.parse(row.rules) as unknown })),
  };
}

type Incidents = Pick<Watches, 'incidentsOf' | 'openIncident' | 'saveIncident'>;

function incidents(db: Database): Incidents {
  const of = db.query<Omit<Incident, 'members' | 'confirmed'> & { confirmed: number }>(
    `SELECT id, region, kind, confirmed FROM incidents
     WHERE watch = $watch AND id IN (SELECT incident FROM incident_articles
       WHERE article IN (SELECT value FROM json_each($articles)))
     ORDER BY id`,
  );
  const members = db.query<Incident['members'][number]>(
    'SELECT article, outlet, network FROM incident_articles WHERE incident = ? ORDER BY article',
  );
  const open = db.query(
    'INSERT INTO incidents (watch, region, kind, confirmed, opened_at) VALUES ($watch, $region, $kind, $confirmed, $at)',
  );
  const save = db.query(
    'UPDATE incidents SET region = $region, kind = $kind, confirmed = $confirmed WHERE id = $id',
  );
  const join = db.query(
    `INSERT INTO incident_articles (article, incident, outlet, network) VALUES ($article, $incident, $outlet, $network)
     ON CONFLICT DO NOTHING`,
  );
  const joinAll = (incident: number, list: Incident['members']): void => {
    for (const member of list) join.run({ incident, ...member });
  };
  return {
    incidentsOf: (watch, list) =>
      of.all({ watch, articles: JSON.stringify(list) }).map((row) => ({
        ...row,
        confirmed: row.confirmed === 1,
        members: members.all([row.id]),
      })),
    openIncident: (watch, { region, kind, confirmed, members: list }, at) => {
      const id = open.insert({ watch, region, kind, confirmed: Number(confirmed), at });
      joinAll(id, list);
      return id;
    },
    saveIncident: ({ id, region, kind, confirmed, members: list }) => {
      save.run({ id, region, kind, confirmed: Number(confirmed) });
      joinAll(id, list);
    },
  };
}

function alerts(db: Database): Pick<Watches, 'addAlert' | 'alertsOf'> {
  const add = db.query(
    'INSERT INTO alerts (key, watch, incident, at, body) VALUES ($key, $watch, $incident, $at, $body)',
  );
  const of = db.query<{ id: number; body: string }>(
    'SELECT id, body FROM alerts WHERE watch = ? AND id < ? ORDER BY id DESC LIMIT ?',
  );
  return {
    addAlert: (alert) => {
      const { key, watch, incident, at } = alert;
      add.run({ key, watch, incident, at, body: JSON.stringify(alert) });
    },
    alertsOf: (watch, limit, before = Number.MAX_SAFE_INTEGER) =>
      of
        .all([watch, before, limit])
        .map(({ id, body }) => ({ id, alert: Alert.parse(JSON.parse(body)) })),
  };
}

function stories(db: Database): Pick<Watches, 'storyMembers'> {
  const number = db.query<{ n: number }>('SELECT n FROM articles WHERE id = ?');
  const text = db.query<{ text: number }>('SELECT text FROM article_texts WHERE n = ?');
  const story = db.query<{ story: number }>('SELECT story FROM text_stories WHERE text = ?');
  const copies = db.query<{ id: string }>(
    'SELECT a.id FROM article_texts t JOIN articles a ON a.n = t.n WHERE t.text = ?',
  );
  const members = db.query<{ id: string }>(
    `SELECT a.id FROM text_stories s JOIN article_texts t ON t.text = s.text JOIN articles a ON a.n = t.n
     WHERE s.story = ?`,
  );
  return {
    storyMembers: (article) => {
      const n = number.get([article])?.n;
      const ofText = n === undefined ? undefined : text.get([n])?.text;
      if (ofText === undefined) return [article];
      const ofStory = story.get([ofText])?.story;
      const rows = ofStory === undefined ? copies.all([ofText]) : members.all([ofStory]);
      return rows.map(({ id }) => id);
    },
  };
}

function asking(db: Database): Pick<Watches, 'answers' | 'outletOf'> {
  const place = db.query<{ n: number; day: string | null }>(
    'SELECT n, day FROM articles WHERE id = ?',
  );
  const hit = db.query<{ n: number }>(
    'SELECT count(*) AS n FROM article_words WHERE article_words MATCH $match AND rowid = $slot',
  );
  const entry = db.query<{ entry: string }>('SELECT entry FROM sites WHERE id = ?');
  return {
    answers: (article, query) => {
      const asked = toMatch(parseQuery(query));
      const row = place.get([article]);
      if (asked === null || row === undefined) return false;
      const found = hit.get({ match: asked.match, slot: slotOf(row.day, row.n) })?.n ?? 0;
      return found > 0 !== asked.inverted;
    },
    outletOf: (id) => {
      const row = entry.get([id]);
      if (row === undefined) return { name: id, network: null };
      const site: Pick<Site, 'name' | 'network'> = JSON.parse(row.entry);
      return { name: site.name, network: site.network ?? null };
    },
  };
}
