// Every text of a message, Indonesian first, and what an alert says in one line.
import type { Actor, Coverage, ElectionId, ElectionStage, Violation } from '../../schemas/tag.ts';
import type { Alert, AlertEvent, Watch } from '../../schemas/watch.ts';

export type Language = Watch['language'];

/** What codes are called; region names come from the gazetteer. */
export type Names = {
  region: (code: string) => string;
  election: (election: ElectionId, language: Language) => string;
  stage: (stage: ElectionStage, language: Language) => string;
  kind: (kind: Coverage) => string;
  violation: (violation: Violation) => string;
  actor: (actor: Actor) => string;
};

const WORDS = {
  outlets: ['media', 'outlet(s)'],
  articles: ['artikel', 'article(s)'],
  texts: ['naskah berbeda', 'distinct text(s)'],
  region: ['Wilayah', 'Region'],
  election: ['Pemilihan', 'Election'],
  kind: ['Jenis', 'Kind'],
  actors: ['Pihak', 'Actors'],
  violations: ['Dugaan pelanggaran', 'Alleged violations'],
  published: ['Terbit', 'Published'],
  noDate: ['tanggal tidak diketahui', 'date unknown'],
  reported: ['Diberitakan oleh', 'Reported by'],
  why: ['Ditandai karena', 'Tagged because of'],
  evidence: ['Bukti', 'Evidence'],
  version: ['versi', 'version'],
  read: ['Baca di situs asal', 'Read at the source'],
  open: ['Buka di Pantau', 'Open in Pantau'],
  wrong: ['Ada yang keliru?', 'Anything wrong?'],
  bukan: ['Bukan kasus', 'Not a case'],
  wilayah: ['Salah wilayah', 'Wrong region'],
  jenis: ['Salah jenis', 'Wrong kind'],
  more: ['lagi', 'more'],
  and: ['dan', 'and'],
  advertorial: ['Advertorial', 'Advertorial'],
  review: ['perlu ditinjau', 'to be reviewed'],
  alerts: ['kabar', 'alert(s)'],
  stories: ['peristiwa', 'story/stories'],
  removed: ['kata dihapus', 'words removed'],
  added: ['kata ditambah', 'words added'],
  from: ['dari', 'from'],
  footer: [
    'Anda menerima ini karena alamat ini tercantum pada pantauan',
    'You receive this because this address is in the watch',
  ],
  repeat: [
    'Kabar yang sama dapat tiba dua kali; kodenya tetap sama:',
    'The same alert may arrive twice; its code stays the same:',
  ],
  relevance: ['Relevansi', 'Relevance'],
  nowhere: ['wilayah tidak diketahui', 'region unknown'],
} as const satisfies Record<string, readonly [string, string]>;

export const say = (word: keyof typeof WORDS, language: Language): string =>
  WORDS[word][language === 'id' ? 0 : 1];

const EVENTS = {
  first: ['Laporan pertama', 'First report'],
  kind: ['Perkembangan', 'Development'],
  outlet: ['Media kedua', 'Second outlet'],
  edited: ['Isi berubah', 'Text changed'],
  gone: ['Berita dihapus', 'Article removed'],
  copy: ['Salinan', 'Copy'],
} as const satisfies Record<AlertEvent, readonly [string, string]>;

export const eventName = (event: AlertEvent, language: Language): string =>
  EVENTS[event][language === 'id' ? 0 : 1];

/** 'Perkembangan, Media kedua'. */
export const eventNames = ({ events }: Alert, language: Language): string =>
  events.map((event) => eventName(event, language)).join(', ');

/** The place first, then what happened: 'Kota Bontang: Laporan pertama · Dugaan pelanggaran'. */
export function headline(alert: Alert, names: Names, language: Language): string {
  const place = alert.primary === null ? say('nowhere', language) : names.region(alert.primary);
  return `${place}: ${eventNames(alert, language)} · ${kindLine(alert, names, language)}`;
}

/** 'Sanksi (dari Penanganan)', with what a reader must know of the article. */
export function kindLine(alert: Alert, names: Names, language: Language): string {
  const { kind, kindBefore, advertorial, decision } = alert;
  const before = kindBefore === null ? '' : ` (${say('from', language)} ${names.kind(kindBefore)})`;
  const marks = [
    ...(advertorial ? [say('advertorial', language)] : []),
    ...(decision === 'review' ? [say('review', language)] : []),
  ].map((mark) => ` · ${mark}`);
  return `${names.kind(kind)}${before}${marks.join('')}`;
}

/** The facts of an alert, a label and a value each, in the order in which a reader asks for them. */
export function facts(alert: Alert, names: Names, language: Language): [string, string][] {
  const { article, counts, edit } = alert;
  const regions = [
    ...new Set([...(alert.primary === null ? [] : [alert.primary]), ...alert.regions]),
  ];
  const stage = alert.stage === null ? [] : [names.stage(alert.stage, language)];
  const elections = alert.elections.map((election) => names.election(election, language));
  const list: [string, string[]][] = [
    [say('region', language), regions.map((code) => names.region(code))],
    [say('election', language), [...elections, ...stage]],
    [say('kind', language), [kindLine(alert, names, language)]],
    [say('violations', language), alert.violations.map((act) => names.violation(act))],
    [say('actors', language), alert.actors.map((actor) => names.actor(actor))],
    [say('published', language), [`${article.outlet}, ${article.day ?? say('noDate', language)}`]],
    [say('reported', language), [countLine(counts, language)]],
    [eventName('edited', language), edit === null ? [] : [editLine(edit, language)]],
    [say('evidence', language), [evidenceLine(alert, language)]],
  ];
  return list
    .filter(([, values]) => values.length > 0)
    .map(([label, values]) => [label, values.join(', ')]);
}

const countLine = ({ outlets, articles, texts }: Alert['counts'], language: Language): string =>
  `${outlets} ${say('outlets', language)} (${articles} ${say('articles', language)}, ${texts} ${say('texts', language)})`;

const editLine = (
  { removed, added }: { removed: number; added: number },
  language: Language,
): string => `${removed} ${say('removed', language)}, ${added} ${say('added', language)}`;

const evidenceLine = ({ article }: Alert, language: Language): string =>
  `${article.id} ${say('version', language)} ${article.version}`;

/** 'dan 12 lagi'. */
export const moreLine = (more: number, language: Language): string =>
  `… ${say('and', language)} ${more} ${say('more', language)}`;

/** '143 kabar, 61 peristiwa'. */
export function sumLine(alerts: readonly Alert[], language: Language): string {
  const stories = new Set(alerts.map(({ incident }) => incident)).size;
  return `${alerts.length} ${say('alerts', language)}, ${stories} ${say('stories', language)}`;
}
