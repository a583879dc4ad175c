// What stands around an article on a news page: menus full of places, tickers, related lists, icons, scripts.
import { type Answer, ok } from './answer.ts';
import type { Piece } from './articles.ts';
import { type Markup, escapeHtml, markup, raw, scriptJson } from './html.ts';
import type { Issue } from './paper.ts';

/** Headlines of other places and elections, as tickers and 'Terpopuler' boxes carry them. Ours, and of no real event. */
const TICKER = [
  'Harga Cabai di Pasar Induk Kramat Jati Tembus Rp90 Ribu per Kilogram',
  'KPU Kabupaten Sampang Buka Pendaftaran PPK Pilkada 2029',
  'Bawaslu Kota Tomohon Terima Dua Laporan Politik Uang',
  'Jadwal Kapal Pelni Rute Tual - Fakfak Bulan Ini',
  'Pilkades Serentak 41 Desa di Lombok Tengah Digelar Usai Panen',
  'Wali Kota Tegal Lepas Kirab Budaya Sedekah Laut',
  'Jalan Trans-Papua Ruas Wamena - Elelim Kembali Tertutup Longsor',
  'Persiba Tahan Imbang Kalteng Putra di Stadion Tuah Pahoe',
  'Gubernur Gorontalo Serahkan Bantuan Benih Jagung',
  'Caleg Terpilih DPRD Sikka Dilantik Pekan Depan',
  'Harga Emas Antam Hari Ini, Turun Rp6.000 per Gram',
  'BMKG: Waspada Gelombang Tinggi di Perairan Natuna dan Anambas',
];

export const PROVINCES = [
  'Aceh',
  'Sumatera Utara',
  'Sumatera Barat',
  'Riau',
  'Jambi',
  'Sumatera Selatan',
  'Bengkulu',
  'Lampung',
  'Kepulauan Bangka Belitung',
  'Kepulauan Riau',
  'DKI Jakarta',
  'Jawa Barat',
  'Jawa Tengah',
  'DI Yogyakarta',
  'Jawa Timur',
  'Banten',
  'Bali',
  'Nusa Tenggara Barat',
  'Nusa Tenggara Timur',
  'Kalimantan Barat',
  'Kalimantan Tengah',
  'Kalimantan Selatan',
  'Kalimantan Timur',
  'Kalimantan Utara',
  'Sulawesi Utara',
  'Sulawesi Tengah',
  'Sulawesi Selatan',
  'Sulawesi Tenggara',
  'Gorontalo',
  'Sulawesi Barat',
  'Maluku',
  'Maluku Utara',
  'Papua',
  'Papua Barat',
  'Papua Selatan',
  'Papua Tengah',
  'Papua Pegunungan',
  'Papua Barat Daya',
];

/** `count` ticker headlines, starting at another one for each number. */
export const ticker = (start: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => TICKER[(start + index * 5) % TICKER.length] ?? '');

/** Other articles of the issue, always the same ones for an article: the next `count` of the list, `skip` left out. */
export function neighbours(issue: Issue, piece: Piece, count: number, skip = 0): Piece[] {
  const index = issue.pieces.indexOf(piece);
  const others = [...issue.pieces.slice(index + 1), ...issue.pieces.slice(0, Math.max(index, 0))];
  return others.slice(skip, skip + count);
}

/** Escapes a paragraph and links the first mention of each word, as tag plugins do. */
export function linkWords(text: string, words: Record<string, string>): Markup {
  let html = escapeHtml(text);
  for (const [word, href] of Object.entries(words)) {
    html = html.replace(new RegExp(`\\b${word}\\b(?![^<]*>)`), `<a href="${href}">${word}</a>`);
  }
  return raw(html);
}

/** Opening of a paragraph up to the dash of its dateline in bold, as most themes print it. */
export const boldDateline = ({ html }: Markup): Markup =>
  raw(html.replace(/^([^<]{3,45}?)( ?[–—-]+ )/, '<strong>$1</strong>$2'));

