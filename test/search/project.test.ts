// Changes of an archive → documents of a real Elasticsearch: what is written, once, and what a search then finds.
import { describe, expect, test } from 'vitest';
import type { Article } from '../../schemas/article.ts';
import { toCoverageDocument, toDocument } from '../../search/document.ts';
import type { IndexedArticle } from '../../search/document.ts';
import { consumerOf, project } from '../../search/project.ts';
import type { SearchTarget } from '../../search/project.ts';
import { startElasticsearch } from '../elasticsearch/start.ts';
import { article, coverageDay, irrelevant } from './articles.ts';
import { createFeed } from './feed.ts';
import { gazetteer } from './gazetteer.ts';
import { documents, notingDeps } from './target.ts';

/** The document of an article that is in no group. */
const document = (one: Article): IndexedArticle =>
  toDocument(one, gazetteer, { text: one.id, story: one.id });

const elasticsearch = await startElasticsearch(import.meta.url);

describe.skipIf('missing' in elasticsearch)('projection', () => {
  if ('missing' in elasticsearch) return;
  const { client } = elasticsearch;
  const freshTarget = (): SearchTarget => ({ client, prefix: elasticsearch.prefix(), gazetteer });

  test('relevant and review articles and coverage become documents, others do not', async () => {
    const target = freshTarget();
    const feed = createFeed();
    const kept = [article('a'), article('b', { tags: { decision: 'review', relevant: false } })];
    for (const one of kept) feed.put(one);
    feed.put(article('c', { tags: irrelevant }));
    feed.cover(coverageDay('2024-11-01'));
    const report = await project(feed, target, notingDeps());
    expect(report).toEqual({
      state: 'done',
      reason: null,
      counts: {
        articles: { written: 2, deleted: 0, already: 0, refused: 0 },
        coverage: { written: 1, deleted: 0, already: 0, refused: 0 },
        regions: { written: 2, deleted: 0, already: 0, refused: 0 },
      },
    });
    const wanted = kept.map((one) => [one.id, { version: 1, source: document(one) }]);
    expect(await documents(client, `${target.prefix}-articles`)).toEqual(
      Object.fromEntries(wanted),
    );
    expect(await documents(client, `${target.prefix}-coverage`)).toEqual({
      'bontang-pos/2024-11-01': {
        version: 1,
        source: toCoverageDocument(coverageDay('2024-11-01'), gazetteer),
      },
    });
  });

  test('words are found in their other forms, and only there', async () => {
    const target = freshTarget();
    const feed = createFeed();
    feed.put(article('title', { title: 'Pelanggaran netralitas di Bontang', text: 'Laporan.' }));
    feed.put(article('text', { title: 'Kabar', text: 'Ia diduga melanggar aturan.' }));
    feed.put(article('other', { title: 'Langit cerah', text: 'Ia memenuhi aturan.' }));
    await project(feed, target, notingDeps());
    const index = `${target.prefix}-articles`;
    await client.indices.refresh({ index });
    const ids = async (words: string): Promise<string[]> => {
      const query = { multi_match: { query: words, fields: ['title', 'text'] } };
      const { hits } = await client.search({ index, query });
      return hits.hits.map(({ _id: id }) => id ?? '').toSorted();
    };
    expect(await ids('dilanggar')).toEqual(['text', 'title']);
    expect(await ids('pelanggaran')).toEqual(['text', 'title']);
    expect(await ids('pengaturan')).toEqual(['other', 'text']);
  });

  test('a second run sends nothing, and a repeat from the start changes nothing', async () => {
    const target = freshTarget();
    const feed = createFeed();
    for (const id of ['a', 'b']) feed.put(article(id));
    feed.cover(coverageDay('2024-11-01'));
    await project(feed, target, notingDeps());
    const before = await documents(client, `${target.prefix}-articles`);
    const again = await project(feed, target, notingDeps());
    expect(again.counts.articles).toEqual({ written: 0, deleted: 0, already: 0, refused: 0 });
    feed.cursors.clear(); // as a process killed after sending and before saving
    const repeat = await project(feed, target, notingDeps());
    expect(repeat.counts.articles).toEqual({ written: 0, deleted: 0, already: 2, refused: 0 });
    expect(repeat.counts.coverage).toEqual({ written: 0, deleted: 0, already: 1, refused: 0 });
    expect(await documents(client, `${target.prefix}-articles`)).toEqual(before);
  });

  test('an older version never replaces a newer one', async () => {
    const target = freshTarget();
    const newer = createFeed();
    newer.put(article('a', { version: 7, title: 'Baru' }));
    await project(newer, target, notingDeps());
    const older = createFeed();
    older.put(article('a', { version: 6, title: 'Lama' }));
    const report = await project(older, target, notingDeps());
    expect(report.counts.articles.already).toBe(1);
    const stored = await documents(client, `${target.prefix}-articles`);
    expect(stored['a']).toMatchObject({ version: 7, source: { title: 'Baru' } });
  });

  test('of several versions the newest is sent, once', async () => {
    const target = freshTarget();
    const feed = createFeed();
    for (let version = 1; version <= 3; version += 1) feed.put(article('a', { version }));
    const report = await project(feed, target, notingDeps());
    expect(report.counts.articles).toEqual({ written: 1, deleted: 0, already: 0, refused: 0 });
    expect((await documents(client, `${target.prefix}-articles`))['a']?.version).toBe(3);
  });

  test('an article that turned irrelevant leaves, one that is gone stays with the time', async () => {
    const target = freshTarget();
    const feed = createFeed();
    for (const id of ['a', 'b']) feed.put(article(id));
    await project(feed, target, notingDeps());
    feed.put(article('a', { version: 2, tags: irrelevant }));
    feed.put(article('b', { version: 2, goneAt: '2024-12-01T00:00:00.000Z' }));
    feed.put(article('never-there', { version: 2, tags: irrelevant }));
    const report = await project(feed, target, notingDeps());
    expect(report.counts.articles).toEqual({ written: 1, deleted: 1, already: 1, refused: 0 });
    const stored = await documents(client, `${target.prefix}-articles`);
    expect(Object.keys(stored)).toEqual(['b']);
    expect(stored['b']).toMatchObject({ source: { gone_at: '2024-12-01T00:00:00.000Z' } });
  });

  test('one bad document is recorded and the others go on', async () => {
    const target = freshTarget();
    const location = (): { lat: number; lon: number } => ({ lat: 999, lon: 0 });
    const badRegion = { ...gazetteer, regionName: () => null, location };
    const feed = createFeed();
    feed.put(article('good', { tags: { primary: null } }));
    feed.put(article('bad'));
    feed.put(article('also-good', { tags: { primary: null } }));
    const deps = notingDeps();
    const report = await project(feed, { ...target, gazetteer: badRegion }, deps);
    expect(report).toMatchObject({
      state: 'done',
      counts: { articles: { written: 2, refused: 1 } },
    });
    expect(feed.refused).toEqual([
      {
        consumer: [...feed.cursors.keys()].find((name) => name.includes('articles')),
        id: 'bad',
        version: 1,
        reason: expect.stringContaining('location'),
        at: '2024-11-01T00:00:00.000Z',
      },
    ]);
    expect(deps.events).toContainEqual({
      event: 'index.refused',
      facts: expect.objectContaining({ id: 'bad' }),
    });
    expect(Object.keys(await documents(client, `${target.prefix}-articles`)).sort()).toEqual([
      'also-good',
      'good',
    ]);
  });

  test('the longest values that a page can give are taken', async () => {
    const target = freshTarget();
    const feed = createFeed();
    feed.put(article('long', { title: '漢'.repeat(40_000), text: `${'z'.repeat(40_000)} akhir` }));
    const report = await project(feed, target, notingDeps());
    expect(report.counts.articles).toMatchObject({ written: 1, refused: 0 });
  });

  test('emptied Elasticsearch is filled again from the start, and old cursors go', async () => {
    const target = freshTarget();
    const feed = createFeed();
    for (const id of ['a', 'b']) feed.put(article(id));
    feed.cover(coverageDay('2024-11-01'));
    await project(feed, target, notingDeps());
    const before = await documents(client, `${target.prefix}-articles`);
    await client.indices.delete({
      index: [`${target.prefix}-articles-000001`, `${target.prefix}-coverage-000001`],
    });
    expect(await project(feed, target, notingDeps())).toMatchObject({ state: 'done' });
    expect(await documents(client, `${target.prefix}-articles`)).toEqual(before);
    expect(Object.keys(await documents(client, `${target.prefix}-coverage`))).toHaveLength(1);
    expect(feed.cursors.size).toBe(3);
  });

  test('two processes that start at once make one index', async () => {
    const target = freshTarget();
    const feed = createFeed();
    feed.put(article('a'));
    const reports = await Promise.all([1, 2, 3].map(() => project(feed, target, notingDeps())));
    expect(reports.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    const names = Object.keys(await client.indices.get({ index: `${target.prefix}-*` })).sort();
    expect(names).toEqual(
      ['articles', 'coverage', 'regions'].map((kind) => `${target.prefix}-${kind}-000001`),
    );
  });

  test.for([
    {
      name: 'another mapping',
      index: 'articles-000001',
      alias: 'articles',
      says: 'index --rebuild',
    },
    {
      name: 'an index in the place of the alias',
      index: 'articles',
      alias: 'x',
      says: 'delete it',
    },
  ])('$name: a person is asked, nothing is written', async ({ index, alias, says }) => {
    const target = freshTarget();
    const { prefix } = target;
    await client.indices.create({
      index: `${prefix}-${index}`,
      aliases: { [`${prefix}-${alias}`]: {} },
    });
    const feed = createFeed();
    feed.put(article('a'));
    const report = await project(feed, target, notingDeps());
    expect(report).toMatchObject({ state: 'blocked', reason: expect.stringContaining(says) });
    expect(feed.cursors.size).toBe(0);
    expect(await documents(client, `${prefix}-${index}`)).toEqual({});
  });

  test('a field that the schema does not name is refused by the mapping', async () => {
    const target = freshTarget();
    const feed = createFeed();
    await project(feed, target, notingDeps());
    const index = `${target.prefix}-articles`;
    await expect(client.index({ index, document: { surprise: 1 } })).rejects.toThrow('surprise');
  });

  test('an article that goes into another text or story is sent again, at its own version', async () => {
    const target = freshTarget();
    const feed = createFeed();
    for (const id of ['a', 'b', 'c']) feed.put(article(id));
    await project(feed, target, notingDeps());
    feed.group('b', 'a', 'c');
    const report = await project(feed, target, notingDeps());
    expect(report.counts.articles).toEqual({ written: 1, deleted: 0, already: 0, refused: 0 });
    feed.group('b', 'b', 'c');
    feed.put(article('b', { version: 2 }));
    await project(feed, target, notingDeps());
    const stored = await documents(client, `${target.prefix}-articles`);
    const groups = { text_id: 'b', story_id: 'c', version: 2 };
    expect(stored['b']).toMatchObject({ version: 4, source: groups });
    expect(stored['a']).toMatchObject({ version: 1, source: { text_id: 'a', story_id: 'a' } });
  });

  test('groups of an article that turned irrelevant write nothing', async () => {
    const target = freshTarget();
    const feed = createFeed();
    feed.put(article('a'));
    await project(feed, target, notingDeps());
    feed.put(article('a', { version: 2, tags: irrelevant }));
    feed.group('a', 'a', 'a');
    await project(feed, target, notingDeps());
    expect(await documents(client, `${target.prefix}-articles`)).toEqual({});
  });

  test('regions are sent once, and again when the gazetteer is another', async () => {
    const target = freshTarget();
    const feed = createFeed();
    await project(feed, target, notingDeps());
    const sent = async (version: number): Promise<number> => {
      const changed = { ...target, gazetteer: { ...gazetteer, version } };
      return (await project(feed, changed, notingDeps())).counts.regions.written;
    };
    expect(await sent(gazetteer.version)).toBe(0);
    expect(await sent(8)).toBe(2);
    const stored = await documents(client, `${target.prefix}-regions`);
    expect(stored['64.74']?.source).toEqual(gazetteer.regions[1]);
  });

  test('the cursor is saved under the identity of the index', async () => {
    const target = freshTarget();
    const feed = createFeed();
    feed.put(article('a'));
    await project(feed, target, notingDeps());
    const index = `${target.prefix}-articles-000001`;
    const made = await client.indices.get({ index });
    const uuid = made[index]?.settings?.index?.uuid ?? '';
    expect(feed.cursor(consumerOf('articles', uuid))).toBe(1);
  });
});
