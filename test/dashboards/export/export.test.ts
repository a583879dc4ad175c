// Exports of a real archive, read back by other readers: the same articles in each format, and each says what it is.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import type { Archive } from '../../../archive/open.ts';
import { apiArchive } from '../../../cli/exports.ts';
import { asText } from '../../../dashboards/export/csv.ts';
import { type Export, prepareExport, queryOf } from '../../../dashboards/export/export.ts';
import { FORMATS, type Format, write } from '../../../dashboards/export/formats.ts';
import type { ArticleFilter } from '../../../schemas/filter.ts';
import { AT, by, candidate, content, extracted, page, site, tags } from '../../archive/make.ts';

let archive: Archive;
beforeEach(() => {
  archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
});
afterEach(() => {
  archive.close();
});

function keep(n: number, more: Parameters<typeof content>[2] = {}, code = 'code-1'): string {
  archive.addCandidates('natmed', [candidate(n)], AT);
  const stored = archive.savePage(page(n));
  return archive.saveArticle(by(n, stored, code), content(n, [stored], more), AT).id;
}

const prepare = (filter: ArticleFilter = { decision: 'seen' }): Export =>
  prepareExport(filter, { archive: apiArchive(archive), now: () => AT, version: '0.1.0' });

const OPTIONS = {
  stated: true,
  self: 'http://127.0.0.1/feed',
  home: 'http://127.0.0.1/artikel',
  regionName: (code: string) => (code === '64.74' ? 'Kota Bontang' : code),
};

const bytes = (prepared: Export, format: Format, stated = true): Buffer =>
  Buffer.concat([...write(prepared, format, { ...OPTIONS, stated })]);

type Row = Record<string, string>;
const csvRows = (file: Buffer): Row[] => parse(file, { columns: true, bom: true, delimiter: ';' });

/** As pandas or DuckDB would. */
const parquetRows = async (file: Buffer): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: new Uint8Array(file).buffer });

const asHtml = (text = ''): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const HOSTILE = [
  '<script>alert(1)</script>',
  ']]><x>&amp;"\'',
  '=HYPERLINK("http://x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '  =1+1',
  '＝1',
  'a;b"c\r\nd',
  '\0\u0008\uFFFE',
  '\uD800 half',
  '12e4567890123456',
  '10.23',
  '1/2',
  '',
];

