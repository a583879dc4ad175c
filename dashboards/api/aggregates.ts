// Counts of a view by time, place, election, kind or whatever else articles are counted by.
import {
  type AggregateRow,
  type Grouping,
  Grouping as GroupingShape,
  TimeGrouping,
} from '../../schemas/aggregate.ts';
import { ArticleFilter, valuesOf } from '../../schemas/filter.ts';
import { isWithin } from '../../schemas/region.ts';
import { ok } from '../../schemas/result.ts';
import { AggregatesAnswer } from './answers.ts';
import { type Operation, filterOf, operation } from './operation.ts';
import type { ApiArchive } from './ports.ts';

const Question = ArticleFilter.extend({
  by: GroupingShape.default('month').describe('what to count by'),
});

export const aggregateOperations = (archive: ApiArchive): Operation[] => [
  operation({
    path: '/aggregates',
    summary: 'Counts of a view',
    description:
      'Articles, distinct texts, stories and outlets. By a time, each group says how many sources were read then: zeros where they were read and had nothing, no group where none was read, which is not zero. An article with several regions, elections, actors, acts or institutions is in several groups.',
    parameters: Question,
    answers: { json: AggregatesAnswer },
    example: { by: 'month', election: 'pilkada-2024' },
    cost: 2,
    run: ({ by, ...values }, asked) => {
      const filter = filterOf(values, asked);
      return ok({
        kind: 'json',
        body: {
          by,
          total: archive.count(filter),
          sources: sourcesOf(archive, filter).length,
          groups: groups(archive, filter, by),
        },
      });
    },
  }),
];

type Filter = ReturnType<typeof filterOf>;

/** The sources that the view is of and the viewer may know. */
function sourcesOf(archive: ApiArchive, filter: Filter): { id: string }[] {
  const chosen = valuesOf(filter, 'site');
  return archive
    .sources()
    .filter(({ id }) => chosen === null || chosen.includes(id))
    .filter(({ region }) => isWithin(region, filter.within));
}

function groups(archive: ApiArchive, filter: Filter, by: Grouping): object[] {
  const rows = archive.aggregate(filter, by);
  const time = TimeGrouping.safeParse(by);
  if (time.success) return byTime(archive, filter, rows, time.data);
  const places: readonly Grouping[] = ['primary', 'region', 'province'];
  return places.includes(by) ? rows.filter(({ key }) => isWithin(key, filter.within)) : rows;
}

const NONE = { articles: 0, texts: 0, stories: 0, outlets: 0 };

/** A time in which sources were read and nothing was is a group of zeros; one in which nobody looked is not there. */
function byTime(
  archive: ApiArchive,
  filter: Filter,
  rows: readonly AggregateRow[],
  by: TimeGrouping,
): object[] {
  const { from, to, within } = filter;
  const sites = valuesOf(filter, 'site') ?? undefined;
  const sources = new Map(
    archive.reporting({ sites, from, to, within }, by).map((row) => [row.key, row.sources]),
  );
  const [first = '', last = ''] = [rows.at(0)?.key, rows.at(-1)?.key];
  const isShown = (key: string): boolean =>
    (from !== undefined || key >= first) && (to !== undefined || key <= last);
  const quiet = [...sources.keys()].filter(
    (key) => isShown(key) && !rows.some((row) => row.key === key),
  );
  return [...rows, ...quiet.map((key) => ({ key, ...NONE }))]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((row) => ({ ...row, reporting: sources.get(row.key) ?? 0 }));
}
