// The texts of the page on the API, Indonesian first.
import type { Language } from '../web/words.ts';

const WORDS = {
  title: ['API dan unduhan', 'API and downloads'],
  lead: [
    'Setiap angka dan daftar di dasbor ini juga dapat dibaca oleh program lain, dan setiap tampilan dapat diunduh. Isi formulir, lalu lihat jawabannya.',
    'Every figure and list of this dashboard can also be read by other programs, and every view can be downloaded. Fill in a form and see the answer.',
  ],
  description: ['Deskripsi OpenAPI 3.1', 'OpenAPI 3.1 description'],
  required: ['wajib', 'required'],
  none: ['(semua)', '(all)'],
  several: ['beberapa nilai: pisahkan dengan koma', 'several values: separate by commas'],
  id: ['id artikel, 16 digit heksadesimal', 'id of an article, 16 hexadecimal digits'],
  run: ['Kirim', 'Send'],
  command: ['Baris perintah', 'Command line'],
  fields: ['Parameter', 'Parameters'],
} as const satisfies Record<string, readonly [string, string]>;

export const sayOfApi = (word: keyof typeof WORDS, language: Language): string =>
  WORDS[word][language === 'id' ? 0 : 1];
