// A field → the names of places in it, each with what stands around it. Nothing is weighed here.
import type { Office } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { ReadField } from '../document.ts';
import type { Hit, Token } from '../phrases.ts';
import { LEVEL_WORDS } from './context.ts';
import type { Level, Surroundings } from './context.ts';
import type { Gazetteer, PlaceName, Reading } from './names.ts';

export type Mention = {
  field: ReadField;
  name: PlaceName;
  /** What it may mean here, after the level word and the guards have spoken. */
  readings: Reading[];
  start: number;
  end: number;
  from: number;
  to: number;
  paragraph: number;
  sentence: number;
  noise: boolean;
  /** The office or body named before it: 'Wali Kota', 'Bawaslu', 'ASN Pemkot'. */
  office: Hit<Office> | null;
  level: Level | null;
  /** 'di', 'dari', 'ke': before the name or before its level word. */
  preposition: string | null;
  dateline: boolean;
  facility: string | null;
  person: boolean;
  past: boolean;
  /** Named as an example: 'misalnya', 'seperti', 'ia mencontohkan'. */
  example: boolean;
  /** Stands behind a place that lies in it: 'Kota Bima, NTB', 'Kukar (Kaltim)'. */
  suffix: boolean;
  /** Repeats the name before it: 'Kutai Kartanegara (Kukar)'. */
  apposition: boolean;
};

const PREPOSITIONS = new Set(['di', 'dari', 'ke', 'pada', 'untuk', 'oleh', 'wilayah', 'daerah']);
const FILLERS = new Set(['se', 'seluruh', 'administrasi', 'dan', 'wilayah', 'setempat']);
const PAST = new Set(
  'mantan eks pernah sempat bekas kelahiran lulusan alumni alumnus asal berasal'.split(' '),
);
const EXAMPLE = new Set('seperti misalnya semisal contohnya contoh mencontohkan misal'.split(' '));
const WINDOW = 6;

/** Finds the names of places in a field, in order. */
export function findMentions(
  field: ReadField,
  gazetteer: Gazetteer,
  around: Surroundings,
): Mention[] {
  const style = caseOf(field);
  const mentions: Mention[] = [];
  const persons = new Set<string>();
  for (const hit of gazetteer.match(field.tokens, 'longest')) {
    if (hit.value.person) persons.add(field.tokens[hit.from]?.norm ?? '');
    if (hit.value.readings.length === 0) continue;
    const mention = describe(field, hit, around, style);
    if (mention === null) continue;
    const called = persons.has(field.tokens[hit.from]?.norm ?? '');
    if (called && mention.level === null && mention.office === null) mention.person = true;
    mentions.push(mention);
  }
  relate(mentions, field);
  return mentions;
}

export type CaseStyle = 'normal' | 'title' | 'upper' | 'lower';

/** How a field uses capitals; only 'normal' tells names from common words. */
export function caseOf(field: ReadField): CaseStyle {
  let letters = 0;
  let upper = 0;
  let capitals = 0;
  for (const token of field.tokens) {
    const word = field.raw.slice(token.start, token.end);
    if (!/\p{L}/u.test(word)) continue;
    letters++;
    if (token.capital) capitals++;
    if (word.length > 1 && word === word.toUpperCase()) upper++;
  }
  if (letters === 0 || capitals === 0) return 'lower';
  if (upper / letters > 0.8) return 'upper';
  return capitals / letters > 0.55 ? 'title' : 'normal';
}

function describe(
  field: ReadField,
  hit: Hit<PlaceName>,
  around: Surroundings,
  style: CaseStyle,
): Mention | null {
  const { tokens } = field;
  const first = tokens[hit.from];
  if (first === undefined) return null;
  const before = lookBack(field, hit.from, around);
  const supported = before.office !== null || before.level !== null;
  const small = !first.capital && style !== 'lower' && style !== 'upper';
  if (small && !before.level && (hit.value.common || !supported)) return null;
  if (hit.value.common && style !== 'normal' && !supported && field.name === 'text') return null;
  if (hit.value.acronym && style === 'normal' && !isUpper(field, hit)) return null;
  const mention: Mention = {
    field,
    name: hit.value,
    readings: hit.value.readings,
    start: hit.start,
    end: hit.end,
    from: hit.from,
    to: hit.to,
    paragraph: field.paragraphOf[hit.from] ?? 0,
    sentence: field.sentenceOf[hit.from] ?? 0,
    noise: field.paragraphs[field.paragraphOf[hit.from] ?? 0]?.noise ?? false,
    ...before,
    dateline: field.name === 'text' && isDateline(field, hit),
    facility: facilityBefore(field, hit.from, around),
    person: style === 'normal' && !supported && isPerson(field, hit, before.preposition),
    past: cuedBy(PAST, field, hit.from),
    example: cuedBy(EXAMPLE, field, hit.from),
    suffix: false,
    apposition: false,
  };
  mention.readings = readingsHere(mention);
  return mention.readings.length > 0 ? mention : null;
}

