// What codes of the evidence log are called in a report.
import type { DateBasis, VersionKind } from '../../schemas/article.ts';
import type { EvidenceRole } from '../../schemas/evidence.ts';

export const WHAT: Record<VersionKind, string> = {
  new: 'pertama kali disimpan',
  edited: 'isi diubah medianya',
  retagged: 'dibaca ulang, isi sama',
  gone: 'halaman tidak dapat dibuka',
  back: 'halaman dapat dibuka kembali',
  moved: 'pindah ke alamat lain',
};

export const BASIS: Record<DateBasis, string> = {
  'json-ld': 'data halaman',
  meta: 'data halaman',
  time: 'halaman',
  url: 'alamat halaman',
  text: 'isi berita',
  dateline: 'isi berita',
  feed: 'umpan media',
  sitemap: 'peta situs',
  'last-modified': 'server media',
};

export const ROLE: Record<EvidenceRole, string> = {
  warc: 'halaman mentah (WARC)',
  reading: 'bacaan dan tanda',
  screenshot: 'tangkapan layar',
  seen: 'halaman seperti terlihat',
  drawn: 'gaya dan gambar (WARC)',
};

const REASONS: [RegExp, string][] = [
  [/^the archive no longer holds the bytes of the page$/, 'arsip tidak lagi menyimpan isi halaman'],
  [/^not drawn within a day of the fetch$/, 'tidak sempat dilihat dalam sehari setelah diambil'],
  [
    /^the source (\S+) is no longer in the source list$/,
    'sumber $1 tidak ada lagi dalam daftar sumber',
  ],
];

/** Why a part is missing, as the log says it, for a reader of the report; what a browser said stays as it is. */
export function reasonOf(reason: string): string {
  const known = REASONS.find(([pattern]) => pattern.test(reason));
  return known === undefined ? reason : reason.replace(known[0], known[1]);
}
