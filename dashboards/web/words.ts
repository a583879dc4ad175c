// Every text of the interface, Indonesian first; and the names of codes.
import type {
  Actor,
  Contest,
  Coverage,
  Decision,
  ElectionId,
  Violation,
} from '../../schemas/tag.ts';

export type Language = 'id' | 'en';

/** A text in Indonesian and in English. */
export type Label = readonly [string, string];

const WORDS = {
  product: ['Pantau', 'Pantau'],
  tagline: [
    'Netralitas ASN dalam pemberitaan daerah',
    'Civil-service neutrality in the regional press',
  ],
  overview: ['Ringkasan', 'Overview'],
  articles: ['Artikel', 'Articles'],
  sources: ['Sumber', 'Sources'],
  skip: ['Langsung ke isi', 'Skip to content'],
  language: ['English', 'Bahasa Indonesia'],
  search: ['Cari', 'Search'],
  searchHint: ['kata, "frasa", OR, -tanpa', 'words, "a phrase", OR, -without'],
  region: ['Wilayah', 'Region'],
  election: ['Pemilihan', 'Election'],
  kind: ['Jenis', 'Kind'],
  decision: ['Penilaian', 'Decision'],
  source: ['Sumber', 'Source'],
  from: ['Dari', 'From'],
  to: ['Sampai', 'To'],
  all: ['Semua', 'All'],
  apply: ['Tampilkan', 'Show'],
  filters: [
    'Saring menurut wilayah, pemilihan, jenis, tanggal',
    'Filter by region, election, kind, date',
  ],
  reset: ['Hapus saringan', 'Clear filters'],
  seen: ['Relevan dan perlu ditinjau', 'Relevant and to review'],
  trendTitle: ['Artikel per bulan', 'Articles a month'],
  trendText: [
    'Menurut tanggal terbit di tempat asal. Bulan bergaris: tidak ada sumber yang terbaca, jadi bukan nol.',
    'By local day of publication. Hatched months: no source was read, which is not zero.',
  ],
  numbers: ['Angka di balik grafik', 'The numbers behind the chart'],
  month: ['Bulan', 'Month'],
  texts: ['Naskah berbeda', 'Distinct texts'],
  reporting: ['Sumber terbaca', 'Sources reporting'],
  undated: [
    'artikel tanpa tanggal tidak masuk grafik',
    'articles without a date are not in the chart',
  ],
  ranking: ['Wilayah terbanyak', 'Regions with most articles'],
  newest: ['Artikel terbaru', 'Newest articles'],
  seeAll: ['Lihat semua', 'See all'],
  relevant: ['Relevan', 'Relevant'],
  review: ['Perlu ditinjau', 'To review'],
  irrelevant: ['Tidak relevan', 'Not relevant'],
  read: ['Artikel dibaca', 'Articles read'],
  none: ['Tidak ada artikel yang cocok dengan saringan ini.', 'No article matches these filters.'],
  empty: [
    'Arsip masih kosong. Begitu sumber pertama terbaca, artikelnya muncul di sini.',
    'The archive is still empty. Articles appear here as soon as the first source is read.',
  ],
  results: ['artikel', 'articles'],
  page: ['Halaman', 'Page'],
  previous: ['Sebelumnya', 'Previous'],
  next: ['Berikutnya', 'Next'],
  noDate: ['tanpa tanggal', 'no date'],
  original: ['Baca di situs asal', 'Read at the source'],
  advertorial: ['Advertorial', 'Advertorial'],
  why: ['Mengapa ditandai begini', 'Why it is tagged so'],
  whyText: [
    'Pilih satu tanda untuk melihat kata-kata yang mendasarinya.',
    'Choose a tag to see the words behind it.',
  ],
  showAll: ['Tampilkan semua alasan', 'Show all reasons'],
  stage: ['Tahapan', 'Stage'],
  actors: ['Pihak', 'Actors'],
  violations: ['Dugaan pelanggaran', 'Alleged violations'],
  speakers: ['Narasumber', 'Speakers'],
  relevance: ['Relevansi', 'Relevance'],
  versions: ['Versi', 'Versions'],
  copies: ['Naskah yang sama di tempat lain', 'The same text elsewhere'],
  published: ['Terbit', 'Published'],
  dateBasis: ['Tanggal menurut', 'Date from'],
  authors: ['Penulis', 'Authors'],
  goneSince: ['Halaman asal sudah tidak ada sejak', 'The page is gone from its site since'],
  candidates: ['Wilayah yang dipertimbangkan', 'Regions that were weighed'],
  otherReasons: ['Alasan dari alamat, media atau tanggal', 'Reasons from address, outlet or date'],
  found: ['Ditemukan', 'Found'],
  kept: ['Disimpan', 'Kept'],
  skipped: ['Dilewati', 'Skipped'],
  failed: ['Gagal', 'Failed'],
  due: ['Menunggu', 'Due'],
  lastRound: ['Putaran terakhir', 'Last round'],
  never: ['belum pernah', 'never'],
  endings: ['Akhir tiap halaman', 'How each page ended'],
  notFound: ['Halaman ini tidak ada.', 'There is no such page.'],
  notFoundNext: ['Kembali ke ringkasan', 'Back to the overview'],
  wrongFilter: [
    'Saringan ini tidak dikenal dan diabaikan:',
    'This filter is unknown and was ignored:',
  ],
  broken: [
    'Pertanyaan ini gagal dijawab. Catatannya ada di log; coba lagi sebentar lagi.',
    'This question could not be answered. The log has the details; try again in a moment.',
  ],
  national: ['Nasional / tanpa wilayah', 'National / no region'],
  version: ['versi', 'version'],
  new: ['pertama dibaca', 'first read'],
  edited: ['isi berubah', 'text changed'],
  retagged: ['tanda berubah', 'tags changed'],
  gone: ['hilang dari situs', 'gone from its site'],
  back: ['muncul lagi', 'there again'],
  moved: ['pindah alamat', 'at another address'],
} as const satisfies Record<string, Label>;

