// Counts of a view by time, place, election, kind or whatever else articles are counted by.
import { type Grouping, Grouping as GroupingShape, TimeGrouping } from '../../schemas/aggregate.ts';
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
      'Articles, distinct texts, stories and outlets. By a time, each group says how many sources were read then; a time in which none was read is not zero. An article with several regions, elections, actors, acts or institutions is in several groups.',
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
  if (time.success) {
    const { from, to, within } = filter;
    const sites = valuesOf(filter, 'site') ?? undefined;
    const reporting = archive.reporting({ sites, from, to, within }, time.data);
    const sources = new Map(reporting.map((row) => [row.key, row.sources]));
    return rows.map((row) => ({ ...row, reporting: sources.get(row.key) ?? 0 }));
  }
  const places: readonly Grouping[] = ['primary', 'region', 'province'];
  return places.includes(by) ? rows.filter(({ key }) => isWithin(key, filter.within)) : rows;
}
