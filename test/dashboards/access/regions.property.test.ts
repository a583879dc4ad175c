// A desk that is limited to regions learns nothing of what lies outside: two archives, one with all articles, one with
// the desk's own alone, answer it alike at every address that the application has. A new route is asked by itself.
import * as fc from 'fast-check';
import type { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Archive } from '../../../archive/open.ts';
import type { Coverage, Decision } from '../../../schemas/tag.ts';
import { by, candidate, content, extracted, later, page, site, tags } from '../../archive/make.ts';
import { type Stage, addAccount, newWebsite, signedIn } from './website.ts';

const REGIONS = ['64', '64.74', '64.72', '65.71', '32.04', '32'];
const SITES = ['natmed', 'lain', 'nasional'];

const anyArticle = fc.record({
  site: fc.constantFrom(...SITES),
  regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { maxLength: 2 }),
  decision: fc.constantFrom<Decision>('relevant', 'relevant', 'review', 'irrelevant'),
  coverage: fc.constantFrom<Coverage>('imbauan', 'dugaan', 'sanksi'),
  day: fc.constantFrom('2024-10-03', '2024-11-05', '2025-01-10', null),
  /** Articles with the same number carry the same text and tell the same story. */
  text: fc.nat(5),
  edited: fc.boolean(),
});
type Spec = ReturnType<typeof anyArticle.generate>['value'];
const anyDesk = fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1, maxLength: 3 });

/** Stands in the title, the text and the address of one article and nowhere else. */
const mark = (n: number): string => `penanda${n}akhir`;

/** Only the articles of `kept`, under the numbers they have in the whole list. Returns their ids. */
function fill(archive: Archive, specs: Spec[], kept: (spec: Spec) => boolean): Map<number, string> {
  archive.saveSites(
    SITES.map((id, n) =>
      site({
        id,
        name: `Sumber ${id}`,
        home: `https://${id}.test`,
        region: ['64.74', '32.04', null][n] ?? null,
      }),
    ),
    later(0),
  );
  // Every source is asked on the same days, whatever it has.
  const run = archive.startRun('uji', later(0));
  for (const id of SITES) archive.endRound(archive.startRound(run, id, later(1)), later(2), null);
  const ids = new Map<number, string>();
  for (const [n, spec] of specs.entries()) {
    if (!kept(spec)) continue;
    const url = `https://${spec.site}.test/${mark(n)}`;
    archive.addCandidates(spec.site, [candidate(n, { url, title: mark(n) })], later(n));
    for (const edit of spec.edited ? [0, 1] : [0]) {
      const moment = later(n * 2 + edit);
      const body = Buffer.from(`${mark(n)} ${edit}`);
      const stored = archive.savePage(
        page(n, { site: spec.site, url, finalUrl: url, fetchedAt: moment, body }),
      );
      const { id } = archive.saveArticle(
        { ...by(n, stored), url },
        contentOf(n, spec, stored, edit),
        moment,
      );
      ids.set(n, id);
    }
  }
  group(archive, specs, ids);
  return ids;
}

function contentOf(n: number, spec: Spec, stored: number, edit: number) {
  const { coverage, decision, regions, day, text } = spec;
  const quote = mark(n);
  return content(n, [stored], {
    url: `https://${spec.site}.test/${mark(n)}`,
    outlet: `${spec.site}.test`,
    localDay: day,
    textKey: `naskah-${text}`,
    extracted: extracted({
      title: `${mark(n)} netral`,
      text: `${mark(n)} ASN diimbau netral ${edit}`,
      published: day === null ? null : { at: day, precision: 'day', basis: 'meta', confidence: 1 },
    }),
    tags: tags({
      coverage,
      decision,
      relevant: decision === 'relevant',
      regions,
      primary: regions[0] ?? null,
      violations: coverage === 'dugaan' ? ['media_sosial'] : [],
      speakers: [{ name: `Narasumber ${quote}`, role: 'Ketua Bawaslu' }],
      reasons: [
        { tag: 'relevance', rule: 'uji', field: 'title', start: 0, end: quote.length, quote },
      ],
    }),
  });
}

/** By the numbers of the specs, not by grouping, which is tried elsewhere: both archives have the same groups. */
function group(archive: Archive, specs: Spec[], ids: Map<number, string>): void {
  const first = new Map<number, string>();
  for (const [n, { text, decision }] of specs.entries()) {
    const id = ids.get(n);
    if (id === undefined || decision === 'irrelevant') continue;
    const named = first.get(text) ?? id;
    first.set(text, named);
    archive.groups.saveText(id, named);
    archive.groups.saveStory(named, named);
  }
}

/** What an address may be asked with; each route takes what it knows and names or ignores the rest. */
const QUERIES = [
  '',
  'wilayah=64',
  'wilayah=32.04&penilaian=irrelevant',
  'q=netral',
  'q=penanda0akhir+OR+penanda1akhir',
  'jenis=dugaan&dari=2024-01-01&sampai=2025-12-31&bahasa=en',
  'skala=hari&nilai=bagian',
  'menurut=pemilihan&banding=64.74,32.04',
  'region=64',
  'region=32.04&decision=irrelevant',
  'query=netral',
  'limit=2',
  'by=region',
  'by=site',
  'by=violation',
  'by=week',
  ...['csv', 'jsonl', 'parquet', 'rss', 'atom'].map((format) => `format=${format}`),
];

