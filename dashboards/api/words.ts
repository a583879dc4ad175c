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

/** What each address does, for people who read Indonesian; its English stands with the operation. */
export const OPERATIONS_ID: Record<string, readonly [summary: string, description: string]> = {
  '/articles': [
    'Artikel sebuah tampilan',
    'Terbaru dahulu, yang tanpa tanggal terakhir. Halaman berisi apa yang ada ketika halaman pertama diminta: artikel yang datang kemudian tidak menggeser apa pun.',
  ],
  '/search': [
    'Pencarian teks',
    'Seperti /articles, dengan kata: bentuk dasar bahasa Indonesia (melanggar menemukan pelanggaran), "frasa", OR, -tanpa. Kata yang cocok berada di antara « dan ».',
  ],
  '/articles/{id}': ['Satu artikel', 'Teks, tanda, alasan tiap tanda, versi, dan id salinannya.'],
  '/aggregates': [
    'Jumlah sebuah tampilan',
    'Artikel, naskah berbeda, berita berbeda, dan media. Menurut waktu, tiap kelompok menyebut berapa sumber terbaca; waktu ketika tidak ada sumber terbaca bukan nol. Artikel dengan beberapa wilayah, pemilihan, pihak, atau pelanggaran masuk ke beberapa kelompok.',
  ],
  '/regions': [
    'Provinsi, kabupaten, dan kota',
    'Dengan kode Kemendagri, titiknya, dan berapa sumbernya yang dibaca.',
  ],
  '/elections': [
    'Pemilihan dan tahapannya',
    'Kalender yang menentukan tahapan tiap artikel. Semua hari menurut waktu setempat, termasuk hari pertama dan terakhir.',
  ],
  '/sources': ['Sumber yang dibaca', 'Apa yang ditemukan di tiap sumber, dan bagaimana berakhir.'],
  '/coverage': [
    'Yang terbaca menurut sumber dan hari',
    'Hari terbaru dahulu. Sumber dan hari yang tidak tercantum berarti tidak dibaca: celah, bukan nol.',
  ],
  '/export': [
    'Tampilan sebagai CSV, JSON Lines, Parquet, RSS, atau Atom',
    'Semua artikel tampilan itu (RSS dan Atom: 50 terbaru). CSV terbuka langsung di Excel berbahasa Indonesia. Pertanyaan, jumlah, waktu, dan hash tertulis di dalam berkas dan di kepala jawabannya.',
  ],
};
