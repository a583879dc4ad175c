// Another process holds the write lock: pages that are only read answer, a form is told that it is not saved, what to
// do and when, and is accepted once the lock is free.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { hashSecret, newSessionKey } from '../../../oversight/accounts/secrets.ts';
import { AT, by, candidate, content, page, site } from '../../archive/make.ts';
import { addAccount, addToken, newBrowser, newWebsite } from '../access/website.ts';

function newStage() {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-busy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'pantau.sqlite');
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  const stored = archive.savePage(page(1));
  const { id } = archive.saveArticle(by(1, stored), content(1, [stored]), AT);
  const stage = newWebsite({}, archive);
  addAccount(stage, 'siti', 'admin');
  const token = addToken(stage, 'siti', ['read']);
  const browser = newBrowser(stage.app);
  const key = newSessionKey((size) => Buffer.alloc(size, 7));
  // Seen an hour ago, so that each request wants to note that the session is in use.
  const startedAt = new Date(Date.now() - 3_600_000).toISOString();
  const session = { account: 'siti', startedAt, seenAt: startedAt, from: 'test' };
  archive.desk.sessions.add(hashSecret(key), session);
  browser.cookies.set('pantau', key);
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  return { browser, other, id, token };
}

test('reading goes on, a form is asked to come again, and then is taken', async () => {
  const { browser, other, id, token } = newStage();
  await browser.get(`/artikel/${id}`);
  other.exec('BEGIN IMMEDIATE');
  const pages = ['/', '/peta', '/jenis', '/bandingkan', '/artikel?q=netral', `/artikel/${id}`];
  for (const path of [...pages, '/sumber', '/metode', '/tinjau', '/perkara', '/grafik/tren.svg'])
    expect([path, (await browser.get(path)).status]).toEqual([path, 200]);
  const bearer = { authorization: `Bearer ${token}`, accept: 'application/json' };
  expect((await browser.get('/api/v1/articles', bearer)).status).toBe(200);

  const fields = { artikel: id, judul: 'Camat', cerita: 'ya' };
  const refused = await browser.submit(`/artikel/${id}`, '/perkara', fields);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(refused.text).toContain('Isian ini belum tersimpan');
  other.exec('ROLLBACK');
  const taken = await browser.submit(`/artikel/${id}`, '/perkara', fields);
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/perkara/1']);
});