/** Only administrators and the account itself get there, or they are files. */
const NOT_ASKED = /^\/(kelola|akun|masuk|metrics|healthz)/;

function addresses(app: Hono, ids: string[]): string[] {
  const routes = new Set(
    app.routes
      .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
      .map(({ path }) => path.replaceAll(/\{[^}]*\}/g, '')),
  );
  return [...routes].flatMap((path) => {
    if (NOT_ASKED.test(path)) return [];
    if (!path.includes(':')) return QUERIES.map((query) => `${path}?${query}`);
    return [...ids, ...REGIONS, ...SITES].map((value) => path.replaceAll(/:\w+\??/g, value));
  });
}

let asked = 0;
/** Each question by an account of its own, so that none is over the limit of questions. */
async function ask(stage: Stage, desk: string[], path: string): Promise<string> {
  const [first = '', ...rest] = desk;
  const account = `desk-${(asked += 1)}`;
  addAccount(stage, account, 'admin');
  stage.archive.desk.accounts.setRole(account, 'reviewer');
  stage.archive.desk.accounts.setRegions(account, [first, ...rest]);
  const { status, text, headers } = await signedIn(stage, account).get(path);
  const told = ['location', 'pantau-total', 'pantau-hash', 'pantau-query', 'content-disposition']
    .map((name) => `${name}: ${headers.get(name) ?? ''}`)
    .join('\n');
  return `${status}\n${told}\n${text}`.replaceAll(account, 'desk');
}

/**
 * What differs although nothing is told: the time, the field of forms, the numbers by which ECharts names its styles, and made-up names of groups, which are told by
 * their order. Of Parquet, which is packed, only what its headers say is compared.
 */
function settled(answer: string, ids: ReadonlySet<string>): string {
  const groups = new Map<string, string>();
  const text = answer.includes('.parquet"') ? answer.slice(0, answer.indexOf('PAR1')) : answer;
  return text
    .replaceAll(/\b[0-9a-f]{16}\b/g, (name) => {
      if (ids.has(name)) return name;
      groups.set(name, groups.get(name) ?? `kelompok ${groups.size}`);
      return groups.get(name) ?? name;
    })
    .replaceAll(/name="_kunci" value="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-[\w-]+/g, 'zr')
    .replaceAll(/<lastBuildDate>[^<]*/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g, (time) =>
      time.startsWith('2024-11-01') ? time : 'now',
    );
}

const sees =
  (desk: string[]) =>
  ({ regions }: Spec): boolean =>
    regions.some((code) => desk.includes(code) || desk.includes(code.slice(0, 2)));

/** Each address at which something of the articles outside `desk` is told to an account limited to `limit`. */
async function leaks(specs: Spec[], desk: string[], limit = desk): Promise<string[]> {
  const [whole, own] = [newWebsite(), newWebsite()];
  for (const stage of [whole, own]) addAccount(stage, 'kepala', 'admin');
  const ids = fill(whole.archive, specs, () => true);
  fill(own.archive, specs, sees(desk));
  const hidden = specs.flatMap((spec, n) => (sees(desk)(spec) ? [] : [n]));
  const known = new Set(ids.values());
  const found: string[] = [];
  for (const path of addresses(whole.app, [...ids.values()])) {
    const [told, alone] = [await ask(whole, limit, path), await ask(own, limit, path)];
    for (const n of hidden) {
      for (const trace of [mark(n), ids.get(n) ?? ''])
        if (told.includes(trace) && !path.includes(trace)) found.push(`${path} tells ${trace}`);
    }
    const [one, other] = [settled(told, known), settled(alone, known)];
    if (one !== other) found.push(`${path} differs: ${difference(one, other)}`);
  }
  for (const { archive } of [whole, own]) archive.close();
  return found;
}

/** Where two answers part, with what stands there in each. */
function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${one.slice(at - 60, at + 90)} ⇔ ${other.slice(at - 60, at + 90)}`;
}

test('a desk learns nothing of articles outside its regions, at any address', async () => {
  const articles = fc.array(anyArticle, { minLength: 4, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(articles, anyDesk, async (specs, desk) => {
      expect(await leaks(specs, desk)).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 240_000);

test('it would be noticed', async () => {
  const spec: Spec = {
    site: 'natmed',
    regions: ['64.74'],
    decision: 'relevant',
    coverage: 'dugaan',
    day: '2024-11-05',
    text: 1,
    edited: false,
  };
  const specs = [spec, { ...spec, regions: ['32.04'], text: 2 }, spec];
  const found = await leaks(specs, ['64'], ['64', '32']);
  const routes = new Set(found.map((leak) => leak.split(/[? ]/, 1)[0]));
  expect([...routes]).toEqual(
    expect.arrayContaining(['/', '/artikel', '/api/v1/articles', '/api/v1/export']),
  );
}, 120_000);
