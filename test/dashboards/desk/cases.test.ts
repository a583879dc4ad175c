// Perkara behind the real door: opened from an article, moved, noted; wrong input is told; readers and others change nothing.
import { expect, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { AT, by, candidate, content, page, site } from '../../archive/make.ts';
import { addAccount, newWebsite, signedIn } from '../access/website.ts';

function newStage() {
  const archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  const stored = archive.savePage(page(1));
  const { id } = archive.saveArticle(by(1, stored), content(1, [stored]), AT);
  const stage = newWebsite({}, archive);
  addAccount(stage, 'admin', 'admin');
  addAccount(stage, 'siti', 'reviewer', ['64']);
  addAccount(stage, 'rini', 'reviewer', ['35.78']);
  addAccount(stage, 'budi', 'reader');
  return { ...stage, id };
}

test('opened from the page of an article, moved with a remark, noted, dated', async () => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const from = `/artikel/${stage.id}`;
  expect((await siti.get('/perkara')).text).toContain('Belum ada perkara');
  const opened = await siti.submit(from, '/perkara', {
    artikel: stage.id,
    judul: '<i>Camat</i>',
    cerita: 'ya',
  });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/perkara/1']);
  const send = (what: string, fields: Record<string, string>) =>
    siti.submit('/perkara/1', `/perkara/1/${what}`, fields);
  expect((await send('tahap', { tahap: 'bkn', keterangan: 'surat 12' })).status).toBe(303);
  expect((await send('catatan', { catatan: 'menunggu BKN' })).status).toBe(303);
  expect((await send('tanggal', { tanggal: '2026-12-01' })).status).toBe(303);
  const { text } = await siti.get('/perkara/1');
  for (const words of [
    '&lt;i&gt;Camat',
    'Diteruskan ke BKN',
    'surat 12',
    'menunggu BKN',
    '2026-12-01',
  ])
    expect(text).toContain(words);
  expect((await siti.get(from)).text).toContain('Dalam perkara');
  expect(stage.archive.desk.audit.entries({ action: 'case' }, 9)).toHaveLength(4);
});

test.for<[string, string, Record<string, string>]>([
  ['a state that is none', 'tahap', { tahap: 'penjara' }],
  ['an empty note', 'catatan', { catatan: '  ' }],
  ['a day that is none', 'tanggal', { tanggal: '2026-13-99' }],
])('refused: %s', async ([, what, fields]) => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  const from = `/artikel/${stage.id}`;
  await siti.submit(from, '/perkara', { artikel: stage.id, judul: 'x' });
  const sent = await siti.submit('/perkara/1', `/perkara/1/${what}`, fields);
  expect([sent.status, sent.text.includes('Tidak disimpan')]).toEqual([422, true]);
  expect(stage.archive.desk.cases.events(1)).toHaveLength(2);
});

test('others find nothing, readers change nothing, the public sees no case beside an article', async () => {
  const stage = newStage();
  const siti = signedIn(stage, 'siti');
  await siti.submit(`/artikel/${stage.id}`, '/perkara', { artikel: stage.id, judul: 'Rahasia' });
  const rini = signedIn(stage, 'rini');
  expect((await rini.get('/perkara')).text).not.toContain('Rahasia');
  expect((await rini.get('/perkara/1')).status).toBe(404);
  expect((await rini.submit('/perkara', '/perkara/1/catatan', { catatan: 'x' })).status).not.toBe(
    303,
  );
  const budi = signedIn(stage, 'budi');
  expect((await budi.get('/perkara/1')).text).not.toContain('<textarea');
  expect((await budi.submit('/akun', '/perkara/1/catatan', { catatan: 'x' })).status).toBe(403);
  expect(stage.archive.desk.cases.events(1)).toHaveLength(2);
});
