// Tinjauan behind the real door: who may review what, a link from an alert changes nothing, a form is a correction.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { alertKey } from '../../../cli/watching/key.ts';
import { createLinks } from '../../../oversight/alerts/links.ts';
import type { Tags } from '../../../schemas/tag.ts';
import { AT, by, candidate, content, page, site, tags } from '../../archive/make.ts';
import { alert } from '../../oversight/make.ts';
import { openArchive } from '../../../archive/open.ts';
import { addAccount, newWebsite, signedIn } from '../access/website.ts';

function newStage() {
  const data = mkdtempSync(join(tmpdir(), 'pantau-tinjau-'));
  const archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  const keep = (n: number, own: Partial<Tags>): string => {
    archive.addCandidates('natmed', [candidate(n)], AT);
    const stored = archive.savePage(page(n));
    return archive.saveArticle(by(n, stored), content(n, [stored], { tags: tags(own) }), AT).id;
  };
  const here = keep(1, { decision: 'review', relevance: 0.55 });
  const elsewhere = keep(2, {
    decision: 'review',
    relevance: 0.52,
    regions: ['35.78'],
    primary: '35.78',
  });
  const stage = newWebsite({}, archive, data);
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  addAccount(stage, 'admin', 'admin');
  addAccount(stage, 'siti', 'reviewer', ['64']);
  addAccount(stage, 'budi', 'reader');
  return { ...stage, data, here, elsewhere };
}

const form = (more: Record<string, string> = {}): Record<string, string> => ({
  versi: '1',
  bahasa: 'id',
  relevan: 'ya',
  wilayah: 'Kota Bontang',
  jenis: 'imbauan',
  pihak: 'asn',
  pemilihan: 'pilkada-2024',
  kontes: 'pilkada-2024/pilwalkot',
  alasan: 'sudah dibaca',
  ...more,
});

test('a reviewer corrects; the tagger and the event stand beside the article', async () => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const path = `/tinjau/${stage.here}`;
  const sent = await siti.submit(
    path,
    path,
    form({ jenis: 'sanksi', 'kutipan-coverage': 'Pelanggaran akan ditindak' }),
  );
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?pesan=done`]);
  expect(stage.archive.article(stage.here)?.tags.coverage).toBe('sanksi');
  const [event] = stage.archive.desk.reviews.of(stage.here);
  expect(event).toMatchObject({ who: 'siti', why: 'sudah dibaca', whole: false, version: 1 });
  expect(event?.judgements).toMatchObject([
    {
      tag: 'coverage:sanksi',
      holds: true,
      span: { field: 'text', quote: 'Pelanggaran akan ditindak' },
    },
  ]);
  const { text } = await siti.get(`/artikel/${stage.here}`);
  expect(text).toContain('Kata mesin');
  expect(text).toContain('sudah dibaca');
  expect(stage.archive.desk.audit.entries({ action: 'review' }, 5)).toMatchObject([
    { who: 'siti' },
  ]);
});

test('all confirmed at once: reviewed whole, and it waits no more', async () => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const path = `/tinjau/${stage.here}`;
  expect((await siti.get('/tinjau')).text).toContain(stage.here);
  expect((await siti.submit(path, path, form({ utuh: 'ya', alasan: '' }))).status).toBe(303);
  const [event] = stage.archive.desk.reviews.of(stage.here);
  expect(event?.whole).toBe(true);
  expect(event?.judgements.map(({ tag }) => tag)).toContain('region:64.74');
  expect(stage.archive.article(stage.here)?.tags.decision).toBe('relevant');
  expect((await siti.get('/tinjau')).text).not.toContain(stage.here);
});

test('of other regions nothing is there: not in the queue, not to open, not to correct', async () => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const { text } = await siti.get('/tinjau');
  expect([text.includes(stage.here), text.includes(stage.elsewhere)]).toEqual([true, false]);
  const path = `/tinjau/${stage.elsewhere}`;
  expect((await siti.get(path)).status).toBe(404);
  expect((await siti.submit(`/tinjau/${stage.here}`, path, form())).status).toBe(404);
  expect(stage.archive.desk.reviews.all()).toEqual([]);
});

test('a reader reads and cannot send; nobody enters without an account', async () => {
  const stage = newStage();
  const budi = signedIn(stage, 'budi');
  const path = `/tinjau/${stage.here}`;
  const { status, text } = await budi.get(path);
  expect([status, text.includes('name="relevan"')]).toEqual([200, false]);
  expect((await budi.submit('/akun', path, form({ jenis: 'data' }))).status).toBe(403);
  expect(stage.archive.desk.reviews.all()).toEqual([]);
});

test.for(['bukan', 'wilayah', 'jenis'] as const)('a link of an alert: %s', async (wrong) => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const links = createLinks('http://127.0.0.1:8030', alertKey(stage.data));
  const told = alert({ at: new Date().toISOString() });
  const link = links.review({ ...told, article: { ...told.article, id: stage.here } }, wrong);
  const path = link.slice('http://127.0.0.1:8030'.length);
  const opened = await siti.get(path);
  expect(opened.headers.get('location')).toBe(`/tinjau/${stage.here}?usul=${wrong}`);
  const { text } = await siti.get(`/tinjau/${stage.here}?usul=${wrong}`);
  expect(text).toContain('Dari kabar yang Anda terima');
  expect(stage.archive.desk.reviews.all()).toEqual([]);
  expect(stage.archive.article(stage.here)?.version).toBe(1);
  const forged = await siti.get(path.replace(/sidik=./, 'sidik=z'));
  expect(forged.text).toContain('Tautan ini tidak berlaku');
});

test.for<[string, Record<string, string>, string]>([
  ['a place that is none', { wilayah: 'Negeri Dongeng' }, 'Negeri Dongeng'],
  ['no reason', { jenis: 'data', alasan: '' }, 'Tulis alasan'],
  ['words that are not there', { 'kutipan-regions': '<b>bukan</b>' }, '&lt;b&gt;bukan&lt;/b&gt;'],
  ['an older version', { versi: '7', jenis: 'data' }, 'berubah sejak'],
  ['a kind that is none', { jenis: 'gosip' }, 'Tidak dikenal'],
  ['nothing changed', {}, 'Tidak ada yang diubah'],
])('refused with what to do: %s', async ([, more, says]) => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const path = `/tinjau/${stage.here}`;
  const sent = await siti.submit(path, path, form(more));
  expect(sent.status).toBe(422);
  expect(sent.text).toContain(says);
  expect(stage.archive.desk.reviews.all()).toEqual([]);
});

test('Metode says that nothing was measured yet', async () => {
  const stage = newStage();
  const { text } = await signedIn(stage, 'siti').get('/metode');
  expect(text).toContain('Belum ada contoh acak');
});
