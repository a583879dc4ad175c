// Every text of the pages of cases, Indonesian first.
import type { CaseEvent, CaseState } from '../../schemas/case.ts';
import { type Label, type Language, tell } from '../web/words.ts';

const WORDS = {
  cases: ['Perkara', 'Cases'],
  lead: [
    'Satu perkara menghimpun artikel dan ceritanya dari informasi awal sampai selesai. Berita baru tentang cerita itu masuk sendiri.',
    'A case gathers articles and their stories from first information to the end. Later news of the story joins by itself.',
  ],
  none: [
    'Belum ada perkara. Buka artikelnya, lalu pilih “Buka perkara”.',
    'There is no case yet. Open its article and choose “Open a case”.',
  ],
  quiet: ['Tidak ada kabar selama 21 hari', 'No news for 21 days'],
  active: ['Berjalan', 'Under way'],
  closed: ['Selesai', 'Closed'],
  new: ['baru', 'new'],
  articles: ['artikel', 'articles'],
  lastNews: ['Kabar terakhir', 'Last news'],
  nextDate: ['Tanggal berikutnya', 'Next date'],
  noDate: ['belum ditentukan', 'none'],
  back: ['Semua perkara', 'All cases'],
  contents: ['Artikel dan cerita', 'Articles and stories'],
  byStory: ['dari ceritanya', 'by its story'],
  looked: ['Tandai semua sudah dilihat', 'Mark all as seen'],
  way: ['Perjalanan', 'Way'],
  state: ['Tahap', 'State'],
  why: ['Keterangan', 'Remark'],
  move: ['Pindahkan', 'Move'],
  note: ['Catatan', 'Note'],
  addNote: ['Tambah catatan', 'Add note'],
  setDate: ['Simpan tanggal', 'Save date'],
  open: ['Buka perkara', 'Open a case'],
  title: ['Judul perkara', 'Title of the case'],
  story: [
    'dengan seluruh ceritanya, juga yang terbit nanti',
    'with all of its story, also what comes later',
  ],
  addTo: ['Masukkan ke perkara', 'Add to a case'],
  add: ['Masukkan', 'Add'],
  within: ['Dalam perkara', 'In the case'],
  owner: ['pemilik mesin', "the machine's owner"],
  wrong: [
    'Tidak disimpan: isian kosong atau tidak dikenal.',
    'Not saved: a field is empty or not known.',
  ],
} as const satisfies Record<string, Label>;

export type CaseWord = keyof typeof WORDS;

export const sayCase = (word: CaseWord, language: Language): string => tell(WORDS[word], language);

const STATES: Record<CaseState, Label> = {
  'informasi-awal': ['Informasi awal', 'First information'],
  penelusuran: ['Penelusuran', 'Inquiry'],
  kajian: ['Kajian', 'Assessment'],
  bkn: ['Diteruskan ke BKN', 'Passed on to BKN'],
  putusan: ['Putusan/sanksi', 'Decision/sanction'],
  selesai: ['Selesai', 'Closed'],
};

export const stateName = (state: CaseState, language: Language): string =>
  tell(STATES[state], language);

const EVENTS: Record<CaseEvent['kind'], Label> = {
  opened: ['dibuka', 'opened'],
  moved: ['pindah ke', 'moved to'],
  noted: ['catatan', 'note'],
  dated: ['tanggal berikutnya', 'next date'],
  added: ['artikel masuk', 'article added'],
};

export const eventName = (kind: CaseEvent['kind'], language: Language): string =>
  tell(EVENTS[kind], language);
