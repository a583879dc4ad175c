// A name in a field → what stands beside it: the office that governs it, a facility, a person's other names, a cue.
import type { Office } from '../../../schemas/knowledge.ts';
import type { ReadField } from '../document.ts';
import type { Hit } from '../phrases.ts';
import type { Token } from '../words.ts';
import { LEVEL_WORDS } from './context.ts';
import type { Level, Surroundings } from './context.ts';
import type { PlaceName } from './names.ts';

const PREPOSITIONS = new Set(['di', 'dari', 'ke', 'pada', 'untuk', 'oleh', 'wilayah', 'daerah']);
const FILLERS = new Set(['se', 'seluruh', 'administrasi', 'dan', 'wilayah', 'setempat']);
export const PAST = new Set(
  'mantan eks pernah sempat bekas kelahiran lulusan alumni alumnus asal berasal'.split(' '),
);
export const EXAMPLE = new Set(
  'seperti misalnya semisal contohnya contoh mencontohkan misal'.split(' '),
);
const WINDOW = 6;

/** 'Bawaslu', 'Bupati', 'Polres'; not 'warga', 'ASN', 'pilkada'. */
export function isAuthority(office: Hit<Office> | null): boolean {
  return (
    office !== null &&
    ['government', 'official', 'council', 'election', 'police', 'contest', 'candidate'].includes(
      office.value.body,
    )
  );
}

export type Before = {
  /** The office or body named before it: 'Wali Kota', 'Bawaslu', 'ASN Pemkot'. */
  office: Hit<Office> | null;
  level: Level | null;
  /** 'di', 'dari', 'ke': before the name or before its level word. */
  preposition: string | null;
};

/** Walks left over 'Kota', 'se-', 'di' to the office that governs the name. */
export function lookBack(field: ReadField, from: number, around: Surroundings): Before {
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
    if (office?.value.level === 'national') break;
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
  before.office ??= departmentBefore(field, from, around);
  return before;
}

const DEPARTMENTS = new Set('dinas badan bagian bidang kabid kabag kadis kaban'.split(' '));
const DEPARTMENT_WORDS = 4;

/** 'Kepala Dinas Pertanian dan Pangan Keerom': the department's field stands between its office and the place. */
function departmentBefore(
  field: ReadField,
  from: number,
  around: Surroundings,
): Hit<Office> | null {
  for (let at = from - 1; at > from - 1 - DEPARTMENT_WORDS && at > 0; at--) {
    const token = field.tokens[at];
    const next = field.tokens[at + 1];
    if (token === undefined || next === undefined) return null;
    if (!/^,? $/.test(field.raw.slice(token.end, next.start))) return null;
    if (!token.capital && token.norm !== 'dan' && !LEVEL_WORDS.has(token.norm)) return null;
    const office = around.officeEndingAt.get(at);
    if (office !== undefined && DEPARTMENTS.has(field.tokens[at - 1]?.norm ?? '')) return office;
  }
  return null;
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

const FACILITY_REACH = 6;

/** 'Hotel Harper Kota Kupang', 'Jalan Bhayangkara, Cipocok': a facility ahead, over capitalised words and one comma. */
export function facilityBefore(
  field: ReadField,
  from: number,
  around: Surroundings,
): string | null {
  let comma = false;
  for (let at = from; at > from - FACILITY_REACH && at > 0; at--) {
    const hit = around.facilityEndingAt.get(at);
    const token = field.tokens[at - 1];
    const next = field.tokens[at];
    if (token === undefined || next === undefined) return null;
    const gap = field.raw.slice(token.end, next.start);
    if (gap === ', ' && !comma) comma = true;
    else if (gap !== ' ') return null;
    if (hit !== undefined) {
      if (comma && !SITES.has(hit.value.kind)) return null;
      return hit.value.kind === 'region' && at !== from ? null : hit.value.kind;
    }
    if (!token.capital || around.officeEndingAt.has(at)) return null;
  }
  return null;
}

/** Facilities that have an address: what stands behind the comma is where they lie. */
const SITES = new Set(['street', 'venue']);

/**
 * A place's name of one word beside another capitalised word: 'first' before it ('Medan Sandabunga'), where it is most
 * likely a person's; 'last' behind it ('Syafruddin Banjar', but 'Pramuka Bantul' too).
 */
export function nameBeside(
  field: ReadField,
  { from, to }: Hit<PlaceName>,
  preposition: string | null,
): 'first' | 'last' | null {
  const here = field.tokens[from];
  if (preposition !== null || here === undefined || to - from > 1) return null;
  const joins = (a: Token, b: Token): boolean => /^\.? $/.test(field.raw.slice(a.end, b.start));
  const isName = (at: number): Token | null => {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== field.sentenceOf[from]) return null;
    const word = field.raw.slice(token.start, token.end);
    return token.capital && /^\p{Lu}\p{Ll}*$/u.test(word) ? token : null;
  };
  const next = isName(to);
  if (next !== null && joins(here, next)) return 'first';
  const previous = isName(from - 1);
  return previous !== null && joins(previous, here) ? 'last' : null;
}

export function cuedBy(cues: Set<string>, field: ReadField, from: number): boolean {
  const sentence = field.sentenceOf[from];
  for (let at = from - 1; at >= Math.max(0, from - WINDOW); at--) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) return false;
    if (cues.has(token.norm)) return true;
  }
  return false;
}
