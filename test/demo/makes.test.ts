// What sets single newspapers of the row apart: wrong charsets, aliases, an empty shell that a script fills.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MISTAKES, mistakeOf } from '../../demo/papers/pos-rangkiang/charset.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { decode, get, siteOf, standsIn, visibleText } from './reader.ts';

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(() => press.close());

const rangkiang = () => siteOf(press.manifest(), 'pos-rangkiang');

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Undoes text that was read as windows-1252 and saved as UTF-8. */
const onceMore = (text: string): string => {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return decode(Uint8Array.from(Array.from(text, (sign) => bytes.get(sign) ?? 63)), 'utf-8');
};

test('charsets are wrong as promised, and the words are all there', async () => {
  const met = new Set<string>();
  for (const article of rangkiang().articles) {
    let response = await get(article.url);
    if (response.status === 500) response = await get(article.url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const header = response.headers.get('content-type') ?? '';
    const raw = decode(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252');
    const typographic = /[“”—–]/.test(article.text);
    let mistake = 'none';
    let text = raw;
    if (raw.includes('â€')) {
      mistake = 'twice-encoded';
      text = onceMore(raw);
      expect(header).toMatch(/utf-8/i);
    } else if (isUtf8(bytes)) {
      mistake = 'utf8-as-latin1';
      if (typographic) expect(header).toMatch(/iso-8859-1/i);
    } else {
      mistake = /utf-8/i.test(header) ? 'cp1252-as-utf8' : 'cp1252-as-latin1';
      if (mistake === 'cp1252-as-latin1') expect(raw).toContain('charset=iso-8859-1');
    }
    met.add(mistake);
    expect([article.url, standsIn(visibleText(text), article.text.split('\n\n'))]).toEqual([
      article.url,
      true,
    ]);
  }
  expect([...met].sort()).toEqual([...MISTAKES].sort());
});

test('the mistakes take turns', () => {
  expect(['p0004', 'p0005', 'p0006', 'p0007'].map((id) => mistakeOf({ id }))).toEqual([
    ...MISTAKES,
  ]);
});

test('aliases lead to their article: by redirect, or by the address that the copy names', async () => {
  const { addresses, articles } = rangkiang();
  const known = new Set(articles.map(({ url }) => url));
  const aliases = addresses.filter(
    ({ ending }) => ending.kind === 'skipped' && ending.reason === 'alias',
  );
  const ways = { redirect: 0, canonical: 0 };
  for (const { url, foundBy } of aliases) {
    expect(foundBy).toEqual(['feed']);
    const response = await get(url);
    const body = await response.text();
    const named =
      response.status === 301
        ? new URL(response.headers.get('location') ?? '', url).href
        : /<link rel="canonical" href="([^"]+)"/.exec(body)?.[1];
    ways[response.status === 301 ? 'redirect' : 'canonical']++;
    expect(known.has(named ?? '')).toBe(true);
  }
  expect(Math.min(ways.redirect, ways.canonical)).toBeGreaterThan(2);
  const byCanonical = addresses.filter(({ foundBy }) => foundBy.includes('canonical'));
  expect(byCanonical.length).toBeGreaterThan(5);
});

test('a gallery has no text, a section page has no article', async () => {
  const { addresses } = rangkiang();
  const by = (reason: string): string =>
    addresses.find(({ ending }) => 'reason' in ending && ending.reason === reason)?.url ?? '';
  const gallery = await (await get(by('no-text'))).text();
  expect(gallery).toContain('<figure>');
  expect(gallery).not.toMatch(/<p[ >]/);
  const section = await (await get(by('not-article'))).text();
  expect((section.match(/td_module_6/g) ?? []).length).toBeGreaterThan(10);
});

test('the single-page application serves one empty shell, and its articles as JSON', async () => {
  const { articles } = siteOf(press.manifest(), 'sasando-kini');
  const shells = new Set<string>();
  for (const article of articles) {
    let response = await get(article.url);
    if (response.status === 500) response = await get(article.url);
    shells.add(await response.text());
    const id = /\/baca\/(\d+)\//.exec(article.url)?.[1];
    const json = await get(new URL(`/api/v1/articles/${id}`, article.url).href);
    // The interface that the paper's own script reads.
    const data = (await json.json()) as {
      title: string;
      blocks: { text: string }[];
      publishedAt: string;
    };
    expect(data.title).toBe(article.title);
    expect(data.blocks.map(({ text }) => text).join('\n\n')).toBe(article.text);
    expect(data.publishedAt).toBe(article.published);
  }
  expect(shells.size).toBe(1);
  expect(visibleText([...shells][0] ?? '').trim()).toBe('Sasando Kini Memuat…');
});

test('without a Chromium its addresses are not read, all but the forbidden one', () => {
  const { counts, articles } = siteOf(press.manifest({ browser: false }), 'sasando-kini');
  expect(articles).toEqual([]);
  expect(counts.skipped).toEqual({ 'no-browser': counts.found - 1, robots: 1 });
  expect(counts.fetched).toBe(0);
});
