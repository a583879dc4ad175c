// Is the article about the neutrality of civil servants? In: Reading. Out: features, and with weights a score 0..1.
// A linear model over what a person would count: where civil servants and partisanship meet, and what else it is about.
import type { Decision } from '../../../schemas/tag.ts';
import type { LexiconHit } from './lexicon.ts';
import type { FieldReading, Reading } from './reading.ts';
import { RELEVANCE_WEIGHTS } from './relevance-weights.ts';
import { LEAD } from './scene.ts';
import type { PlacedHit, Scene } from './scene.ts';

export const RELEVANCE_FEATURES = [
  'title_meets',
  'title_contact',
  'title_politics',
  'title_subject',
  'lead_meets',
  'lead_contact',
  'meetings',
  'meetings_share',
  'contacts',
  'neutrality_of_civil',
  'civil_named',
  'civil_untold',
  'acts',
  'election',
  'no_contest',
  'watchdog',
  'case_steps',
  'commission',
  'others_neutral',
  'press_neutral',
  'off_personnel',
  'off_elsewhere',
  'off_contest',
  'off_ceremony',
  'title_off_topic',
  'title_silent',
  'in_passing',
] as const;
export type RelevanceFeature = (typeof RELEVANCE_FEATURES)[number];
export type RelevanceFeatures = Record<RelevanceFeature, number>;

/** What one sentence speaks of, each 0..1. */
type SentenceWeight = {
  subject: number;
  other: number;
  politics: number;
  contest: number;
  act: number;
};

const NOTHING: SentenceWeight = { subject: 0, other: 0, politics: 0, contest: 0, act: 0 };

/** The body that watches civil servants speaks for them. */
const COMMISSION = 0.6;

/** What is left of a subject in the next sentence. */
const CARRIED = 0.6;

/** Tokens between civil servants and the word of neutrality that is said of them. */
const NEAR = 4;

const CIVIL = new Set(['asn', 'asn_post', 'pppk', 'non_asn']);
/** Civil servants by their name, not by a post that others hold too. */
const WORDS_OF_CIVIL = new Set(['asn', 'pppk']);
const POLITICAL = new Set(['neutral', 'partisan']);
const WATCHDOGS = new Set(['watchdog', 'kasn']);
/** Kinds whose words are the steps of a case. */
const STEPS = ['dugaan.', 'penanganan.', 'sanksi.'];
const CONTEST = new Set(['candidate', 'party', 'election']);
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

/** From here the article is taken as relevant: more likely than not. */
export const RELEVANT = 0.5;

/** Below the first irrelevant, from the second relevant; a person should look at what lies between. */
const REVIEW = { from: 0.3, to: 0.7 };

/** The score is the estimated chance that a person calls the article relevant. */
export function judgeRelevance(scene: Scene): RelevanceEvidence {
  const features = relevanceFeatures(scene.reading);
  let logit = RELEVANCE_WEIGHTS.bias;
  for (const name of RELEVANCE_FEATURES) logit += RELEVANCE_WEIGHTS[name] * features[name];
  const score = 1 / (1 + Math.exp(-logit));
  const decision = score < REVIEW.from ? 'irrelevant' : score >= REVIEW.to ? 'relevant' : 'review';
  return { score, decision, hits: relevanceHits(scene) };
}

/** The words of politics in sentences about civil servants, else any of them. */
function relevanceHits({ hits }: Scene): PlacedHit[] {
  const civil = new Set(
    hits.subjects.filter(({ row }) => CIVIL.has(row.class)).map(({ slot }) => slot),
  );
  const political = hits.politics.filter(({ row }) => POLITICAL.has(row.class));
  const both = political.filter(({ slot }) => civil.has(slot));
  return both.length > 0 ? both : political;
}

