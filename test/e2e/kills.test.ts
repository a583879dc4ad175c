// Crawl, reading and sending killed at ten random moments: archive and Elasticsearch end as if nothing had happened.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Press, startPress } from '../../demo/press.ts';
import { openDoor } from '../elasticsearch/door.ts';
import { type Elasticsearch, startElasticsearch } from '../elasticsearch/start.ts';
import { documents } from '../search/target.ts';
import { articlesOf, fullRound, newPlace, reading, startRound } from './press-run.ts';
import type { Place } from './press-run.ts';

const elasticsearch = await startElasticsearch(import.meta.url);
const server = (): Elasticsearch => {
  if ('missing' in elasticsearch) throw new Error(elasticsearch.missing);
  return elasticsearch;
};

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(async () => {
  await press.close();
});

/** The newspaper that needs a browser takes longest and adds nothing here. */
const sites = (): Press['sites'] => press.sites.filter(({ browser }) => !browser);
const KILLS = 10;

/** Numbers in [0, 1) that are the same in each run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const env = (prefix: string, url = server().url): Record<string, string> => ({
  ELASTICSEARCH_URL: url,
  PANTAU_INDEX_PREFIX: prefix,
});

/** Versions by id of what Elasticsearch must hold: the seen articles of the archive. */
const seen = (place: Place): Record<string, number> =>
  reading(place, (archive) => {
    const articles = Object.keys(articlesOf(place)).flatMap((id) => archive.article(id) ?? []);
    const shown = articles.filter(({ tags }) => tags.decision !== 'irrelevant');
    return Object.fromEntries(shown.map(({ id, version }) => [id, version]));
  });

/** The version of the article that each document holds; Elasticsearch's own number counts changes of groups too. */
const indexed = async (prefix: string): Promise<Record<string, number>> => {
  const found = await documents(server().client, `${prefix}-articles`);
  return Object.fromEntries(
    Object.entries(found).map(([id, { source }]) => [
      id,
      (source as { version: number }).version, // as schemas/documents.ts has it
    ]),
  );
};

describe.skipIf('missing' in elasticsearch)(
  'the press row read by a process that is killed',
  () => {
    test('ten times at random moments: same articles, versions, tags and documents as one never killed', async () => {
      const whole = newPlace(sites());
      const wholePrefix = server().prefix();
      const started = performance.now();
      await fullRound(whole, env(wholePrefix));
      const read = performance.now();
      await fullRound(whole, env(wholePrefix));
      // What a round takes that finds nothing to do; the rest is the work. Ten cuts of up to a sixth of it leave some.
      const idle = performance.now() - read;
      const work = Math.max(0, read - started - idle);

      const killed = newPlace(sites());
      const prefix = server().prefix();
      const roll = dice(20241127);
      let cut = 0;
      for (let n = 0; n < KILLS; n++) {
        const run = startRound(killed, env(prefix));
        await pause(idle / 2 + roll() * (work / 6));
        run.kill();
        if ((await run.finished) === null) cut += 1;
      }
      expect(cut).toBeGreaterThan(KILLS / 2);
      const last = await fullRound(killed, env(prefix));

      const counts = (place: Place): object => reading(place, (archive) => archive.summary().sites);
      expect(last.sent).toBe('done');
      expect(last.report.sites.filter(({ left }) => left !== null)).toEqual([]);
      expect(counts(killed)).toEqual(counts(whole));
      expect(articlesOf(killed)).toEqual(articlesOf(whole));
      expect(await indexed(prefix)).toEqual(seen(killed));
      expect(await indexed(wholePrefix)).toEqual(seen(whole));
    }, 300_000);

    test('with Elasticsearch down for the first half: afterwards its documents are the archive’s', async () => {
      const door = await openDoor(server().url);
      try {
        const place = newPlace(sites());
        const prefix = server().prefix();
        door.behave(() => 'down');
        const run = startRound(place, env(prefix, door.url));
        await pause(4_000);
        door.behave(() => 'pass');
        await run.finished;
        expect(await indexed(prefix)).toEqual(seen(place));
        expect(Object.keys(seen(place)).length).toBeGreaterThan(100);
      } finally {
        await door.close();
      }
    }, 120_000);
  },
);
