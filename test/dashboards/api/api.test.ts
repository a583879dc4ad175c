// The API over a real archive: what it answers, how it pages while articles arrive, what it refuses and says.
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { tags } from '../../archive/make.ts';
import { openRig } from './rig.ts';

const day = (n: number): string => `2024-11-${String(n).padStart(2, '0')}`;

test('the description is valid OpenAPI 3.1 and names every route', async () => {
  const { json, routes } = openRig();
  const description = await json('/api/v1/openapi.json');
  const result = await new Validator().validate(description);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  const described = Object.keys(description.paths).map(
    (path) => `/api/v1${path.replace('{id}', ':id')}`,
  );
  const mounted = routes().filter((path) => /^\/api\/v1\/(?!\*|openapi)/.test(path));
  expect(mounted.sort()).toEqual(described.sort());
});

test('every example of the description is answered, with an empty archive and with an article', async () => {
  const { get, json, keep } = openRig();
  const description = await json('/api/v1/openapi.json');
  const page = await (await get('/api')).text();
  const addresses = [...page.matchAll(/curl &quot;(.*?)&quot;|curl "(.*?)"/g)]
    .map((match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'))
    .filter((address) => !address.includes('{id}'));
  expect(addresses).toHaveLength(Object.keys(description.paths).length - 1);
  for (const round of ['empty', 'one'])
    for (const address of addresses) {
      const { pathname, search } = new URL(address);
      expect([round, address, (await get(pathname + search)).status]).toEqual([
        round,
        address,
        200,
      ]);
      keep(1);
    }
});

describe('pages', () => {
  test('while articles arrive and others change, each is on exactly one page', async () => {
    const { keep, json } = openRig();
    const ids = Array.from({ length: 25 }, (_, n) =>
      keep(n, { localDay: n % 5 === 0 ? null : day(1 + (n % 7)) }),
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    let late = 100;
    while (cursor !== null) {
      const answer: { total: number; articles: { id: string }[]; next: string | null } = await json(
        `/api/v1/articles?limit=4&cursor=${cursor}`,
      );
      expect(answer.total).toBe(25);
      seen.push(...answer.articles.map(({ id }) => id));
      cursor = answer.next;
      for (const on of [null, day(1), day(30)]) keep((late += 1), { localDay: on });
    }
    expect(seen).toHaveLength(25);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  test('with words, the same', async () => {
    const { keep, json } = openRig();
    for (let n = 0; n < 7; n += 1) keep(n, { localDay: n === 3 ? null : day(1 + n) });
    const first = await json('/api/v1/search?query=pelanggaran&limit=4');
    keep(50, { localDay: day(2) });
    const second = await json(`/api/v1/search?query=pelanggaran&limit=4&cursor=${first.next}`);
    expect(first.total).toBe(7);
    expect(second).toMatchObject({ total: 7, next: null });
    expect(new Set([...first.articles, ...second.articles].map(({ id }) => id)).size).toBe(7);
    expect(first.articles[0].snippet).toContain('«Pelanggaran»');
  });

  test("another question's cursor is refused", async () => {
    const { keep, json, get } = openRig();
    for (let n = 0; n < 3; n += 1) keep(n);
    const { next } = await json('/api/v1/articles?limit=1');
    expect((await get(`/api/v1/articles?limit=1&region=64&cursor=${next}`)).status).toBe(400);
    expect((await get(`/api/v1/articles?limit=1&cursor=${next}`)).status).toBe(200);
  });

  test('coverage by pages has each source and day once', async () => {
    const { archive, keep, json } = openRig();
    const all = archive.coverageAfter(0, 10).length;
    keep(1);
    const rows: string[] = [];
    for (let cursor = ''; ;) {
      const answer = await json(`/api/v1/coverage?limit=1&cursor=${cursor}`);
      rows.push(
        ...answer.days.map((row: { site: string; day: string }) => `${row.site}/${row.day}`),
      );
      if (answer.next === null) break;
      cursor = answer.next;
    }
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(all);
  });
});

describe('ETag', () => {
  test.for([
    '/articles',
    '/search?query=asn',
    '/aggregates',
    '/regions',
    '/elections',
    '/sources',
    '/coverage',
    '/export?format=csv',
    '/export?format=rss',
    '/openapi.json',
  ])('%s: 304 until something changes', async (path) => {
    const { keep, get } = openRig();
    keep(1);
    const etag = (await get(`/api/v1${path}`)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = await get(`/api/v1${path}`, { 'if-none-match': `"x", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    if (['/regions', '/elections', '/openapi.json'].includes(path)) return;
    keep(2);
    expect((await get(`/api/v1${path}`, { 'if-none-match': etag })).status).toBe(200);
  });

  test('a viewer limited to regions learns nothing from it about others', async () => {
    const { keep, get, look } = openRig();
    keep(1);
    look({ account: 'desk', regions: ['64'] });
    const tagsOf = async (): Promise<(string | null)[]> =>
      Promise.all(
        ['/articles', '/aggregates', '/export?format=jsonl', '/sources', '/coverage'].map(
          async (path) => (await get(`/api/v1${path}`)).headers.get('etag'),
        ),
      );
    const before = await tagsOf();
    keep(2, { tags: tags({ regions: ['36'], primary: '36' }) });
    expect(await tagsOf()).toEqual(before);
  });
});

describe('refusals name input, reason and next step', () => {
  test.for([
    ['/articles?regio=64', 400, 'regio', 'region'],
    ['/articles?coverage=dugan', 400, 'coverage=dugan', 'Known: imbauan'],
    ['/articles?limit=1000', 400, 'limit=1000', '200'],
    ['/articles?limit=abc', 400, 'limit=abc', ''],
    ['/articles?from=2024-13-01', 400, 'from=2024-13-01', ''],
    ['/articles?cursor=abc', 400, 'cursor=abc', 'without cursor'],
    ['/articles?advertorial=mungkin', 400, 'advertorial=mungkin', ''],
    ['/articles?region=6474', 400, 'region=6474', '64.74'],
    ['/search', 400, 'query', 'missing'],
    ['/aggregates?by=hari', 400, 'by=hari', 'Known: day'],
    ['/export?format=xlsx', 400, 'format=xlsx', 'Known: jsonl, csv, parquet'],
    ['/articles/0123456789abcdef', 404, '0123456789abcdef', '/api/v1/articles'],
    ['/artikel', 404, 'GET /api/v1/artikel', '/api/v1/articles'],
  ] as const)('%s', async ([path, status, input, says]) => {
    const { get } = openRig();
    const response = await get(`/api/v1${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { problems: { input: string }[] };
    expect(problem).toMatchObject({
      status,
      type: 'about:blank',
      instance: `/api/v1${path}`.split('?')[0],
    });
    expect(problem.problems[0]).toEqual({
      input: expect.stringContaining(input),
      reason: expect.stringMatching(/./),
      next: expect.stringMatching(/./),
    });
    expect(JSON.stringify(problem)).toContain(says);
  });

  test('too many questions: 429 with the seconds to wait, which are enough', async () => {
    const { get, pass } = openRig();
    let last = await get('/api/v1/elections');
    for (let n = 0; n < 300 && last.status === 200; n += 1) last = await get('/api/v1/elections');
    expect(last.status).toBe(429);
    const seconds = Number(last.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    pass(seconds * 1000);
    expect((await get('/api/v1/elections')).status).toBe(200);
  });
});

describe('counts', () => {
  test('a text copied by 30 sites counts 30 / 1 / 1; undated stands beside; a time nobody read is no zero', async () => {
    const { archive, keep, json } = openRig();
    const ids = Array.from({ length: 30 }, (_, n) => keep(n));
    for (const id of ids) archive.groups.saveText(id, ids[0] ?? '');
    archive.groups.saveStory(ids[0] ?? '', ids[0] ?? '');
    keep(40, { localDay: null });
    const answer = await json('/api/v1/aggregates?by=month');
    expect(answer.total).toMatchObject({ articles: 31, texts: 2, stories: 2, undated: 1 });
    expect(answer.groups).toEqual([
      { key: '2024-11', articles: 30, texts: 1, stories: 1, outlets: 1, reporting: 1 },
    ]);
    expect(answer.sources).toBe(2);
  });

  test('a time that was read and had nothing is zero, one that nobody read is no group', async () => {
    const { keep, json } = openRig();
    keep(1, { localDay: '2024-01-10' });
    keep(2, { localDay: '2024-05-10' });
    keep(3, { localDay: '2024-03-10', tags: tags({ coverage: 'sanksi' }) });
    const { groups } = await json('/api/v1/aggregates?by=month&coverage=imbauan');
    expect(
      groups.map((row: { key: string; articles: number; reporting: number }) => [
        row.key,
        row.articles,
        row.reporting,
      ]),
    ).toEqual([
      ['2024-01', 1, 1],
      ['2024-03', 0, 1],
      ['2024-05', 1, 1],
    ]);
  });

  test.for([
    ['week', '2024-10-28'],
    ['day', '2024-11-01'],
    ['year', '2024'],
    ['primary', '64.74'],
    ['province', '64'],
    ['election', 'pilkada-2024'],
    ['stage', 'kampanye'],
    ['coverage', 'imbauan'],
    ['site', 'natmed'],
    ['outlet', 'natmed.test'],
    ['actor', 'asn'],
    ['advertorial', 'false'],
    ['decision', 'relevant'],
  ] as const)('by %s', async ([by, key]) => {
    const { keep, json } = openRig();
    keep(1);
    const { groups } = await json(`/api/v1/aggregates?by=${by}`);
    expect(groups).toEqual([expect.objectContaining({ key, articles: 1, texts: 1, stories: 1 })]);
  });

  test('by violation and institution, an article in several groups', async () => {
    const { keep, json } = openRig();
    const speakers = [
      { name: 'A', role: 'Ketua Bawaslu' },
      { name: 'B', role: 'Kepala BKPSDM' },
    ];
    keep(1, { tags: tags({ violations: ['media_sosial', 'tim_sukses'], speakers }) });
    const keys = async (by: string): Promise<string[]> =>
      (await json(`/api/v1/aggregates?by=${by}`)).groups
        .map(({ key }: { key: string }) => key)
        .sort();
    expect(await keys('violation')).toEqual(['media_sosial', 'tim_sukses']);
    expect(await keys('institution')).toEqual(['bawaslu', 'kepegawaian-daerah']);
    expect(await keys('region')).toEqual(['64', '64.74']);
  });
});
