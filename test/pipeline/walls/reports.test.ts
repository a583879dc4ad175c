// Articles that speak of gambling, break-ins and walls stay articles.
import { expect, test } from 'vitest';
import { page as pageOf, PARAGRAPHS } from '../extract/sample.ts';
import { read } from './read.ts';

/** Headline and paragraphs of reports on gambling, break-ins and walls. */
const REPORTS: [string, ...string[]][] = [
  [
    'Promosikan Situs Slot Gacor, Selebgram di Samarinda Ditangkap',
    'Polresta Samarinda menangkap seorang selebgram yang mempromosikan situs slot gacor di media sosial. Tersangka dibayar untuk memasang link alternatif dan tautan bonus new member.',
    'Menurut polisi, pengikutnya diminta melakukan deposit pulsa di situs judi itu. Ia dijerat pasal 27 UU ITE dengan ancaman pidana enam tahun.',
  ],
  [
    'Situs Pemkab Diretas, Tampilkan Iklan Slot Gacor',
    'Laman resmi pemerintah kabupaten diretas dan menampilkan iklan slot gacor, maxwin, RTP live dan scatter hitam sejak Senin pagi.',
    'Kepala Diskominfo mengatakan peretas menyusupkan halaman situs slot, togel online dan link alternatif ke server lama. BSSN dan CSIRT membantu pemulihan.',
  ],
  [
    'Judi Online Jerat ASN, Bupati Ancam Pecat',
    'Bupati mengingatkan aparatur sipil negara agar menjauhi judi online, termasuk slot online dan togel online, menjelang pilkada.',
    'PPATK mencatat 120 rekening ASN di daerah itu terkait transaksi judi. Korban umumnya tergiur janji gampang menang dan maxwin.',
  ],
  [
    'Mengenal Istilah Slot Gacor, Maxwin dan Scatter Hitam yang Menjerat Anak Muda',
    'Istilah seperti slot gacor, maxwin, anti rungkad dan scatter hitam kini akrab di telinga pelajar. Padahal di balik janji gampang menang itu ada bahaya kecanduan.',
    'Psikolog menyebut korban kecanduan kehilangan kendali atas uangnya. Komdigi telah memblokir jutaan situs judi, dan guru diminta memberi sosialisasi tentang larangan judi.',
  ],
  [
    'Halaman Tidak Ditemukan, Situs KPU Sempat Tak Bisa Diakses',
    'Warga yang membuka laman KPU kota mendapati tulisan halaman tidak ditemukan selama dua jam pada Rabu siang, kata ketua KPU.',
    'Gangguan itu terjadi karena pemindahan server, bukan karena serangan. Laman sudah pulih dan data pemilih aman, ujarnya kepada wartawan.',
  ],
  [
    'Akun Media Sosial Bawaslu Diretas, Warga Diminta Waspada',
    'Bawaslu mengimbau warga tidak menanggapi pesan yang meminta mereka masuk ke tautan dengan tulisan silakan login.',
    'Ketua Bawaslu menyebut peretas mengirim tautan palsu bertuliskan verifikasi bahwa anda manusia kepada para pengikut akun tersebut.',
  ],
  [
    'Just a Moment, Film Pendek Sineas Bontang Raih Penghargaan',
    'Film pendek berjudul Just a Moment karya sineas Bontang meraih penghargaan di festival nasional, Sabtu malam di Jakarta.',
    'Film itu menceritakan petugas pemungutan suara yang harus memilih antara tugas dan keluarganya pada hari pencoblosan.',
  ],
  [
    'Domain Dijual, Situs Berita Lokal Tutup Setelah Sepuluh Tahun',
    'Pendiri situs berita lokal mengumumkan penutupan medianya; domain dijual untuk membayar pesangon karyawan.',
    'Dewan Pers menyayangkan tutupnya media itu, karena liputannya atas netralitas ASN selama ini dikenal tajam dan berimbang.',
  ],
];

test.for(REPORTS)('a report stays an article: %s', ([title, ...paragraphs]) => {
  const body = [...paragraphs, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('');
  expect(read(pageOf({ title, body }))).toMatchObject({ kind: 'article', detail: '' });
  const alone = paragraphs.map((text) => `<p>${text}</p>`).join('');
  expect(read(pageOf({ title, body: alone }))).toMatchObject({ kind: 'article', detail: '' });
});

test('an article with gambling links slipped into its footer stays an article', () => {
  const links = Array.from(
    { length: 40 },
    (_, n) => `<a href="https://x${n}.xyz">slot gacor maxwin</a>`,
  );
  const html = pageOf().replace(
    '</footer>',
    `<div style="display:none">${links.join(' ')}</div></footer>`,
  );
  expect(read(html)).toMatchObject({ kind: 'article' });
});

test('an article behind a firewall that runs its script on every page stays an article', () => {
  const html = pageOf({
    head: '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
  });
  expect(read(html)).toMatchObject({ kind: 'article' });
});
