// Articles that are edited, taken down and put back after they were kept: found by the looks an hour, a day and a week later.
import { expect, test } from 'vitest';
import { respond } from '../crawlers/press-server.ts';
import { type SmallCrawl, smallCrawl, story } from './small-crawl.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon of the day on which the feed dates its articles. */
const START = Date.parse('2024-11-05T05:00:00Z');

const PATHS = ['/tetap', '/berubah', '/ditarik', '/kembali'];

/** What the archive says of an article: its versions, and whether it is gone. */
function said({ archive, at }: SmallCrawl, path: string): string {
  const id = archive.articleAt(at(path)) ?? '';
  const versions = archive.versions(id).map(({ what }) => what);
  return `${versions.join(' ')}${archive.article(id)?.goneAt === null ? '' : ', gone'}`;
}

test('each change shows at the look that follows it, and nothing is asked for in between', async () => {
  let clock = START;
  const pages = (origin: string) =>
    Object.fromEntries(PATHS.map((path) => [path, story(`${origin}${path}`, path)]));
  const small = await smallCrawl(pages, PATHS, () => clock);
  const { server, at, round } = small;
  const all = (): string[] => PATHS.map((path) => said(small, path));
  const asked = async (): Promise<number> => {
    const before = server.paths().length;
    await round();
    return server
      .paths()
      .slice(before)
      .filter((path) => PATHS.includes(path)).length;
  };

  expect(await asked()).toBe(4);
  expect(all()).toEqual(['new', 'new', 'new', 'new']);

  server.routes.set('/berubah', story(at('/berubah'), ' dan diralat'));
  server.routes.set('/ditarik', respond(410));
  server.routes.set('/kembali', respond(404));
  clock = START + HOUR / 2;
  expect(await asked()).toBe(0);

  clock = START + HOUR + 60_000;
  expect(await asked()).toBe(4);
  expect(all()).toEqual(['new', 'new edited', 'new gone, gone', 'new gone, gone']);

  server.routes.set('/kembali', story(at('/kembali'), '/kembali'));
  server.routes.set('/berubah', story(at('/berubah'), ' dan diralat lagi'));
  clock = START + 12 * HOUR;
  expect(await asked()).toBe(0);
  clock = START + DAY + 2 * HOUR;
  expect(await asked()).toBe(4);
  expect(all()).toEqual(['new', 'new edited edited', 'new gone, gone', 'new gone back']);

  clock = START + 9 * DAY;
  expect(await asked()).toBe(4);
  clock = START + 60 * DAY;
  expect(await asked()).toBe(0);
  expect(all()).toEqual(['new', 'new edited edited', 'new gone, gone', 'new gone back']);
});
