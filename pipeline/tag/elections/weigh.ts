// Words of elections → the elections that the article is about, heaviest first. History and titles of laws count little.
import type { ElectionId } from '../../../schemas/tag.ts';
import { daysBetween } from './calendar.ts';
import { isPemiluWord, meaningOf } from './meaning.ts';
import type { Circumstances, Meaning } from './meaning.ts';
import type { ElectionMention } from './mentions.ts';

export type Vote = { mention: ElectionMention; rule: Meaning['rule'] | 'only'; weight: number };
export type Weighed = { election: ElectionId; weight: number; votes: Vote[] };

type Read = { mention: ElectionMention; meaning: Meaning; weight: number };

const TITLE = 3;
const LEAD = 2;
const BODY = 1;
const URL = 0.8;
const FACTORS = {
  /** Looked back on; in the title of a law; in a list of pemilu and pilkada contests alike. */
  past: 0.25,
  document: 0.15,
  mixed: 0.2,
  /** The region does not vote in it. */
  absent: 0.2,
  /** It is over, and another one is not. */
  over: 0.4,
  repeat: 0.85,
} as const;
/** An election that reaches this share of the heaviest one is meant too. */
const SHARE = 0.45;
/** Or this one, if title or lead name both in one breath. */
const PAIR_SHARE = 0.25;
/** So many days after the vote an election is history. */
const OVER_DAYS = 75;
/** A campaign without a name is of a vote at most so many days ahead. */
const AHEAD_DAYS = 400;

/** `leadEnd` is the token index in the text where the lead ends. */
export function weigh(mentions: ElectionMention[], now: Circumstances, leadEnd: number): Weighed[] {
  const live = mentions.filter(({ noise, negated }) => !noise && !negated);
  const mixed = mixedSentences(live);
  const read: Read[] = live.map((mention) => {
    const meaning = meaningOf(mention, now);
    let weight = placeWeight(mention, leadEnd);
    if (mention.past) weight *= FACTORS.past;
    if (mention.document) weight *= FACTORS.document;
    if (mixed.has(sentenceOf(mention))) weight *= FACTORS.mixed;
    if (meaning.rule === 'day' && !votesIn(meaning, now)) weight *= FACTORS.absent;
    return { mention, meaning, weight };
  });
  const votes = new Map<ElectionId, Vote[]>();
  for (const { mention, meaning, weight } of read) {
    if (mention.means === 'campaign' && meaning.elections.length === 0) continue;
    const known = meaning.elections.length > 0;
    const elections = known ? meaning.elections : [inherited(mention, read, now)];
    for (const election of elections) {
      const vote = { mention, rule: known ? meaning.rule : ('only' as const), weight };
      votes.set(election, [...(votes.get(election) ?? []), vote]);
    }
  }
  return votes.size === 0 ? vague(read, now) : select(votes, now);
}

function placeWeight({ field, from }: ElectionMention, leadEnd: number): number {
  if (field.name === 'title') return TITLE;
  if (field.name === 'url') return URL;
  return from < leadEnd ? LEAD : BODY;
}

const sentenceOf = ({ field, from }: ElectionMention): string =>
  `${field.name}${field.sentenceOf[from] ?? 0}`;

/** Sentences that list contests of pemilu and pilkada alike: rules, not one election. */
function mixedSentences(mentions: ElectionMention[]): Set<string> {
  const contests = new Map<string, Set<string>>();
  for (const mention of mentions) {
    if (!/^pil(?:pres|eg|gub|bup|walkot)$/.test(mention.means)) continue;
    const key = sentenceOf(mention);
    contests.set(key, (contests.get(key) ?? new Set()).add(mention.means));
  }
  const mixed = new Set<string>();
  for (const [key, found] of contests) {
    const national = found.has('pilpres') || found.has('pileg');
    const local = found.has('pilgub') || found.has('pilbup') || found.has('pilwalkot');
    if (national && local) mixed.add(key);
  }
  return mixed;
}

