// A rebuild under the eyes of readers: never fewer documents, and a killed one leaves everything as it was.
import { describe, expect, test } from 'vitest';
import { project } from '../../search/project.ts';
import type { SearchTarget } from '../../search/project.ts';
import { rebuild } from '../../search/rebuild.ts';
import { openDoor } from '../elasticsearch/door.ts';
import { connect } from '../../search/client.ts';
import { startElasticsearch } from '../elasticsearch/start.ts';
import { article, coverageDay, irrelevant } from './articles.ts';
import { createFeed } from './feed.ts';
import type { MemoryFeed } from './feed.ts';
import { gazetteer } from './gazetteer.ts';
import { documents, notingDeps } from './target.ts';

const elasticsearch = await startElasticsearch(import.meta.url);

describe.skipIf('missing' in elasticsearch)('rebuild', () => {
  if ('missing' in elasticsearch) return;
  const { client } = elasticsearch;
  const freshTarget = (): SearchTarget => ({ client, prefix: elasticsearch.prefix(), gazetteer });
  const feedOf = (count: number): MemoryFeed => {
    const feed = createFeed();
    for (let n = 0; n < count; n += 1) feed.put(article(`a${n}`));
    feed.cover(coverageDay('2024-11-01'));
    return feed;
  };
  const indices = async ({ prefix }: SearchTarget): Promise<string[]> => {
    const names = Object.keys(await client.indices.get({ index: `${prefix}-*` }));
    return names.map((name) => name.slice(prefix.length + 1)).sort();
  };

  test('from nothing: the same as a projection', async () => {
    const target = freshTarget();
    const report = await rebuild(feedOf(5), target, notingDeps());
    expect(report).toMatchObject({
      state: 'done',
      counts: { articles: { written: 5 }, coverage: { written: 1 } },
    });
    expect(await indices(target)).toEqual(['articles-000001', 'coverage-000001', 'regions-000001']);
    expect(Object.keys(await documents(client, `${target.prefix}-articles`))).toHaveLength(5);
  });

  test('a damaged index is replaced by one that equals the archive', async () => {
    const target = freshTarget();
    const feed = feedOf(5);
    feed.put(article('a0', { version: 2, tags: irrelevant }));
    await project(feed, target, notingDeps());
    const index = `${target.prefix}-articles`;
    const before = await documents(client, index);
    await client.delete({ index, id: 'a3' });
    await client.index({ index, id: 'stranger', document: { title: 'Bukan dari arsip' } });
    expect(await rebuild(feed, target, notingDeps())).toMatchObject({ state: 'done' });
    expect(await documents(client, index)).toEqual(before);
    expect(await indices(target)).toEqual(['articles-000002', 'coverage-000002', 'regions-000002']);
    expect(feed.cursors.size).toBe(3);
    const after = await project(feed, target, notingDeps());
    expect(after.counts.articles).toEqual({ written: 0, deleted: 0, already: 0, refused: 0 });
  });

  test('readers are served all along, and changes made meanwhile are there in the end', async () => {
    const target = freshTarget();
    const feed = feedOf(2500);
    await project(feed, target, notingDeps());
    const index = `${target.prefix}-articles`;
    await client.indices.refresh({ index });
    const counts: number[] = [];
    const enough = new AbortController();
    const reader = (async () => {
      while (!enough.signal.aborted) counts.push((await client.count({ index })).count);
    })();
    const deps = notingDeps(async () => {
      // The wait between the swap and the deletion: another process goes on projecting.
      feed.put(article('late'));
      await project(feed, target, notingDeps());
    });
    const running = rebuild(feed, target, deps);
    feed.put(article('meanwhile'));
    await project(feed, target, notingDeps());
    expect(await running).toMatchObject({ state: 'done' });
    enough.abort();
    await reader;
    expect(counts.length).toBeGreaterThan(10);
    expect(Math.min(...counts)).toBe(2500);
    const ids = Object.keys(await documents(client, index));
    expect(ids).toHaveLength(2502);
    expect(ids).toEqual(expect.arrayContaining(['meanwhile', 'late']));
  });

  test.for([
    { name: 'while it fills', path: '/_bulk' },
    { name: 'before the swap', path: '/_aliases' },
  ])(
    'killed $name: the old index serves on, the next rebuild tidies up',
    async ({ path: killer }) => {
      const target = freshTarget();
      const feed = feedOf(5);
      await project(feed, target, notingDeps());
      const before = await documents(client, `${target.prefix}-articles`);
      const door = await openDoor(elasticsearch.url);
      door.behave((_method, path) => (path.includes(killer) ? 'down' : 'pass'));
      const stop = new AbortController();
      const through = { ...target, client: connect({ url: door.url, apiKey: null }) };
      const deps = { ...notingDeps(() => stop.abort()), signal: stop.signal };
      const report = await rebuild(feed, through, deps);
      await door.close();
      expect(report).toMatchObject({
        state: 'waiting',
        reason: expect.stringContaining('serves on'),
      });
      expect(await documents(client, `${target.prefix}-articles`)).toEqual(before);
      expect(await indices(target)).toContain('articles-000002');
      feed.put(article('later'));
      expect(await project(feed, target, notingDeps())).toMatchObject({ state: 'done' });
      expect(await rebuild(feed, target, notingDeps())).toMatchObject({ state: 'done' });
      expect(await indices(target)).toEqual([
        'articles-000003',
        expect.stringMatching(/^coverage-00000[23]$/),
        expect.stringMatching(/^regions-00000[23]$/),
      ]);
      expect(Object.keys(await documents(client, `${target.prefix}-articles`))).toHaveLength(6);
    },
  );

  test('two at once: the later one wins, the earlier one says that it failed', async () => {
    const target = freshTarget();
    const feed = feedOf(5);
    await project(feed, target, notingDeps());
    const door = await openDoor(elasticsearch.url);
    door.behave((_method, path) => (path.includes('/_bulk') ? { status: 503 } : 'pass'));
    const through = { ...target, client: connect({ url: door.url, apiKey: null }) };
    const deps = notingDeps(async () => {
      expect(await rebuild(feed, target, notingDeps())).toMatchObject({ state: 'done' });
      door.behave(() => 'pass');
    });
    expect(await rebuild(feed, through, deps)).toMatchObject({ state: 'waiting' });
    await door.close();
    expect(await indices(target)).toEqual(['articles-000003', 'coverage-000002', 'regions-000002']);
    expect(Object.keys(await documents(client, `${target.prefix}-articles`))).toHaveLength(5);
  });

  test('an index with the mapping of another version is replaced', async () => {
    const target = freshTarget();
    const feed = feedOf(2);
    const alias = `${target.prefix}-articles`;
    await client.indices.create({ index: `${alias}-000007`, aliases: { [alias]: {} } });
    expect(await project(feed, target, notingDeps())).toMatchObject({ state: 'blocked' });
    expect(await rebuild(feed, target, notingDeps())).toMatchObject({ state: 'done' });
    expect(await indices(target)).toEqual(['articles-000008', 'coverage-000001', 'regions-000001']);
    expect(await project(feed, target, notingDeps())).toMatchObject({ state: 'done' });
  });
});
