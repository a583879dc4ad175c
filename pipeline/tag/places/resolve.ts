// Mentions that may mean several regions → one reading each, by what the rest of the article says.
import type { RegionCode } from '../../../schemas/region.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { ReadField } from '../document.ts';
import type { Level, Surroundings } from './context.ts';
import type { Mention } from './mentions.ts';
import type { Reading } from './names.ts';

/** A mention that has been understood. */
export type Place = Mention & { code: RegionCode; reading: Reading };

export type Setting = {
  /** Region of the newspaper, where it is known. */
  outletRegion: RegionCode | null;
  /** Regions named in the address. */
  urlCodes: Set<RegionCode>;
  /** Local day 'YYYY-MM-DD', for names that have passed to another region; null if unknown. */
  day: string | null;
};

const SHARED_PROVINCE = 0.6;
const MOST_SHARED = 1.8;
const LEVEL_CUE = 0.3;
const MOST_CUES = 1.5;

/** Gives each mention its region. Mentions with one reading decide first and vote on the others. */
export function resolveMentions(
  mentions: Mention[],
  fields: { field: ReadField; around: Surroundings }[],
  setting: Setting,
): Place[] {
  const live = mentions.map((mention) => ({
    ...mention,
    readings: current(mention, setting.day),
  }));
  const votes = directVotes(live);
  const cues = levelCues(fields, live);
  const places: Place[] = [];
  for (const mention of live) {
    const reading = mention.readings
      .map((option) => ({ option, score: worth(option, mention, { votes, cues, setting }) }))
      .sort((a, b) => b.score - a.score)[0]?.option;
    if (reading !== undefined && stands(reading, mention, votes)) {
      places.push({ ...mention, code: reading.code, reading });
    }
  }
  return places;
}

/** Former names are left to their time; a name that only meant a former region means its region of today. */
function current({ readings, name }: Mention, day: string | null): Reading[] {
  const now = ({ until }: Reading): boolean => until === '' || (day !== null && day <= until);
  const alive = readings.filter(now);
  return alive.length > 0 ? alive : name.readings.filter(now);
}

/** Code → weight of the mentions that can mean nothing else. */
function directVotes(mentions: Mention[]): Map<RegionCode, number> {
  const votes = new Map<RegionCode, number>();
  for (const { readings, noise, field, dateline, weak } of mentions) {
    const only = readings[0];
    if (only === undefined || readings.length > 1 || weak || only.guard === 'context') continue;
    const weight = noise ? 0.1 : field.name === 'title' ? 2 : dateline ? 1.2 : 1;
    votes.set(only.code, (votes.get(only.code) ?? 0) + weight);
  }
  return votes;
}

/** Offices that stand alone ('bupati', 'wali kota'): they speak of the region of the article. */
function levelCues(
  fields: { field: ReadField; around: Surroundings }[],
  mentions: Mention[],
): Map<Level, number> {
  const governed = new Set(
    mentions.map(({ office }) => office).filter((office) => office !== null),
  );
  const taken = new Set([...governed].map((office) => office.start));
  const cues = new Map<Level, number>();
  for (const { field, around } of fields) {
    for (const hit of around.offices) {
      const { level, body } = hit.value;
      if (level === 'local' || level === 'national' || taken.has(hit.start)) continue;
      const paragraph = field.paragraphs[field.paragraphOf[hit.from] ?? 0];
      if (paragraph?.noise === true) continue;
      const weight = body === 'candidate' || body === 'contest' ? 0.7 : 1;
      cues.set(level, Math.min(5, (cues.get(level) ?? 0) + weight));
    }
  }
  return cues;
}

type Evidence = { votes: Map<RegionCode, number>; cues: Map<Level, number>; setting: Setting };

function worth(reading: Reading, mention: Mention, { votes, cues, setting }: Evidence): number {
  const { code, kind, how } = reading;
  let score = votes.get(code) ?? 0;
  score += Math.min(MOST_CUES, (cues.get(kind) ?? 0) * LEVEL_CUE);
  let shared = 0;
  for (const [other, weight] of votes) {
    if (mention.readings.some((option) => option.code === other)) continue;
    if (provinceOf(other) !== provinceOf(code)) continue;
    shared += Math.min(1, weight) * SHARED_PROVINCE;
  }
  score += Math.min(MOST_SHARED, shared);
  if (setting.outletRegion === code) score += 1;
  else if (setting.outletRegion !== null && provinceOf(setting.outletRegion) === provinceOf(code)) {
    score += 0.5;
  }
  if (setting.urlCodes.has(code)) score += 0.4;
  if (kind === 'kota') score += 0.2;
  if (kind === 'province') score += mention.dateline ? -0.3 : 0.4;
  if (how === 'town') score += mention.dateline || mention.level === 'kota' ? 0.1 : -0.2;
  if (how === 'nickname') score -= 0.5;
  return score;
}

/** A guarded nickname needs its region or province named elsewhere, a common word its region. */
function stands(reading: Reading, mention: Mention, votes: Map<RegionCode, number>): boolean {
  if (mention.weak && !mention.name.readings.some(({ code }) => votes.has(code))) return false;
  if (reading.guard !== 'context') return true;
  if (mention.office !== null && mention.level !== null) return true;
  const province = provinceOf(reading.code);
  return [...votes.keys()].some((code) => code === reading.code || code === province);
}
