// The make of a text: how it is built, whatever its words. In: Scene. Out: numbers that the kind of article is read from.
import type { Act } from './acts.ts';
import type { FieldReading } from './reading.ts';
import type { Scene } from './scene.ts';

export type Structure = {
  /** The title begins with a number. */
  titleNumber: number;
  /** The title counts cases: '1.536 Dugaan Pelanggaran', from ten on. */
  titleCount: number;
  /** The title counts people or cases by the hundred: '490 ASN', 'ratusan PNS'. */
  titleMany: number;
  titleQuestion: number;
  /** 'Wali Kota X: …': the title is what an official says. */
  officialSays: number;
  /** 'Oleh …' on top, as above essays. */
  byline: number;
  /** Nobody speaks. */
  speakerless: number;
  /** Nobody speaks, nothing is quoted or listed. */
  monologue: number;
  /** How much is counted: '15 kasus', 'tiga orang', on a log scale. */
  counts: number;
  /** Numbered or bulleted lines. */
  list: number;
  /** An act is told in the title, or alleged in the lead; by its weight. */
  titleAct: number;
  leadAct: number;
  /** The address files it under opinion. */
  opinionPage: number;
};

const OFFICIAL =
  /^(?:ketua|wakil|wali|walikota|wako|bupati|wabup|gubernur|wagub|sekda|sekkab|sekprov|pj|pjs|plt|plh|kapolres|kapolda|mendagri|kepala|kadis|anggota|menteri|camat|komisioner|legislator|koordinator)[^:]{2,45}: /i;
const NUMBERS = new Set(
  'dua tiga empat lima enam tujuh delapan sembilan sepuluh belasan puluhan ratusan ribuan'.split(
    ' ',
  ),
);
/** What cases and people are counted as: 'tiga orang'. */
export const COUNTED = (
  'orang kasus laporan perkara temuan asn pns persen pegawai pelanggaran dugaan aduan pendukung ' +
  'dokumen ktp kabupaten daerah poin'
).split(' ');
const TITLE_COUNT =
  /(?:^|\s)(?:\d{2,3}|\d{1,3}\.\d{3}|ratusan|puluhan|ribuan|belasan)\s(?:dugaan|kasus|laporan|pelanggaran|aduan|temuan|perkara)/i;
const TITLE_MANY =
  /(?:^|\s)(?:[4-9]\d|\d{3}|\d{1,3}\.\d{3}|ratusan|ribuan)\s(?:\S+\s){0,2}?(?:asn|pns|pegawai|aparatur|kasus|laporan|dugaan|pelanggaran|aduan|temuan)/i;
const LIST = /\n\s*(?:\d\.|[•-])/;
const OPINION_PAGE = /kompasiana|\/(?:opini|kolom|editorial|tajuk)\b/i;

export function structureOf({ reading, order }: Scene, acts: Act[], speakers: number): Structure {
  const { document, text } = reading;
  const { title, url, outlet } = document.input;
  const raw = text.field.raw;
  return {
    titleNumber: Number(/^\W*\d/.test(title)),
    titleCount: Number(TITLE_COUNT.test(title)),
    titleMany: Number(TITLE_MANY.test(title)),
    titleQuestion: Number(title.includes('?')),
    officialSays: Number(OFFICIAL.test(title)),
    byline: Number(/^\s*oleh\b/i.test(raw)),
    speakerless: Number(speakers === 0),
    monologue: Number(speakers === 0 && !/[“”"]/.test(raw) && !LIST.test(raw)),
    counts: Math.log2(1 + countsOf(text, order)),
    list: Number(LIST.test(raw)),
    titleAct: strongest(acts.filter(({ hit }) => hit.zone === 'title')),
    leadAct: strongest(acts.filter(({ hit, mood }) => hit.zone === 'lead' && mood !== 'plain')),
    opinionPage: Number(OPINION_PAGE.test(`${url ?? ''} ${outlet ?? ''}`)),
  };
}

function strongest(acts: Act[]): number {
  return acts.reduce((most, { hit }) => Math.max(most, hit.row.weight), 0);
}

function countsOf({ field, counted }: FieldReading, order: Map<number, number>): number {
  let counts = 0;
  for (const { from } of counted) {
    const before = field.tokens[from - 1];
    if (before === undefined || !(before.numeral || NUMBERS.has(before.norm))) continue;
    if (order.has(field.sentenceOf[from] ?? 0)) counts++;
  }
  return counts;
}
