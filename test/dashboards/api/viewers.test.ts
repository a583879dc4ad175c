// What a viewer limited to regions is told, and the page for people who try the API.
import { describe, expect, test } from 'vitest';
import { extracted, tags } from '../../archive/make.ts';
import { openRig } from './rig.ts';

describe('a viewer limited to regions', () => {
  test('gets nothing of others, in no answer', async () => {
    const { archive, keep, get, look } = openRig();
    const mine = keep(1);
    const other = keep(2, {
      extracted: extracted({ title: 'RAHASIA Serang' }),
      outlet: 'rahasia.test',
      tags: tags({
        regions: ['36.04'],
        primary: '36.04',
        coverage: 'sanksi',
        violations: ['politik_uang'],
      }),
    });
    for (const id of [mine, other]) archive.groups.saveText(id, other);
    archive.groups.saveStory(other, other);
    look({ account: 'desk', regions: ['64'] });
    const paths = [
      '/articles',
      '/search?query=asn',
      `/articles/${mine}`,
      ...['primary', 'province', 'region', 'site', 'outlet', 'coverage', 'violation', 'month'].map(
        (by) => `/aggregates?by=${by}`,
      ),
      '/regions',
      '/sources',
      '/coverage',
      ...['jsonl', 'csv', 'rss', 'atom'].map((format) => `/export?format=${format}`),
    ];
    for (const path of paths) {
      const response = await get(`/api/v1${path}`);
      const text = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      for (const secret of [
        'RAHASIA',
        'rahasia.test',
        other,
        '36.04',
        '"36"',
        'Banten',
        'sanksi',
        'politik_uang',
      ])
        expect([path, secret, text.includes(secret)]).toEqual([path, secret, false]);
    }
    expect((await get(`/api/v1/articles/${other}`)).status).toBe(404);
    expect((await get(`/api/v1/articles/${mine}`)).status).toBe(200);
  });
});

describe('the page to try it', () => {
  test('has a form for each operation, no script, and nothing of other hosts', async () => {
    const { get, json } = openRig();
    const response = await get('/api');
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|style="| on\w+="|(src|action)="https?:/);
    for (const path of Object.keys((await json('/api/v1/openapi.json')).paths))
      expect(text).toContain(path.includes('{id}') ? 'name="id"' : `action="/api/v1${path}"`);
  });

  test('the form for one article leads to it; a form with empty fields asks the plain question', async () => {
    const { get, keep } = openRig();
    const id = keep(1);
    expect((await get(`/api?id=${id}`)).headers.get('location')).toBe(`/api/v1/articles/${id}`);
    const bare = await get(
      '/api/v1/articles?query=&region=&election=&from=&limit=&cursor=&advertorial=',
    );
    expect(bare.status).toBe(200);
  });

  test('says in Indonesian what each address does', async () => {
    const { get, json } = openRig();
    const text = await (await get('/api')).text();
    const { paths } = await json('/api/v1/openapi.json');
    for (const { get: one } of Object.values<{ get: { summary: string } }>(paths))
      expect(text).not.toContain(one.summary);
  });

  test('English on request', async () => {
    expect(await (await openRig().get('/api?bahasa=en')).text()).toContain('API and downloads');
  });
});
