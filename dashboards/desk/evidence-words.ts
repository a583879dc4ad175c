// Every text on packs of evidence, Indonesian first.
import { type Label, type Language, tell } from '../web/words.ts';
import type { PackFault } from './evidence-ports.ts';

const WORDS = {
  evidence: ['Bukti', 'Evidence'],
  entries: ['catatan dalam log bertanda tangan', 'entries in the signed log'],
  nothing: ['Belum ada bukti yang disimpan.', 'No evidence is kept yet.'],
  download: ['Unduh bukti (WACZ)', 'Download the evidence (WACZ)'],
  ofAll: ['Bukti semua artikel ini (WACZ)', 'Evidence on all of these (WACZ)'],
  check: [
    'Halaman asli, versi, tangkapan layar, dan laporan; dapat diperiksa tanpa Pantau.',
    'The pages as served, versions, screenshots and a report; it can be checked without Pantau.',
  ],
  refused: ['Bukti tidak dapat diunduh', 'The evidence cannot be downloaded'],
  back: ['Kembali', 'Back'],
} as const satisfies Record<string, Label>;

export const sayEvidence = (word: keyof typeof WORDS, language: Language): string =>
  tell(WORDS[word], language);

const FAULTS: Record<PackFault, Label> = {
  'nothing-kept': [
    'Belum ada bukti yang disimpan untuk artikel ini. Pantau menyimpannya sesudah artikel diproses; coba lagi nanti.',
    'No evidence is kept of these articles yet. Pantau keeps it after an article was read; try again later.',
  ],
  'too-many': [
    'Terlalu banyak artikel untuk satu paket. Persempit saringannya, lalu unduh beberapa paket.',
    'These are too many articles for one pack. Narrow the view and download several packs.',
  ],
  busy: [
    'Paket lain sedang dibuat. Coba lagi beberapa saat kemudian.',
    'Other packs are being made. Try again in a moment.',
  ],
  'no-key': [
    'Kunci yang menandatangani bukti tidak ada di mesin ini. Operator dapat membaca sebabnya di log.',
    'The key that signs the evidence is not on this machine. The operator finds the reason in the log.',
  ],
};

export const faultText = (fault: PackFault, language: Language): string =>
  tell(FAULTS[fault], language);
