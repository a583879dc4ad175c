// Is the article about the neutrality of civil servants? In: Reading. Out: features, and with weights a score 0..1.
// A linear model over what a person would count: where civil servants and partisanship meet, and what else it is about.
import type { Decision } from '../../../schemas/tag.ts';
import type { LexiconHit } from './lexicon.ts';
import type { FieldReading, Reading } from './reading.ts';
import { RELEVANCE_WEIGHTS } from './relevance-weights.ts';
import { ordinals, placed } from './scene.ts';
import type { PlacedHit } from './scene.ts';

export const RELEVANCE_FEATURES = [
  'title_meets',
  'title_politics',
  'title_subject',
  'lead_meets',
  'meetings',
  'meetings_share',
  'election',
  'watchdog',
  'commission',
  'others_neutral',
  'press_neutral',
  'off_topic',
  'title_off_topic',
] as const;
export type RelevanceFeature = (typeof RELEVANCE_FEATURES)[number];
export type RelevanceFeatures = Record<RelevanceFeature, number>;

/** What one sentence speaks of, each 0..1. */
type SentenceWeight = { subject: number; other: number; politics: number };

const CIVIL = new Set(['asn', 'asn_post', 'pppk', 'non_asn']);
const OTHERS = new Set([
  'tni',
  'polri',
  'kepala_desa',
  'perangkat_desa',
  'penyelenggara',
  'bumn_bumd',
  'pejabat_negara',
]);

export type RelevanceEvidence = { score: number; decision: Decision; hits: PlacedHit[] };

/** Below the first irrelevant, from the second relevant; a person should look at what lies between. */
const REVIEW = { from: 0.3, to: 0.7 };

/** The score is the estimated chance that a person calls the article relevant. */
export function judgeRelevance(reading: Reading): RelevanceEvidence {
  const features = relevanceFeatures(reading);
  let sum = RELEVANCE_WEIGHTS.bias;
  for (const name of RELEVANCE_FEATURES) sum += RELEVANCE_WEIGHTS[name] * features[name];
  const score = 1 / (1 + Math.exp(-sum));
  const decision = score < REVIEW.from ? 'irrelevant' : score >= REVIEW.to ? 'relevant' : 'review';
  return { score, decision, hits: relevanceHits(reading) };
}

/** The words of politics in sentences about civil servants, else any of them. */
function relevanceHits(reading: Reading): PlacedHit[] {
  const order = ordinals(reading);
  const civil = new Set(
    placed(reading, 'subjects', order)
      .filter(({ row }) => CIVIL.has(row.class))
      .map(({ slot }) => slot),
  );
  const political = placed(reading, 'politics', order).filter(
    ({ row }) => row.class === 'neutral' || row.class === 'partisan',
  );
  const both = political.filter(({ slot }) => civil.has(slot));
  return both.length > 0 ? both : political;
}

/** Sentences of the text that count as its beginning. */
const LEAD = 3;

export function relevanceFeatures(reading: Reading): RelevanceFeatures {
  const title = weigh(reading.title, () => 0, 1)[0] ?? { subject: 0, other: 0, politics: 0 };
  const text = sentencesOf(reading.text);
  const meets = text.map(({ subject, politics }) => subject * politics);
  const sum = meets.reduce((total, value) => total + value, 0);
  const neutral = text.filter(({ politics }) => politics >= 0.6);
  const others = neutral.filter(({ subject, other }) => other > 0 && subject < 0.5).length;
  const topics = live(reading.text, reading.text.hits.topics);
  const politics = live(reading.text, reading.text.hits.politics);
  const count = (classes: string[]): number =>
    politics.filter((hit) => classes.includes(hit.row.class)).length;
  return {
    title_meets: title.subject * title.politics,
    title_politics: title.politics,
    title_subject: title.subject,
    lead_meets: Math.max(0, ...meets.slice(0, LEAD)),
    meetings: Math.log2(1 + sum),
    meetings_share: text.length === 0 ? 0 : sum / text.length,
    election: Math.min(1, Math.log2(1 + count(['election', 'candidate'])) / 3),
    watchdog: Math.min(1, Math.log2(1 + count(['watchdog'])) / 3),
    commission: Math.min(1, count(['kasn']) / 2),
    others_neutral: others / Math.max(1, neutral.length),
    press_neutral: Math.min(1, count(['neutral_press']) / 2),
    off_topic: Math.log2(1 + topics.length) / 4,
    title_off_topic: Math.min(1, reading.title.hits.topics.length),
  };
}

function sentencesOf(reading: FieldReading): SentenceWeight[] {
  const { field } = reading;
  const all = weigh(reading, (hit) => hit.sentence, field.sentences.length);
  return all.filter((_, index) => field.sentences[index]?.noise === false);
}

function weigh(
  reading: FieldReading,
  slot: (hit: LexiconHit) => number,
  slots: number,
): SentenceWeight[] {
  const weights = Array.from({ length: slots }, () => ({ subject: 0, other: 0, politics: 0 }));
  for (const hit of reading.hits.subjects) {
    const weight = weights[slot(hit)];
    if (weight === undefined) continue;
    if (CIVIL.has(hit.row.class)) weight.subject = Math.max(weight.subject, hit.row.weight);
    else if (OTHERS.has(hit.row.class)) weight.other = Math.max(weight.other, hit.row.weight);
  }
  for (const hit of reading.hits.politics) {
    const weight = weights[slot(hit)];
    if (weight === undefined) continue;
    if (hit.row.class === 'neutral' || hit.row.class === 'partisan')
      weight.politics = Math.max(weight.politics, hit.row.weight);
  }
  return weights;
}

function live(reading: FieldReading, hits: LexiconHit[]): LexiconHit[] {
  return hits.filter((hit) => reading.field.sentences[hit.sentence]?.noise !== true);
}
