// The ledger in; how each source stands, counted from the endings, out.
import type { Ask } from './ask.ts';
import { articlesByValue } from './counting.ts';
import type { Database } from './database.ts';

export type SourceRow = {
  id: string;
  name: string;
  region: string | null;
  verified: boolean;
  lastRound: string | null;
  found: number;
  kept: number;
  skipped: number;
  failed: number;
  due: number;
  relevant: number;
  /** Counts by reason, for example { 'skipped:alias': 3, 'failed:fetch/status-404': 1 }. */
  endings: Record<string, number>;
};

export type Sources = { sources(): SourceRow[] };

type Ending = {
  site: string;
  kind: 'kept' | 'skipped' | 'failed' | null;
  stage: string | null;
  reason: string | null;
  n: number;
};

export function sources(db: Database, ask: Ask): Sources {
  const endings = db.query<Ending>(
    'SELECT site, kind, stage, reason, count(*) AS n FROM urls GROUP BY site, kind, stage, reason',
  );
  const due = db.query<{ site: string; n: number }>(
    'SELECT site, count(*) AS n FROM urls WHERE next_due IS NOT NULL GROUP BY site',
  );
  const listed = db.query<Pick<SourceRow, 'id' | 'name' | 'region'> & { verified: number }>(
    'SELECT id, name, region, verified FROM sites ORDER BY name, id',
  );
  const lastRound = db.query<{ at: string | null }>(
    'SELECT max(ended_at) AS at FROM rounds WHERE site = ?',
  );
  return {
    sources: () => {
      const bySite = Map.groupBy(endings.all(), ({ site }) => site);
      const relevantBySite = relevantOf(ask);
      const dueBySite = new Map(due.all().map(({ site, n }) => [site, n]));
      const sites = listed.all().map((row) => ({ ...row, verified: row.verified === 1 }));
      const known = new Set(sites.map(({ id }) => id));
      // A source that left the list keeps its pages, so it stays in the account.
      const unlisted = [...bySite.keys()]
        .filter((id) => !known.has(id))
        .map((id) => ({ id, name: id, region: null, verified: false }));
      return [...sites, ...unlisted].map((site) => ({
        ...site,
        lastRound: lastRound.get([site.id])?.at ?? null,
        ...account(bySite.get(site.id) ?? []),
        due: dueBySite.get(site.id) ?? 0,
        relevant: relevantBySite.get(site.id) ?? 0,
      }));
    },
  };
}

function relevantOf(ask: Ask): Map<string, number> {
  const { columns, selection } = ask.select({ decision: 'relevant' });
  const counted = articlesByValue(columns, selection.rows(), 'site');
  return new Map(counted.map(({ value, articles }) => [value, articles]));
}

function account(endings: Ending[]) {
  const sums = { found: 0, kept: 0, skipped: 0, failed: 0 };
  const reasons: Record<string, number> = {};
  for (const { kind, stage, reason, n } of endings) {
    sums.found += n;
    if (kind !== null) sums[kind] += n;
    if (kind === null || reason === null) continue;
    const key = kind === 'failed' ? `failed:${stage}/${reason}` : `${kind}:${reason}`;
    reasons[key] = (reasons[key] ?? 0) + n;
  }
  return { ...sums, endings: reasons };
}
