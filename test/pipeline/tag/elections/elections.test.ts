// Which election an article means: by year, day, region, words of its time. Sentences of our own.
import { expect, test } from 'vitest';
import type { RegionCode } from '../../../../schemas/region.ts';
import { electionsOf } from './tagged.ts';

type Case = {
  what: string;
  title?: string;
  text: string;
  published?: string;
  url?: string;
  region?: RegionCode;
  bodies?: string[];
  /** 'pilkada-2024/pilbup+pilgub', 'pemilu-2024' */
  elections: string[];
};

const BONTANG = '64.74';
const BANGKA = '19.01';

test.for<Case>([
  {
    what: 'a year beside the word',
    text: 'Netralitas pada Pilkada 2018 dijaga.',
    elections: ['pilkada-2018'],
  },
  {
    what: 'a year behind the name of a region',
    text: 'Netralitas jelang Pilkada Bontang 2024 dijaga.',
    elections: ['pilkada-2024'],
  },
  {
    what: 'a misprinted year',
    text: 'Pada Pilkada 20202 ada tiga pejabat yang maju.',
    elections: ['pilkada-2020'],
  },
  {
    what: 'a year in which none was: the day decides',
    text: 'Jelang Pilkada Bontang 2025 ASN diingatkan, kata dia, Selasa (5/11/2024).',
    region: BONTANG,
    elections: ['pilkada-2024'],
  },
  {
    what: 'no year: the day of the page',
    text: 'ASN wajib netral pada pilkada.',
    published: '2016-12-06',
    elections: ['pilkada-2017'],
  },
  {
    what: 'no year: the day in the text',
    text: 'ASN wajib netral pada pilkada, kata dia, Kamis (1/10/2015).',
    elections: ['pilkada-2015'],
  },
  {
    what: 'no year: the address',
    text: 'ASN wajib netral pada pilkada.',
    url: 'https://koran.id/2020/03/asn-netral.html',
    elections: ['pilkada-2020'],
  },
  {
    what: 'no year but a weekday with its day, and where they vote',
    text: 'Pjs Bupati meminta ASN netral pada pilkada, Jumat (9/10).',
    region: '64.11',
    elections: ['pilkada-2020'],
  },
  {
    what: 'no year but a law',
    text: 'ASN wajib netral pada pilkada menurut UU Nomor 20 Tahun 2023.',
    region: '63.03',
    elections: ['pilkada-2024'],
  },
  {
    what: 'no year but a body of its time',
    text: 'Panwaslu memeriksa ASN sejak tahapan pilkada, menurut UU 8 Tahun 2015.',
    region: '71.10',
    elections: ['pilkada-2015'],
  },
  {
    what: 'no year but a body named with its region',
    text: 'ASN wajib netral pada pilkada, kata Ketua Bawaslu, Kamis (12/11).',
    region: '14.09',
    bodies: ['bawaslu kabupaten'],
    elections: ['pilkada-2020'],
  },
  {
    what: 'nothing tells: unspecified',
    text: 'ASN wajib netral pada pilkada.',
    elections: ['unspecified'],
  },
  {
    what: 'both in one breath',
    text: 'Ikrar netralitas pada Pemilu dan Pilkada 2024 dibacakan.',
    elections: ['pemilu-2024', 'pilkada-2024'],
  },
  {
    what: 'both as the law calls them',
    text: 'Netral pada Pemilu dan Pemilihan Tahun 2024.',
    elections: ['pemilu-2024', 'pilkada-2024'],
  },
  {
    what: 'the past one is history',
    title: 'ASN Diminta Netral di Pilkada 2024',
    text: 'Pada Pilkada 2024 ASN harus netral, lebih baik dibanding Pilkada 2020.',
    published: '2024-10-01',
    elections: ['pilkada-2024'],
  },
  {
    what: "'lalu' of the meeting is not of the election",
    text: 'Netralitas dibahas pada sosialisasi pilkada Senin lalu.',
    published: '2024-10-10',
    elections: ['pilkada-2024'],
  },
  {
    what: 'looked back on without a year: the last one held',
    text: 'Sanksi bagi 299 ASN yang melanggar pada Pilkada dan Pilpres lalu.',
    published: '2019-09-26',
    elections: ['pilkada-2018', 'pemilu-2019/pilpres'],
  },
  {
    what: 'words on both sides of a comma are no phrase',
    title: 'H-2 Pemilu, Bupati Ingatkan ASN',
    text: 'Bupati mengingatkan ASN menjelang Pemilu 2024.',
    published: '2024-02-12',
    region: '53.15',
    elections: ['pemilu-2024'],
  },
  {
    what: 'a head on leave runs again',
    title: 'Petahana Cuti, Sekda Ingatkan ASN',
    text: 'Bupati cuti kampanye sejak pekan lalu. Sekda meminta ASN netral pada pilkada.',
    published: '2018-02-21',
    region: '35.08',
    elections: ['pilkada-2018/pilbup'],
  },
  {
    what: 'a regency that elects no regent this time, beside the governor',
    text: 'ASN Kampar berikrar netral pada Pilgub Riau 2018. Kampar sendiri tidak memilih bupati tahun ini. Calon bupati baru ada pada masa mendatang.',
    published: '2018-02-21',
    region: '14.01',
    elections: ['pilkada-2018/pilgub'],
  },
  {
    what: 'the title of a circular lists others',
    text: 'ASN yang maju pada Pilkada 2020 terikat SE Menpan-RB tentang Netralitas ASN pada Pilkada Serentak 2018, Pemilihan Legislatif 2019, dan Pemilihan Presiden 2019. Aturan Pilkada 2020 jelas.',
    elections: ['pilkada-2020'],
  },
  {
    what: 'candidates without the word',
    text: 'Camat berfoto dengan salah satu paslon bupati, Minggu, 20 Oktober 2024.',
    region: '33.16',
    elections: ['pilkada-2024/pilbup'],
  },
  {
    what: 'presidential candidates by name',
    text: 'Video camat mendukung Jokowi-Ma’ruf beredar.',
    published: '2019-02-22',
    elections: ['pemilu-2019/pilpres'],
  },
  {
    what: 'caleg by the day',
    text: 'Pegawai itu memakai kaus caleg.',
    published: '2023-11-22',
    elections: ['pemilu-2024/pileg'],
  },
  {
    what: 'the contests named behind the word pemilu',
    text: 'Menghadapi Pemilu 2024, baik itu legislatif maupun presiden, ASN harus netral.',
    elections: ['pemilu-2024/pileg+pilpres'],
  },
  {
    what: 'contests in a row',
    text: 'ASN dilarang ikut kampanye pasangan calon gubernur dan wakil gubernur ataupun bupati dan wakil bupati.',
    published: '2020-09-08',
    elections: ['pilkada-2020/pilgub+pilbup'],
  },
  {
    what: 'a kota elects no bupati',
    text: 'ASN dilarang mendukung calon bupati atau wali kota pada Pilkada 2024.',
    region: BONTANG,
    elections: ['pilkada-2024/pilwalkot'],
  },
  {
    what: 'a region that does not vote means its governor',
    text: 'ASN wajib netral pada Pilkada 2018.',
    region: BONTANG,
    elections: ['pilkada-2018/pilgub'],
  },
  {
    what: 'Jakarta elects only a governor',
    text: 'PNS DKI wajib netral pada Pilkada DKI 2017.',
    region: '31',
    elections: ['pilkada-2017/pilgub'],
  },
  {
    what: "'pemilu' after Pemilu 2024 with a bupati is the pilkada",
    text: 'Pada pemilu ini calon bupati dilarang melibatkan ASN.',
    published: '2024-10-10',
    region: '33.16',
    elections: ['pilkada-2024/pilbup'],
  },
  {
    what: 'a re-vote ordered by the court',
    text: 'ASN harus netral pada PSU, kata dia, Selasa (11/3/2025).',
    elections: ['psu-2025'],
  },
  {
    what: "the region decides, not the word 'PSU'",
    text: 'PSU Pilkada Bangka 2025 segera digelar.',
    region: BANGKA,
    published: '2025-07-01',
    elections: ['pilkada-ulang-2025'],
  },
  {
    what: 'a re-vote after another election is that election',
    text: 'PSU digelar di Nabire, kata dia, Selasa (23/3/2021).',
    elections: ['pilkada-2020'],
  },
  {
    what: 'village heads',
    text: 'Pilkades serentak digelar di 115 desa.',
    elections: ['pilkades'],
  },
  {
    what: 'an election that is not held',
    text: 'Tahun itu tidak ada Pilkada serentak di provinsi ini.',
    elections: [],
  },
  {
    what: 'no election at all',
    text: 'Pegawai yang membolos dipotong tunjangannya.',
    elections: [],
  },
  {
    what: 'names of bodies are no elections',
    text: 'Komisi Pemilihan Umum merekrut panitia pemilihan kecamatan.',
    elections: [],
  },
  {
    what: 'the next one',
    text: 'Pemilu 2029 masih jauh.',
    published: '2026-01-29',
    elections: ['pemilu-2029'],
  },
  {
    what: 'between elections a bare word tells none',
    text: 'RUU itu mengatur netralitas pada pilkada.',
    published: '2025-10-21',
    elections: ['unspecified'],
  },
  {
    what: 'a link to another article is none',
    text: 'Camat diduga berkampanye di kantornya.\n\nBaca juga: Pilbup Tegal 2024, Ischak Bertemu Warga',
    elections: ['unspecified'],
  },
])('$what', ({ elections, region = null, bodies = [], ...fields }) => {
  const tags = electionsOf(fields, region, bodies);
  const found = tags.elections.map(({ election, contests }) =>
    contests.length === 0 ? election : `${election}/${contests.toSorted().join('+')}`,
  );
  const expected = elections.map((one) => {
    const [election = '', contests] = one.split('/');
    return contests === undefined
      ? election
      : `${election}/${contests.split('+').toSorted().join('+')}`;
  });
  expect(found.toSorted()).toEqual(expected.toSorted());
});
