// Offices in a text: 'Ketua Bawaslu Kota Bima', 'Plt Kepala Dinas Perhubungan'. In: words with labels. Out: spans of roles.
import type { ReadField } from '../document.ts';
import type { Labels, PlaceLabel } from './labels.ts';

export type Role = {
  /** First token, and the one after the last. */
  from: number;
  to: number;
  /** Where a name may follow: after the role and a region set off by a comma. */
  next: number;
  /** The office without words in brackets; 'Ketua DPRD Kota Bontang'. */
  text: string;
  /** First word, lower case: 'ketua'. */
  head: string;
  former: boolean;
};

const CONNECTORS = new Set(['dan', 'antar', 'serta', 'and', 'of', 'for', 'untuk', 'tentang']);
const FORMER = new Set(['mantan', 'eks']);
/** Words after which a kecamatan is meant. */
const DISTRICT_OFFICES = new Set(
  'camat lurah sekcam kapolsek danramil kecamatan distrik panwascam panwaslucam panewu puskesmas'.split(
    ' ',
  ),
);
/** Bodies that are told apart by numerals. */
const NUMBERED = new Set(['komisi', 'divisi', 'bidang', 'asisten', 'wilayah']);
/** Tokens of a bracketed abbreviation. */
const BRACKET = 6;
const JOINED = /^(?: |\. ?|[-/&]| ?[-–&/] ?)$/;

export function gapBefore(field: ReadField, at: number): string {
  const before = field.tokens[at - 1];
  const token = field.tokens[at];
  return before === undefined || token === undefined
    ? '\n'
    : field.raw.slice(before.end, token.start);
}

/** The role that begins at a token, or null if none does. */
export function roleAt(field: ReadField, labels: Labels, from: number): Role | null {
  const head = labels.office[from];
  if (head === undefined || head.row.class !== 'head') return null;
  let to = head.to;
  let next = to;
  const skips: [number, number][] = [];
  for (;;) {
    const bracket = bracketAt(field, next);
    if (bracket !== null) {
      skips.push([next, bracket]);
      next = bracket;
      continue;
    }
    const end = extend(field, labels, next) ?? namedBody(field, labels, next);
    if (end === null) break;
    next = end;
    to = end;
  }
  const named = bodyName(field, labels, to);
  if (named > to) [to, next] = [named, named];
  const norm = field.tokens[from]?.norm ?? '';
  return {
    from,
    to,
    next: regionTail(field, labels, next),
    text: roleText(field, from, to, skips),
    head: norm,
    former: FORMER.has(norm),
  };
}

/** 'Universitas Cenderawasih': past the name of a body that is named after something. */
function bodyName(field: ReadField, labels: Labels, from: number): number {
  const last = [1, 2, 3].find((back) => labels.office[from - back]?.to === from);
  if (last === undefined || labels.office[from - last]?.row.class !== 'body') return from;
  let at = from;
  while (labels.proper[at] === 1 && gapBefore(field, at) === ' ') {
    const hit = labels.name[at];
    if (hit?.row.class === 'title' && hit.row.weight > 1) break;
    at = Math.max(wordAt(field, labels, at) ?? 0, at + 1);
  }
  return at;
}

/** 'LSM Berantas Korupsi (BKI) Provinsi Sumsel': past a name that ends in its abbreviation, so that the role goes on. */
function namedBody(field: ReadField, labels: Labels, from: number): number | null {
  const named = bodyName(field, labels, from);
  return named > from && bracketAt(field, named) !== null ? named : null;
}

