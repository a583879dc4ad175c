// A real Elasticsearch behind a door that misbehaves: nothing is lost, nothing is doubled, nothing throws.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../search/client.ts';
import { project } from '../../search/project.ts';
import type { SearchTarget } from '../../search/project.ts';
import { rebuild } from '../../search/rebuild.ts';
import { openDoor } from '../elasticsearch/door.ts';
import type { Behaviour, Door } from '../elasticsearch/door.ts';
import { startElasticsearch } from '../elasticsearch/start.ts';
import { article, coverageDay, irrelevant } from './articles.ts';
import { createFeed } from './feed.ts';
import type { MemoryFeed } from './feed.ts';
import { gazetteer } from './gazetteer.ts';
import { documents, notingDeps } from './target.ts';

const elasticsearch = await startElasticsearch(import.meta.url);
const isBulk = (path: string): boolean => path.includes('/_bulk');

describe.skipIf('missing' in elasticsearch)('faults on the way', () => {
  if ('missing' in elasticsearch) return;
  let door: Door;
  beforeAll(async () => {
    door = await openDoor(elasticsearch.url);
  });
  afterAll(() => door.close());

  const freshTarget = (): SearchTarget => {
    door.behave(() => 'pass');
    const client = connect({ url: door.url, apiKey: null });
    return { client, prefix: elasticsearch.prefix(), gazetteer };
  };
  const feedOf = (count: number): MemoryFeed => {
    const feed = createFeed();
    for (let n = 0; n < count; n += 1) feed.put(article(`a${n}`));
    return feed;
  };
  const stored = async (target: SearchTarget): Promise<string[]> =>
    Object.keys(await documents(elasticsearch.client, `${target.prefix}-articles`));
  /** Misbehaves for the first `times` bulk requests. */
  const first = (times: number, behaviour: Behaviour): void => {
    let left = times;
    door.behave((_method, path) => {
      if (!isBulk(path) || left === 0) return 'pass';
      left -= 1;
      return behaviour;
    });
  };

  test.for<{ name: string; behaviour: Behaviour; counts: object }>([
    { name: '429', behaviour: { status: 429 }, counts: { written: 5, already: 0 } },
    { name: '503', behaviour: { status: 503 }, counts: { written: 5, already: 0 } },
    { name: 'a cut connection', behaviour: 'down', counts: { written: 5, already: 0 } },
    { name: 'a lost answer', behaviour: 'lose-answer', counts: { written: 0, already: 5 } },
  ])('$name twice: waited for, then all is there', async ({ behaviour, counts }) => {
    const target = freshTarget();
    const feed = feedOf(5);
    first(2, behaviour);
    const deps = notingDeps();
    const report = await project(feed, target, deps);
    expect(report).toMatchObject({ state: 'done', counts: { articles: counts } });
    expect(deps.waits).toEqual([500, 1000]);
    expect(await stored(target)).toHaveLength(5);
  });

  test('the time that the server asks for is waited, up to half a minute', async () => {
    const target = freshTarget();
    const asked = [3, 3600];
    door.behave((_method, path) => {
      const retryAfter = isBulk(path) ? asked.shift() : undefined;
      return retryAfter === undefined ? 'pass' : { status: 429, retryAfter };
    });
    const deps = notingDeps();
    expect(await project(feedOf(1), target, deps)).toMatchObject({ state: 'done' });
    expect(deps.waits).toEqual([3000, 30_000]);
  });

  test.for<{ name: string; behaviour: Behaviour; says: string; waits: number }>([
    { name: 'busy', behaviour: { status: 429 }, says: '429', waits: 5 },
    { name: 'down', behaviour: 'down', says: 'does not answer', waits: 5 },
    {
      name: 'refusing the key',
      behaviour: { status: 401 },
      says: 'ELASTICSEARCH_API_KEY',
      waits: 0,
    },
  ])('$name to the end: it waits with the cursor where it was', async (scene) => {
    const target = freshTarget();
    const feed = feedOf(3);
    first(Infinity, scene.behaviour);
    const deps = notingDeps();
    const report = await project(feed, target, deps);
    expect(report).toMatchObject({ state: 'waiting', reason: expect.stringContaining(scene.says) });
    expect(deps.waits).toHaveLength(scene.waits);
    expect([...feed.cursors.values()]).toEqual([]);
    expect(deps.events.map(({ event }) => event)).toEqual(['index.waiting']);
    door.behave(() => 'pass');
    await project(feed, target, notingDeps());
    expect(await stored(target)).toHaveLength(3);
  });

  test('down from the start: reported at once, without a wait', async () => {
    const target = freshTarget();
    door.behave(() => 'down');
    const deps = notingDeps();
    const report = await project(feedOf(3), target, deps);
    expect(report).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('does not answer'),
    });
    expect(deps.waits).toEqual([]);
  });

  test('nobody listens at the address: reported, not thrown', async () => {
    const closed = await openDoor(elasticsearch.url);
    await closed.close();
    const client = connect({ url: closed.url, apiKey: null });
    const target = { client, prefix: elasticsearch.prefix(), gazetteer };
    for (const verb of [project, rebuild])
      expect(await verb(feedOf(1), target, notingDeps())).toMatchObject({
        state: 'waiting',
        reason: expect.stringContaining('ECONNREFUSED'),
      });
  });

  test('down for the first half of the changes, then equal to a run without faults', async () => {
    const [target, calm] = [freshTarget(), freshTarget()];
    const feed = createFeed();
    const change = (n: number): void => {
      feed.put(article(`a${n}`));
      feed.cover(coverageDay('2024-11-01', n + 1));
      if (n % 3 === 0)
        feed.put(article(`a${n}`, { version: 2, tags: n % 2 === 0 ? irrelevant : {} }));
    };
    door.behave(() => 'down');
    for (let n = 0; n < 6; n += 1) {
      change(n);
      expect((await project(feed, target, notingDeps())).state).toBe('waiting');
    }
    door.behave(() => 'pass');
    for (let n = 6; n < 12; n += 1) {
      change(n);
      expect((await project(feed, target, notingDeps())).state).toBe('done');
    }
    feed.cursors.clear();
    await project(feed, calm, notingDeps());
    for (const kind of ['articles', 'coverage'])
      expect(await documents(elasticsearch.client, `${target.prefix}-${kind}`)).toEqual(
        await documents(elasticsearch.client, `${calm.prefix}-${kind}`),
      );
  });

  test('dead in the middle of many batches: the cursor covers what was accepted, the rest follows', async () => {
    const target = freshTarget();
    const feed = feedOf(6500);
    let bulks = 0;
    door.behave((_method, path) => {
      if (!isBulk(path)) return 'pass';
      bulks += 1;
      return bulks === 3 || bulks > 5 ? 'down' : 'pass';
    });
    expect((await project(feed, target, notingDeps())).state).toBe('waiting');
    const [cursor = 0] = feed.cursors.values();
    expect(cursor).toBeLessThan(6500);
    expect((await stored(target)).length).toBeGreaterThanOrEqual(cursor);
    door.behave(() => 'pass');
    expect((await project(feed, target, notingDeps())).state).toBe('done');
    expect(await stored(target)).toHaveLength(6500);
  });

  test('a body that is too large for a proxy is sent in parts; one document that is, is recorded', async () => {
    const target = freshTarget();
    const feed = feedOf(8);
    feed.put(article('large', { text: 'x'.repeat(6000) }));
    door.behave((_method, _path, bytes) => (bytes > 5000 ? { status: 413 } : 'pass'));
    const report = await project(feed, target, notingDeps());
    expect(report).toMatchObject({
      state: 'done',
      counts: { articles: { written: 8, refused: 1 } },
    });
    expect(feed.refused.map(({ id }) => id)).toEqual(['large']);
    expect(await stored(target)).toHaveLength(8);
  });

  test('stopped while it waits: it ends at once, the cursor where it was', async () => {
    const target = freshTarget();
    const feed = feedOf(3);
    first(Infinity, { status: 503 });
    const stop = new AbortController();
    const deps = { ...notingDeps(() => stop.abort()), signal: stop.signal };
    const report = await project(feed, target, deps);
    expect(report.state).toBe('waiting');
    expect(deps.waits).toHaveLength(1);
    expect(feed.cursors.size).toBe(0);
  });

  test('the index is deleted between two batches: nothing is written without a mapping', async () => {
    const target = freshTarget();
    const feed = feedOf(2);
    const index = `${target.prefix}-articles`;
    door.behave((_method, path) => (isBulk(path) ? { status: 503 } : 'pass'));
    const deps = notingDeps(async () => {
      await elasticsearch.client.indices.delete({
        index: `${index}-000001`,
        ignore_unavailable: true,
      });
      door.behave(() => 'pass');
    });
    expect((await project(feed, target, deps)).state).toBe('waiting');
    expect(await elasticsearch.client.indices.exists({ index })).toBe(false);
    expect((await project(feed, target, notingDeps())).state).toBe('done');
    expect(await stored(target)).toHaveLength(2);
  });
});
