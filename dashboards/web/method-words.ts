// The texts of the page on method, Indonesian first. What they claim is held by the tests of the parts they speak of.
import { type Label, type Language, tell } from './words.ts';

export const METHOD_WORDS = {
  title: ['Metode', 'Method'],
  counted: ['Apa yang dihitung', 'What is counted'],
  accuracy: ['Seberapa tepat tandanya', 'How accurate the tags are'],
  accuracyText: [
    'Diukur pada artikel yang ditandai orang. Kecuali “Contoh baku”, artikel ini tidak dipakai saat menyetel aturan, jadi paling dekat dengan kenyataan. Dalam kurung: selang kepercayaan 95 %.',
    'Measured on articles labelled by people. Except for “Given” these were not used while rules were tuned, so they are nearest to reality. In brackets: 95 % intervals.',
  ],
  tuned: [
    'Artikel yang dipakai saat menyetel aturan: lebih bagus daripada kenyataan',
    'Articles that rules were tuned on: better than reality',
  ],
  measure: ['Ukuran', 'Measure'],
  labelled: ['artikel', 'articles'],
  limits: ['Batas yang diketahui', 'Known limits'],
  versions: ['Versi', 'Versions'],
  code: ['Kode yang membaca artikel', 'Code that reads articles'],
  knowledge: ['Pengetahuan (wilayah, pemilihan, kamus)', 'Knowledge (regions, elections, lexicon)'],
  archive: ['Artikel dalam arsip', 'Articles in the archive'],
  versionsText: [
    'Setiap versi artikel menyimpan versi kode dan pengetahuan yang membacanya.',
    'Each version of an article keeps the versions of code and knowledge that read it.',
  ],
} as const satisfies Record<string, Label>;

export const COUNTED: readonly (readonly [Label, Label])[] = [
  [
    ['Artikel', 'Article'],
    [
      'Satu halaman berita di satu media. Salinan siaran pers yang terbit di 30 media adalah 30 artikel.',
      'One report on one site. A press release printed by 30 outlets is 30 articles.',
    ],
  ],
  [
    ['Naskah', 'Text'],
    [
      'Artikel yang isinya sama atau hampir sama dihitung sekali. Rilis yang sama untuk tempat lain adalah naskah lain.',
      'Articles with the same or nearly the same content count once. The same release for another place is another text.',
    ],
  ],
  [
    ['Cerita', 'Story'],
    [
      'Naskah tentang peristiwa yang sama dihitung sekali. Dalam grafik, cerita dihitung di setiap masa ia diberitakan; jumlah seluruhnya menghitungnya sekali.',
      'Texts on the same event count once. In a chart a story counts in each period in which it is reported; the total counts it once.',
    ],
  ],
  [
    ['Media', 'Outlet'],
    [
      'Sumber yang memuat artikel, menurut daftar sumber.',
      'The source that carries the article, by the source list.',
    ],
  ],
  [
    ['Hari setempat', 'Local day'],
    [
      'Tanggal terbit menurut halaman itu sendiri, pada jam wilayahnya (WIB, WITA, WIT). Artikel tanpa tanggal tidak masuk grafik mana pun dan dihitung di sampingnya.',
      'The date that the page itself gives, on the clock of its region (WIB, WITA, WIT). An article without a date is in no chart and is counted beside it.',
    ],
  ],
  [
    ['Wilayah', 'Region'],
    [
      'Setiap kabupaten, kota, dan provinsi yang dibicarakan artikel. Artikel tentang dua wilayah dihitung di keduanya, di provinsi yang sama sekali saja.',
      'Each kabupaten, kota and province that the article speaks of. An article on two regions counts in both, in one province once.',
    ],
  ],
  [
    ['Sumber terbaca', 'Sources reporting'],
    [
      'Sumber yang menyelesaikan satu putaran pada masa itu, atau yang artikelnya dari masa itu tersimpan. Dengan saringan wilayah: sumber di wilayah atau provinsinya, dan yang pernah memberitakannya.',
      'Sources that completed a round in the period, or of which an article of the period is held. With a region: sources at home there or in its province, and those that have reported on it.',
    ],
  ],
  [
    ['Bergaris', 'Hatched'],
    [
      'Tidak ada sumber yang terbaca. Itu tidak diketahui, bukan nol.',
      'No source was read. That is unknown, not zero.',
    ],
  ],
  [
    ['Bagian', 'Share'],
    [
      'Artikel yang cocok dibagi semua artikel bertanggal yang dibaca dari sumber yang sama, tentang apa pun.',
      'Matching articles over all dated articles read from the same sources, whatever they are about.',
    ],
  ],
  [
    ['Advertorial', 'Advertorial'],
    [
      'Tulisan berbayar yang ditandai demikian; dihitung terpisah kecuali diminta bersama.',
      'Paid text that is marked as such; counted apart unless asked for together.',
    ],
  ],
  [
    ['Dugaan', 'Alleged'],
    [
      'Apa yang dikatakan berita, menurut bentuk dalam SKB 2022. Bukan putusan dan bukan jumlah pelanggaran.',
      'What reports say, by the acts of SKB 2022. Not a finding, and not a number of violations.',
    ],
  ],
];

