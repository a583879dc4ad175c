// Packs of evidence from the pages: the bytes that the verb gives, for whom may see the articles, noted, and refused in words.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { KEY_FILE, openKey } from '../../../cli/proving/key.ts';
import { openEvidenceDesk } from '../../../cli/proving/desk.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { captureSome } from '../../../oversight/evidence/capture.ts';
import { readContents, type Contents } from '../../../oversight/evidence/contents.ts';
import { verifyPack } from '../../../oversight/evidence/verify.ts';
import { openZip } from '../../../oversight/evidence/zip.ts';
import { Config } from '../../../schemas/config.ts';
import { OWNER } from '../../../schemas/viewer.ts';
import { AT, by, candidate, content, page, site, tags } from '../../archive/make.ts';
import { newFolder, pantau } from '../../cli/run.ts';
import { addAccount, addToken, newWebsite, signedIn } from '../access/website.ts';

const LONG = 60_000;
/** No Chromium: the report is in it as HTML alone, whose bytes are the same each time. */
const SETTINGS = { chromium: '/nowhere' };

/** Two articles of Bontang with the same text, one of Surabaya with it too; of `kept` of them there is evidence. */
async function newStage(kept = 3) {
  const data = newFolder();
  const path = join(data, 'pantau.sqlite');
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  const ids = [1, 2, 3].map((n) => {
    archive.addCandidates('natmed', [candidate(n)], AT);
    const region = n === 3 ? '35.78' : '64.74';
    const read = { tags: tags({ regions: [region], primary: region }), textKey: 'sama' };
    return archive.saveArticle(by(n, archive.savePage(page(n))), content(n, [n], read), AT).id;
  });
  const key = openKey({ data, archive });
  const deps = { archive, key, now: () => Date.parse(AT), wanted: 'seen', views: 'off' } as const;
  if (kept > 0) await captureSome(deps, kept);
  const stage = newWebsite(SETTINGS, archive, data);
  addAccount(stage, 'admin', 'admin');
  addAccount(stage, 'siti', 'reviewer', ['64']);
  addAccount(stage, 'rini', 'reader', ['35.78']);
  return { ...stage, data, path, ids };
}

type Stage = Awaited<ReturnType<typeof newStage>>;

