// A word of elections → the elections it means, by the year beside it, the day and the region.
import type { RegionCode } from '../../../schemas/region.ts';
import type { ElectionId } from '../../../schemas/tag.ts';
import type { Calendar } from './calendar.ts';
import type { ElectionMention, Means } from './mentions.ts';

export type Circumstances = {
  calendar: Calendar;
  day: string | null;
  /** The day, else the first on which all words of the article were in use. */
  earliest: string;
  /** The day, else the last on which all of them were. */
  latest: string;
  regions: RegionCode[];
  /** Words of a pilkada stand in the article: then a bare 'pemilu' late in 2024 means the pilkada. */
  local: boolean;
  /** A pemilu is named by its year, its contests or its candidates: then 'pemilu' means no pilkada. */
  pemiluNamed: boolean;
  /** On an unknown day: the only election of the kind that fits the words of the article; null if none or several do. */
  sole: { pilkada: ElectionId | null; pemilu: ElectionId | null };
};

export type Meaning = {
  elections: ElectionId[];
  rule: 'year' | 'day' | 'sign' | 'revote' | 'pilkades' | 'bare';
};

const PEMILU: ReadonlySet<Means> = new Set<Means>(['pemilu', 'pilpres', 'pileg']);
const PILKADA: ReadonlySet<Means> = new Set<Means>(['pilkada', 'pilgub', 'pilbup', 'pilwalkot']);
/** Courts order a vote repeated at most so many days after it. */
const REVOTE_DAYS = 300;
/** 'Lalu' reaches back so far. */
const RECALL_DAYS = 1200;
const REVOTES_FROM = '2025-02-24';
const REVOTES_TO = '2025-09-30';
/** After the result of Pemilu 2024 the press says 'pemilu' for the pilkada. */
const PEMILU_MEANS_PILKADA = { from: '2024-03-21', to: '2025-02-28' };

export const isPilkadaWord = (means: Means): boolean => PILKADA.has(means);
export const isPemiluWord = (means: Means): boolean => PEMILU.has(means);

/** 'bare': an election of this kind is meant, which one the word does not tell. */
export function meaningOf(mention: ElectionMention, now: Circumstances): Meaning {
  const { means, sign, year } = mention;
  if (sign !== null) return signMeaning(sign.election, now);
  if (means === 'pilkades') return { elections: ['pilkades'], rule: 'pilkades' };
  if (means === 'revote' || means === 'rerun') return revoteMeaning(means, year, now);
  if (means === 'both') {
    const pair = [pemiluOf(year, now), pilkadaOf(year, now)].filter((id) => id !== null);
    return { elections: pair, rule: year === null ? 'day' : 'year' };
  }
  if (mention.past && year === null && now.day !== null) return recalled(means, now);
  if (PILKADA.has(means)) return single(pilkadaOf(year, now), year, now);
  if (PEMILU.has(means)) return single(pemiluMeaning(mention, now), year, now);
  return { elections: [], rule: 'bare' };
}

/** 'Pilkada dan Pilpres lalu': the last one of the kind that was held. */
function recalled(means: Means, { calendar, day, regions }: Circumstances): Meaning {
  const kind = PEMILU.has(means) ? 'pemilu' : 'pilkada';
  const region = kind === 'pilkada' ? (regions[0] ?? null) : null;
  const held = day === null ? null : calendar.heldBefore(day, { kind, region, days: RECALL_DAYS });
  return held === null ? { elections: [], rule: 'bare' } : { elections: [held], rule: 'day' };
}

function single(id: ElectionId | null, year: number | null, { calendar }: Circumstances): Meaning {
  if (id === null) return { elections: [], rule: 'bare' };
  const named =
    year !== null &&
    (calendar.byYear('pilkada', year) === id || calendar.byYear('pemilu', year) === id);
  return { elections: [id], rule: named ? 'year' : 'day' };
}

function signMeaning(election: ElectionId, { calendar, day }: Circumstances): Meaning {
  if (day !== null && !calendar.inWindow(election, day)) return { elections: [], rule: 'bare' };
  return { elections: [election], rule: 'sign' };
}

function pilkadaOf(
  year: number | null,
  { calendar, day, regions }: Circumstances,
): ElectionId | null {
  const named = year === null ? null : calendar.byYear('pilkada', year);
  if (named !== null) return named;
  if (year === 2025 && (day === null || day >= REVOTES_FROM)) {
    const revote = regions.map((region) => calendar.revoteIn(region)).find((id) => id !== null);
    if (revote !== undefined) return revote;
  }
  if (day === null) return null;
  const held = calendar.byDay('pilkada', day);
  if (held !== null || day < REVOTES_FROM || day > REVOTES_TO) return held;
  return regions.map((region) => calendar.revoteIn(region)).find((id) => id !== null) ?? null;
}

function pemiluOf(year: number | null, { calendar, day }: Circumstances): ElectionId | null {
  const named = year === null ? null : calendar.byYear('pemilu', year);
  return named ?? (day === null ? null : calendar.byDay('pemilu', day));
}

/** The press says 'pemilu' for a pilkada too, unless it names both in one breath. */
function pemiluMeaning(
  { means, year, paired }: ElectionMention,
  now: Circumstances,
): ElectionId | null {
  const { calendar, day, local } = now;
  const loose = means === 'pemilu' && !paired;
  if (year !== null) {
    const named =
      calendar.byYear('pemilu', year) ?? (loose ? calendar.byYear('pilkada', year) : null);
    if (named !== null) return named;
  }
  const late = day !== null && PEMILU_MEANS_PILKADA.from <= day && day <= PEMILU_MEANS_PILKADA.to;
  if (loose && late && local && !now.pemiluNamed) return calendar.byDay('pilkada', day);
  const named = pemiluOf(null, now);
  if (named !== null || !loose || day === null || now.pemiluNamed) return named;
  return calendar.byDay('pilkada', day);
}

/** 'PSU' and 'pilkada ulang' cross over in the press: the region decides, then the word; outside of 2025 the vote that is repeated. */
function revoteMeaning(means: Means, year: number | null, now: Circumstances): Meaning {
  const { calendar, day, regions } = now;
  const local = regions.map((region) => calendar.revoteIn(region)).find((id) => id !== null);
  const in2025 =
    day === null
      ? year === 2025 || (year === null && local !== undefined && now.latest >= REVOTES_FROM)
      : day >= REVOTES_FROM && day <= REVOTES_TO;
  if (in2025) {
    const word = means === 'revote' ? 'psu-2025' : 'pilkada-ulang-2025';
    return { elections: [local ?? word], rule: 'revote' };
  }
  if (
    means === 'rerun' &&
    (year === 2025 || (day !== null && calendar.inWindow('pilkada-ulang-2025', day)))
  ) {
    return { elections: ['pilkada-ulang-2025'], rule: 'revote' };
  }
  const parent =
    day === null
      ? null
      : calendar.heldBefore(day, { kind: null, region: regions[0] ?? null, days: REVOTE_DAYS });
  return parent === null
    ? { elections: [], rule: 'bare' }
    : { elections: [parent], rule: 'revote' };
}