export type Word = keyof typeof WORDS;

/** A text of the interface in the reader's language. */
export const say = (word: Word, language: Language): string => tell(WORDS[word], language);

/** For the texts of one page alone, kept beside it. */
export const tell = (label: Label, language: Language): string => label[language === 'id' ? 0 : 1];

export const DECISION_WORD = {
  relevant: 'relevant',
  review: 'review',
  irrelevant: 'irrelevant',
} as const satisfies Record<Decision, Word>;

/** Names of codes are Indonesian in both languages: they are terms of the field. */
export const COVERAGE_NAMES: Record<Coverage, string> = {
  imbauan: 'Imbauan',
  sosialisasi: 'Sosialisasi',
  ikrar: 'Ikrar',
  dugaan: 'Dugaan pelanggaran',
  penanganan: 'Penanganan',
  sanksi: 'Sanksi',
  regulasi: 'Regulasi',
  data: 'Data',
  opini: 'Opini',
  lainnya: 'Lainnya',
};

export const CONTEST_NAMES: Record<Contest, string> = {
  pilpres: 'Pilpres',
  pileg: 'Pileg',
  pilgub: 'Pilgub',
  pilbup: 'Pilbup',
  pilwalkot: 'Pilwalkot',
};

export const ACTOR_NAMES: Record<Actor, string> = {
  asn: 'ASN',
  pppk: 'PPPK',
  non_asn: 'Non-ASN',
  tni: 'TNI',
  polri: 'Polri',
  kepala_desa: 'Kepala desa',
  perangkat_desa: 'Perangkat desa',
  penyelenggara: 'Penyelenggara',
  bumn_bumd: 'BUMN/BUMD',
  pejabat_negara: 'Pejabat negara',
};

export const VIOLATION_NAMES: Record<Violation, string> = {
  media_sosial: 'Media sosial',
  foto_simbol: 'Foto atau simbol',
  hadir_kampanye: 'Hadir kampanye',
  alat_peraga: 'Alat peraga',
  pendekatan_parpol: 'Pendekatan ke parpol',
  anggota_parpol: 'Anggota parpol',
  tim_sukses: 'Tim sukses',
  ajakan_dukungan: 'Ajakan dukungan',
  dukungan_ktp: 'Dukungan KTP',
  fasilitas_negara: 'Fasilitas negara',
  kebijakan_berpihak: 'Kebijakan berpihak',
  politik_uang: 'Politik uang',
  lainnya: 'Pelanggaran lain',
};

/** 'pilkada-ulang-2025' → 'Pilkada Ulang 2025', 'psu-2025' → 'PSU 2025'. */
export function electionName(election: ElectionId, language: Language): string {
  if (election === 'unspecified')
    return language === 'id' ? 'Pemilihan tak disebut' : 'Unspecified';
  return election
    .split('-')
    .map((word) => (word === 'psu' ? 'PSU' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
