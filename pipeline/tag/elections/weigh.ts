// Words of elections → the elections that the article is about, heaviest first. History and titles of laws count little.
import type { ElectionId } from '../../../schemas/tag.ts';
import { isPemiluWord, isPilkadaWord, meaningOf } from './meaning.ts';
import type { Circumstances, Meaning } from './meaning.ts';
import type { ElectionMention } from './mentions.ts';

export type Vote = { mention: ElectionMention; rule: Meaning['rule']; weight: number };
export type Weighed = { election: ElectionId; weight: number; votes: Vote[] };

const TITLE = 3;
const LEAD = 2;
const BODY = 1;
const FACTORS = { noise: 0.02, past: 0.25, document: 0.15, over: 0.4, repeat: 0.85 };
/** An election that reaches this share of the heaviest one is meant too. */
const SHARE = 0.5;
/** So many days after the vote an election is history. */
const OVER_DAYS = 75;

export function weigh(mentions: ElectionMention[], now: Circumstances, leadEnd: number): Weighed[] {
  const read = mentions.map((mention) => ({ mention, meaning: meaningOf(mention, now) }));
  const votes = new Map<ElectionId, Vote[]>();
  const give = (election: ElectionId, vote: Vote): void => {
    const known = votes.get(election);
    if (known === undefined) votes.set(election, [vote]);
    else known.push(vote);
  };
  for (const { mention, meaning } of read) {
    if (mention.means === 'campaign' && mention.sign === null) continue;
    const elections = meaning.elections.length > 0 ? meaning.elections : inherited(mention, read);
    const weight = weightOf(mention, leadEnd);
    for (const election of elections) give(election, { mention, rule: meaning.rule, weight });
  }
  if (votes.size === 0)
    return vague(
      read.map(({ mention }) => mention),
      now,
    );
  return select(votes, now);
}

/** A word without a year on an unknown day means the election of its kind that is named elsewhere, else none that can be told. */
function inherited(
  mention: ElectionMention,
  read: { mention: ElectionMention; meaning: Meaning }[],
): ElectionId[] {
  const kind = isPilkadaWord(mention.means) ? isPilkadaWord : isPemiluWord;
  const named = read.find(
    (other) => kind(other.mention.means) && other.meaning.rule === 'year' && !other.mention.noise,
  );
  return named === undefined ? ['unspecified'] : named.meaning.elections;
}

function weightOf(mention: ElectionMention, leadEnd: number): number {
  let weight = mention.field.name === 'title' ? TITLE : mention.from < leadEnd ? LEAD : BODY;
  if (mention.noise) weight *= FACTORS.noise;
  if (mention.past) weight *= FACTORS.past;
  if (mention.document) weight *= FACTORS.document;
  return weight;
}

function select(votes: Map<ElectionId, Vote[]>, now: Circumstances): Weighed[] {
  const weighed = [...votes].map(([election, list]) => {
    const sorted = list.sort((a, b) => b.weight - a.weight);
    const sum = sorted.reduce(
      (all, { weight }, index) => all + weight * FACTORS.repeat ** index,
      0,
    );
    return { election, weight: sum, votes: sorted };
  });
  const running = weighed.some(({ election }) => !isOver(election, now));
  if (running) {
    for (const entry of weighed) if (isOver(entry.election, now)) entry.weight *= FACTORS.over;
  }
  weighed.sort((a, b) => b.weight - a.weight);
  const most = weighed[0]?.weight ?? 0;
  const known = weighed.some(({ election }) => election !== 'unspecified');
  return weighed.filter(
    ({ election, weight }, index) =>
      index === 0 || (weight >= most * SHARE && !(known && election === 'unspecified')),
  );
}

function isOver(election: ElectionId, { calendar, day }: Circumstances): boolean {
  const vote = calendar.lastVote(election);
  if (vote === null || day === null) return false;
  return Date.parse(day) - Date.parse(vote) > OVER_DAYS * 86_400_000;
}

/** No election is named, only a campaign, candidates: the calendar tells which, if only one can be meant. */
function vague(mentions: ElectionMention[], { calendar, day }: Circumstances): Weighed[] {
  const cues = mentions.filter(({ noise }) => !noise);
  if (cues.length === 0) return [];
  const pilkada = day === null ? null : calendar.byDay('pilkada', day);
  const pemilu = day === null ? null : calendar.byDay('pemilu', day);
  const only = pilkada === null || pemilu === null ? (pilkada ?? pemilu) : null;
  const election = only ?? 'unspecified';
  const votes = cues.map((mention) => ({ mention, rule: 'day' as const, weight: BODY }));
  return [{ election, weight: BODY, votes }];
}
