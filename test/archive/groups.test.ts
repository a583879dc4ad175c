// Groups in the archive: what grouping keeps there is what it keeps in memory, across restarts and rebuilt from nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import { followChanges, GROUPS_CONSUMER } from '../../pipeline/group/follow.ts';
import { groupArticles } from '../../pipeline/group/group-articles.ts';
import type { GroupStore } from '../../pipeline/group/ports.ts';
import { AT, by, candidate, content, extracted, later, page, site, tags } from './make.ts';

let folder: string;
let archive: Archive;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groups-'));
  archive = openArchive(join(folder, 'archive.db'));
  archive.saveSites([site()], AT);
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const SENTENCES = [
  'Ketua Bawaslu Rosnawati menerima lima belas aduan gelap mengenai lurah Tanjung Laut.',
  'Camat Hamdani Syahputra membantah menyimpan stiker bakal calon di gudang kantornya.',
  'Ratusan guru honorer menandatangani pakta di lapangan Bessai Berinta pagi itu.',
  'Kepala dinas Suryani Wulandari menyerahkan salinan rekaman berdurasi panjang kepada penyidik.',
  'Sopir ambulans Darmawan mengaku diperintah mengantar spanduk menuju pelabuhan Loktuan.',
];
const texts = [
  [0, 1, 2],
  [0, 1],
  [2, 3, 4],
  [3, 4],
  [4, 2, 0],
].map((parts) => parts.map((part) => SENTENCES[part]).join('\n\n'));

/** Article n with one of the texts; saved again it is an edit. */
function save(n: number, text: number, minutes = 0): void {
  archive.addCandidates('natmed', [candidate(n)], AT);
  const at = later(minutes);
  const body = Buffer.from(`${n} ${text} ${minutes}`);
  const id = archive.savePage(page(n, { fetchedAt: at, body }));
  const said = extracted({ title: `Kabar ${text}`, text: texts[text] ?? '' });
  archive.saveArticle(by(n, id), content(n, [id], { extracted: said, tags: tags() }), at);
}

function followAll(limit = 3): void {
  const follower = followChanges(archive, archive.groups);
  while (follower.follow(limit) > 0);
}

const ids = (): string[] => [
  ...new Set(archive.changesAfter(0, 1_000).map(({ article }) => article)),
];

/** 'article text story', one for each article. */
const state = (): string[] =>
  ids()
    .map((id) => {
      const text = archive.groups.textOf(id);
      return `${id} ${text} ${text === null ? null : archive.groups.storyOf(text)}`;
    })
    .sort();

/** The same, grouped in memory from the articles as they are. */
const inMemory = (): string[] =>
  groupArticles(ids().flatMap((id) => archive.groups.article(id) ?? []))
    .texts.flatMap(({ id, story, articles }) => articles.map((each) => `${each} ${id} ${story}`))
    .sort();

test('meets the port of grouping', () => {
  const store: GroupStore = archive.groups;
  expect(store.article('unknown')).toBeNull();
});

test('articles saved and edited, followed in steps: what memory says', () => {
  const step = fc.record({ n: fc.nat(6), text: fc.nat(texts.length - 1), follow: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      for (const [at, { n, text, follow }] of steps.entries()) {
        save(n, text, at + 1);
        if (follow) followAll();
      }
      followAll();
      expect(state()).toEqual(inMemory());
    }),
    { numRuns: 12 },
  );
});

test('a restart goes on where it was, and a rebuild gives the same', () => {
  for (const [n, text] of [0, 1, 2, 0, 3].entries()) save(n, text);
  followChanges(archive, archive.groups).follow(2);
  const cursor = archive.cursor(GROUPS_CONSUMER);
  archive.close();
  archive = openArchive(join(folder, 'archive.db'));
  expect(archive.cursor(GROUPS_CONSUMER)).toBe(cursor);
  followAll();
  const kept = state();
  expect(new Set(kept.map((line) => line.split(' ')[1])).size).toBe(2);
  archive.saveCursor(GROUPS_CONSUMER, 0);
  followAll();
  expect(state()).toEqual(kept);
  expect(kept).toEqual(inMemory());
});

test('groups of other rules are cleared and their cursor forgotten', () => {
  save(1, 0);
  archive.saveCursor('groups/0', 1);
  followAll();
  expect(archive.cursor('groups/0')).toBe(0);
  expect(followChanges(archive, archive.groups).follow(10)).toBe(0);
});

test('a step that fails leaves neither groups nor cursor behind', () => {
  save(1, 0);
  save(2, 1);
  const failing = {
    ...archive.groups,
    saveStory: () => {
      throw new Error('disk');
    },
  };
  expect(() => followChanges(archive, failing).follow(10)).toThrow('disk');
  expect(archive.cursor(GROUPS_CONSUMER)).toBe(0);
  expect(state().map((line) => line.split(' ')[1])).toEqual(['null', 'null']);
  followAll();
  expect(state()).toEqual(inMemory());
});

test('a key of too many articles does not count; those with most keys come first', () => {
  for (const n of [1, 2, 3]) save(n, 0);
  const sketch = Uint16Array.of(0, 5);
  for (const [at, id] of ids().entries())
    archive.groups.saveTextKeys(id, { keys: [7, 8, 100 + at], sketch });
  const sharing = (keys: number[], least: number, most: number, limit = 10): string[] =>
    archive.groups.sharingTextKeys(keys, null, { least, most, limit }).map(({ id }) => id);
  const [one = '', two = ''] = ids();
  expect(sharing([7, 8], 2, 3)).toEqual(ids().sort());
  expect(sharing([7, 8, 101], 2, 3, 1)).toEqual([two]);
  expect(sharing([7, 8], 2, 2)).toEqual([]);
  archive.groups.saveTextKeys(one, null);
  expect(sharing([7, 8], 2, 2)).toHaveLength(2);
});