describe('each format', () => {
  test('has the same articles, and the statement', async () => {
    const ids = HOSTILE.map((title, n) => keep(n, { extracted: extracted({ title }) })).reverse();
    const { statement } = prepare();
    expect(statement).toMatchObject({ query: 'decision=seen', total: ids.length, time: AT });

    const csv = csvRows(bytes(prepare(), 'csv'));
    const last = csv.pop();
    expect(Object.values(last ?? {}).slice(0, 5)).toEqual([
      '# Pantau 0.1.0',
      'query: decision=seen',
      `total: ${ids.length}`,
      `time: ${AT}`,
      `sha256: ${statement.hash}`,
    ]);
    expect(csv.map((row) => (row['id'] ?? '').replace(/^'/, ''))).toEqual(ids);

    const lines = bytes(prepare(), 'jsonl')
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.pop()).toEqual({ export: statement });
    expect(lines.map(({ id }) => id)).toEqual(ids);
    expect(lines.map(({ title }) => title).reverse()).toEqual(HOSTILE);

    const parquet = bytes(prepare(), 'parquet');
    const rows = await parquetRows(parquet);
    expect(rows.map((row) => row['id'])).toEqual(ids);
    const { key_value_metadata: metadata } = parquetMetadata(new Uint8Array(parquet).buffer);
    expect(metadata).toContainEqual({ key: 'pantau.hash', value: statement.hash });
    expect(metadata).toContainEqual({ key: 'pantau.total', value: String(ids.length) });

    for (const format of ['rss', 'atom'] as const) {
      const text = bytes(prepare(), format).toString();
      const { feed } = parseFeed(text);
      const items = ('items' in feed ? feed.items : 'entries' in feed ? feed.entries : []) ?? [];
      expect(items).toHaveLength(ids.length);
      for (const said of [statement.hash, `total: ${ids.length}`, AT, 'query: decision=seen'])
        expect(text).toContain(said);
      for (const letter of ['\0', '\u0008', '\uFFFE']) expect(text).not.toContain(letter);
      // RSS is read as HTML, Atom as text: in both a reader shows the letters of the title.
      const titles = items.map(({ title }) => (typeof title === 'string' ? title : title?.value));
      expect(titles).toContain(format === 'rss' ? asHtml(HOSTILE[0]) : HOSTILE[0]);
      expect(titles).toContain(format === 'rss' ? asHtml(HOSTILE[1]) : HOSTILE[1]);
      expect(titles.every((title) => title !== undefined && title !== '')).toBe(true);
    }
  });

  test('values arrive as they are', async () => {
    keep(1, {
      tags: tags({
        regions: ['64.74', '64.02'],
        violations: ['media_sosial'],
        relevance: 0.9125,
        speakers: [{ name: 'Ria', role: 'Ketua Bawaslu' }],
      }),
    });
    const [row] = csvRows(bytes(prepare(), 'csv'));
    expect(row).toMatchObject({
      day: '2024-11-01',
      relevance: '0,912',
      primary: '64.74 Kota Bontang',
      regions: '64.74 Kota Bontang | 64.02 64.02',
      advertorial: '0',
      violations: 'media_sosial',
      speakers: 'Ria (Ketua Bawaslu)',
      institutions: 'bawaslu',
    });
    const [record] = await parquetRows(bytes(prepare(), 'parquet'));
    expect(record).toMatchObject({
      day: '2024-11-01',
      relevance: 0.9125,
      regions: ['64.74', '64.02'],
      stage: 'kampanye',
      advertorial: false,
      gone_at: null,
      version: 1,
    });
  });

  test.for(FORMATS)('%s of nothing is whole', async (format) => {
    const file = bytes(prepare({ region: '11' }), format);
    if (format === 'csv') expect(csvRows(file)).toHaveLength(1);
    if (format === 'parquet') expect(await parquetRows(file)).toEqual([]);
    if (format === 'rss' || format === 'atom')
      expect(() => parseFeed(file.toString())).not.toThrow();
    expect(file.length).toBeGreaterThan(0);
  });

  test('without the statement only articles are in the file', () => {
    keep(1);
    expect(csvRows(bytes(prepare(), 'csv', false))).toHaveLength(1);
    expect(bytes(prepare(), 'jsonl', false).toString().trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the statement', () => {
  test('its hash is what anyone computes from the rows', () => {
    for (let n = 0; n < 5; n += 1) keep(n);
    const rows = csvRows(bytes(prepare(), 'csv', false));
    const hash = createHash('sha256');
    for (const { id, version, hash: of } of rows)
      hash.update(`${id?.replace(/^'/, '')} ${version} ${of}\n`);
    expect(hash.digest('hex')).toBe(prepare().statement.hash);
  });

  test('changes with another version, not with another time', () => {
    keep(1);
    const before = prepare().statement.hash;
    expect(prepare().statement.hash).toBe(before);
    keep(1, { tags: tags({ coverage: 'sanksi' }) }, 'code-2');
    expect(prepare().statement.hash).not.toBe(before);
  });

  test('what changes while the file is written does not change the file', () => {
    for (let n = 0; n < 3; n += 1) keep(n);
    const prepared = prepare();
    keep(1, { extracted: extracted({ title: 'Judul baru' }) }, 'code-2');
    keep(9);
    const lines = bytes(prepared, 'jsonl', false)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines.map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(lines.map(({ title }) => title)).not.toContain('Judul baru');
  });

  test('equal filters have one text', () => {
    const one = queryOf({
      to: '2024-12-01',
      region: ['64', '65'],
      from: '2024-11-01',
      site: undefined,
    });
    const other = queryOf({ from: '2024-11-01', region: ['64', '65'], to: '2024-12-01' });
    expect(one).toBe(other);
    expect(one).toBe('from=2024-11-01&region=64&region=65&to=2024-12-01');
  });
});

test('the file begins as Excel with Indonesian settings needs it', () => {
  const file = bytes(prepare(), 'csv');
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.toString().slice(1, 20)).toBe('id;version;day;titl');
});

test('no text is taken for a formula, a number or a date, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (text) => {
      const cell = asText(text);
      expect(cell.endsWith(text)).toBe(true);
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      expect(cell.trim() !== '' && Number.isFinite(Number(cell))).toBe(false);
    }),
  );
});

test('pieces are made when they are taken: the first without reading all articles', () => {
  for (let n = 0; n < 60; n += 1)
    keep(n, { extracted: extracted({ text: 'Isi panjang. '.repeat(2000) }) });
  const real = apiArchive(archive);
  let read = 0;
  const counting = {
    ...real,
    articleVersion: (id: string, version: number) => {
      read += 1;
      return real.articleVersion(id, version);
    },
  };
  const prepared = prepareExport({}, { archive: counting, now: () => AT, version: '0.1.0' });
  const pieces = write(prepared, 'jsonl', OPTIONS);
  pieces.next();
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(10);
});
