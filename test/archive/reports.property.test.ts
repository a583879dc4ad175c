// The dashboard's questions, each against a plain count over the same articles.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reports } from '../../dashboards/ports.ts';
import { type ArticleFilter, valuesOf } from '../../schemas/filter.ts';
import { stems } from '../../archive/words.ts';
import type {
  Actor,
  Coverage,
  Decision,
  ElectionId,
  ElectionStage,
  Violation,
} from '../../schemas/tag.ts';
import { address } from './make.ts';
import { filled } from './specs.ts';
import type { Spec } from './specs.ts';

const WORDS = ['netral', 'netralitas', 'melanggar', 'pelanggaran', 'camat', 'di'];
const REGIONS = ['64', '64.74', '64.03', '32.75'];
const anyRegion = fc.constantFrom(...REGIONS);
const anyElection = fc.constantFrom<ElectionId>('pemilu-2024', 'pilkada-2024', 'pilkades');
const anyCoverage = fc.constantFrom<Coverage>('imbauan', 'dugaan', 'lainnya');
const anyDecision = fc.constantFrom<Decision>('relevant', 'review', 'irrelevant');
const anyDay = fc.constantFrom(
  '2023-12-31',
  '2024-01-01',
  '2024-11-05',
  '2024-11-06',
  '2025-02-01',
);
const anyStage = fc.constantFrom<ElectionStage>('kampanye', 'masa-tenang');
const anyViolation = fc.constantFrom<Violation>('media_sosial', 'tim_sukses', 'lainnya');
const anyActor = fc.constantFrom<Actor>('asn', 'kepala_desa');
/** One value, or several of which one is enough. */
const oneOrMore = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(value, fc.uniqueArray(value, { minLength: 1, maxLength: 2 }));
const anySite = fc.constantFrom('natmed', 'lain');

const anySpec: fc.Arbitrary<Spec> = fc.record({
  site: anySite,
  day: fc.option(anyDay),
  text: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' ')),
  regions: fc.uniqueArray(anyRegion, { maxLength: 3 }),
  primary: fc.option(anyRegion),
  elections: fc.uniqueArray(anyElection, { maxLength: 2 }),
  coverage: anyCoverage,
  decision: anyDecision,
  advertorial: fc.boolean(),
  textKey: fc.constantFrom('a', 'b', 'c'),
  stage: fc.option(anyStage),
  violations: fc.uniqueArray(anyViolation, { maxLength: 2 }),
  actors: fc.uniqueArray(anyActor, { maxLength: 2 }),
});

const anyQuery = fc.constantFrom(
  'netral',
  'langgar camat',
  'camat OR netral',
  '-camat',
  '"di camat"',
  '?',
  ' ',
);

const anyFilter: fc.Arbitrary<ArticleFilter> = fc.record(
  {
    query: anyQuery,
    region: oneOrMore(anyRegion),
    election: oneOrMore(anyElection),
    coverage: oneOrMore(anyCoverage),
    stage: oneOrMore(anyStage),
    violation: oneOrMore(anyViolation),
    actor: oneOrMore(anyActor),
    decision: fc.oneof(anyDecision, fc.constant('seen' as const)),
    site: oneOrMore(anySite),
    from: anyDay,
    to: anyDay,
    advertorial: fc.boolean(),
    within: fc.uniqueArray(anyRegion, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** Whether the words of a text answer a query of the list above. */
function answers(text: string, query: string): boolean {
  const words = stems(text);
  const has = (word: string): boolean => words.includes(word);
  const table: Record<string, () => boolean> = {
    netral: () => has('netral'),
    'langgar camat': () => has('langgar') && has('camat'),
    'camat OR netral': () => has('camat') || has('netral'),
    '-camat': () => !has('camat'),
    '"di camat"': () => words.join(' ').includes('di camat'),
    '?': () => false,
    ' ': () => true,
  };
  return table[query]?.() ?? true;
}

const within = (code: string | null, region: string): boolean =>
  code !== null && (code === region || code.startsWith(`${region}.`));

function matches(spec: Spec, filter: ArticleFilter): boolean {
  const { query, decision, advertorial } = filter;
  const one = (field: Parameters<typeof valuesOf>[1], has: (value: string) => boolean): boolean =>
    valuesOf(filter, field)?.some(has) ?? true;
  const named = [...spec.regions, spec.primary];
  return (
    (query === undefined || answers(spec.text, query)) &&
    one('region', (region) => named.some((code) => within(code, region))) &&
    (filter.within === undefined ||
      filter.within.some((allowed) => named.some((code) => within(code, allowed)))) &&
    one('election', (election) => spec.elections.some((known) => known === election)) &&
    one('coverage', (coverage) => spec.coverage === coverage) &&
    one('stage', (stage) => spec.stage === stage) &&
    one('violation', (act) => spec.violations.some((known) => known === act)) &&
    one('actor', (actor) => spec.actors.some((known) => known === actor)) &&
    (decision === undefined ||
      (decision === 'seen' ? spec.decision !== 'irrelevant' : spec.decision === decision)) &&
    one('site', (site) => spec.site === site) &&
    (filter.from === undefined || (spec.day !== null && spec.day >= filter.from)) &&
    (filter.to === undefined || (spec.day !== null && spec.day <= filter.to)) &&
    (advertorial === undefined || spec.advertorial === advertorial)
  );
}

const counts = <T>(values: T[]): Map<T, number> =>
  new Map([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));

test('each report equals a plain count over the articles', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(anySpec, { maxLength: 12 }),
      fc.array(anyFilter, { minLength: 1, maxLength: 6 }),
      (specs, filters) => {
        const archive = filled(specs);
        const reports: Reports = archive.reports;
        for (const filter of filters) compare(reports, specs, filter);
        archive.close();
      },
    ),
    { numRuns: 75 },
  );
});