/** '(Sekda)' behind a role: the token after it, or null. */
function bracketAt(field: ReadField, at: number): number | null {
  if (!/^\s?\($/.test(gapBefore(field, at))) return null;
  for (let end = at + 1; end <= at + BRACKET; end++) {
    const gap = gapBefore(field, end);
    if (gap.startsWith(')')) return end;
    if (/[.\n]/.test(gap)) return null;
  }
  return null;
}

/** One more word of the role at a token: the token after it, or null. */
function extend(field: ReadField, labels: Labels, at: number): number | null {
  const gap = gapBefore(field, at).replace(/^\)/, '');
  const token = field.tokens[at];
  if (token === undefined || field.sentenceOf[at] !== field.sentenceOf[at - 1]) return null;
  // 'Divisi Hukum, Data, dan Informasi'
  if (gap === ', ' && gapBefore(field, at + 1) === ', ' && field.tokens[at + 1]?.norm === 'dan') {
    const listed = labels.office[at]?.row.class === 'word' && labels.office[at + 2] !== undefined;
    return listed ? wordAt(field, labels, at + 2) : null;
  }
  if (gap === ', ' && token.norm === 'dan') {
    const after = wordAt(field, labels, at + 1);
    return labels.office[at + 1]?.row.class === 'word' && labels.proper[at + 1] === 1
      ? after
      : null;
  }
  if (gap === ', ') {
    const office = labels.office[at];
    const continues = office?.row.class === 'word' && labels.proper[at] === 1;
    return continues && labels.place[at] === undefined && JOINED.test(gapBefore(field, office.to))
      ? office.to
      : null;
  }
  if (!JOINED.test(gap)) return null;
  if (CONNECTORS.has(token.norm)) {
    const after = wordAt(field, labels, at + 1);
    // 'Analis politik dan pemilu': in lower case throughout, or capitalised throughout.
    const alike = labels.proper[at + 1] === 1 || labels.proper[at - 1] !== 1;
    if (!JOINED.test(gapBefore(field, at + 1)) || !alike) return null;
    return after ?? unknownWord(field, labels, at + 1);
  }
  return wordAt(field, labels, at);
}

/** 'Pengawasan dan Pengendalian BKN': a word that is not known, between 'dan' and one that is. */
function unknownWord(field: ReadField, labels: Labels, at: number): number | null {
  const proper = labels.proper[at] === 1 && labels.office[at + 1]?.row.class === 'word';
  return proper && gapBefore(field, at + 1) === ' ' ? at + 1 : null;
}

/** Past an office word or a place at a token; null where neither begins there. */
function wordAt(field: ReadField, labels: Labels, at: number): number | null {
  if (isBalinese(labels, at)) return null;
  const place = labels.place[at];
  const office = labels.office[at]?.to ?? 0;
  if (place !== undefined && office === 0 && !place.wide && isPersonal(field, labels, place.to)) {
    return DISTRICT_OFFICES.has(field.tokens[at - 1]?.norm ?? '') ? place.to : null;
  }
  const end = Math.max(office, place?.to ?? 0);
  if (end > 0) return end;
  const degree = labels.name[at]?.row.class === 'degree' || labels.name[at]?.row.class === 'title';
  return labels.acronym[at] === 1 && !degree ? at + 1 : null;
}

/** One word of a name is left behind a kecamatan, which is then rather its first: 'Ketua Bawaslu Bambang Muryanto'. */
function isPersonal(field: ReadField, labels: Labels, at: number): boolean {
  const follows = (index: number): boolean =>
    labels.proper[index] === 1 && gapBefore(field, index) === ' ';
  return follows(at) && !follows(at + 1);
}

/** 'I Wayan Adi Sutama': a name, not the numeral of 'Asisten I'. */
export function isBalinese(labels: Labels, at: number): boolean {
  const one =
    labels.office[at]?.row.pattern === 'i' &&
    !NUMBERED.has(labels.office[at - 1]?.row.pattern ?? '');
  return (
    one &&
    labels.proper[at + 1] === 1 &&
    labels.office[at + 1] === undefined &&
    labels.place[at + 1] === undefined
  );
}

/** Past ', Sumatera Barat' and its brackets, when a name may follow it. */
function regionTail(field: ReadField, labels: Labels, at: number): number {
  if (gapBefore(field, at) !== ', ') return at;
  const place = labels.place[at];
  const office = labels.office[at];
  const start = place
    ? place.to
    : office?.row.class === 'word'
      ? wordAt(field, labels, office.to)
      : null;
  if (start === null || (place !== undefined && isName(field, labels, place))) return at;
  return bracketAt(field, start) ?? start;
}

/** 'Bupati Kukar, Bambang Arwanto': a kecamatan only by its letters. */
function isName(field: ReadField, labels: Labels, { to, wide }: PlaceLabel): boolean {
  return !wide && labels.proper[to] === 1 && gapBefore(field, to) === ' ';
}

function roleText(field: ReadField, from: number, to: number, skips: [number, number][]): string {
  const start = field.tokens[from]?.start ?? 0;
  const end = field.tokens[to - 1]?.end ?? start;
  let text = '';
  let at = start;
  for (const [skipFrom, skipTo] of skips) {
    if (skipTo > to) continue;
    text += `${field.raw.slice(at, field.tokens[skipFrom - 1]?.end ?? at)} `;
    at = field.tokens[skipTo]?.start ?? end;
  }
  return `${text}${field.raw.slice(at, end)}`.replace(/\s+/g, ' ').trim();
}
