// Why a source brings nothing, in words, Indonesian first; docs/health.md says what an operator does about each.
import type { HealthCause } from '../../schemas/health.ts';
import { type Label, type Language, tell } from './words.ts';

const CAUSES: Record<HealthCause, Label> = {
  worker: ['perayap tidak menanyakannya', 'our crawler does not ask it'],
  dns: ['nama situs tidak ditemukan', 'its name leads nowhere'],
  tls: ['sertifikat ditolak', 'its certificate is refused'],
  timeout: ['tidak menjawab tepat waktu', 'it does not answer in time'],
  server: ['galat di pihak situs', 'it answers with an error'],
  refused: ['situs menolak kami', 'it refuses us'],
  wall: ['tertutup halaman tantangan atau login', 'a challenge or login stands in front'],
  robots: ['dilarang robots.txt', 'robots.txt forbids it'],
  moved: ['umpan atau halamannya pindah', 'its feed or pages have moved'],
  parked: ['domain dijual atau akun ditangguhkan', 'the domain is for sale or suspended'],
  hijacked: ['dibajak iklan judi', 'hijacked by gambling'],
  shell: ['kosong tanpa JavaScript', 'empty without JavaScript'],
  unreadable: ['tidak ada yang dapat dibaca', 'nothing in it can be read'],
  drift: ['bagian artikel hilang', 'fields are missing from articles'],
  stale: ['tidak ada yang baru', 'nothing new comes'],
};

export const causeText = (cause: HealthCause, language: Language): string =>
  tell(CAUSES[cause], language);