function isUpper(field: ReadField, { start, end }: Hit<PlaceName>): boolean {
  const word = field.raw.slice(start, end);
  return word === word.toUpperCase();
}

type Before = Pick<Mention, 'office' | 'level' | 'preposition'>;

/** Walks left over 'Kota', 'se-', 'di' to the office that governs the name. */
function lookBack(field: ReadField, from: number, around: Surroundings): Before {
  const before: Before = { office: null, level: null, preposition: null };
  const sentence = field.sentenceOf[from];
  let at = from;
  for (let steps = 0; steps < 5 && at > 0; steps++) {
    const token = field.tokens[at - 1];
    const next = field.tokens[at];
    if (token === undefined || next === undefined || field.sentenceOf[at - 1] !== sentence) break;
    const gap = field.raw.slice(token.end, next.start);
    if (/[,;:!?"“”–—|]/.test(gap) || (gap.includes('-') && token.norm !== 'se')) {
      before.preposition ??= venueAhead(field, at, gap);
      break;
    }
    const office = around.officeEndingAt.get(at);
    if (office !== undefined && !LEVEL_WORDS.has(office.value.phrase)) {
      before.office = office;
      const level = office.value.level;
      if (level === 'kota' || level === 'kabupaten' || level === 'province') before.level ??= level;
      break;
    }
    const level = LEVEL_WORDS.get(token.norm);
    if (level !== undefined) before.level ??= level;
    else if (PREPOSITIONS.has(token.norm)) before.preposition ??= token.norm;
    else if (!FILLERS.has(token.norm)) break;
    at--;
  }
  return before;
}

/** 'di Beji, Depok': the larger place behind a venue is a venue. */
function venueAhead(field: ReadField, at: number, gap: string): string | null {
  if (gap !== ', ') return null;
  for (let ahead = at - 1; ahead > at - 5 && ahead > 0; ahead--) {
    const token = field.tokens[ahead];
    const before = field.tokens[ahead - 1];
    if (token?.capital !== true || before === undefined) return null;
    if (before.norm === 'di' || before.norm === 'ke') return before.norm;
  }
  return null;
}

/** Applies the level word and the guards. */
function readingsHere(mention: Mention): Reading[] {
  const { level, name, office } = mention;
  const strong = level !== null || mention.dateline || isAuthority(office);
  const open = name.readings.filter(({ guard }) => {
    if (guard === 'office') return strong;
    if (guard === 'dateline') return mention.dateline || level === 'kota' || isAuthority(office);
    return true;
  });
  if (level === null) return open;
  const exact = open.filter((reading) => reading.kind === level);
  if (exact.length > 0) return exact;
  return open;
}

/** 'Bawaslu', 'Bupati', 'Polres'; not 'warga', 'ASN', 'pilkada'. */
export function isAuthority(office: Hit<Office> | null): boolean {
  return (
    office !== null &&
    ['government', 'official', 'council', 'election', 'police', 'contest', 'candidate'].includes(
      office.value.body,
    )
  );
}

const DATELINE_TOKENS = 8;
const DATELINE_AFTER =
  /^(?:[^.!?\n]{0,40}?)(?:\s[–—-]{1,2}\s?|\s?[–—]\s?|--|-(?=\p{Lu})|\s?\|\s|:\s)/u;
const DATELINE_PAREN = /^[^.!?\n]{0,25}\([^)\n]{2,30}\)\s*[-–—]?/u;

