// The pages over a real archive in memory: what stands on them, what an empty archive says, and that text stays text.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../../archive/open.ts';
import { createDashboard } from '../../../dashboards/web/server.ts';
import { AT, by, candidate, content, extracted, page, site, tags } from '../../archive/make.ts';

let archive: Archive;
beforeEach(() => {
  archive = openArchive(':memory:');
});
afterEach(() => {
  archive.close();
});

const logged: string[] = [];
const get = async (path: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const app = createDashboard({
    reports: archive.reports,
    regions: { name: (code) => (code === '64.74' ? 'Kota Bontang' : code) },
    version: '0.1.0',
    log: (_level, event) => logged.push(event),
  });
  const response = await app.request(`http://127.0.0.1${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

function keep(n: number, more: Parameters<typeof content>[2] = {}): string {
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(n)], AT);
  const stored = archive.savePage(page(n));
  return archive.saveArticle(by(n, stored), content(n, [stored], more), AT).id;
}

describe('an empty archive', () => {
  test.for(['/', '/artikel', '/sumber', '/artikel?q=netral&wilayah=64'])(
    '%s says so',
    async (path) => {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).toMatch(/Arsip masih kosong|Tidak ada artikel/);
    },
  );

  test('the chart of nothing is still a picture', async () => {
    const { status, text, headers } = await get('/grafik/tren.svg');
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(text).toMatch(/^<svg/);
  });
});

describe('articles', () => {
  test('the overview has the figures, the region and the article', async () => {
    keep(1);
    const { text } = await get('/');
    expect(text).toContain('Kota Bontang');
    expect(text).toContain('Bawaslu Bontang imbau ASN netral');
  });

  test('an article page marks the words of its reasons and links to the original', async () => {
    const id = keep(1);
    const { text } = await get(`/artikel/${id}`);
    expect(text).toContain('<mark class="relevance" title="Relevansi">imbau</mark>');
    expect(text).toContain('href="https://natmed.test/artikel-1"');
  });

  test('a chosen tag shows only its own reasons', async () => {
    const id = keep(1);
    expect((await get(`/artikel/${id}?tanda=coverage:imbauan`)).text).not.toContain('<mark');
    expect((await get(`/artikel/${id}?tanda=relevance`)).text).toContain('<mark');
  });

  test('filters narrow, and an unknown one is named instead of guessed', async () => {
    keep(1);
    expect((await get('/artikel?wilayah=64')).text).toContain('<strong>1</strong> artikel');
    expect((await get('/artikel?wilayah=32')).text).toContain('<strong>0</strong> artikel');
    expect((await get('/artikel?wilayah=abc')).text).toMatch(/tidak dikenal[^]*wilayah=abc/);
  });

  test('irrelevant articles are hidden unless asked for', async () => {
    keep(1, { tags: tags({ decision: 'irrelevant', relevant: false }) });
    expect((await get('/artikel')).text).toContain('<strong>0</strong> artikel');
    expect((await get('/artikel?penilaian=irrelevant')).text).toContain(
      '<strong>1</strong> artikel',
    );
  });

  test('an article without a date says so and is counted beside the chart', async () => {
    keep(1, { localDay: null, extracted: extracted({ published: null }) });
    const { text } = await get('/');
    expect(text).toContain('tanpa tanggal');
    expect(text).toMatch(/<strong>1<\/strong>\s*artikel tanpa tanggal/);
  });

  test('the interface speaks English when asked', async () => {
    keep(1);
    const { text } = await get('/?bahasa=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Newest');
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
];

describe('hostile text is shown as text', () => {
  test.for(HOSTILE)('%s', async (evil) => {
    archive.saveSites([site({ name: evil })], AT);
    archive.addCandidates('natmed', [candidate(1)], AT);
    const stored = archive.savePage(page(1));
    const extractedEvil = extracted({
      title: evil,
      text: `${evil} netralitas`,
      authors: [evil],
      credit: evil,
    });
    const tagsEvil = tags({
      speakers: [{ name: evil, role: evil }],
      reasons: [
        { tag: `speaker:${evil}`, rule: evil, field: 'url', start: 0, end: 1, quote: evil },
      ],
    });
    const { id } = archive.saveArticle(
      by(1, stored),
      content(1, [stored], { extracted: extractedEvil, tags: tagsEvil }),
      AT,
    );
    const query = encodeURIComponent(evil);
    for (const path of [
      '/',
      `/?q=${query}`,
      '/artikel',
      `/artikel?q=${query}&wilayah=${query}`,
      `/artikel/${id}`,
      `/artikel/${id}?tanda=${query}`,
      '/sumber',
      '/sumber/natmed',
      '/peta',
      '/jenis',
      '/bandingkan',
      `/bandingkan?banding=${query}`,
      '/metode',
      `/artikel/${id}?versi=1`,
      `/tidak-ada?${query}=${query}`,
    ]) {
      const { text, headers } = await get(path);
      expect(text).not.toContain(evil);
      expect(text).not.toMatch(/<script|<svg\/|<img src=x|onmouseover='/);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});

test('an unknown page is a 404 with a way back', async () => {
  const { status, text } = await get('/artikel/0123456789abcdef');
  expect(status).toBe(404);
  expect(text).toContain('Kembali ke ringkasan');
});

test('a question that fails is logged and answered without its details', async () => {
  archive.close();
  const { status, text } = await get('/');
  expect(status).toBe(500);
  expect(text).toContain('gagal dijawab');
  expect(logged).toContain('web.failed');
  archive = openArchive(':memory:');
});

describe('many of a kind', () => {
  const PROVINCES = ['11', '12', '13', '14', '15', '31', '32', '33', '64', '91'];

  test('every province stands in the facet at once, what is below it behind more', async () => {
    for (const [n, code] of PROVINCES.entries())
      keep(n, { tags: tags({ regions: [`${code}.01`, code], primary: `${code}.01` }) });
    const { text } = await get('/');
    const [, facet = ''] = /<h3>Wilayah<\/h3>([^]*?)<\/section>/.exec(text) ?? [];
    const [open = '', behind = ''] = facet.split('<details>');
    for (const code of PROVINCES) expect(open).toContain(`wilayah=${code}"`);
    expect([open.includes('.01'), behind.includes('wilayah=64.01')]).toEqual([false, true]);
  });

  test('sources in the order in which people count, an alarm in words with few names at once', async () => {
    const sites = Array.from({ length: 12 }, (_, n) => site({ id: `s${n}`, name: `Harian ${n}` }));
    archive.saveSites(sites, AT);
    const ids = sites.map(({ id }) => id);
    archive.health.openAlarm('refused', ids, AT);
    const { text } = await get('/sumber');
    expect(text.lastIndexOf('Harian 9<')).toBeLessThan(text.lastIndexOf('Harian 10<'));
    const [, alarms = ''] = /<ul class="alarms">([^]*?)<\/ul>/.exec(text) ?? [];
    const [atOnce = '', behind = ''] = alarms.split('<details>');
    expect(atOnce).toContain('situs menolak kami');
    expect([atOnce, behind].map((part) => part.split('href=').length - 1)).toEqual([6, 6]);
  });

  test('Metode shows first what no rule was tuned on', async () => {
    const { text } = await get('/metode');
    const [heldOut = '', tuned = ''] = text.split('<details>');
    expect(heldOut).toMatch(/Contoh baku[^]*Rekaan sendiri[^]*Penulis A/);
    expect(heldOut).not.toContain('Laporan pendek');
    expect(tuned).toContain('Laporan pendek');
  });
});
