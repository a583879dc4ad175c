// Speakers: every form in which the press gives somebody the word, names and offices cut as they should be, odd casing.
import { describe, expect, test } from 'vitest';
import { contentOf } from './read.ts';

const speakersOf = (text: string): [string, string][] =>
  contentOf({ text }).speakers.map(({ name, role }) => [name, role]);

describe('forms', () => {
  test.for([
    [
      '"Harus netral," kata Ketua Bawaslu Kota Bima, Atina Rahmawati.',
      'Atina Rahmawati',
      'Ketua Bawaslu Kota Bima',
    ],
    [
      'Penjabat Sementara (Pjs) Bupati Kukar, Bambang Arwanto, menegaskan ASN wajib netral.',
      'Bambang Arwanto',
      'Penjabat Sementara Bupati Kukar',
    ],
    [
      'Temanggung (ANTARA) - Penjabat Bupati Temanggung Hery Prabowo menegaskan ASN wajib netral.',
      'Hery Prabowo',
      'Penjabat Bupati Temanggung',
    ],
    [
      '"Betul," tegas Kepala Biro Komunikasi dan Informasi Publik Kemenpan RB, Budi Averro, Minggu (24/9/2023).',
      'Budi Averro',
      'Kepala Biro Komunikasi dan Informasi Publik Kemenpan RB',
    ],
    [
      'Apel dipimpin Camat Cibinong Acep Sajidin. Dalam arahannya camat menegaskan ASN wajib netral.',
      'Acep Sajidin',
      'Camat Cibinong',
    ],
    [
      'Ketua KPU Kukar Rudi Gunawan mengatakan tahapan berjalan.',
      'Rudi Gunawan',
      'Ketua KPU Kukar',
    ],
    [
      'Menurut Camat Pangkalan Lada Robby Setiawan, ikrar itu penting.',
      'Robby Setiawan',
      'Camat Pangkalan Lada',
    ],
    [
      'Hal itu disampaikan Wali Kota Pariaman, Sumatera Barat, Mukhlis Rahman.',
      'Mukhlis Rahman',
      'Wali Kota Pariaman',
    ],
    [
      'Penjabat (Pj) Wali Kota Bima Mukhtar Landa menegaskan ASN wajib netral.',
      'Mukhtar Landa',
      'Penjabat Wali Kota Bima',
    ],
    [
      'Ketua Bawaslu Kota Bima, Muhaemin, S.Pd.I., SH, saat membuka acara menyebut tujuannya.',
      'Muhaemin',
      'Ketua Bawaslu Kota Bima',
    ],
    [
      'Syarifah Inayati SE, Kepala BKPSDM Bengkulu Utara, menjelaskan kuota.',
      'Syarifah Inayati',
      'Kepala BKPSDM Bengkulu Utara',
    ],
    [
      '“Kami periksa,” ujar Koordinator Divisi Penanganan Pelanggaran, Data dan Informasi Bawaslu Kukar, Hardianda Putra.',
      'Hardianda Putra',
      'Koordinator Divisi Penanganan Pelanggaran, Data dan Informasi Bawaslu Kukar',
    ],
    [
      'Kepala Sub Bagian Analis Badan Pengawas Pemilu (Bawaslu) Faisal Rahman menilai itu sulit.',
      'Faisal Rahman',
      'Kepala Sub Bagian Analis Badan Pengawas Pemilu',
    ],
    [
      'Direktur Democracy and Electoral Empowerment Partnership (DEEP) Indonesia Neni Nur Hayati memperkirakan hal itu.',
      'Neni Nur Hayati',
      'Direktur Democracy and Electoral Empowerment Partnership Indonesia',
    ],
    [
      'Ketua LSM Telaah Informasi, Mujahirin, berharap piagam itu dipatuhi.',
      'Mujahirin',
      'Ketua LSM Telaah Informasi',
    ],
    [
      'M. Agil Akbar Koordinator Divisi Hukum Bawaslu Surabaya menyebut kasus itu.',
      'M. Agil Akbar',
      'Koordinator Divisi Hukum Bawaslu Surabaya',
    ],
    [
      'Sekda I Wayan Adi Sutama menegaskan wantilan tidak boleh dipakai.',
      'I Wayan Adi Sutama',
      'Sekda',
    ],
    [
      'Kapolres Batu, AKBP Andi Yudha Pranata, mengingatkan anggotanya.',
      'Andi Yudha Pranata',
      'Kapolres Batu',
    ],
    [
      '"Kami tunggu," ujar Dirpit Pusterad Brigjen TNI Agus Prasetyo.',
      'Agus Prasetyo',
      'Dirpit Pusterad',
    ],
    [
      'Ketua Panwaslih Kabupaten Nagan Raya Juni Efendi memastikan tahapan diawasi.',
      'Juni Efendi',
      'Ketua Panwaslih Kabupaten Nagan Raya',
    ],
    [
      'Hakim Mahkamah Konstitusi Saldi Isra menerangkan putusan itu.',
      'Saldi Isra',
      'Hakim Mahkamah Konstitusi',
    ],
    [
      'Penjabat Gubernur Papua Mayjen TNI (Purn) Ramses Limbong memastikan hal itu.',
      'Ramses Limbong',
      'Penjabat Gubernur Papua',
    ],
    [
      '"Diblokir," kata Deputi Bidang Pengawasan dan Pengendalian BKN, Otok Kuswandaru, Rabu (11/11/2020).',
      'Otok Kuswandaru',
      'Deputi Bidang Pengawasan dan Pengendalian BKN',
    ],
    [
      '"Bisa jadi," kata Komisioner Divisi Hukum, Data, dan Informasi Bawaslu Medan Taufiq Munthe.',
      'Taufiq Munthe',
      'Komisioner Divisi Hukum, Data, dan Informasi Bawaslu Medan',
    ],
    [
      'Ketua LSM Berantas Korupsi Indonesia (BKI) Provinsi Sumsel Muchtar Maduron menilai itu salah.',
      'Muchtar Maduron',
      'Ketua LSM Berantas Korupsi Indonesia Provinsi Sumsel',
    ],
    ['Wamendagri Bima Arya Sugiarto mengingatkan aparat.', 'Bima Arya Sugiarto', 'Wamendagri'],
    [
      'Gubernur Kaltara Drs H Zainal A. Paliwang, SH., M.Hum menegaskan ASN wajib netral.',
      'Zainal A. Paliwang',
      'Gubernur Kaltara',
    ],
  ] as const)('%s', ([text, name, role]) => {
    expect(speakersOf(text)).toEqual([[name, role]]);
  });
});