export function relevanceFeatures(reading: Reading): RelevanceFeatures {
  const title = weigh(reading.title, () => 0, 1)[0] ?? NOTHING;
  const text = sentencesOf(reading.text);
  const meets = text.map(({ subject, politics }) => subject * politics);
  const contacts = text.map(({ subject, contest, politics }) =>
    politics > 0 ? 0 : subject * contest,
  );
  const neutral = text.filter(({ politics }) => politics >= 0.6);
  const others = neutral.filter(({ subject, other }) => other > 0 && subject < 0.5).length;
  const silent = title.subject + title.politics === 0;
  const spoken = text.filter(({ subject, politics, act }) => subject * (politics + act) > 0).length;
  const topics = live(reading.text, reading.text.hits.topics);
  const about = (...names: string[]): number => {
    const hits = topics.filter(({ row }) => names.includes(row.class));
    return Math.log2(1 + sum(weightsOf(hits))) / 3;
  };
  const politics = live(reading.text, reading.text.hits.politics);
  const count = (classes: string[]): number =>
    politics.filter((hit) => classes.includes(hit.row.class)).length;
  const civilWords = strongly(live(reading.text, reading.text.hits.subjects), WORDS_OF_CIVIL);
  return {
    title_meets: title.subject * title.politics,
    title_contact: title.subject * title.contest,
    title_politics: title.politics,
    title_subject: title.subject,
    lead_meets: Math.max(0, ...meets.slice(0, LEAD)),
    lead_contact: Math.max(0, ...contacts.slice(0, LEAD)),
    meetings: Math.log2(1 + sum(meets)),
    meetings_share: text.length === 0 ? 0 : sum(meets) / text.length,
    contacts: Math.log2(1 + sum(contacts)),
    neutrality_of_civil: Math.min(2, neutralityOfCivil(reading)),
    civil_named: Math.min(1, civilWords / 3),
    civil_untold: Number(civilWords + title.subject === 0),
    acts: Math.log2(1 + sum(text.map(({ subject, act }) => subject * act))),
    election: Math.min(1, Math.log2(1 + count(['election', 'candidate'])) / 3),
    no_contest: Number(count([...CONTEST, 'watchdog', 'kasn']) + title.contest === 0),
    watchdog: Math.min(1, Math.log2(1 + count(['watchdog'])) / 3),
    case_steps: Math.min(1, Math.log2(1 + stepsWatched(reading)) / 4),
    commission: Math.min(1, count(['kasn']) / 2),
    others_neutral: others / Math.max(1, neutral.length),
    press_neutral: Math.min(1, count(['neutral_press']) / 2),
    off_personnel: about('graft', 'attendance', 'pay', 'recruitment', 'rotation', 'crime'),
    off_elsewhere: about('sport', 'climate', 'press', 'religion', 'services'),
    off_contest: about('debate', 'village'),
    off_ceremony: about('ceremony'),
    title_off_topic:
      title.politics > 0.5 ? 0 : Math.min(1, sum(weightsOf(reading.title.hits.topics))),
    title_silent: Number(silent),
    in_passing: silent ? 1 / Math.max(1, spoken) : 0,
  };
}

/** Steps of a case that a watchdog of elections or of civil servants has part in: reported, examined, punished. */
function stepsWatched({ title, text }: Reading): number {
  const politics = [...title.hits.politics, ...live(text, text.hits.politics)];
  if (strongly(politics, WATCHDOGS) === 0) return 0;
  return [...title.hits.kinds, ...live(text, text.hits.kinds)].filter(({ row }) =>
    STEPS.some((kind) => row.class.startsWith(kind)),
  ).length;
}

/** Hits of the classes that say it outright. */
function strongly(hits: LexiconHit[], classes: ReadonlySet<string>): number {
  return hits.filter(({ row }) => row.weight >= 1 && classes.has(row.class)).length;
}

function weightsOf(hits: LexiconHit[]): number[] {
  return hits.map(({ row }) => row.weight);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 'netralitas ASN', 'ASN harus netral': how often the two stand within a few words of each other. */
function neutralityOfCivil({ title, text }: Reading): number {
  let found = 0;
  for (const reading of [title, text]) {
    const civil = live(reading, reading.hits.subjects).filter(
      ({ row }) => CIVIL.has(row.class) && row.weight >= 0.6,
    );
    let next = 0;
    for (const hit of live(reading, reading.hits.politics)) {
      if (hit.row.class !== 'neutral' || hit.row.weight < 1) continue;
      while (next < civil.length && hit.from - (civil[next]?.to ?? 0) > NEAR) next++;
      const near = civil[next];
      if (near !== undefined && near.from - hit.to <= NEAR) found++;
    }
  }
  return found;
}

function sentencesOf(reading: FieldReading): SentenceWeight[] {
  const { field } = reading;
  const all = weigh(reading, (hit) => hit.sentence, field.sentences.length);
  const weights = all.filter((_, index) => field.sentences[index]?.noise === false);
  // Who was spoken of is still meant where a sentence names nobody: 'Mereka terbukti mengampanyekan …'.
  let carried = 0;
  for (const weight of weights) {
    if (weight.subject === 0 && weight.other === 0) weight.subject = carried;
    carried = weight.subject * CARRIED;
  }
  return weights;
}

function weigh(
  reading: FieldReading,
  slot: (hit: LexiconHit) => number,
  slots: number,
): SentenceWeight[] {
  const weights: SentenceWeight[] = [];
  for (let index = 0; index < slots; index++) {
    weights.push({ subject: 0, other: 0, politics: 0, contest: 0, act: 0 });
  }
  for (const hit of reading.hits.subjects) {
    const weight = weights[slot(hit)];
    if (weight === undefined) continue;
    if (CIVIL.has(hit.row.class)) weight.subject = Math.max(weight.subject, hit.row.weight);
    else if (OTHERS.has(hit.row.class)) weight.other = Math.max(weight.other, hit.row.weight);
  }
  for (const hit of reading.hits.politics) {
    const weight = weights[slot(hit)];
    if (weight === undefined) continue;
    if (POLITICAL.has(hit.row.class)) {
      weight.politics = Math.max(weight.politics, hit.row.weight);
    } else if (CONTEST.has(hit.row.class)) weight.contest = 1;
    else if (hit.row.class === 'kasn') weight.subject = Math.max(weight.subject, COMMISSION);
  }
  for (const hit of reading.hits.acts) {
    const weight = weights[slot(hit)];
    if (weight !== undefined && hit.row.class !== 'none') weight.act = 1;
  }
  return weights;
}

function live(reading: FieldReading, hits: LexiconHit[]): LexiconHit[] {
  return hits.filter((hit) => reading.field.sentences[hit.sentence]?.noise !== true);
}
