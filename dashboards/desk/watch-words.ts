// Every text of the pages of watches, Indonesian first.
import type { AlertEvent, Watch } from '../../schemas/watch.ts';
import type { ElectionStage } from '../../schemas/tag.ts';
import { type Label, type Language, tell } from '../web/words.ts';

const WORDS = {
  watches: ['Pantauan', 'Watches'],
  lead: [
    'Pantauan mengabari Anda begitu media daerah memberitakan hal yang Anda tunggu: satu kabar untuk satu peristiwa, bukan satu untuk tiap salinan.',
    'A watch tells you as soon as the regional press reports what you wait for: one alert a story, not one a copy.',
  ],
  none: ['Belum ada pantauan.', 'There is no watch yet.'],
  add: ['Buat pantauan', 'New watch'],
  edit: ['Ubah', 'Edit'],
  back: ['Semua pantauan', 'All watches'],
  state: ['Pengiriman', 'Delivery'],
  channel: ['Saluran', 'Channel'],
  waiting: ['Menunggu', 'Waiting'],
  open: ['Belum terkirim', 'Not sent yet'],
  delivered: ['Terkirim', 'Sent'],
  dead: ['Menyerah', 'Given up'],
  lastOk: ['Terakhir berhasil', 'Last success'],
  never: ['belum pernah', 'never'],
  problem: ['Kendala', 'Problem'],
  nextTry: ['dicoba lagi', 'next try'],
  retry: ['Coba kirim lagi yang menyerah', 'Try again what was given up'],
  feedOnly: ['hanya umpan', 'feed only'],
  feedText: ['Tiap pantauan punya umpan:', 'Every watch has a feed:'],
  smtp: [
    'server surel belum diatur: isi smtp di pantau.yaml',
    'no mail server is set: put smtp into pantau.yaml',
  ],
  telegramToken: [
    'bot Telegram belum diatur: isi telegramToken di pantau.yaml',
    'no Telegram bot is set: put telegramToken into pantau.yaml',
  ],
  inactive: ['tidak aktif', 'not active'],
  alerts: ['Kabar', 'Alerts'],
  noAlerts: [
    'Belum ada kabar. Pantauan melihat artikel yang masuk sejak ia dibuat; uji di bawah Ubah menunjukkan apa yang akan dikirim 90 hari terakhir.',
    'No alert yet. A watch sees articles that come in after it was made; the rehearsal under Edit shows what the last 90 days would have sent.',
  ],
  newest: ['Kabar terakhir', 'Newest alert'],
  outlets: ['media', 'outlets'],
  secret: ['Kunci tanda tangan webhook', 'Secret that signs webhooks'],
  faults: [
    'Berkas pantauan ini berisi kesalahan; yang berlaku ialah isi sebelumnya:',
    'These files of watches have faults; what they said before holds:',
  ],
  rehearse: ['Uji dulu', 'Rehearse'],
  again: ['Uji lagi', 'Rehearse again'],
  save: ['Simpan', 'Save'],
  remove: ['Hapus pantauan', 'Delete watch'],
  removeText: [
    'Kabar yang sudah terkirim tetap tersimpan; yang belum terkirim tidak dikirim lagi.',
    'What was sent stays on record; what was not sent yet is not sent any more.',
  ],
  removeSure: ['Ya, hapus', 'Yes, delete'],
  changed: [
    'Isian berubah sejak diuji. Lihat hasil uji yang baru, lalu simpan.',
    'The form changed since it was rehearsed. Look at the new result, then save.',
  ],
  wrong: ['Ini perlu diperbaiki:', 'This needs to be put right:'],
  name: ['Nama', 'Name'],
  regions: ['Wilayah', 'Regions'],
  regionsHint: [
    'satu per baris, nama atau kode, misalnya Kalimantan Timur atau 64.74; beserta semua di bawahnya. Kosong: seluruh Indonesia',
    'one a line, name or code, for example Kalimantan Timur or 64.74; with all below them. Empty: the whole country',
  ],
  kinds: ['Jenis berita', 'Kinds of report'],
  any: ['tanpa pilihan: semua', 'none chosen: all'],
  elections: ['Pemilihan', 'Elections'],
  stages: ['Tahapan', 'Stages'],
  violations: ['Pelanggaran (SKB 2022)', 'Violations (SKB 2022)'],
  actors: ['Pihak', 'Actors'],
  offices: ['Jabatan atau kantor', 'Offices'],
  words: ['Kata', 'Words'],
  oneALine: ['satu per baris', 'one a line'],
  wordsHint: [
    'satu per baris; tiap baris seperti di kotak cari, satu yang cocok sudah cukup',
    'one a line; each as in the search box, one that answers is enough',
  ],
  sources: ['Sumber', 'Sources'],
  sourcesHint: ['id sumber, satu per baris', 'ids of sources, one a line'],
  relevance: ['Relevansi paling rendah (%)', 'Least relevance (%)'],
  decisions: ['Penilaian', 'Decision'],
  advertorials: ['juga advertorial', 'also advertorials'],
  copies: ['juga tiap salinan di media lain', 'also each copy in another outlet'],
  events: ['Kabari saya tentang', 'Tell me of'],
  freshDays: ['Abaikan artikel yang lebih tua dari (hari)', 'Ignore articles older than (days)'],
  channels: ['Kirim ke', 'Send to'],
  channelsHint: [
    'satu per baris: alamat surel, alamat webhook (https://…), atau telegram:-100…',
    'one a line: e-mail address, webhook address (https://…), or telegram:-100…',
  ],
  pace: ['Kapan', 'When'],
  at: ['Jam rangkuman', 'Time of the digest'],
  day: ['Hari rangkuman', 'Day of the digest'],
  quietFrom: ['Jangan kirim dari', 'Send nothing from'],
  quietTo: ['sampai', 'to'],
  zone: ['Zona waktu', 'Time zone'],
  cap: ['Paling banyak kabar dalam satu pesan', 'Most alerts in one message'],
  language: ['Bahasa pesan', 'Language of messages'],
  active: ['aktif', 'active'],
  what: ['Apa yang ditunggu', 'What it waits for'],
  more: ['Saring lebih sempit', 'Narrow it further'],
  how: ['Bagaimana dikirim', 'How it is sent'],
  result: ['Hasil uji', 'Rehearsal'],
  wouldHave: [
    'Dalam 90 hari terakhir pantauan ini akan mengirim',
    'In the last 90 days this would have sent',
  ],
  alertsAbout: ['kabar tentang', 'alerts about'],
  stories: ['peristiwa', 'stories'],
  fromOne: ['di antaranya dari satu peristiwa:', 'of them from one story:'],
  inMessages: ['pesan per saluran', 'messages a channel'],
  fewer: ['Lebih sedikit dengan', 'Less would come with'],
  spares: ['kabar lebih sedikit', 'alerts fewer'],
  withoutKind: ['tanpa jenis', 'without kind'],
  withoutEvent: ['tanpa kabar', 'without'],
  onlyRelevant: [
    'hanya yang relevan, tanpa yang perlu ditinjau',
    'only relevant ones, none to be reviewed',
  ],
  leastRelevance: ['relevansi paling rendah', 'least relevance'],
  withoutCopies: ['tanpa salinan', 'without copies'],
  nothing: [
    'Tidak ada yang akan terkirim. Arsip tidak memuat artikel 90 hari terakhir yang cocok.',
    'Nothing would have been sent: the archive holds no article of the last 90 days that answers it.',
  ],
  andMore: ['lagi', 'more'],
  noRegion: ['tidak dikenal sebagai wilayah', 'is no region that we know'],
  several: ['dapat berarti', 'may mean'],
  noChannel: [
    'bukan alamat surel, alamat webhook, atau telegram:…',
    'is no e-mail address, webhook address or telegram:…',
  ],
  noRegionName: ['wilayah tidak diketahui', 'region unknown'],
  indonesian: ['Indonesia', 'Indonesian'],
  english: ['Inggris', 'English'],
} as const satisfies Record<string, Label>;