/** Sets of labelled articles, without what they are for: test/gold/README.md tells of each. */
const SET_NAMES: Record<string, Label> = {
  given: ['Contoh baku', 'Given'],
  own: ['Rekaan sendiri', 'Our own'],
  fresh: ['Berita lugas', 'Plain reports'],
  retold: ['Laporan pendek', 'Short reports'],
};

/** 'press-a-heldout' → 'Penulis A'. */
export function setName(set: string, language: Language): string {
  const name = set.replace(/-(dev|heldout)$/, '');
  const author = /^press-(\w)$/.exec(name)?.[1];
  if (author !== undefined)
    return `${tell(['Penulis', 'Author'], language)} ${author.toUpperCase()}`;
  return tell(SET_NAMES[name] ?? [name, name], language);
}

/** By the name that the gold set's measures have. */
export const MEASURE_NAMES: Record<string, Label> = {
  'relevance precision': [
    'Relevan: yang ditandai memang relevan',
    'Relevant: what is marked is relevant',
  ],
  'relevance recall': ['Relevan: yang relevan ditemukan', 'Relevant: what is relevant is found'],
  primary: ['Wilayah utama', 'Primary region'],
  'regions F1': ['Semua wilayah (F1)', 'All regions (F1)'],
  'elections F1': ['Pemilihan (F1)', 'Elections (F1)'],
  'contests F1': ['Jenis pemilihan (F1)', 'Contests (F1)'],
  coverage: ['Jenis berita', 'Kind of report'],
  'violations F1': ['Bentuk pelanggaran (F1)', 'Alleged acts (F1)'],
  'actors F1': ['Pihak (F1)', 'Actors (F1)'],
  'speakers F1': ['Narasumber (F1)', 'Speakers (F1)'],
  advertorial: ['Advertorial', 'Advertorial'],
};

export const LIMITS: readonly Label[] = [
  [
    'Yang dihitung adalah pemberitaan, bukan peristiwa. Wilayah dengan banyak media tampak lebih ramai; bandingkan cerita per sumber.',
    'What is counted is reporting, not events. Regions with many outlets look busier; compare stories per source.',
  ],
  [
    'Jenis berita dan bentuk pelanggaran adalah tanda yang paling sering keliru; lihat tabel di atas sebelum mengutip angkanya.',
    'Kind of report and alleged acts are the tags most often wrong; see the table above before quoting their figures.',
  ],
  [
    'Arsip baru mulai pada putaran pertama tiap sumber; artikel yang lebih lama hanya sejauh yang masih ditampilkan situsnya.',
    'The archive begins with the first round of each source; older articles only as far as the site still lists them.',
  ],
  [
    'Halaman di balik tembok (login, tantangan) dicatat, tidak dibaca.',
    'Pages behind a wall (login, challenge) are recorded, not read.',
  ],
  [
    'Wilayah memakai kode Kemendagri yang berlaku sekarang, juga untuk berita lama.',
    'Regions are those of today by their Kemendagri codes, for old reports too.',
  ],
];
