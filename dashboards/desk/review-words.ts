// Every text of the pages of review, Indonesian first.
import { type Label, type Language, tell } from '../web/words.ts';
import type { ReviewFault, Wrong } from './review-ports.ts';

const WORDS = {
  review: ['Tinjauan', 'Review'],
  lead: [
    'Setiap tanda bisa dipastikan atau diperbaiki. Perbaikan disimpan sebagai catatan siapa, kapan dan mengapa; tetap berlaku bila artikel dibaca ulang, dan penilaian mesin tetap terlihat di sampingnya.',
    'Every tag can be confirmed or corrected. A correction is kept as who, when and why; it still holds when the article is read again, and what the tagger said stays visible beside it.',
  ],
  borderline: ['Di ambang relevansi', 'On the border of relevance'],
  borderlineText: [
    'Yang paling ragu lebih dahulu.',
    'Those that the tagger is least sure of come first.',
  ],
  noBorderline: ['Tidak ada yang menunggu.', 'Nothing waits.'],
  sample: ['Contoh acak untuk mengukur', 'Random sample for measuring'],
  sampleText: [
    'Diundi tiap hari dengan kunci pemasangan ini, jadi tidak bisa dipilih. Tinjau seutuhnya: hanya dari contoh ini ketepatan dihitung.',
    "Drawn each day with this installation's key, so nobody can choose it. Review it whole: accuracy is computed from this sample alone.",
  ],
  noSample: ['Tidak ada contoh yang menunggu.', 'No sample waits.'],
  doneOf: ['sudah ditinjau dari', 'reviewed of'],
  drawnLast: ['yang diundi dalam tujuh hari terakhir', 'drawn in the last seven days'],
  shareSeen: ['ditampilkan', 'shown'],
  shareIrrelevant: ['dikesampingkan', 'put aside'],
  badLink: [
    'Tautan ini tidak berlaku atau sudah lewat masanya. Cari artikelnya di daftar atau lewat halaman Artikel.',
    'This link does not fit or has expired. Find the article in the list or through Articles.',
  ],
  back: ['Semua tinjauan', 'All reviews'],
  toArticle: ['Halaman artikel', 'Page of the article'],
  reviewThis: ['Tinjau tanda artikel ini', 'Review the tags of this article'],
  form: ['Tinjau', 'Review'],
  relevance: ['Tentang netralitas ASN dalam pemilihan', 'On the neutrality of ASN in elections'],
  yes: ['ya', 'yes'],
  no: ['bukan', 'no'],
  regions: ['Wilayah', 'Regions'],
  regionsHint: [
    'Satu nama tiap baris; baris pertama adalah wilayah utama.',
    'One name a line; the first is the main region.',
  ],
  elections: ['Pemilihan', 'Elections'],
  contests: ['Jenis pemilihan', 'Contests'],
  coverage: ['Jenis berita', 'Kind of report'],
  violations: ['Dugaan pelanggaran', 'Alleged violations'],
  actors: ['Pihak', 'Actors'],
  advertorial: ['Advertorial', 'Advertorial'],
  quote: [
    'Kata-kata dasarnya (salin dari artikel)',
    'The words behind it (copied from the article)',
  ],
  why: ['Alasan', 'Reason'],
  whyHint: [
    'Wajib bila ada yang diubah. Dibaca rekan Anda, dan menyertai baris emas yang diekspor.',
    'Required where something changes. Your colleagues read it, and exported gold lines carry it.',
  ],
  whole: [
    'Semua tanda sudah saya periksa; yang tidak saya ubah memang benar',
    'I have looked at every tag; what I have not changed is right',
  ],
  save: ['Simpan tinjauan', 'Save review'],
  saved: ['Tinjauan tersimpan.', 'The review is saved.'],
  readOnly: ['Akun Anda boleh membaca, tidak meninjau.', 'Your account may read, not review.'],
  history: ['Riwayat tinjauan', 'Reviews so far'],
  noHistory: ['Belum pernah ditinjau.', 'Not reviewed yet.'],
  confirmedAll: ['memastikan semua tanda', 'confirmed every tag'],
  somebody: ['peninjau', 'a reviewer'],
  owner: ['pemilik mesin', "the machine's owner"],
  version: ['versi', 'version'],
  tagger: ['Kata mesin', 'What the tagger says'],
  taggerSame: ['Sama dengan yang ditampilkan.', 'The same as what is shown.'],
  taggerOnly: ['hanya menurut mesin', 'by the tagger alone'],
  reviewOnly: ['hanya menurut peninjau', 'by reviewers alone'],
  code: ['kode', 'code'],
  knowledge: ['pengetahuan', 'knowledge'],
  wrong: ['Belum disimpan:', 'Not saved:'],
  proposal: ['Dari kabar yang Anda terima:', 'From the alert that you received:'],
  accuracy: ['Ketepatan menurut tinjauan', 'Accuracy by review'],
  accuracyText: [
    'Hanya dari contoh acak yang ditinjau seutuhnya, terhadap kata mesin pada saat itu. Dalam kurung: selang kepercayaan 95 % (Wilson). Tepat: dari yang ditandai, berapa yang benar. Lengkap: dari yang benar dan tampil dalam contoh, berapa yang ditandai.',
    'From the random sample that was reviewed whole alone, against what the tagger said at that time. In brackets: 95 % intervals (Wilson). Precision: of what was tagged, how much is right. Recall: of what is right within the sample, how much was tagged.',
  ],
  noAccuracy: [
    'Belum ada contoh acak yang ditinjau seutuhnya.',
    'No article of the random sample was reviewed whole yet.',
  ],
  sampled: ['artikel contoh ditinjau', 'sampled articles reviewed'],
  precisionRow: [
    'Ditampilkan sebagai relevan, dan memang relevan',
    'Shown as relevant, and relevant',
  ],
  asideRow: ['Dikesampingkan, dan memang tidak relevan', 'Put aside, and not relevant'],
  measure: ['Ukuran', 'Measure'],
  tag: ['Tanda', 'Tag'],
  precision: ['Tepat', 'Precision'],
  recall: ['Lengkap', 'Recall'],
  region: ['Wilayah', 'Region'],
  right: ['Relevansi, wilayah utama dan jenis benar', 'Relevance, main region and kind right'],
} as const satisfies Record<string, Label>;

