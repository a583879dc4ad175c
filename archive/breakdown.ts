// A filter in; its articles counted by the values of one field or two, and what each list of a filter form offers, out.
import { isWithin } from '../schemas/region.ts';
import type { Counts } from '../schemas/aggregate.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import type {
  Actor,
  Coverage,
  Decision,
  ElectionId,
  ElectionStage,
  Violation,
} from '../schemas/tag.ts';
import type { Institution } from '../schemas/institution.ts';
import type { Ask } from './ask.ts';
import type { Field } from './columns.ts';
import { type Counted, articlesByValue, byValue, countsByValue } from './counting.ts';
import type { Reading } from './reading.ts';
import type { ListField } from './selection.ts';

/** The values of each field, for the lists of a filter form. */
export type FieldValues = {
  region: string;
  primary: string;
  election: ElectionId;
  stage: ElectionStage;
  coverage: Coverage;
  violation: Violation;
  actor: Actor;
  institution: Institution;
  site: string;
  outlet: string;
  decision: Decision;
};

/** Most first. Each list ignores its own field of the filter, so that another value of it can be chosen. */
export type Facets = { [F in ListField]: { value: FieldValues[F]; articles: number }[] };

export type RegionRow = Counts & {
  code: string;
  /** Sources at home in the region or below it, and those of them that were read in the time of the filter. */
  listed: number;
  reporting: number;
};

export type Breakdowns = {
  /** All articles of the filter, with and without a date. */
  counts(filter: ArticleFilter): Counts;
  facets(filter: ArticleFilter): Facets;
  /** The values of a field that occur, most articles first. */
  values<F extends Field>(filter: ArticleFilter, field: F): FieldValues[F][];
  /** By the values of a field, most articles first. An article with several values counts under each. */
  breakdown<F extends Field>(filter: ArticleFilter, field: F): Counted<FieldValues[F]>[];
  /** By the values of two fields together. */
  crossTable<R extends Field, C extends Field>(
    filter: ArticleFilter,
    row: R,
    column: C,
  ): (Counts & { row: FieldValues[R]; column: FieldValues[C] })[];
  /** Regions that articles speak of or that have a source: a region that is unread is not a quiet one. */
  regions(filter: ArticleFilter): RegionRow[];
};

const LISTS: readonly ListField[] = [
  'region',
  'election',
  'stage',
  'coverage',
  'violation',
  'actor',
  'institution',
  'site',
];

export function breakdowns(ask: Ask): Breakdowns {
  const by = (filter: ArticleFilter, field: Field): Counted[] =>
    ask.once(['breakdown', filter, field], () => {
      const { columns, selection, count } = ask.select(filter);
      const counted = countsByValue(columns, selection.rows(), field, count);
      return isRegion(field) ? visible(counted, filter) : counted;
    });
  return {
    counts: (filter) =>
      ask.once(['counts', filter], () => {
        const { selection, count } = ask.select(filter);
        return count(selection.rows());
      }),
    facets: (filter) => ask.once(['facets', filter], () => facets(ask, filter)),
    // The columns hold codes as the schemas write them: they were checked when the article was tagged.
    values: <F extends Field>(filter: ArticleFilter, field: F) =>
      ask
        .once(['values', filter, field], () => occurring(ask, filter, field))
        .map(({ value }) => value as FieldValues[F]),
    breakdown: <F extends Field>(filter: ArticleFilter, field: F) =>
      by(filter, field) as Counted<FieldValues[F]>[],
    crossTable: <R extends Field, C extends Field>(filter: ArticleFilter, row: R, column: C) =>
      ask.once(['crossTable', filter, row, column], () =>
        crossTable(ask, filter, row, column),
      ) as (Counts & {
        row: FieldValues[R];
        column: FieldValues[C];
      })[],
    regions: (filter) =>
      ask.once(['regions', filter], () => regionRows(ask, filter, by(filter, 'region'))),
  };
}

const isRegion = (field: Field): boolean => field === 'region' || field === 'primary';

/** A viewer of some regions is offered no others, though an article of theirs may name them. */
const visible = <Entry extends { value: string }>(
  counted: Entry[],
  { within }: ArticleFilter,
): Entry[] =>
  within === undefined ? counted : counted.filter(({ value }) => isWithin(value, within));

function occurring(ask: Ask, filter: ArticleFilter, field: Field) {
  const { columns, selection } = ask.select(filter);
  const counted = articlesByValue(columns, selection.rows(), field);
  return isRegion(field) ? visible(counted, filter) : counted;
}

function facets(ask: Ask, filter: ArticleFilter): Facets {
  const { columns, selection } = ask.select(filter);
  const lists = LISTS.map((field) => {
    const counted = articlesByValue(columns, selection.rowsWithout(field), field);
    return [field, isRegion(field) ? visible(counted, filter) : counted] as const;
  });
  // Object.fromEntries forgets the names of the keys; the codes are those of the schemas.
  return Object.fromEntries(lists) as Facets;
}

function crossTable(ask: Ask, filter: ArticleFilter, row: Field, column: Field) {
  const { columns, selection, count } = ask.select(filter);
  return [...byValue(columns, selection.rows(), row)].flatMap(([value, rows]) =>
    countsByValue(columns, rows, column, count).map(({ value: other, ...counts }) => ({
      row: value,
      column: other,
      ...counts,
    })),
  );
}

function regionRows(ask: Ask, filter: ArticleFilter, counted: Counted[]): RegionRow[] {
  const { sites, completed } = ask.reading();
  const reported = reportingSites(ask, filter, completed);
  const rows = new Map<string, RegionRow>();
  const of = (code: string): RegionRow => {
    const known = rows.get(code) ?? {
      code,
      articles: 0,
      texts: 0,
      stories: 0,
      outlets: 0,
      listed: 0,
      reporting: 0,
    };
    rows.set(code, known);
    return known;
  };
  for (const { value, ...counts } of counted) Object.assign(of(value), counts);
  for (const { id, region } of sites.values()) {
    if (region === null) continue;
    for (const code of new Set([region, region.slice(0, 2)])) {
      if (filter.within !== undefined && !isWithin(code, filter.within)) continue;
      const row = of(code);
      row.listed += 1;
      if (reported.has(id)) row.reporting += 1;
    }
  }
  return [...rows.values()].sort((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1));
}

/** Sources that completed a round, or of which an article is held, within the days of the filter. */
function reportingSites(
  ask: Ask,
  { from, to, within }: ArticleFilter,
  completed: Reading['completed'],
): ReadonlySet<string> {
  const { columns, selection } = ask.select({ from, to, within });
  const spoke = articlesByValue(columns, selection.rows(), 'site');
  const reported = new Set(spoke.map(({ value }) => value));
  const low = from === undefined ? -Infinity : Date.parse(from) / 86_400_000;
  const high = to === undefined ? Infinity : Date.parse(to) / 86_400_000;
  for (const [site, days] of completed)
    if (days.some((day) => day >= low && day <= high)) reported.add(site);
  return reported;
}
