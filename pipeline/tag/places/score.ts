// Places → candidates: each region with the sum of its evidence and the spans that speak for it.
import type { Office } from '../../../schemas/knowledge.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { Reason } from '../../../schemas/tag.ts';
import { isAuthority } from './neighbours.ts';
import type { Place } from './resolve.ts';
import type { List } from './lists.ts';
import { FACTORS, WEIGHTS } from './weights.ts';

/** A span that speaks for a region. */
export type Support = {
  code: RegionCode;
  rule: string;
  field: Reason['field'];
  start: number;
  end: number;
  weight: number;
};

export type Candidate = {
  code: RegionCode;
  score: number;
  /** Of the score: what stands in the title. */
  title: number;
  /** Of that: behind an office, a level or its civil servants; and behind a body, not a person in office. */
  titleSubject: number;
  titleBody: number;
  /** Mentions that are no noise, person or street, and stand in no enumeration. */
  free: number;
  /** Behind an office or a level, or in the dateline. */
  firm: number;
  /** Behind an authority, a level or the civil servants. */
  subject: number;
  /** Stands in the dateline: reporters sit there. */
  dateline: boolean;
  /** Stands in a short list with a number to each. */
  counted: boolean;
  /** What is no dateline, no venue and no building. */
  substance: number;
  /** Of a province: what bodies and levels say ('Pemprov', 'se-Sulteng'), not its governor as a person. */
  bodies: number;
  supports: Support[];
};

const CAPITAL = '31';
/** So many members make a long list. */
const LONG = 5;

/** `lists` holds the places that are part of an enumeration; `lead` tells the first paragraphs. */
export function scorePlaces(
  places: Place[],
  lists: Map<Place, List>,
  lead: (place: Place) => boolean,
): Map<RegionCode, Candidate> {
  const candidates = new Map<RegionCode, Candidate>();
  for (const place of places) {
    const list = lists.get(place) ?? null;
    const { rule, base } = kindOf(place);
    const factor = factorOf(place, list) * (lead(place) ? FACTORS.lead : 1);
    const support: Support = {
      code: place.code,
      rule,
      field: place.field.name,
      start: place.start,
      end: place.end,
      weight: base * factor,
    };
    const candidate = candidateFor(candidates, place.code);
    candidate.supports.push(support);
    if (place.noise || place.person || place.past || place.facility !== null) continue;
    if (place.suffix || place.apposition || base === WEIGHTS.capital) continue;
    if (list === null || (list.counted && list.members < LONG)) candidate.free++;
    if (place.dateline) candidate.dateline = true;
    if (list?.counted === true && list.members < LONG) candidate.counted = true;
    const body = place.office?.value.body !== 'official' && isSubject(place);
    if (place.field.name === 'title') {
      candidate.title += support.weight;
      if (isSubject(place)) candidate.titleSubject += support.weight;
      if (body) candidate.titleBody += support.weight;
    }
    if (place.office !== null || place.level !== null || place.dateline) {
      candidate.firm += support.weight;
    }
    if (hasSubstance(place)) candidate.substance += support.weight;
    if (isSubject(place)) candidate.subject += support.weight;
    if (body) candidate.bodies += support.weight;
  }
  for (const candidate of candidates.values()) candidate.score = total(candidate.supports);
  return candidates;
}

export function candidateFor(candidates: Map<RegionCode, Candidate>, code: RegionCode): Candidate {
  let candidate = candidates.get(code);
  if (candidate === undefined) {
    candidate = {
      code,
      score: 0,
      title: 0,
      titleSubject: 0,
      titleBody: 0,
      free: 0,
      firm: 0,
      subject: 0,
      dateline: false,
      counted: false,
      substance: 0,
      bodies: 0,
      supports: [],
    };
    candidates.set(code, candidate);
  }
  return candidate;
}

const REPEATED = Array.from({ length: 32 }, (_, index) => FACTORS.repeat ** index);
const repeated = (index: number): number => REPEATED[index] ?? FACTORS.repeat ** index;