async function download({ app, data, access }: Stage, account: string, path: string) {
  const made = access.addToken(
    { account, label: 'uji', scopes: ['export'], days: 1 },
    { who: null, from: 'test' },
  );
  if (!made.ok) throw new Error(made.error);
  const headers = { host: '127.0.0.1:8030', authorization: `Bearer ${made.value.token}` };
  const answer = await app.request(`http://127.0.0.1:8030${path}`, { headers });
  const file = join(data, `unduh-${account}.wacz`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return { status: answer.status, headers: answer.headers, file };
}

async function contentsOf(file: string): Promise<Contents> {
  const zip = await openZip(file);
  if (!zip.ok) throw new Error(zip.error);
  const { contents } = await readContents(zip.value);
  await zip.value.close();
  return contents;
}

const hashes = (contents: Contents): string[] =>
  [...contents]
    // These name the moment at which they were made.
    .filter(([path]) => !/laporan\.html|datapackage/.test(path))
    .map(([path, { sha256 }]) => `${path} ${sha256}`);

test('from the page of an article: the files of the verb, noted', { timeout: LONG }, async () => {
  const stage = await newStage();
  const [, id = ''] = stage.ids;
  const admin = signedIn(stage, 'admin');
  const { text } = await admin.get(`/artikel/${id}`);
  expect(text).toContain(`href="/artikel/${id}/bukti.wacz"`);
  const got = await download(stage, 'admin', `/artikel/${id}/bukti.wacz`);
  expect(got.status).toBe(200);
  expect(got.headers.get('content-disposition')).toBe(`attachment; filename="bukti-${id}.wacz"`);
  expect((await verifyPack(got.file)).faults).toEqual([]);
  const out = join(stage.data, 'kata.wacz');
  await pantau(['evidence', 'export', id, '--out', out, '--data', stage.data], {
    env: { PANTAU_CHROMIUM: '/nowhere' },
  });
  const [web, verb] = [await contentsOf(got.file), await contentsOf(out)];
  expect(hashes(web).length).toBeGreaterThan(4);
  expect(hashes(web)).toEqual(hashes(verb));
  const [noted] = stage.archive.desk.audit.entries({ action: 'export' }, 1);
  expect(noted).toMatchObject({ who: 'admin', what: `GET /artikel/${id}/bukti.wacz` });
});

test('at one moment the same bytes', { timeout: LONG }, async () => {
  const { archive, data, ids } = await newStage();
  const workplace = { data, archive, log: () => {}, config: { ...Config.parse({}), ...SETTINGS } };
  const desk = openEvidenceDesk(workplace, loadKnowledge(KNOWLEDGE_DIR), () => AT);
  const bytes = async () => {
    const pack = await desk.pack(OWNER, ids, null);
    return pack.ok ? new Response(pack.value).bytes() : pack.error;
  };
  expect(await bytes()).toEqual(await bytes());
});

test('of a case and of a view, as far as the viewer sees', { timeout: LONG }, async () => {
  const stage = await newStage();
  const [first = '', second = '', other = ''] = stage.ids;
  const siti = signedIn(stage, 'siti');
  await siti.submit(`/artikel/${first}`, '/perkara', { artikel: first, judul: 'Camat' });
  await siti.submit(`/artikel/${second}`, '/perkara/artikel', { artikel: second, perkara: '1' });
  expect((await siti.get('/perkara/1')).text).toContain('href="/perkara/1/bukti.wacz"');
  const ofCase = await download(stage, 'siti', '/perkara/1/bukti.wacz');
  const pages = (await contentsOf(ofCase.file)).get('evidence/laporan.html');
  expect([ofCase.status, (pages?.bytes ?? 0) > 0]).toEqual([200, true]);
  const inCase = readFileSync(ofCase.file, 'latin1');
  // A copy in another region is named to whom may see it alone.
  expect([inCase.includes(first), inCase.includes('artikel-3')]).toEqual([true, false]);
  const whole = await download(stage, 'admin', `/artikel/${first}/bukti.wacz`);
  expect(readFileSync(whole.file, 'latin1')).toContain('artikel-3');

  const list = (await siti.get('/artikel?wilayah=64.74')).text;
  expect(list).toContain('href="/artikel/bukti.wacz?wilayah=64.74"');
  const ofView = await download(stage, 'siti', '/artikel/bukti.wacz');
  const bytes = readFileSync(ofView.file, 'latin1');
  expect([bytes.includes(second), bytes.includes(other)]).toEqual([true, false]);
});

test.for<[string, string, string, number]>([
  ['a reader of another region', 'rini', '/artikel/FIRST/bukti.wacz', 404],
  ['their case', 'rini', '/perkara/1/bukti.wacz', 404],
  ['an article that is not there', 'admin', '/artikel/0123456789abcdef/bukti.wacz', 404],
  ['no case', 'admin', '/perkara/7/bukti.wacz', 404],
  ['a view of nothing', 'admin', '/artikel/bukti.wacz?q=zebra', 404],
])('refused: %s', { timeout: LONG }, async ([, account, path, status]) => {
  const stage = await newStage();
  const [first = ''] = stage.ids;
  const siti = signedIn(stage, 'siti');
  await siti.submit(`/artikel/${first}`, '/perkara', { artikel: first, judul: 'Camat' });
  const answer = await signedIn(stage, account).get(path.replace('FIRST', first));
  expect(answer.status).toBe(status);
  expect(stage.archive.desk.audit.entries({ action: 'export' }, 1)).toEqual([]);
});

test('refused: without an account, and by a token that only reads', { timeout: LONG }, async () => {
  const stage = await newStage();
  const [first = ''] = stage.ids;
  const path = `/artikel/${first}/bukti.wacz`;
  const open = newWebsite({ ...SETTINGS, publicRead: true }, stage.archive, stage.data);
  const ask = async (at: string, headers: Record<string, string> = {}) => {
    const answer = await open.app.request(`http://127.0.0.1:8030${at}`, {
      headers: { host: '127.0.0.1:8030', ...headers },
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await ask(path)).status).toBe(401);
  const bearer = { authorization: `Bearer ${addToken(stage, 'admin', ['read'])}` };
  expect((await ask(path, bearer)).status).toBe(403);
  const read = await ask(`/artikel/${first}`);
  expect([read.status, read.text.includes('bukti.wacz')]).toEqual([200, false]);
});

test('said in words: nothing kept, the key is gone', { timeout: LONG }, async () => {
  const bare = await newStage(0);
  const [id = ''] = bare.ids;
  const none = await signedIn(bare, 'admin').get(`/artikel/${id}/bukti.wacz`);
  expect([none.status, none.text.includes('Belum ada bukti')]).toEqual([404, true]);
  expect((await signedIn(bare, 'admin').get(`/artikel/${id}`)).text).toContain('Belum ada bukti');

  const stage = await newStage();
  const [kept = ''] = stage.ids;
  writeFileSync(join(stage.data, KEY_FILE), 'bukan kunci');
  const lost = await signedIn(stage, 'admin').get(`/artikel/${kept}/bukti.wacz`);
  expect([lost.status, lost.text.includes('Kunci yang menandatangani')]).toEqual([409, true]);
  expect(lost.text).not.toContain(stage.data);
});

test(
  'while another process writes for long: 503, and nothing is given away unnoted',
  {
    timeout: LONG,
  },
  async () => {
    const stage = await newStage();
    const [id = ''] = stage.ids;
    const path = `/artikel/${id}/bukti.wacz`;
    const admin = signedIn(stage, 'admin');
    const other = new DatabaseSync(stage.path);
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const started = performance.now();
    const busy = await admin.get(path);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '10']);
    // An archive waits ten seconds for a writer; whoever reads with it must not.
    expect(performance.now() - started).toBeLessThan(9_000);
    const exported = await admin.get('/api/v1/export?format=csv');
    expect([exported.status, exported.headers.get('retry-after')]).toEqual([503, '10']);
    other.exec('ROLLBACK');
    expect((await admin.get(path)).status).toBe(200);
  },
);
