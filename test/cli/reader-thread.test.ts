// The thread that reads pages: as in the process itself, in order, and a page over which it dies or hangs costs only itself.
import { expect, test, vi } from 'vitest';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { ReaderBroken } from '../../cli/read-as.ts';
import { openReaderThread } from '../../cli/reader-thread.ts';
import { createProcessor, type Sources } from '../../pipeline/process.ts';
import { page } from '../archive/make.ts';
import { siteAt } from '../crawlers/rig.ts';
import { story } from './small-crawl.ts';

const sources = (path: string, html = ''): Sources => ({
  first: {
    ...page(1),
    url: `https://warta.id${path}`,
    finalUrl: `https://warta.id${path}`,
    body: Buffer.from(html),
  },
  parts: [],
  hints: { title: null, published: null, foundBy: 'feed' },
  site: siteAt('https://warta.id'),
  partsAsked: false,
});

const faulty = new URL('reader-worker-faulty.ts', import.meta.url);

test('a page reads on the thread as it does in the process', async () => {
  const { read, rest } = openReaderThread();
  const here = createProcessor(loadKnowledge(KNOWLEDGE_DIR));
  const bytes = Buffer.from(`${story(null)}${story(null, ' lanjutan')}`);
  const cut = story(null).length;
  const [one, two] = [bytes.subarray(0, cut), bytes.subarray(cut)];
  const split = sources('/terbagi');
  const pages = [
    {
      ...split,
      first: { ...split.first, body: one },
      parts: [{ ...split.first, url: 'https://warta.id/terbagi/2', body: two }],
      partsAsked: true,
    },
    sources('/satu', story(null)),
    sources('/dua', story('https://warta.id/satu')),
    sources('/kosong', '<html><body></body></html>'),
  ];
  const there = await Promise.all(pages.map((each) => read(each)));
  expect(there).toEqual(pages.map(here));
  expect(there.map(({ kind }) => kind)).toEqual(['article', 'article', 'alias', 'skipped']);
  rest();
  expect(await read(sources('/satu', story(null)))).toEqual(there[1]);
});

test('a page over which the thread dies, hangs or throws is the only one that fails', async () => {
  const { read } = openReaderThread({ script: faulty, longestMs: 2000 });
  const paths = ['/a', '/die', '/b', '/hang', '/c', '/refuse', '/d', '/die'];
  const ends = await Promise.allSettled(paths.map((path) => read(sources(path))));
  expect(
    ends.map((end) => (end.status === 'fulfilled' ? 'read' : String(end.reason.message))),
  ).toEqual([
    'read',
    'out of order',
    'read',
    'not read within 2 s',
    'read',
    'this page cannot be read',
    'read',
    'out of order',
  ]);
  await expect(read(sources('/e'))).resolves.toMatchObject({ kind: 'alias' });
});

test.for([
  [60_000, 'the same thread goes on'],
  [1, 'its memory was given back, and a new one reads on'],
] as const)('after less or more than %i ms without a page %s', async ([idleMs]) => {
  const { read, rest } = openReaderThread({ script: faulty, idleMs });
  const first = await read(sources('/thread'));
  if (idleMs > 1) expect(await read(sources('/thread'))).toEqual(first);
  else
    await vi.waitFor(async () => expect(await read(sources('/thread'))).not.toEqual(first), {
      timeout: 30_000,
      interval: 100,
    });
  rest();
});

test('where the thread cannot begin no page is to blame', async () => {
  const { read } = openReaderThread({ script: new URL('no-such-thread.ts', import.meta.url) });
  const ends = await Promise.allSettled([read(sources('/a')), read(sources('/b'))]);
  for (const end of ends)
    expect(end.status === 'rejected' && end.reason).toBeInstanceOf(ReaderBroken);
});