/** The heaviest first, each further one counting less, so that repetition alone does not decide. */
export function total(supports: Support[]): number {
  const [only] = supports;
  if (only !== undefined && supports.length === 1) return only.weight;
  const weights = supports.map(({ weight }) => weight).sort((a, b) => b - a);
  return weights.reduce((sum, weight, index) => sum + weight * repeated(index), 0);
}

function kindOf(place: Place): { rule: string; base: number } {
  const { office, level, preposition } = place;
  const where = place.field.name;
  const bare = office === null && level === null;
  if (bare && provinceOf(place.code) === CAPITAL) {
    return { rule: place.dateline ? 'dateline' : `name:${where}`, base: WEIGHTS.capital };
  }
  if (place.dateline) return { rule: 'dateline', base: WEIGHTS.dateline };
  if (office !== null && !isOnlyWhere(place)) return kindOfOffice(office.value, where);
  if (level !== null) return { rule: `level:${level}`, base: WEIGHTS.level[where] };
  if (preposition !== null) return { rule: `venue:${preposition}`, base: WEIGHTS.venue[where] };
  return { rule: `name:${where}`, base: WEIGHTS.bare[where] };
}

/** 'ASN di Kajen', 'camat di Lampung': the seat of a regency, or the province of a subdistrict, is only where. */
function isOnlyWhere({ office, preposition, reading }: Place): boolean {
  if (preposition === null) return false;
  if (reading.how === 'town') return true;
  return reading.kind === 'province' && VILLAGE_OFFICES.has(office?.value.phrase ?? '');
}

const VILLAGE_OFFICES = new Set([
  'camat',
  'lurah',
  'kades',
  'kepala desa',
  'kepala sekolah',
  'guru',
]);

function kindOfOffice(
  { phrase, body, level }: Office,
  where: 'title' | 'text',
): { rule: string; base: number } {
  const word = phrase.replaceAll(' ', '-');
  if (body === 'building') return { rule: `building:${word}`, base: WEIGHTS.building[where] };
  if (body === 'people') return { rule: `people:${word}`, base: WEIGHTS.people[where] };
  if (body === 'civil-servants') return { rule: `concern:${word}`, base: WEIGHTS.concern[where] };
  const pilgub = level === 'province' && (body === 'contest' || body === 'candidate');
  const base = pilgub ? WEIGHTS.pilgub[where] : WEIGHTS.authority[where];
  return { rule: `office:${word}`, base };
}

function factorOf(place: Place, list: List | null): number {
  let factor = 1;
  if (place.noise) factor *= FACTORS.noise;
  if (place.past) factor *= FACTORS.past;
  if (place.example) factor *= FACTORS.example;
  if (place.suffix) factor *= FACTORS.suffix;
  if (place.apposition) factor *= FACTORS.apposition;
  if (place.person) factor *= FACTORS.person;
  else if (place.doubtful) factor *= FACTORS.doubtful;
  if (place.facility !== null) factor *= FACTORS.facility;
  if (place.reading.how === 'macro') factor *= FACTORS.macro;
  return factor * listFactor(list);
}

function listFactor(list: List | null): number {
  if (list === null) return 1;
  if (list.members >= LONG) return FACTORS.longList;
  return list.counted ? FACTORS.countedList : FACTORS.shortList;
}

/** An authority, the civil servants or the level of the place are named, not the place alone. */
function isSubject(place: Place): boolean {
  const { office, level } = place;
  if (isOnlyWhere(place)) return false;
  return isAuthority(office) || level !== null || office?.value.body === 'civil-servants';
}

function hasSubstance(place: Place): boolean {
  const { office, level, preposition, dateline, reading, field } = place;
  if (dateline || office?.value.body === 'building') return false;
  if (preposition === null) return true;
  if (reading.how === 'town') return false;
  return office !== null || level !== null || field.name === 'title';
}
