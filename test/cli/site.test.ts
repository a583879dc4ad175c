// 'site try', 'add' and 'record' as their user meets them, on the press row.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { checkLines, sampleLines, wrap } from '../../cli/commands/site-print.ts';
import { addressOf } from '../../cli/commands/site-visit.ts';
import { loadWalls } from '../../cli/knowledge.ts';
import { createPageReader } from '../../pipeline/read-page.ts';
import { loadGolden, readingOf, recordedEntry } from '../../cli/golden.ts';
import type { Sample } from '../../crawlers/try/report.ts';
import { CHECKS } from '../../crawlers/try/report.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { newFolder, pantau } from './run.ts';

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(() => press.close());

const homeOf = (id: string): string => press.sites.find((site) => site.id === id)?.home ?? '';

/** A folder with the entries of these newspapers, and one for data. */
function place(...ids: string[]): { sites: string; args: string[] } {
  const folder = newFolder();
  const sites = join(folder, 'sites');
  mkdirSync(sites);
  for (const site of press.sites.filter(({ id }) => ids.includes(id))) {
    writeFileSync(join(sites, `${site.id}.yaml`), JSON.stringify(site)); // JSON is YAML
  }
  return { sites, args: ['--sites', sites, '--data', join(folder, 'data')] };
}

test('try by id: each check by name, the samples, what it cost', async () => {
  const { args } = place('lawu-ekspres');
  const { exit, out } = await pantau(['site', 'try', 'lawu-ekspres', ...args]);
  expect(exit).toBe(0);
  for (const name of CHECKS) expect(out).toMatch(new RegExp(`^(ok|warning|failed) +${name} `, 'm'));
  expect(out).toMatch(/^warning +alive .*days ago\n +→ Look in a browser/m);
  expect(out).toMatch(
    /^published +by +chars +text +score +title\n2026-01-29 12:38 +json-ld +\d+ +\d+% +0\.\d+ +Jauh Sebelum/m,
  );
  expect(out).toMatch(/^Usable: \d+ ok, 1 warning, 0 failed\. \d+ requests, \d+ kB, \d+ s\.$/m);
});

test('try by address, as JSON: one line, without the bytes of pages', async () => {
  const { args } = place();
  const word = homeOf('pos-rangkiang');
  const { exit, out } = await pantau(['site', 'try', word, '--loopback', '--json', ...args]);
  expect(exit).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(1);
  const report: unknown = JSON.parse(out);
  expect(report).toMatchObject({
    usable: true,
    notRun: [],
    findings: { name: 'Pos Rangkiang', region: '13', preset: 'wordpress', browser: false },
  });
  expect(report).toHaveProperty('samples.9.characters');
  expect(out).not.toContain('<html');
});

test('not usable is exit 1, with what was not tried', async () => {
  const { args } = place();
  const { exit, out } = await pantau(['site', 'try', 'http://10.1.2.3/', ...args]);
  expect(exit).toBe(1);
  expect(out).toMatch(/^failed +address +10\.1\.2\.3 is a private address\n +→ /);
  expect(out.replaceAll('\n', ' ')).toMatch(/not tried, for what failed above: robots, home/);
  expect(out).toContain('Not usable');
  expect(existsSync(args.at(-1) ?? '')).toBe(false); // no data folder is made for a trial
});

test('an unknown id is wrong use, and the nearest one is named', async () => {
  const { args } = place('lawu-ekspres');
  const { exit, out, err } = await pantau(['site', 'try', 'lawu-ekspress', ...args]);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toMatch(/did you mean lawu-ekspres\?/);
});

test('an entry that cannot be read is named with its fault', async () => {
  const { sites, args } = place();
  writeFileSync(join(sites, 'rusak.yaml'), 'id: rusak\nhom: x\n');
  const { exit, err } = await pantau(['site', 'try', 'rusak', ...args]);
  expect(exit).toBe(1);
  expect(err).toMatch(/rusak\.yaml:2: hom: unknown key; did you mean home/);
});

