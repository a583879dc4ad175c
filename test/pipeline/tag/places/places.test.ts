// Which regions an article is about: one case a class of difficulty, with sentences of our own.
import { expect, test } from 'vitest';
import { createDocumentReader } from '../../../../pipeline/tag/document.ts';
import { PhraseBook } from '../../../../pipeline/tag/phrases.ts';
import { createPlaceTagger } from '../../../../pipeline/tag/places/places.ts';
import type { PlaceTags } from '../../../../pipeline/tag/parts.ts';
import type { TagInput } from '../../../../schemas/tag.ts';
import { inputOf, knowledge } from '../input.ts';

const book = new PhraseBook();
const tag = createPlaceTagger(knowledge, book);
const read = createDocumentReader(knowledge.noise, book);
const placesOf = (fields: Partial<TagInput>): PlaceTags => tag(read(inputOf(fields)), null);

type Case = Partial<TagInput> & { what: string; primary: string | null; regions?: string[] };

test.for<Case>([
  {
    what: 'the office decides for the kota',
    title: 'Wali Kota Semarang Ingatkan Lurah',
    text: 'SEMARANG – Wali Kota Semarang meminta lurah netral. Pemkot akan menindak pelanggar.',
    primary: '33.74',
  },
  {
    what: 'the office decides for the kabupaten',
    title: 'Bupati Semarang Ingatkan Camat',
    text: 'UNGARAN – Bupati Semarang meminta camat netral. Pemkab akan menindak pelanggar.',
    primary: '33.22',
  },
  {
    what: 'an office without a name tells the level of the bare name',
    title: 'ASN Bekasi Diminta Netral',
    text: 'BEKASI – Penjabat bupati meminta ASN Bekasi netral. Sekretaris daerah dan kepala dinas mendampingi bupati.',
    primary: '32.16',
  },
  {
    what: 'the province behind it tells the namesake',
    title: 'Camat di Banjar Diperiksa',
    text: 'Panwaslu Banjar, Kalimantan Selatan, memeriksa seorang camat.',
    primary: '63.03',
  },
  {
    what: 'the longest name wins',
    title: 'ASN Aceh Barat Daya Berikrar',
    text: 'BLANGPIDIE – ASN Aceh Barat Daya mengucapkan ikrar di hadapan Bupati Aceh Barat Daya.',
    primary: '11.12',
  },
  {
    what: 'an abbreviation beside an office',
    title: 'Pemkab Kukar Rapat Netralitas',
    text: 'Sekda Kukar memimpin rapat. Bawaslu Kukar hadir.',
    primary: '64.02',
  },
  {
    what: 'an abbreviation that is a word elsewhere is not a place',
    title: 'Mitra Bawaslu Diminta Aktif',
    text: 'Bawaslu menggandeng mitra kerja dan KTT organisasi pemuda agar ASN netral.',
    primary: null,
  },
  {
    what: 'the seat stands for the regency',
    title: 'Bupati Lantik Camat',
    text: 'KAJEN – Bupati melantik camat dan meminta mereka netral.',
    primary: '33.26',
  },
  {
    what: 'the dateline is only where the reporter sits',
    title: 'Dua Camat Inhil Diperiksa Bawaslu',
    text: 'PEKANBARU – Bawaslu Indragiri Hilir memeriksa dua camat. Pemkab Inhil menunggu hasilnya.',
    primary: '14.04',
  },
  {
    what: 'a hotel is a venue',
    title: 'Bawaslu Kabupaten Kupang Gelar Deklarasi',
    text: 'Bawaslu Kabupaten Kupang menggelar deklarasi di Hotel Aston, Kota Kupang.',
    primary: '53.01',
  },
  {
    what: 'a person is called like a place',
    title: 'Wamendagri Bima Arya Ancam Sanksi',
    text: 'Wamendagri Bima Arya mengancam sanksi bagi aparat yang memihak. “Tidak ada permainan,” kata Bima.',
    primary: null,
  },
  {
    what: 'an official is called like a place',
    title: 'Bupati Toraja Utara Lantik Pejabat',
    text: 'Bupati Toraja Utara melantik 36 pejabat. Medan Sandabunga menjadi kepala dinas, Paris Salu pindah.',
    primary: '73.26',
  },
  {
    what: 'a university and a street are no subject',
    title: 'Netralitas Aparatur Dikaji',
    text: 'Dosen Universitas Pekalongan menilai aturan KASN belum tegas. Ia ditemui di Jalan Semarang.',
    primary: null,
  },
  {
    what: 'common words are no places',
    title: 'Puncak Acara Netralitas',
    text: 'Pada puncak acara, kedua kubu saling serang. Batu besar menghalangi jalan, kata panitia.',
    primary: null,
  },
  {
    what: 'a province whose body acts, with cases in its parts',
    title: 'Bawaslu Kepri Catat 15 Kasus, Karimun Terbanyak',
    text: 'TANJUNGPINANG – Bawaslu Kepri mencatat 15 kasus. Sebarannya: Karimun 8, Lingga 3, dan Batam 4. Bawaslu Kepri terus memantau.',
    primary: '21',
    regions: ['21', '21.02', '21.04', '21.71'],
  },
  {
    what: 'an enumeration is not the subject',
    title: 'Bawaslu Maluku Wanti-wanti ASN',
    text: 'AMBON – Bawaslu Maluku mengingatkan ASN. Empat kabupaten ikut Pilkada, yakni Maluku Barat Daya, Seram Bagian Timur, Kepulauan Aru dan Buru Selatan.',
    primary: '81',
    regions: ['81'],
  },
  {
    what: 'a governor speaks at a place of which the news is',
    title: 'Sekprov Sumbar Minta ASN Netral',
    text: 'PADANG PANJANG – ASN Kota Padang Panjang diminta netral oleh Sekprov Sumbar. Wali Kota Padang Panjang mendampinginya.',
    primary: '13.74',
  },
  {
    what: 'no province when a part of it stands there',
    title: 'Camat Diperiksa',
    text: 'Bawaslu Kabupaten Dompu, Nusa Tenggara Barat, memeriksa seorang camat. NTB punya sepuluh daerah.',
    primary: '52.05',
    regions: ['52.05'],
  },
  {
    what: 'a biography names other places',
    title: 'Pj Gubernur Aceh Ancam ASN',
    text: 'Pj Gubernur Aceh mengancam ASN Pemerintah Aceh. Pejabat itu mantan Bupati Gayo Lues dan pernah bertugas di Kota Bogor.',
    primary: '11',
    regions: ['11'],
  },
  {
    what: 'noise names other places',
    title: 'Pemkot Kupang Gelar Apel',
    text: 'Pemkot Kupang menggelar apel.\n\nBaca juga: Bupati Malaka Copot Tiga Kepala Dinas di Betun\n\nWali Kota Kupang memimpinnya.',
    primary: '53.71',
    regions: ['53.71'],
  },
  {
    what: 'national: central bodies only',
    title: 'BKN Blokir Data ASN',
    text: 'JAKARTA – BKN memblokir data ASN yang melanggar. Menteri Dalam Negeri mendukung langkah BKN. Pelanggaran terbanyak di Jawa Tengah.',
    primary: null,
  },
  {
    what: 'national: only a dateline',
    title: 'Kajian: Guru Paling Sering Dihukum',
    text: 'Bogor – Sebuah kajian menyebut guru paling sering dihukum. Penelitinya ditemui di Bogor.',
    primary: null,
  },
  {
    what: 'a kecamatan near its regency',
    title: 'Camat Sambong Diperiksa',
    text: 'Camat Sambong diperiksa. Kantor Kecamatan Sambong di Blora tetap buka.',
    primary: '33.16',
  },
  {
    what: 'an official host',
    url: 'https://bimakota.bawaslu.go.id/berita/sosialisasi',
    title: 'Sosialisasi Netralitas',
    text: 'Ketua Bawaslu membuka sosialisasi bagi camat dan lurah.',
    primary: '52.72',
  },
  {
    what: 'Jakarta as a subject needs its office',
    title: 'BKD DKI Ingatkan PNS',
    text: 'JAKARTA – BKD DKI Jakarta mengingatkan PNS DKI agar netral.',
    primary: '31',
  },
])('$what', ({ primary, regions, ...fields }) => {
  const tags = placesOf(fields);
  expect(tags.primary, JSON.stringify(tags.candidates)).toBe(primary);
  if (regions !== undefined) expect(tags.regions.toSorted()).toEqual(regions.toSorted());
});

