// The pages of the dashboard by name, and views of them that nobody has asked for before.

/** The address of a page by what it is called here. */
export const PAGES: Readonly<Record<string, string>> = {
  overview: '/',
  map: '/peta',
  compare: '/bandingkan',
  elections: '/bandingkan?menurut=pemilihan',
  kinds: '/jenis',
  list: '/artikel?hal=3',
  search: '/artikel?q=netralitas+asn',
  sources: '/sumber',
  source: '/sumber/natmed-id?tahun=2025',
  method: '/metode',
  chart: '/grafik/tren.svg',
  png: '/grafik/tren.png',
};

/** As analysts narrow: where, in which election, what, who says so, when. */
const VIEWS: readonly ((nth: number) => string)[] = [
  () => '',
  () => 'wilayah=64',
  () => 'pemilihan=pilkada-2024',
  (nth) => `dari=${day('2024-03-01', nth % 150)}&sampai=${day('2024-11-30', nth % 150)}`,
  () => 'jenis=dugaan',
  () => 'wilayah=35&pemilihan=pilkada-2024&tahapan=kampanye',
  () => 'wilayah=64.74&jenis=imbauan',
  () => 'pihak=asn&wilayah=73',
  () => 'pelanggaran=media_sosial',
  () => 'lembaga=bawaslu&pemilihan=pemilu-2024',
  (nth) => `wilayah=32&dari=${day('2023-10-01', nth % 200)}`,
  () => 'penilaian=relevant&berbayar=semua',
];

const DAY_MS = 86_400_000;
const day = (from: string, later: number): string =>
  new Date(Date.parse(from) + later * DAY_MS).toISOString().slice(0, 10);

/** After the last day of every corpus: a limit that leaves all of it, so that a view is new and no smaller. */
const END = '2027-01-01';

/** Views of a page, each another one at each call, so that nothing of them is remembered. */
export function newViews(): (path: string) => string {
  let nth = 0;
  return (path) => {
    nth += 1;
    const view = VIEWS[nth % VIEWS.length]?.(nth) ?? '';
    const open = view.includes('sampai=') ? '' : `&sampai=${day(END, nth)}`;
    return `${path}${path.includes('?') ? '&' : '?'}${view}${open}`;
  };
}