export type WatchWord = keyof typeof WORDS;

export const sayWatch = (word: WatchWord, language: Language): string =>
  tell(WORDS[word], language);

export const EVENT_NAMES: Record<AlertEvent, Label> = {
  first: ['Laporan pertama', 'First report'],
  kind: [
    'Perkembangan (dugaan → penanganan → sanksi)',
    'Development (dugaan → penanganan → sanksi)',
  ],
  outlet: ['Media kedua dengan naskah sendiri', 'Second outlet in its own words'],
  edited: ['Isi berubah', 'Text changed'],
  gone: ['Berita dihapus', 'Article removed'],
  copy: ['Salinan', 'Copy'],
};

export const eventLabel = (event: AlertEvent, language: Language): string =>
  tell(EVENT_NAMES[event], language);

const PACE_NAMES: Record<Watch['pace'], Label> = {
  'at-once': ['segera', 'at once'],
  hourly: ['rangkuman tiap jam', 'digest every hour'],
  daily: ['rangkuman tiap hari', 'digest every day'],
  weekly: ['rangkuman tiap minggu', 'digest every week'],
};

export const paceLabel = (pace: Watch['pace'], language: Language): string =>
  tell(PACE_NAMES[pace], language);

/** Terms of the field, Indonesian in both languages. */
export const STAGE_NAMES: Record<ElectionStage, string> = {
  pencalonan: 'Pencalonan',
  kampanye: 'Kampanye',
  'masa-tenang': 'Masa tenang',
  'pemungutan-suara': 'Pemungutan suara',
  pasca: 'Pascapemungutan',
};
