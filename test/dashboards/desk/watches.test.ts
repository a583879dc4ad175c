// Pantauan over a real archive and real files: a watch is rehearsed, then saved; what others may not see is not there.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../../../cli/watching/desk.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { regionNames } from '../../../cli/regions.ts';
import { watchesMount } from '../../../dashboards/desk/watches.ts';
import { createDashboard } from '../../../dashboards/web/server.ts';
import { watchYaml } from '../../../oversight/watches/write.ts';
import { Config } from '../../../schemas/config.ts';
import { OWNER, type Viewer } from '../../../schemas/viewer.ts';
import { type Newsroom, openNewsroom } from '../../oversight/alerts/newsroom.ts';
import { watch } from '../../oversight/make.ts';
import type { Watch } from '../../../schemas/watch.ts';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const regions = regionNames(knowledge);

type Stage = {
  data: string;
  room: Newsroom;
  get: (path: string) => Promise<{ status: number; text: string; headers: Headers }>;
  post: (
    path: string,
    fields: [string, string][],
  ) => Promise<{ status: number; text: string; headers: Headers }>;
  as: (viewer: Viewer) => void;
};

function newDesk(watches: Watch[] = []): Stage {
  const data = mkdtempSync(join(tmpdir(), 'pantau-desk-'));
  const room = openNewsroom(watches);
  onTestFinished(() => {
    room.archive.close();
    rmSync(data, { recursive: true, force: true });
  });
  mkdirSync(join(data, 'watches'));
  for (const one of watches) writeFileSync(join(data, 'watches', `${one.id}.yaml`), watchYaml(one));
  let viewer: Viewer = OWNER;
  const workplace = { data, config: Config.parse({}), log: () => {}, archive: room.archive };
  const app: Hono = createDashboard({
    reports: room.archive.reports,
    regions,
    version: '0.1.0',
    log: () => {},
    viewer: () => viewer,
    mounts: [watchesMount(openDesk(workplace, knowledge), regions)],
  });
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(`http://127.0.0.1${path}`, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return {
    data,
    room,
    get: (path) => ask(path),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    as: (who) => {
      viewer = who;
    },
  };
}

const today = new Date().toISOString().slice(0, 10);
const FORM: [string, string][] = [
  ['nama', 'ASN Kaltim'],
  ['wilayah', 'Kalimantan Timur'],
  ['penilaian', 'relevant'],
  ['kabar', 'first'],
  ['kapan', 'at-once'],
  ['zona', 'WITA'],
  ['saluran', 'desk@example.org\nhttps://example.org/x\ntelegram:-1001'],
  ['aktif', 'ya'],
];
const hashIn = (text: string): string => /name="teruji" value="(\w*)"/.exec(text)?.[1] ?? '';

test('a watch is rehearsed, then saved as a file, then there', async () => {
  const { data, room, get, post } = newDesk();
  for (const n of [1, 2, 3])
    room.print(n, {
      text: `Camat nomor ${n} diduga mengajak warga memilih paslon ${n * 7}.`,
      day: today,
    });
  expect((await get('/pantauan')).text).toContain('Belum ada pantauan');
  const tried = await post('/pantauan/baru', [...FORM, ['aksi', 'uji']]);
  expect(tried.status).toBe(200);
  expect(tried.text.replaceAll(/\s+/g, ' ')).toContain(
    'akan mengirim <strong>3</strong> kabar tentang <strong>3</strong> peristiwa',
  );
  expect(readdirSync(join(data, 'watches'))).toEqual([]);
  const saved = await post('/pantauan/baru', [
    ...FORM,
    ['aksi', 'simpan'],
    ['teruji', hashIn(tried.text)],
  ]);
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/pantauan/asn-kaltim']);
  expect(readFileSync(join(data, 'watches', 'asn-kaltim.yaml'), 'utf8')).toContain(
    'to: desk@example.org',
  );
  const page = await get('/pantauan/asn-kaltim');
  expect(page.text).toContain('server surel belum diatur');
  expect(page.text).toContain('whsec_');
});

test('what was not rehearsed as it stands is not saved', async () => {
  const { data, post } = newDesk();
  const direct = await post('/pantauan/baru', [...FORM, ['aksi', 'simpan']]);
  expect([direct.status, direct.text.includes('berubah sejak diuji')]).toEqual([200, true]);
  const tried = await post('/pantauan/baru', [...FORM, ['aksi', 'uji']]);
  const changed: [string, string][] = [
    ...FORM,
    ['jenis', 'dugaan'],
    ['aksi', 'simpan'],
    ['teruji', hashIn(tried.text)],
  ];
  expect((await post('/pantauan/baru', changed)).text).toContain('berubah sejak diuji');
  expect(readdirSync(join(data, 'watches'))).toEqual([]);
});

test.for<[string, [string, string], string]>([
  ['a region that is none', ['wilayah', 'Atlantis'], 'Atlantis tidak dikenal'],
  [
    'a name that several have',
    ['wilayah', 'Bekasi'],
    'dapat berarti Kabupaten Bekasi, Kota Bekasi',
  ],
  ['an address that is none', ['saluran', 'desk'], 'desk bukan alamat surel'],
  ['no name', ['nama', ''], 'name'],
  ['a code that is none', ['jenis', 'gosip'], 'kinds'],
  ['a time that is none', ['sunyi-dari', '25:00'], 'quiet'],
  [
    'a script',
    ['wilayah', '<script>alert(1)</script>'],
    '&lt;script&gt;alert(1)&lt;/script&gt; tidak dikenal',
  ],
])('%s is named, and the form keeps what was typed', async ([, field, fault]) => {
  const { post } = newDesk();
  const fields = [
    ...FORM.filter(([name]) => name !== field[0]),
    field,
    ['aksi', 'uji'] as [string, string],
  ];
  const { status, text } = await post('/pantauan/baru', fields);
  expect(status).toBe(422);
  expect(text).toContain(fault);
  expect(text).toContain(field[0] === 'nama' ? 'Kalimantan Timur' : 'ASN Kaltim');
  expect(text).not.toContain('value="simpan"');
  expect(text).not.toContain('<script>alert');
});

test('changing keeps the file of the watch, deleting takes it away', async () => {
  const { data, get, post } = newDesk([watch({ account: null })]);
  expect((await get('/pantauan/asn-kaltim/ubah')).text).toContain('value="ASN Kaltim"');
  const fields: [string, string][] = FORM.map(([name, value]) => [
    name,
    name === 'nama' ? 'Lain' : value,
  ]);
  const tried = await post('/pantauan/asn-kaltim/ubah', [...fields, ['aksi', 'uji']]);
  const saved = await post('/pantauan/asn-kaltim/ubah', [
    ...fields,
    ['aksi', 'simpan'],
    ['teruji', hashIn(tried.text)],
  ]);
  expect(saved.headers.get('location')).toBe('/pantauan/asn-kaltim');
  expect(readdirSync(join(data, 'watches'))).toEqual(['asn-kaltim.yaml']);
  expect((await post('/pantauan/asn-kaltim/hapus', [])).status).toBe(303);
  expect(readdirSync(join(data, 'watches'))).toEqual([]);
  expect((await get('/pantauan/asn-kaltim')).status).toBe(404);
});

test('its alerts stand on its page and in its feeds', async () => {
  const { room, get } = newDesk([watch()]);
  room.print(1, {
    title: 'Camat <b>X</b> diduga',
    text: 'Camat diduga mengajak warga memilih paslon.',
  });
  room.tell();
  const page = await get('/pantauan/asn-kaltim');
  expect(page.text).toContain('Camat &lt;b&gt;X&lt;/b&gt; diduga');
  expect(page.text).toContain('Laporan pertama');
  const atom = await get('/pantauan/asn-kaltim/umpan.atom');
  expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(atom.text).toContain('http://127.0.0.1/pantauan/asn-kaltim/umpan.atom');
  expect((await get('/pantauan/asn-kaltim/umpan.rss')).text).toContain('urn:pantau:');
});

test('a file with a fault is shown with it, and its watch holds as it was', async () => {
  const { data, get } = newDesk([watch()]);
  writeFileSync(join(data, 'watches', 'asn-kaltim.yaml'), 'nama: x\n');
  const { text } = await get('/pantauan');
  expect(text).toContain('did you mean name?');
  expect(text).toContain('href="/pantauan/asn-kaltim"');
});

const DESK: Viewer = { account: 'desk-kaltim', role: 'reviewer', regions: ['64'] };

test('a desk sees its own watches alone, and of those no alert from outside its regions', async () => {
  const mine = watch({ id: 'punya-kami', name: 'Punya kami', account: 'desk-kaltim' });
  const other = watch({ id: 'punya-lain', name: 'Punya lain', account: 'desk-jabar' });
  const { room, get, post, as } = newDesk([mine, other]);
  room.archive.desk.accounts.add(
    { name: 'desk-kaltim', role: 'reviewer', regions: ['64'], createdAt: today },
    'x',
  );
  room.print(1, {
    title: 'Rahasia Bekasi',
    text: 'Camat di Bekasi diduga.',
    tags: { regions: ['32.75'], primary: '32.75' },
  });
  room.tell();
  as(DESK);
  const list = (await get('/pantauan')).text;
  expect([list.includes('Punya kami'), list.includes('Punya lain')]).toEqual([true, false]);
  const places = [
    '/pantauan/punya-lain',
    '/pantauan/punya-lain/ubah',
    '/pantauan/punya-lain/umpan.atom',
    '/pantauan/punya-lain/umpan.rss',
  ];
  for (const path of places) expect((await get(path)).status, path).toBe(404);
  for (const path of ['hapus', 'coba', 'ubah'])
    expect((await post(`/pantauan/punya-lain/${path}`, FORM)).status, path).toBe(404);
  for (const path of ['', '/umpan.atom', '/umpan.rss']) {
    const { status, text } = await get(`/pantauan/punya-kami${path}`);
    expect([status, text.includes('Rahasia')], path).toEqual([200, false]);
  }
  const tried = await post('/pantauan/baru', [
    ...FORM.filter(([name]) => name !== 'wilayah'),
    ['aksi', 'uji'],
  ]);
  expect(tried.text).not.toContain('Rahasia');
});

test('who only reads makes and changes nothing', async () => {
  const { get, post, as } = newDesk([watch()]);
  as({ ...OWNER, role: 'reader' });
  expect((await get('/pantauan')).text).not.toContain('/pantauan/baru');
  expect((await get('/pantauan/asn-kaltim')).text).not.toContain('whsec_');
  expect((await get('/pantauan/baru')).status).toBe(404);
  for (const path of ['baru', 'asn-kaltim/ubah', 'asn-kaltim/hapus', 'asn-kaltim/coba'])
    expect((await post(`/pantauan/${path}`, FORM)).status, path).toBe(404);
});

test.for(['/pantauan/..%2f..%2fpantau', '/pantauan/A', '/pantauan/a--b', '/pantauan/%00'])(
  '%s is no watch',
  async (path) => {
    expect((await newDesk([watch()]).get(path)).status).toBe(404);
  },
);
