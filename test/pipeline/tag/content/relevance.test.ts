// Relevance by the classes of hard negatives, and of articles that do not say 'netralitas ASN' in so many words.
import { describe, expect, test } from 'vitest';
import { contentOf } from './read.ts';

const RELEVANT: [string, string, string][] = [
  [
    'appeal',
    'Bupati Minta ASN Netral di Pilkada',
    'Bupati meminta seluruh aparatur sipil negara (ASN) menjaga netralitas pada Pilkada 2024. "ASN jangan ikut politik praktis," katanya.',
  ],
  [
    'old words',
    'PNS Diminta Tak Memihak di Pilpres',
    'Pegawai negeri sipil diminta tidak memihak pasangan calon presiden mana pun. Abdi negara cukup memakai hak pilihnya.',
  ],
  [
    'a camat, no word of neutrality',
    'Camat Diduga Ikut Kampanye Calon Bupati',
    'Seorang camat dilaporkan ke Bawaslu karena diduga ikut kampanye calon bupati nomor urut dua. Camat itu terekam mengajak warga memilih paslon tersebut.',
  ],
  [
    'honorer',
    'Honorer Jadi Tim Sukses, Sekda Beri Teguran',
    'Tenaga honorer di dinas itu kedapatan menjadi tim sukses salah satu paslon wali kota. Sekda menegaskan ASN dan honorer wajib netral selama pilkada.',
  ],
  [
    'handling',
    'Bawaslu Teruskan Tiga PNS ke KASN',
    'Bawaslu meneruskan tiga PNS ke KASN karena melanggar netralitas saat kampanye Pilkada. Ketiganya sudah diklarifikasi.',
  ],
  [
    'pledge',
    'ASN Ucapkan Ikrar Netralitas',
    'Ratusan ASN mengucapkan ikrar netralitas dan meneken pakta integritas menjelang Pemilu 2024.',
  ],
];

const IRRELEVANT: [string, string, string][] = [
  [
    'graft',
    'Lima ASN Tersangka Korupsi Diberhentikan',
    'Lima aparatur sipil negara diberhentikan sementara karena terjerat korupsi. Kerugian negara ditaksir Rp2 miliar, kata Kepala BKPSDM.',
  ],
  [
    'absence',
    'ASN Bolos Usai Lebaran Dipotong TPP',
    'Sebanyak 12 ASN kedapatan bolos pada hari pertama kerja usai libur Lebaran. Sanksi mengacu PP 94 Tahun 2021 tentang disiplin PNS.',
  ],
  [
    'recruitment',
    'Formasi PPPK Sepi Pendaftar',
    'BKPSDM membuka 300 formasi PPPK. Pelamar yang lolos seleksi administrasi mengikuti SKB bulan depan.',
  ],
  [
    'soldiers',
    'Dandim: Prajurit TNI Netral di Pemilu',
    'Dandim menegaskan netralitas prajurit TNI pada Pemilu 2024. Prajurit dilarang berada di lokasi kampanye.',
  ],
  [
    'village heads',
    'Bawaslu Ingatkan Kepala Desa Tak Ikut Kampanye',
    'Bawaslu mengingatkan kepala desa agar netral dan tidak ikut kampanye Pemilu. Kades yang memihak dapat dipidana.',
  ],
  [
    'organisers',
    'KPU Lantik Anggota PPK, Diminta Netral',
    'KPU melantik anggota Panitia Pemilihan Kecamatan. Penyelenggara wajib netral dan independen sampai pemilu usai.',
  ],
  [
    'the press',
    'PWI: Media Harus Netral di Pilkada',
    'Ketua PWI mengatakan media massa harus netral pada Pilkada. Wartawan tidak boleh memihak pasangan calon.',
  ],
  [
    'football',
    'Laga Digelar di Tempat Netral',
    'Pertandingan Liga 1 itu dimainkan di tempat netral tanpa suporter. Pelatih menyebut timnya siap.',
  ],
  [
    'climate',
    'Kota Ini Menuju Netral Karbon',
    'Pemerintah kota menargetkan netral karbon pada 2045 dengan menekan emisi. Pegawai diminta bersepeda ke kantor.',
  ],
  [
    'the election alone',
    'KPU Undi Nomor Urut Empat Paslon Bupati',
    'KPU mengundi nomor urut empat pasangan calon bupati. Debat publik digelar dua kali sebelum pemungutan suara.',
  ],
  [
    'one clause in a ceremony',
    'Upacara HUT Korpri Berlangsung Khidmat',
    'Bupati memimpin upacara HUT Korpri. Ia meminta ASN disiplin, melayani dengan hati, menekan stunting, dan menjaga netralitas. Upacara ditutup pemotongan tumpeng. Satyalancana diserahkan kepada 30 pegawai. Pemkab berharap Korpri makin kompak.',
  ],
  [
    'rotation',
    'Bupati Lantik 60 Pejabat',
    'Bupati melantik 60 pejabat eselon III. Mutasi itu hasil uji kompetensi, kata Kepala BKPSDM. Lima camat bergeser.',
  ],
];

describe('relevant', () => {
  test.for(RELEVANT)('%s', ([, title, text]) => {
    const { relevant, relevance, decision, reasons } = contentOf({ title, text });
    expect(relevance).toBeGreaterThan(0.5);
    expect({ relevant, irrelevant: decision === 'irrelevant' }).toEqual({
      relevant: true,
      irrelevant: false,
    });
    expect(reasons.some(({ tag, quote }) => tag === 'relevance' && quote !== '')).toBe(true);
  });
});

describe('not relevant', () => {
  test.for(IRRELEVANT)('%s', ([, title, text]) => {
    const tags = contentOf({ title, text });
    expect(tags.relevance).toBeLessThan(0.5);
    expect(tags).toMatchObject({ relevant: false, coverage: 'lainnya', violations: [] });
  });
});

test('links to other articles do not make an article relevant', () => {
  const text = [
    'Bupati meresmikan jembatan di Kecamatan Sukamaju, Senin. Warga menyambut gembira.',
    'Baca juga: Bawaslu Periksa Camat yang Ikut Kampanye, ASN Diminta Netral',
    'Jembatan itu menghubungkan dua desa dan menelan anggaran Rp3 miliar.',
    'BACA JUGA: Sekda Ingatkan Netralitas ASN di Pilkada 2024',
  ].join('\n\n');
  expect(contentOf({ title: 'Bupati Resmikan Jembatan', text }).relevant).toBe(false);
});

test('the decision follows the score: relevant, review between, irrelevant', () => {
  const seen = [...RELEVANT, ...IRRELEVANT].map(([, title, text]) => contentOf({ title, text }));
  for (const { relevance, decision } of seen) {
    expect(decision).toBe(
      relevance < 0.3 ? 'irrelevant' : relevance >= 0.7 ? 'relevant' : 'review',
    );
  }
});