const NETWORKS = [
  ['facebook', 'https://www.facebook.com/sharer/sharer.php?u='],
  ['x', 'https://x.com/intent/post?url='],
  ['whatsapp', 'https://api.whatsapp.com/send?text='],
  ['telegram', 'https://t.me/share/url?url='],
] as const;

/** Share links of an address, a class name a network. */
export const shareLinks = (url: string, className: string): Markup[] =>
  NETWORKS.map(
    ([network, href]) =>
      markup`<a class="${className} ${className}-${network}" href="${href}${encodeURIComponent(url)}" rel="nofollow noopener" target="_blank"><svg class="ikon"><use href="#ikon-${network}"/></svg><span>Bagikan ke ${network}</span></a>`,
  );

/** A picture: a plain drawing whose colours follow from the address. */
export function picture(path: string): Answer {
  let hue = 0;
  for (const sign of path) hue = (hue * 31 + sign.charCodeAt(0)) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 45% 62%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360} 50% 32%)"/></linearGradient></defs><rect width="800" height="450" fill="url(#g)"/><path d="M0 360 180 220l130 110 150-170 340 290H0z" fill="#fff" opacity=".25"/><circle cx="640" cy="110" r="46" fill="#fff" opacity=".5"/></svg>`;
  return ok('image/svg+xml', svg);
}

const ICONS: Record<string, string> = {
  facebook: 'M14 9V7c0-1 .5-1.5 1.5-1.5H17V2h-3c-3 0-4 2-4 4.5V9H7v4h3v9h4v-9h3l1-4z',
  x: 'M4 3h5l4 6 5-6h2l-6 7 7 11h-5l-5-7-6 7H3l7-8z',
  whatsapp: 'M12 3a9 9 0 0 0-7.7 13.6L3 21l4.5-1.2A9 9 0 1 0 12 3z',
  telegram: 'M21 4 3 11l5 2 2 6 3-4 5 4z',
  search: 'M10 4a6 6 0 1 0 3.7 10.7l5 5 1.4-1.4-5-5A6 6 0 0 0 10 4z',
  menu: 'M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z',
  close: 'M6 5l6 6 6-6 1 1-6 6 6 6-1 1-6-6-6 6-1-1 6-6-6-6z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm1 4v5l4 2-1 2-5-3V7z',
  eye: 'M12 6c5 0 9 6 9 6s-4 6-9 6-9-6-9-6 4-6 9-6zm0 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  comment: 'M4 4h16v12H9l-5 4z',
};

/** Icons that every theme carries inline. */
export const sprite = (): Markup =>
  markup`<svg xmlns="http://www.w3.org/2000/svg" style="display:none">${Object.entries(ICONS).map(([name, path]) => markup`<symbol id="ikon-${name}" viewBox="0 0 24 24"><title>${name}</title><path d="${path}"/></symbol>`)}</svg>`;

/** Inline scripts as a busy site has them; they define things and call nobody. */
export function scripts(site: string, slots: string[]): Markup {
  const settings = {
    site,
    lazyload: {
      threshold: 300,
      elements: 'img.lazy',
      placeholder: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
    },
    consent: { version: 3, purposes: ['analitik', 'iklan', 'personalisasi'], kadaluwarsa: 180 },
    iklan: slots.map((slot, index) => ({
      id: `div-gpt-ad-${1600000000000 + index * 7919}-0`,
      slot,
      ukuran: [
        [970, 250],
        [728, 90],
        [300, 250],
        [336, 280],
        [320, 100],
      ],
      sasaran: { kanal: 'berita', posisi: slot, rubrik: ['daerah', 'politik', 'pemerintahan'] },
    })),
  };
  return markup`<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}var situs=${scriptJson(settings)};(function(d){d.documentElement.className=d.documentElement.className.replace('no-js','js')+' berjs';var k=situs.iklan;for(var i=0;i<k.length;i++){k[i].terpasang=false}})(document);document.addEventListener('DOMContentLoaded',function(){var g=document.querySelectorAll('img.lazy');for(var i=0;i<g.length;i++){if(g[i].dataset.src){g[i].src=g[i].dataset.src}}});</script>`;
}
