// Places → candidates: each region with the sum of its evidence and the spans that speak for it.
import type { RegionCode } from '../../../schemas/region.ts';
import type { Reason } from '../../../schemas/tag.ts';
import { isAuthority } from './mentions.ts';
import type { Place } from './resolve.ts';
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
  /** Of the score: what stands in the title, and what authorities and levels say in the text. */
  title: number;
  office: number;
  /** Mentions that count: no noise, no person, no street. */
  count: number;
  /** Of them, those outside of lists. */
  free: number;
  /** Names a province-wide body or all its parts: 'Pemprov', 'Gubernur', 'se-Sulteng'. */
  wide: number;
  supports: Support[];
};

const CAPITAL = '31';

/** `lists` says how many regions stand in the list that a place is part of; 0 outside of lists. */
export function scorePlaces(
  places: Place[],
  lists: Map<Place, number>,
  lead: (place: Place) => boolean,
): Map<RegionCode, Candidate> {
  const candidates = new Map<RegionCode, Candidate>();
  for (const place of places) {
    const listed = lists.get(place) ?? 0;
    const { rule, base } = kindOf(place);
    const factor = factorOf(place, listed) * (lead(place) ? FACTORS.lead : 1);
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
    if (place.suffix || place.apposition) continue;
    candidate.count++;
    if (listed === 0) candidate.free++;
    if (place.field.name === 'title') candidate.title += support.weight;
    else if (isAuthority(place.office) || place.level !== null) candidate.office += support.weight;
    if (isWide(place)) candidate.wide += support.weight;
  }
  for (const candidate of candidates.values()) candidate.score = total(candidate.supports);
  return candidates;
}

export function candidateFor(candidates: Map<RegionCode, Candidate>, code: RegionCode): Candidate {
  let candidate = candidates.get(code);
  if (candidate === undefined) {
    candidate = { code, score: 0, title: 0, office: 0, count: 0, free: 0, wide: 0, supports: [] };
    candidates.set(code, candidate);
  }
  return candidate;
}

/** The heaviest first, each further one counting less, so that repetition alone does not decide. */
export function total(supports: Support[]): number {
  const weights = supports.map(({ weight }) => weight).sort((a, b) => b - a);
  return weights.reduce((sum, weight, index) => sum + weight * FACTORS.repeat ** index, 0);
}

function kindOf(place: Place): { rule: string; base: number } {
  const { office, level, field, preposition } = place;
  const where = field.name;
  if (place.dateline) {
    const base = place.code === CAPITAL ? WEIGHTS.capitalDateline : WEIGHTS.dateline;
    return { rule: 'dateline', base };
  }
  if (office !== null) {
    const word = office.value.phrase.replaceAll(' ', '-');
    if (isAuthority(office)) return { rule: `office:${word}`, base: WEIGHTS.authority[where] };
    if (office.value.body === 'civil-servants') {
      return { rule: `concern:${word}`, base: WEIGHTS.concern[where] };
    }
    return { rule: `people:${word}`, base: WEIGHTS.people[where] };
  }
  if (level !== null) return { rule: `level:${level}`, base: WEIGHTS.level[where] };
  if (preposition !== null) return { rule: `venue:${preposition}`, base: WEIGHTS.venue[where] };
  return { rule: `name:${where}`, base: WEIGHTS.bare[where] };
}

function factorOf(place: Place, listed: number): number {
  let factor = 1;
  if (place.noise) factor *= FACTORS.noise;
  if (place.past) factor *= FACTORS.past;
  if (place.suffix) factor *= FACTORS.suffix;
  if (place.apposition) factor *= FACTORS.apposition;
  if (place.person) factor *= FACTORS.person;
  if (place.facility !== null) factor *= FACTORS.facility;
  if (listed >= 5) factor *= FACTORS.longList;
  else if (listed >= 3) factor *= FACTORS.shortList;
  return factor;
}

function isWide(place: Place): boolean {
  if (place.reading.kind !== 'province') return false;
  return place.office?.value.level === 'province' || place.level === 'province';
}
