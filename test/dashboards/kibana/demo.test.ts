// The demo's press row, crawled into an archive and a real Elasticsearch: every panel has data, and both count the same.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import type { Archive } from '../../../archive/open.ts';
import { ARCHIVE_FILE, ROOT } from '../../../cli/paths.ts';
import { checkQuestions } from '../../../dashboards/kibana/ask/check.ts';
import { buildObjects, readSources } from '../../../dashboards/kibana/build.ts';
import type { Sources } from '../../../dashboards/kibana/spec.ts';
import type { ArticleFilter } from '../../../schemas/filter.ts';
import { questions } from '../../../search/questions.ts';
import { startElasticsearch } from '../../elasticsearch/start.ts';
import { toQuery } from '../../search/filter-query.ts';

type Json = any; // oxlint-disable-line typescript/no-explicit-any -- answers in the shape that was asked for, sources changed in any way

const elasticsearch = await startElasticsearch(import.meta.url);
/** First port of the newspapers, used by no other test. */
const PRESS_PORT = '47601';

describe.skipIf('missing' in elasticsearch)('the demo in Elasticsearch', () => {
  if ('missing' in elasticsearch) return;
  const { client, url } = elasticsearch;
  const prefix = elasticsearch.prefix();
  const data = mkdtempSync(join(tmpdir(), 'pantau-kibana-'));
  let archive: Archive;

  beforeAll(async () => {
    const env = { ...process.env, ELASTICSEARCH_URL: url, PANTAU_INDEX_PREFIX: prefix };
    const args = ['cli/main.js', 'demo', '--once', '--data', data, '--press-port', PRESS_PORT];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env, maxBuffer: 1e8 });
    await client.indices.refresh({ index: `${prefix}-*` });
    archive = openArchive(join(data, ARCHIVE_FILE), { readOnly: true });
  }, 300_000);
  afterAll(() => {
    archive?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const check = (change: (sources: Sources) => void = () => {}) => {
    const sources = structuredClone(readSources());
    change(sources);
    return checkQuestions(buildObjects(sources, prefix), questions(client));
  };
  const panel = (sources: Sources, dashboard: string, id: string): Json =>
    sources.dashboards.find((one) => one.id === dashboard)?.panels.find((one) => one.id === id);

  test('every panel, control, search and map has an answer', async () => {
    const { asked, findings } = await check();
    expect(findings).toEqual([]);
    expect(asked).toBeGreaterThan(35);
  });

  test.for<[string, (sources: Sources) => void, string]>([
    [
      'a field that does not exist',
      (s) => (panel(s, 'pantau-ringkasan', 'tren').split.by = 'covrage'),
      'pantau-ringkasan/tren: field covrage does not exist',
    ],
    [
      'a field that cannot be aggregated',
      (s) => (panel(s, 'pantau-ringkasan', 'pihak').x.by = 'title'),
      'pantau-ringkasan/pihak: field title cannot be aggregated',
    ],
    [
      'a field of a type that does not fit',
      (s) =>
        (panel(s, 'pantau-ringkasan', 'artikel').measure = {
          label: 'x',
          op: 'sum',
          of: 'coverage',
        }),
      'pantau-ringkasan/artikel: field coverage is keyword',
    ],
    [
      'a field that is empty',
      (s) => (panel(s, 'pantau-ringkasan', 'pihak').x.by = 'gone_at'),
      'pantau-ringkasan/pihak: field gone_at is empty',
    ],
    [
      'a query that finds nothing',
      (s) => (panel(s, 'pantau-ringkasan', 'tren').where = 'coverage: nothing'),
      'pantau-ringkasan/tren: no document',
    ],
    [
      'a query with a field that does not exist',
      (s) => (panel(s, 'pantau-ringkasan', 'tren').where = 'paid: true'),
      "field paid in 'paid: true' does not exist",
    ],
    [
      'a query that is not understood',
      (s) => (panel(s, 'pantau-ringkasan', 'tren').where = 'coverage:'),
      'a value for coverage is missing',
    ],
    [
      'a measure that is nothing',
      (s) => (panel(s, 'pantau-ringkasan', 'artikel').measure.where = 'coverage: nothing'),
      'pantau-ringkasan/artikel: all that it counts is nothing',
    ],
    [
      'a time without documents',
      (s) => Object.assign(s.time, { from: '1990-01-01', to: '1990-12-31' }),
      'no document answers its question',
    ],
    [
      'a control of a field that does not exist',
      (s) => Object.assign(s.dashboards[0]?.controls[0] ?? {}, { field: 'wilayah' }),
      'field wilayah does not exist',
    ],
    [
      'a control of a field that cannot be aggregated',
      (s) => Object.assign(s.dashboards[0]?.controls[0] ?? {}, { field: 'text' }),
      'field text cannot be aggregated',
    ],
    [
      'a saved search with a column that does not exist',
      (s) => s.searches[0]?.columns.push('judul'),
      'pantau-artikel-terbaru: field judul does not exist',
    ],
    [
      'a time field that is no date',
      (s) => Object.assign(s.dataViews[0] ?? {}, { time: 'coverage' }),
      'its time field coverage is no date',
    ],
    [
      'a map of what is no place',
      (s) => Object.assign(s.maps[0]?.layers[0] ?? {}, { point: 'name' }),
      'field name is no place',
    ],
    [
      'a map join of strangers',
      (s) => Object.assign(s.maps[0]?.layers[1]?.join ?? {}, { right: 'coverage' }),
      'coverage has',
    ],
    [
      'a map join that is too small',
      (s) => Object.assign(s.maps[0]?.layers[1]?.join ?? {}, { size: 1 }),
      'more than the 1',
    ],
  ])('found: %s', async ([, change, says]) => {
    const { findings } = await check(change);
    const lines = findings.map(({ place, reason }) => `${place}: ${reason}`);
    expect(lines.join('\n')).toContain(says);
  });

  test('found: indices that are not there', async () => {
    const { findings } = await checkQuestions(
      buildObjects(readSources(), 'nobody'),
      questions(client),
    );
    expect(findings[0]?.reason).toContain('there is no index nobody-articles');
  });

  test('two truths, one number: articles, texts and stories over a grid of filters', async () => {
    const filters = grid(archive);
    expect(filters.length).toBeGreaterThan(400);
    const { responses } = await client.msearch({
      searches: filters.flatMap((filter) => [
        { index: `${prefix}-articles` },
        {
          size: 0,
          track_total_hits: true,
          query: toQuery(filter),
          aggs: {
            texts: { cardinality: { field: 'text_id', precision_threshold: 40_000 } },
            stories: { cardinality: { field: 'story_id', precision_threshold: 40_000 } },
          },
        },
      ]),
    });
    const differences = filters.flatMap((filter, n) => {
      const found: Json = responses[n];
      const index = {
        articles: found.hits.total.value,
        texts: found.aggregations.texts.value,
        stories: found.aggregations.stories.value,
      };
      const { articles, texts, stories } = archive.lists.count(filter);
      const shown = archive.reports.counts(filter);
      const list = archive.reports.articles(filter, 1, 1).total;
      const answers = [
        { articles, texts, stories },
        { articles: shown.articles, texts: shown.texts, stories: shown.stories },
      ];
      const same =
        answers.every((one) => JSON.stringify(one) === JSON.stringify(index)) &&
        list === index.articles;
      return same ? [] : [{ filter, index, answers, list }];
    });
    expect(differences).toEqual([]);
    const nonEmpty = filters.filter((filter) => archive.lists.count(filter).articles > 0);
    expect(nonEmpty.length).toBeGreaterThan(200);
  }, 120_000);

  test('months: the same articles in each', async () => {
    const answer: Json = await client.search({
      index: `${prefix}-articles`,
      size: 0,
      aggs: { months: { terms: { field: 'local_month', size: 1000 } } },
    });
    const index = answer.aggregations.months.buckets.map((one: Json) => [one.key, one.doc_count]);
    const rows = archive.lists.aggregate({ decision: 'seen' }, 'month');
    expect(Object.fromEntries(index)).toEqual(
      Object.fromEntries(rows.map(({ key, articles }) => [key, articles])),
    );
  });
});

