// Kinds of articles by their headline and lead, and how a case is told from a warning.
import { expect, test } from 'vitest';
import { ABOUT, contentOf } from './read.ts';

test.for([
  [
    'imbauan',
    'Wali Kota Minta ASN Netral di Pilkada',
    'Wali kota meminta ASN netral. "Jangan berpolitik praktis," katanya.',
  ],
  [
    'imbauan',
    'Gubernur Wanti-wanti PNS Tak Jadi Timses',
    'Gubernur mewanti-wanti PNS agar tidak menjadi tim sukses. "Saya ingatkan," ujar Gubernur.',
  ],
  [
    'imbauan',
    'Sekda: ASN yang Terbukti Memihak Akan Dipecat',
    'Sekda mengingatkan ASN. "ASN yang terbukti memihak akan dipecat," kata Sekda Ahmad Fauzi.',
  ],
  [
    'sosialisasi',
    'Bawaslu Gelar Sosialisasi Netralitas ASN',
    'Bawaslu menggelar sosialisasi netralitas ASN di aula hotel, diikuti peserta dari semua OPD. Materi dibawakan narasumber dari KASN.',
  ],
  [
    'sosialisasi',
    'ASN Ikuti Bimtek Netralitas Jelang Pemilu',
    'Pemkab menggelar bimbingan teknis netralitas. Narasumber memberi materi kepada peserta.',
  ],
  [
    'ikrar',
    'Ratusan ASN Ucapkan Ikrar Netralitas',
    'Ratusan ASN mengucapkan ikrar netralitas, lalu menandatangani pakta integritas.',
  ],
  [
    'ikrar',
    'Camat se-Kabupaten Teken Pakta Integritas Netral',
    'Para camat meneken pakta integritas. Naskah ikrar dibacakan bersama.',
  ],
  [
    'dugaan',
    'Lurah Diduga Dukung Caleg, Videonya Viral',
    'Seorang lurah diduga mendukung caleg. Video itu beredar di media sosial. Warga melaporkan lurah ke Bawaslu.',
  ],
  [
    'data',
    'KASN Ungkap 490 ASN Dilaporkan Tak Netral, Kabupaten Terbanyak di Sulawesi',
    'KASN menerima laporan 490 ASN. Dari jumlah tersebut, 372 ASN mendapat rekomendasi, paling banyak kepala dinas.',
  ],
  [
    'sanksi',
    'Bawaslu Hentikan Penyelidikan Dugaan Pelanggaran Netralitas Kepala Sekolah',
    'Bawaslu menghentikan penyelidikan dugaan pelanggaran netralitas kepala sekolah karena tidak memenuhi unsur.',
  ],
  [
    'penanganan',
    'Bawaslu Laporkan Dua Camat ke KASN',
    'Bawaslu melaporkan dua camat ke KASN. Berkas kajian sudah dikirim dan kini menunggu hasil pemeriksaan.',
  ],
  [
    'regulasi',
    'ASN Wajib Tahu, Ini Larangan di Medsos Menurut SKB',
    'Aturan tersebut tertuang dalam SKB Nomor 2 Tahun 2022. Dalam aturan itu, ASN dilarang memberi like. Poin SKB tersebut mengatur sanksi.',
  ],
  [
    'ikrar',
    'Penanda Tanganan Fakta Integritas Netralitas ASN Kecamatan',
    'Camat memimpin penanda tanganan fakta integritas netralitas ASN di halaman kantor.',
  ],
  [
    'dugaan',
    'Oknum Camat Dilaporkan ke Panwaslu',
    'Oknum camat dilaporkan warga ke Panwaslu karena dituding berkampanye. Laporan masyarakat baru diterima.',
  ],
  [
    'penanganan',
    'Bawaslu Panggil Kepala Dinas, Klarifikasi Soal Netralitas',
    'Bawaslu memanggil kepala dinas dan meminta keterangan saksi. Hasil pemeriksaan diteruskan ke BKN.',
  ],
  [
    'penanganan',
    'Panwaslu Rekomendasikan Lima PNS ke KASN',
    'Panwaslu sudah memeriksa lima PNS. Berkas diteruskan ke KASN.',
  ],
  [
    'sanksi',
    'Dua ASN Dijatuhi Sanksi Karena Tak Netral',
    'Dua ASN dijatuhi hukuman disiplin sedang. Bupati telah menurunkan pangkat keduanya.',
  ],
  [
    'sanksi',
    'Camat Divonis Tiga Bulan Penjara',
    'Majelis hakim menjatuhkan pidana penjara kepada camat yang terbukti melanggar netralitas. Camat itu divonis tiga bulan.',
  ],
  [
    'regulasi',
    'Ini Aturan Netralitas ASN dan Sanksinya',
    'Netralitas ASN diatur dalam SKB lima lembaga. Berikut rinciannya:\n\n1. ASN dilarang kampanye.\n\n2. ASN dilarang mengunggah dukungan.',
  ],
  [
    'data',
    'Bawaslu Catat 120 Dugaan Pelanggaran Netralitas ASN, Terbanyak di Sulsel',
    'Bawaslu mencatat 120 kasus. Rinciannya: Sulsel 40 kasus, Sultra 30 kasus, Jateng 20 kasus. Jumlah itu meningkat.',
  ],
  [
    'data',
    'Indeks Kerawanan: Netralitas ASN Paling Rawan di Lima Daerah',
    'Indeks kerawanan pemilu menempatkan netralitas ASN pada peringkat pertama dengan skor tertinggi, 80 persen.',
  ],
  [
    'opini',
    'Menakar Netralitas Birokrasi',
    'Oleh Budi Santoso\n\nBirokrasi kita kerap terjebak. Sesungguhnya loyalitas ASN adalah kepada negara. Pertanyaannya, beranikah kita membenahinya?',
  ],
] as const)('%s: %s', ([kind, title, text]) => {
  const tags = contentOf({ title, text: `${text}\n\n${ABOUT}` });
  expect(tags).toMatchObject({ relevant: true, coverage: kind });
  expect(tags.reasons.some(({ tag }) => tag === `coverage:${kind}`)).toBe(true);
});

test.for([
  'ASN yang terbukti tidak netral akan dijatuhi sanksi berat hingga dipecat',
  'Jika ada pegawai dilaporkan, Bawaslu bisa memeriksa dan meneruskannya ke BKN',
  'Apabila ASN diduga berkampanye, sanksinya diturunkan pangkatnya',
])('a warning is no case: %s', (sentence) => {
  const text = `Bupati mengingatkan ASN agar netral. "${sentence}," kata Bupati Joko Prabowo.\n\n${ABOUT}`;
  expect(contentOf({ title: 'Bupati Ingatkan ASN Netral', text }).coverage).toBe('imbauan');
});

test('a denied or closed case is still handled or decided', () => {
  const text = `Bawaslu menghentikan laporan terhadap camat karena tidak cukup bukti. Saksi sudah diperiksa.\n\n${ABOUT}`;
  expect(
    contentOf({ title: 'Laporan Camat Dihentikan, Tak Terbukti Langgar Netralitas', text })
      .coverage,
  ).toBe('sanksi');
});
