// What articles are tagged with: regions and elections; and the sources that are read, with what was read of each.
import { z } from 'zod';
import type { Election, Region } from '../../schemas/knowledge.ts';
import { isWithin } from '../../schemas/region.ts';
import { type Result, fail, ok } from '../../schemas/result.ts';
import { CoverageAnswer, ElectionsAnswer, RegionsAnswer, SourcesAnswer } from './answers.ts';
import { paging, strangeCursor } from './articles.ts';
import { CoveragePosition, fromCursor, toCursor } from './cursor.ts';
import { type Answer, type Asked, type Operation, operation } from './operation.ts';
import type { ApiArchive } from './ports.ts';
import type { Failed } from './problem.ts';

export type Known = { regions: readonly Region[]; elections: readonly Election[] };

const CoverageQuestion = z.strictObject({
  site: z.string().max(80).optional().describe('id of a source'),
  from: z.iso.date().optional().describe('first local day'),
  to: z.iso.date().optional().describe('last local day'),
  ...paging,
});

export const placeOperations = (archive: ApiArchive, known: Known): Operation[] => [
  ...tagOperations(archive, known),
  ...sourceOperations(archive),
];

const tagOperations = (archive: ApiArchive, known: Known): Operation[] => [
  operation({
    path: '/regions',
    summary: 'Provinces, kabupaten and kota',
    description:
      'With their Kemendagri codes, their points, and how many sources of each are read.',
    parameters: z.strictObject({
      kind: z.enum(['province', 'kabupaten', 'kota']).optional(),
    }),
    answers: { json: RegionsAnswer },
    example: { kind: 'province' },
    cost: 1,
    run: ({ kind }, { within }) =>
      ok({ kind: 'json', body: { regions: regionRows(archive, known, { kind, within }) } }),
  }),
  operation({
    path: '/elections',
    summary: 'Elections and their stages',
    description:
      'The calendar by which articles are given a stage. All days are local and inclusive.',
    parameters: z.strictObject({}),
    answers: { json: ElectionsAnswer },
    example: {},
    cost: 1,
    run: () =>
      ok({
        kind: 'json',
        body: {
          elections: known.elections.map(({ id, kind, year, votes, stages }) => ({
            id,
            kind,
            year,
            votes,
            stages,
          })),
        },
      }),
  }),
];

const sourceOperations = (archive: ApiArchive): Operation[] => [
  operation({
    path: '/sources',
    summary: 'The sources that are read',
    description: 'What was found at each, and how it ended.',
    parameters: z.strictObject({}),
    answers: { json: SourcesAnswer },
    example: {},
    cost: 1,
    run: (_values, { within }) =>
      ok({ kind: 'json', body: { sources: sourceRows(archive, within) } }),
  }),
  operation({
    path: '/coverage',
    summary: 'What was read, by source and day',
    description:
      'Newest day first. A source and day that is not there was not read: a gap, which is not zero.',
    parameters: CoverageQuestion,
    answers: { json: CoverageAnswer },
    example: { limit: '20' },
    cost: 1,
    run: (values, asked) => coverage(archive, values, asked),
  }),
];

function regionRows(
  archive: ApiArchive,
  { regions }: Known,
  { kind, within }: { kind: string | undefined; within: readonly string[] | undefined },
): object[] {
  const sources = Map.groupBy(archive.sources(), ({ region }) => region);
  return regions
    .filter((region) => (kind === undefined || region.kind === kind) && isWithin(region.id, within))
    .map(({ id, name, kind: is, lat, lon }) => ({
      code: id,
      name,
      kind: is,
      lat,
      lon,
      sources: sources.get(id)?.length ?? 0,
    }));
}

function sourceRows(archive: ApiArchive, within: readonly string[] | undefined): object[] {
  const limited = within !== undefined;
  return archive
    .sources()
    .filter(({ region }) => isWithin(region, within))
    .map(({ id, name, region, verified, lastRound, ...row }) => ({
      id,
      name,
      region,
      verified,
      last_round: lastRound,
      found: limited ? null : row.found,
      kept: limited ? null : row.kept,
      skipped: limited ? null : row.skipped,
      failed: limited ? null : row.failed,
      relevant: limited ? null : row.relevant,
    }));
}

function coverage(
  archive: ApiArchive,
  { limit, cursor, ...span }: z.infer<typeof CoverageQuestion>,
  { within }: Asked,
): Result<Answer, Failed> {
  const question = JSON.stringify([span.site, span.from, span.to, within]);
  const after = cursor === undefined ? null : fromCursor(cursor, question, CoveragePosition);
  if (cursor !== undefined && after === null) return fail(strangeCursor(cursor));
  const rows = archive.coverageFrom({ ...span, within }, limit + 1, after);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? toCursor(question, { day: last.day, site: last.site })
      : null;
  const limited = within !== undefined;
  const days = shown.map(({ site, region, day, rounds, completed, ...row }) => ({
    site,
    region,
    day,
    rounds,
    completed,
    found: limited ? null : row.found,
    fetched: limited ? null : row.fetched,
    kept: limited ? null : row.kept,
    skipped: limited ? null : row.skipped,
    failed: limited ? null : row.failed,
    late: limited ? null : row.late,
  }));
  return ok({ kind: 'json', body: { days, next } });
}