/** At the head of one of the first paragraphs, before the dash: 'Bontang, Natmed.id –', 'KAJEN-', 'Kudus (ANTARA) -'. */
function isDateline(field: ReadField, hit: Hit<PlaceName>): boolean {
  const paragraph = field.paragraphs[field.paragraphOf[hit.from] ?? 0];
  if (paragraph === undefined || hit.from - paragraph.from > DATELINE_TOKENS) return false;
  const token: Token | undefined = field.tokens[hit.from];
  if (token === undefined || !token.capital) return false;
  const head = field.raw.slice(paragraph.start, hit.start);
  if (/[–—:]|\s-{1,2}\s|[!?"“”]/.test(head.replace(/\.\p{L}+/gu, ''))) return false;
  const lower = head.match(/(?<![\p{L}.])\p{Ll}{2,}(?![\p{L}]*\.)/gu)?.length ?? 0;
  if (lower > 1) return false;
  const tail = field.raw.slice(hit.end, Math.min(hit.end + 60, field.raw.length));
  if (!DATELINE_AFTER.test(tail) && !DATELINE_PAREN.test(tail)) return false;
  const dash = tail.search(/[–—|:]|--|\s-|-(?=\p{Lu})|\(/u);
  const between = tail.slice(0, dash === -1 ? 0 : dash);
  return (between.match(/(?<![\p{L}.])\p{Ll}{3,}(?![\p{L}]*\.)/gu)?.length ?? 0) === 0;
}

const FACILITY_REACH = 6;

/** 'Hotel Harper Kota Kupang', 'Jalan Bhayangkara, Cipocok': a facility ahead, over capitalised words and one comma. */
function facilityBefore(field: ReadField, from: number, around: Surroundings): string | null {
  let comma = false;
  for (let at = from; at > from - FACILITY_REACH && at > 0; at--) {
    const hit = around.facilityEndingAt.get(at);
    const token = field.tokens[at - 1];
    const next = field.tokens[at];
    if (token === undefined || next === undefined) return null;
    const gap = field.raw.slice(token.end, next.start);
    if (gap === ', ' && !comma) comma = true;
    else if (gap !== ' ') return null;
    if (hit !== undefined) return comma && !SITES.has(hit.value.kind) ? null : hit.value.kind;
    if (!token.capital || around.officeEndingAt.has(at)) return null;
  }
  return null;
}

/** Facilities that have an address: what stands behind the comma is where they lie. */
const SITES = new Set(['street', 'venue']);

/** Between capitalised words of no office: 'Medan Sandabunga', 'Reni Syafruddin A Banjar'. */
function isPerson(field: ReadField, hit: Hit<PlaceName>, preposition: string | null): boolean {
  if (preposition !== null) return false;
  const previous = field.tokens[hit.from - 1];
  const next = field.tokens[hit.to];
  const first = field.tokens[hit.from];
  const last = field.tokens[hit.to - 1];
  if (first === undefined || last === undefined) return false;
  const joins = (a: Token, b: Token): boolean => /^\.? $/.test(field.raw.slice(a.end, b.start));
  const nameLike = (token: Token): boolean =>
    token.capital && /^\p{Lu}\p{Ll}*$/u.test(field.raw.slice(token.start, token.end));
  const after =
    next !== undefined &&
    field.sentenceOf[hit.to] === field.sentenceOf[hit.from] &&
    nameLike(next) &&
    joins(last, next);
  const ahead =
    previous !== undefined &&
    field.sentenceOf[hit.from - 1] === field.sentenceOf[hit.from] &&
    nameLike(previous) &&
    joins(previous, first);
  return ahead || after;
}

function cuedBy(cues: Set<string>, field: ReadField, from: number): boolean {
  const sentence = field.sentenceOf[from];
  for (let at = from - 1; at >= Math.max(0, from - WINDOW); at--) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) return false;
    if (cues.has(token.norm)) return true;
  }
  return false;
}

/** Marks provinces behind their parts, and names that repeat the one before. */
function relate(mentions: Mention[], field: ReadField): void {
  for (let at = 1; at < mentions.length; at++) {
    const before = mentions[at - 1];
    const mention = mentions[at];
    if (before === undefined || mention === undefined) continue;
    const gap = field.raw.slice(before.end, mention.start);
    if (!/^[\s,(/.–-]{1,4}(?:(?:Provinsi|Propinsi|Prov\.?)\s)?$/iu.test(gap)) continue;
    const same = sharedCodes(before, mention);
    if (same.size > 0) {
      mention.apposition = true;
      narrow(before, same);
      narrow(mention, same);
      continue;
    }
    const provinces = new Set(
      mention.readings.filter(({ kind }) => kind === 'province').map(({ code }) => code),
    );
    const inside = before.readings.filter(
      ({ code, kind }) => kind !== 'province' && provinces.has(code.slice(0, 2)),
    );
    if (inside.length === 0) continue;
    mention.suffix = true;
    before.readings = inside;
    mention.readings = mention.readings.filter(({ kind }) => kind === 'province');
  }
}

function sharedCodes(a: Mention, b: Mention): Set<RegionCode> {
  const codes = new Set(a.readings.map(({ code }) => code));
  return new Set(b.readings.map(({ code }) => code).filter((code) => codes.has(code)));
}

function narrow(mention: Mention, codes: Set<RegionCode>): void {
  mention.readings = mention.readings.filter(({ code }) => codes.has(code));
}