/** Every value of every field that the archive has alone, pairs of the most frequent, days, and words. */
function grid(archive: Archive): ArticleFilter[] {
  const by = {
    region: 'region',
    election: 'election',
    stage: 'stage',
    coverage: 'coverage',
    violation: 'violation',
    actor: 'actor',
    institution: 'institution',
    site: 'site',
  } as const;
  const values = Object.entries(by).map(([field, grouping]) => ({
    field,
    keys: archive.lists.aggregate({ decision: 'seen' }, grouping).map(({ key }) => key),
  }));
  const alone = values.flatMap(({ field, keys }) => keys.map((key) => ({ [field]: key })));
  const several = values.map(({ field, keys }) => ({ [field]: keys.slice(0, 3) }));
  const pairs = values.flatMap((a, n) =>
    values
      .slice(n + 1)
      .flatMap((b) =>
        a.keys
          .slice(0, 4)
          .flatMap((one) =>
            b.keys.slice(0, 4).map((other) => ({ [a.field]: one, [b.field]: other })),
          ),
      ),
  );
  const more = [
    {},
    { advertorial: true },
    { advertorial: false },
    { from: '2024-09-25', to: '2024-11-23' },
    { from: '2024-11-27' },
    { to: '2019-12-31' },
    { region: '64', coverage: 'dugaan', election: 'pilkada-2024', stage: 'kampanye' },
    { region: '99' },
    ...[
      'netralitas',
      'pelanggaran',
      'bawaslu kota',
      'kampanye media sosial',
      'camat',
      'mengimbau',
    ].map((query) => ({ query })),
  ];
  const decisions = ['seen', 'relevant', 'review'] as const;
  // The fields are those of the filter and the values the archive's own.
  return [
    ...[...alone, ...several, ...more].flatMap((one) =>
      decisions.map((decision) => ({ ...one, decision })),
    ),
    ...pairs.map((one) => ({ ...one, decision: 'seen' as const })),
  ] as ArticleFilter[];
}