function compare(reports: Reports, specs: Spec[], filter: ArticleFilter): void {
  const found = specs.filter((spec) => matches(spec, filter));
  const texts = (of: Spec[]): number => new Set(of.map(({ textKey }) => textKey)).size;

  const { buckets, undated, total: all } = reports.trend(filter, { unit: 'month' });
  const dated = Map.groupBy(found, ({ day }) => day?.slice(0, 7) ?? '');
  dated.delete('');
  expect(
    new Map(
      buckets
        .filter(({ articles }) => articles > 0)
        .map((bucket) => [bucket.from.slice(0, 7), [bucket.articles, bucket.texts]]),
    ),
  ).toEqual(new Map([...dated].map(([month, of]) => [month, [of.length, texts(of)]])));
  const datedOnes = found.filter(({ day }) => day !== null);
  expect([all.articles, all.texts]).toEqual([datedOnes.length, texts(datedOnes)]);
  const anyTime = { ...filter, from: undefined, to: undefined };
  expect(undated.articles).toBe(
    specs.filter((spec) => spec.day === null && matches(spec, anyTime)).length,
  );

  const { rows, total } = reports.articles(filter, 1, 99);
  expect(total).toBe(found.length);
  const order = specs
    .map((spec, n) => ({ spec, n }))
    .filter(({ spec }) => matches(spec, filter))
    .sort((a, b) => (b.spec.day ?? '').localeCompare(a.spec.day ?? '') || b.n - a.n);
  expect(rows.map(({ url }) => url)).toEqual(order.map(({ n }) => address(n)));

  const facets = reports.facets(filter);
  const but = (field: keyof ArticleFilter): Spec[] =>
    specs.filter((spec) => matches(spec, { ...filter, [field]: undefined }));
  const asMap = (list: { value: string; articles: number }[]) =>
    new Map(list.map((f) => [f.value, f.articles]));
  const provinces = (spec: Spec): string[] => [
    ...new Set(
      [...spec.regions, spec.primary ?? []].flat().flatMap((code) => [code, code.slice(0, 2)]),
    ),
  ];
  const offered = (code: string): boolean =>
    filter.within?.some((region) => within(code, region)) ?? true;
  expect(asMap(facets.region)).toEqual(counts(but('region').flatMap(provinces).filter(offered)));
  expect(asMap(facets.election)).toEqual(counts(but('election').flatMap((spec) => spec.elections)));
  expect(asMap(facets.coverage)).toEqual(counts(but('coverage').map((spec) => spec.coverage)));
  expect(asMap(facets.site)).toEqual(counts(but('site').map((spec) => spec.site)));
  expect(asMap(facets.violation)).toEqual(
    counts(but('violation').flatMap((spec) => spec.violations)),
  );
  expect(asMap(facets.actor)).toEqual(counts(but('actor').flatMap((spec) => spec.actors)));
  expect(asMap(facets.stage)).toEqual(counts(but('stage').flatMap((spec) => spec.stage ?? [])));

  expect(
    asMap(
      reports
        .regions(filter)
        .filter(({ articles }) => articles > 0)
        .map((row) => ({ ...row, value: row.code })),
    ),
  ).toEqual(counts(found.flatMap(provinces).filter(offered)));
  expect(reports.counts(filter)).toMatchObject({ articles: found.length, texts: texts(found) });
}