test('all candidates are kept with their scores, the chosen ones marked', () => {
  const { candidates, regions } = placesOf({
    title: 'Bawaslu Kota Bima Periksa Camat',
    text: 'Bawaslu Kota Bima memeriksa camat. Kabupaten Dompu hanya disebut sekali.',
  });
  expect(candidates.map(({ code }) => code)).toEqual(['52.72', '52.05']);
  expect(candidates.filter(({ chosen }) => chosen).map(({ code }) => code)).toEqual(regions);
  expect(candidates[0]?.score).toBeGreaterThan(candidates[1]?.score ?? 0);
});

test('the newspaper decides between namesakes, never alone', () => {
  const fields = { text: 'PARIGI – Bupati meminta ASN netral pada pilkada.' };
  expect(placesOf({ ...fields, outletRegion: '72.08' }).primary).toBe('72.08');
  expect(placesOf({ ...fields, outletRegion: '32.18' }).primary).toBe('32.18');
  expect(placesOf({ text: 'ASN diminta netral.', outletRegion: '72.08' }).primary).toBeNull();
});

test('a former name means the region of its time', () => {
  const text = 'Bupati Kepulauan Riau melantik camat. Pemkab Kepulauan Riau menjelaskan.';
  const document = read(inputOf({ text }));
  expect(tag(document, '2010-05-01').primary).toBe('21.01');
  expect(tag(document, '2024-05-01').primary).toBe('21');
});

// Every kabupaten and kota under its office, its Bawaslu and in small letters.
test.for([
  {
    form: 'office',
    write: (name: string, kota: boolean): string =>
      `${kota ? 'Wali Kota' : 'Bupati'} ${name} meminta aparatur netral. ${kota ? 'Pemkot' : 'Pemkab'} ${name} menyiapkan sanksi.`,
  },
  {
    form: 'Bawaslu',
    write: (name: string, kota: boolean): string =>
      `${name.toUpperCase()} – Bawaslu ${kota ? 'Kota' : 'Kabupaten'} ${name} menerima laporan. Ketua Bawaslu ${name} mengkajinya.`,
  },
  {
    form: 'small letters',
    write: (name: string, kota: boolean): string =>
      `${kota ? 'wali kota' : 'bupati'} ${name} meminta aparatur netral pada pilkada.`.toLowerCase(),
  },
])('knows all 514 by $form', ({ write }) => {
  const wrong = knowledge.regions.filter(({ id, short, kind }) => {
    if (kind === 'province') return false;
    return placesOf({ text: write(short, kind === 'kota') }).primary !== id;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('knows the 38 provinces by their government', () => {
  const wrong = knowledge.regions.filter(({ id, name, short, kind }) => {
    if (kind !== 'province') return false;
    const text = `Pemerintah Provinsi ${name} mengingatkan ASN. Gubernur ${short} menegaskannya.`;
    return placesOf({ text }).primary !== id;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