test('add writes an entry that try accepts; twice it refuses, with --force it does not', async () => {
  const { sites, args } = place();
  const add = ['site', 'add', homeOf('jurnal-pala'), '--loopback', ...args];
  const first = await pantau(add);
  expect(first.exit).toBe(0);
  const [file = ''] = readdirSync(sites);
  expect(first.out).toContain(
    `Wrote ${join(sites, file)}\nLook at: name and region, region and owner, alive.`,
  );
  const text = readFileSync(join(sites, file), 'utf8');
  expect(text).toMatch(/^# - region and owner: not sure: /m);
  expect(text).toMatch(/^ {2}- \{ kind: feed, url: http:.*\/rss \}$/m);
  expect(text).toMatch(/^verified: false # /m);

  const id = file.replace('.yaml', '');
  expect((await pantau(['site', 'try', id, ...args])).exit).toBe(0);

  writeFileSync(join(sites, file), `${text}notes: mine\n`);
  const again = await pantau(add);
  expect([again.exit, again.out]).toEqual([1, '']);
  expect(again.err).toContain('is there already');
  expect(readFileSync(join(sites, file), 'utf8')).toContain('notes: mine');
  expect((await pantau([...add, '--force'])).exit).toBe(0);
  expect(readFileSync(join(sites, file), 'utf8')).toBe(text);
});

test('add refuses a host that another entry reads, and a site that is not usable', async () => {
  const { sites, args } = place('jurnal-pala');
  const known = await pantau(['site', 'add', homeOf('jurnal-pala'), '--loopback', ...args]);
  expect(known.exit).toBe(1);
  expect(known.err).toMatch(/is read already, as jurnal-pala/);
  const dead = await pantau(['site', 'add', 'http://127.0.0.1:9/', '--loopback', ...args]);
  expect(dead.exit).toBe(1);
  expect(dead.out).toMatch(/^failed +robots .*connect/m);
  expect(dead.err).toContain('No entry was written');
  expect(readdirSync(sites)).toEqual(['jurnal-pala.yaml']);
  expect((await pantau(['site', 'add', 'jurnal', ...args])).exit).toBe(2);
});

const readPage = createPageReader(loadWalls('knowledge'));

test('record keeps five pages that read the same again', async () => {
  const { sites, args } = place('warta-pesut');
  const pages = join(sites, '..', 'pages');
  const { exit, out } = await pantau(['site', 'record', 'warta-pesut', '--pages', pages, ...args]);
  expect(exit).toBe(0);
  expect(out).toContain('Wrote 5 pages');
  const golden = loadGolden(pages);
  expect(golden).toHaveLength(5);
  const truth = press.manifest().sites.find(({ site }) => site === 'warta-pesut')?.articles ?? [];
  for (const { page, hints, expected } of golden) {
    const article = truth.find(({ url }) => url === page.url);
    expect(expected.title).toBe(article?.title);
    expect(expected.paragraphs.join('\n\n')).toBe(article?.text);
    const entry = recordedEntry(pages, 'warta-pesut');
    if (entry === null) throw new Error('the entry was not recorded');
    expect(readingOf(readPage(page, hints, entry))).toEqual(expected);
    const other = { ...page, body: new TextEncoder().encode('<title>x</title>') };
    expect(readingOf(readPage(other, hints, entry))).not.toEqual(expected);
  }
});

test('the pace is shared through the archive: its host was asked a moment ago', async () => {
  const { args } = place('radar-rafflesia');
  const data = args.at(-1) ?? '';
  mkdirSync(data);
  const file = join(data, 'pantau.sqlite');
  openArchive(file).close();
  const { exit } = await pantau(['site', 'try', 'radar-rafflesia', ...args]);
  expect(exit).toBe(0);
  const archive = openArchive(file);
  const { host } = new URL(homeOf('radar-rafflesia'));
  expect(Date.now() - Date.parse(archive.lastRequest(host) ?? '')).toBeLessThan(60_000);
  archive.close();
});

test.for([
  ['https://natmed.id/x', 'https://natmed.id/x'],
  ['natmed.id', 'https://natmed.id/'],
  ['www.natmed.id/berita', 'https://www.natmed.id/berita'],
  ['natmed-id', undefined],
  ['', undefined],
  ['ftp://natmed.id', undefined],
] as const)('%s is meant as the address %s', ([word, address]) => {
  expect(addressOf(word)?.href).toBe(address);
});

test.for([80, 120])('nothing is wider than %i columns but an address', (width) => {
  const long = 'kata yang panjang '.repeat(20).trim();
  const check = { name: 'region and owner', status: 'warning', reason: long, next: long } as const;
  const sample = {
    outcome: 'article',
    published: null,
    characters: 12_345,
    share: 1,
    score: 1,
    title: long,
    url: 'https://x.id/',
  };
  const samples = [
    sample,
    { ...sample, outcome: 'status-404', url: `https://x.id/${'a'.repeat(200)}` },
  ] as Sample[]; // what is printed of one
  for (const text of [checkLines(check, width), sampleLines(samples, width)]) {
    // oxlint-disable-next-line no-control-regex -- colours take no columns
    const lines = text.replaceAll(/\u001B\[\d+m/g, '').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  }
});

test('what a site says cannot steer the terminal', () => {
  expect(wrap('a\u001B[2Jb\u202Ec\r\nd', 80)).toEqual(['a [2Jb c d']);
});