/** Does the main region, or its province, vote in the pilkada that is meant? */
function votesIn({ elections }: Meaning, { calendar, regions }: Circumstances): boolean {
  const [election] = elections;
  const [region] = regions;
  if (election === undefined || region === undefined || region.length === 2) return true;
  if (calendar.kindOf(election) !== 'pilkada') return true;
  return calendar.votesIn(election, region);
}

/**
 * A word that tells neither year nor day means the election of its kind that is named elsewhere: in title or lead, or
 * anywhere if that one is not over. Else the only one that fits, else none that can be told.
 */
function inherited(mention: ElectionMention, read: Read[], now: Circumstances): ElectionId {
  const same = isPemiluWord(mention.means) ? isPemiluId : isPilkadaId;
  const named = read
    .filter(({ meaning, mention: other, weight }) => {
      const id = meaning.elections.find(same);
      if (id === undefined || meaning.rule === 'day') return false;
      if (weight >= LEAD) return true;
      return !other.past && !other.document && !isOver(id, now) && meaning.rule !== 'revote';
    })
    .sort((a, b) => b.weight - a.weight)[0];
  const sole = isPemiluWord(mention.means) ? now.sole.pemilu : now.sole.pilkada;
  return named?.meaning.elections.find(same) ?? sole ?? 'unspecified';
}

const isPemiluId = (id: ElectionId): boolean => id.startsWith('pemilu');
const isPilkadaId = (id: ElectionId): boolean => id.startsWith('pilkada-') || id === 'psu-2025';

function select(votes: Map<ElectionId, Vote[]>, now: Circumstances): Weighed[] {
  const weighed = [...votes].map(([election, list]) => weighedOf(election, list));
  const running = weighed.some(
    ({ election }) => election !== 'unspecified' && !isOver(election, now),
  );
  if (running) {
    for (const entry of weighed) if (isOver(entry.election, now)) entry.weight *= FACTORS.over;
  }
  weighed.sort((a, b) => b.weight - a.weight);
  const most = weighed[0]?.weight ?? 0;
  const meant = weighed.filter(({ weight, votes: own }) => {
    const paired = own.some(
      ({ mention, rule, weight: each }) => mention.paired && rule === 'year' && each >= LEAD,
    );
    return weight >= most * (paired ? PAIR_SHARE : SHARE);
  });
  const known = meant.filter(({ election }) => election !== 'unspecified');
  return known.length > 0 ? known : meant;
}

/** One vote a sentence, the heaviest first, each further one counting less. */
function weighedOf(election: ElectionId, list: Vote[]): Weighed {
  const votes = list.sort((a, b) => b.weight - a.weight);
  const sentences = new Set<string>();
  let weight = 0;
  for (const vote of votes) {
    const sentence = sentenceOf(vote.mention);
    if (sentences.has(sentence)) continue;
    weight += vote.weight * FACTORS.repeat ** sentences.size;
    sentences.add(sentence);
  }
  return { election, weight, votes };
}

function isOver(election: ElectionId, { calendar, earliest }: Circumstances): boolean {
  const vote = calendar.lastVote(election);
  return vote !== null && daysBetween(vote, earliest) > OVER_DAYS;
}

/** No election is named, only a campaign or candidates: the next vote that the calendar has, if it is near. */
function vague(read: Read[], { calendar, day }: Circumstances): Weighed[] {
  if (read.length === 0) return [];
  const next =
    day === null
      ? undefined
      : [calendar.byDay('pilkada', day), calendar.byDay('pemilu', day)]
          .filter((id) => id !== null)
          .map((id) => ({ id, ahead: daysBetween(day, calendar.lastVote(id) ?? day) }))
          .filter(({ ahead }) => ahead >= -OVER_DAYS && ahead <= AHEAD_DAYS)
          .sort((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead))[0];
  const votes = read.map(({ mention }) => ({ mention, rule: 'day' as const, weight: BODY }));
  return [{ election: next?.id ?? 'unspecified', weight: BODY, votes }];
}
