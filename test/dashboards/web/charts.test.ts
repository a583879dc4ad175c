// Charts as files: pictures that a strict reader takes, over nothing and something; numbers whose gaps are empty cells.
import { Resvg } from '@resvg/resvg-js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { regionNames } from '../../../cli/regions.ts';
import type { Archive } from '../../../archive/open.ts';
import { bandsOf, votesOf } from '../../../dashboards/web/charts/stages.ts';
import { createDashboard } from '../../../dashboards/web/server.ts';
import { SPEC, filled } from '../../archive/specs.ts';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const { regions, elections, version } = knowledge;

let archive: Archive;
beforeEach(() => {
  archive = filled([]);
});
afterEach(() => {
  archive.close();
});

const ask = async (path: string): Promise<Response> =>
  createDashboard({
    reports: archive.reports,
    regions: regionNames(knowledge),
    atlas: { regions, elections, versions: { knowledge: version, code: 'test' } },
    today: () => '2024-11-20',
    version: '0.1.0',
    log: () => {},
  }).request(`http://127.0.0.1${path}`);

const EVIL = '=1+1"><script>alert(1)</script>';

function fill(): void {
  archive.close();
  archive = filled([
    { ...SPEC, day: '2024-11-05', violations: ['media_sosial'] },
    { ...SPEC, day: '2024-11-08', coverage: 'imbauan', site: 'lain' },
    { ...SPEC, day: '2024-11-08', advertorial: true },
  ]);
}

const CHARTS = ['tren', 'banding', 'jenis', 'pelanggaran', 'lembaga', 'peta', 'sumber/natmed'];

describe.for([false, true])('with articles: %s', (isFilled) => {
  test.for(CHARTS)('%s as SVG, PNG and numbers', async (name) => {
    if (isFilled) fill();
    const query = new URLSearchParams({ q: isFilled ? 'netralitas' : EVIL });
    for (const more of ['', '&tema=dark&unduh=1', '&bahasa=en&unduh=1']) {
      const svg = await (await ask(`/grafik/${name}.svg?${query.toString()}${more}`)).text();
      expect(svg).not.toContain('<script');
      // Throws where the picture is not well-formed.
      expect(new Resvg(svg, { font: { loadSystemFonts: false } }).width).toBeGreaterThan(500);
    }
    const png = await ask(`/grafik/${name}.png?unduh=1`);
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const csv = await ask(`/grafik/${name}.csv?${query.toString()}&unduh=1`);
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="pantau-/);
    // What a spreadsheet would take for a formula is text.
    expect(await csv.text()).not.toMatch(/^[=+@]|;[=+@]/m);
  });
});

test('a day that nobody read is an empty cell in the numbers and hatched in the picture', async () => {
  fill();
  const csv = await (await ask('/grafik/tren.csv?skala=hari')).text();
  const rows = csv.split('\r\n').map((line) => line.split(';'));
  expect(rows.find(([day]) => day === '2024-11-06')?.slice(2)).toEqual([
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '0',
  ]);
  expect(rows.find(([day]) => day === '2024-11-05')?.slice(2, 6)).toEqual(['1', '1', '1', '1']);
  const svg = await (await ask('/grafik/tren.svg?skala=hari')).text();
  expect(svg).toContain('<pattern');
  const whole = await (await ask('/grafik/tren.svg?skala=bulan')).text();
  expect(whole).not.toContain('<pattern');
});

test.for([
  '/grafik/apa.svg',
  '/grafik/tren.pdf',
  '/grafik/sumber/tak-ada.svg',
  '/grafik/__proto__.svg',
])('%s is a 404', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('stages lie where their days are, beyond the edges they are cut, and votes stand on their day', () => {
  const pilkada = elections.filter(({ id }) => id === 'pilkada-2024');
  const week = [
    { from: '2024-11-18', to: '2024-11-24' },
    { from: '2024-11-25', to: '2024-12-01' },
  ];
  const bands = bandsOf(week, pilkada, 960);
  // The campaign ends on the sixth day of the first week, the quiet days take its last and two of the next.
  expect(bands.map(({ from, to }) => [from, to])).toEqual([
    [-0.5, -0.5 + 6 / 7],
    [-0.5 + 6 / 7, 0.5 + 2 / 7],
  ]);
  expect(votesOf(week, pilkada, 960)).toMatchObject([
    { at: 0.5 + 2 / 7, election: 'pilkada-2024' },
  ]);
  expect(bandsOf([], pilkada, 960)).toEqual([]);
  expect(votesOf([{ from: '2024-01-01', to: '2024-01-01' }], pilkada, 960)).toEqual([]);
});