export type ReviewWord = keyof typeof WORDS;

export const sayReview = (word: ReviewWord, language: Language): string =>
  tell(WORDS[word], language);

const PROPOSALS: Record<Wrong, Label> = {
  bukan: ['bukan tentang netralitas ASN', 'it is not about the neutrality of ASN'],
  wilayah: ['wilayahnya salah: tulis yang benar', 'the region is wrong: write the right one'],
  jenis: ['jenisnya salah: pilih yang benar', 'the kind is wrong: choose the right one'],
};

export const proposalText = (wrong: Wrong, language: Language): string =>
  tell(PROPOSALS[wrong], language);

const FAULTS: Record<ReviewFault['kind'], Label> = {
  'unknown-article': ['Artikel ini tidak ada.', 'There is no such article.'],
  'changed-meanwhile': [
    'Artikel berubah sejak halaman ini dibuka. Periksa lagi, lalu simpan.',
    'The article has changed since this page was opened. Look again, then save.',
  ],
  'nothing-said': [
    'Tidak ada yang diubah. Centang kotak terakhir bila semua tanda benar.',
    'Nothing was changed. Tick the last box if every tag is right.',
  ],
  'no-reason': ['Tulis alasan perubahan.', 'Write why you change it.'],
  'unknown-tag': ['Tidak dikenal:', 'Not known:'],
  'quote-not-found': [
    'Kata-kata ini tidak ada di judul maupun isi artikel:',
    'These words are neither in the title nor in the text:',
  ],
  'not-relevant': [
    'Artikel yang tidak relevan tidak punya jenis atau dugaan pelanggaran:',
    'An article that is not relevant has no kind and no violations:',
  ],
};

export const faultText = (fault: ReviewFault, language: Language): string =>
  [tell(FAULTS[fault.kind], language), ...('what' in fault ? [fault.what] : [])].join(' ');
