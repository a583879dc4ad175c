// Every golden page reads as a person has confirmed: with today's reader and the entry that the source has today.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGolden, readingOf, recordedEntry } from '../../cli/golden.ts';
import { loadWalls } from '../../cli/knowledge.ts';
import { loadSites } from '../../crawlers/sites.ts';
import { createPageReader } from '../../pipeline/read-page.ts';

const readPage = createPageReader(loadWalls('knowledge'));
const PAGES = import.meta.dirname;
const listed = new Map(
  loadSites(join(PAGES, '../../crawlers/sites')).sites.map((site) => [site.id, site]),
);
const golden = loadGolden(PAGES);

test('there are golden pages', () => {
  expect(new Set(golden.map(({ site }) => site)).size).toBeGreaterThanOrEqual(2);
});

test.for(golden)('$name', ({ page, hints, expected, site }) => {
  const entry = listed.get(site) ?? recordedEntry(PAGES, site);
  if (entry === null) throw new Error(`${site}: neither in the source list nor recorded`);
  expect(readingOf(readPage(page, hints, entry))).toEqual(expected);
});