describe('no speaker', () => {
  test.for([
    'Camat Ternate Barat Fahmi Basa Amin dilaporkan ke Bawaslu.',
    'Menurut Undang-Undang Nomor 5 Tahun 2014, ASN harus netral.',
    'Bawaslu Kota Bima mengatakan kasus itu selesai.',
    'Warga mengadu kepada Bupati Pati Haryanto.',
    '"Pak Gubernur Hidayat Arsani sudah menegaskan hal ini," demikian bunyi pesan itu.',
    'Penelusuran itu menyebut tiga nama.',
    'Panwaslih Kabupaten Aceh Tamiang mengingatkan ASN.',
    'Kompas.com menyebutkan ada dua kasus.',
  ])('%s', (text) => {
    expect(speakersOf(text)).toEqual([]);
  });
});

test('a short name later is the same person, and the longest office given stands', () => {
  const text = [
    'Ketua DPRD Bontang, Andi Faizal Sofyan Hasdam, meminta ASN netral.',
    '“Jangan berpihak,” ujar Andi Faizal. Faizal menambahkan, DPRD memantau.',
    'Pernyataan itu disampaikan Ketua DPRD Kota Bontang Andi Faizal Sofyan Hasdam.',
  ].join('\n\n');
  expect(speakersOf(text)).toEqual([['Andi Faizal Sofyan Hasdam', 'Ketua DPRD Kota Bontang']]);
});

test('a nickname is nobody new, a namesake in another office is', () => {
  const text =
    'Komisioner Bawaslu Bima, Taufikurrahman, menjelaskan kasus itu. "Yang dua masih diproses," jelas Opik, sapaan akrabnya.';
  expect(speakersOf(text).map(([name]) => name)).toEqual(['Taufikurrahman']);
  const two =
    'Bupati Pati Haryanto mengingatkan PNS. Kapolres Pati AKBP Budi Haryanto meminta anggotanya netral.';
  expect(speakersOf(two).map(([name]) => name)).toEqual(['Haryanto', 'Budi Haryanto']);
});

test.for([
  [
    'Mantan Gubernur Syahrul Yasin Limpo (SYL) menyatakan siap. "Saya melayat," kata SYL.',
    'Syahrul Yasin Limpo',
  ],
  [
    'Anggota Bawaslu Silvania Susanti mengingatkan ASN. Menurut Silvi, ASN wajib netral.',
    'Silvania Susanti',
  ],
  [
    'Sekda Pekalongan Nur Priyantomo menjelaskan. Pada rakor tersebut menurut Nur Pri ASN wajib netral.',
    'Nur Priyantomo',
  ],
  [
    'Dosen Universitas Mataram (Unram) mengaku khilaf. "Kami teruskan," kata Ketua Bawaslu Hasan Basri.',
    'Hasan Basri',
  ],
])('initials, nicknames and abbreviations: %s', ([text, name]) => {
  expect(speakersOf(text ?? '').map(([found]) => found)).toEqual([name]);
});

test('an office alone, and "ujarnya", mean who was named before', () => {
  const office =
    'Hadir Kapolres Pati AKBP Budi Haryanto dan Dandim Pati Letkol Heri Soetiono. Kapolres meminta anggotanya netral.';
  expect(speakersOf(office).map(([name]) => name)).toEqual(['Budi Haryanto']);
  const pronoun =
    'Gubernur Ali Baal Masdar melantik 87 pejabat.\n\n“Saya percaya kalian,” ujarnya.';
  expect(speakersOf(pronoun)).toEqual([['Ali Baal Masdar', 'Gubernur']]);
});

test.for(['upper', 'lower'] as const)(
  'a text in %s case alone still gives its speakers',
  (kind) => {
    const text = [
      'Ketua Bawaslu Kota Bima, Atina Rahmawati, mengatakan dua kasus sudah diteruskan ke BKN.',
      '"ASN wajib netral selama masa kampanye pilkada," kata Atina Rahmawati di Kota Bima, Selasa.',
    ].join('\n\n');
    const cased = kind === 'upper' ? text.toUpperCase() : text.toLowerCase();
    expect(speakersOf(cased).map(([name]) => name.toLowerCase())).toEqual(['atina rahmawati']);
  },
);

test('speakers of links to other articles are not of this one', () => {
  const text =
    'Ketua KPU Kudus Basmar Perdana menjelaskan tahapan.\n\nBaca juga: Bupati Joko Santoso mengatakan siap mundur';
  expect(speakersOf(text).map(([name]) => name)).toEqual(['Basmar Perdana']);
});
