// Labelled articles → the weights of the relevance model. Run: node test/gold/train-relevance.ts [--wrong | --write]
// Logistic regression with an L2 penalty and with the sign of each weight fixed by what its feature means. Prints by set the
// F1 of ten-fold cross-validation and of weights learned from the other sets, --wrong the articles they get wrong too;
// --write learns and replaces pipeline/tag/content/relevance-weights.ts.
import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { createReader } from '../../pipeline/tag/content/reading.ts';
import { RELEVANCE_FEATURES, relevanceFeatures } from '../../pipeline/tag/content/relevance.ts';
import type { RelevanceFeature } from '../../pipeline/tag/content/relevance.ts';
import { createDocumentReader } from '../../pipeline/tag/document.ts';
import { PhraseBook } from '../../pipeline/tag/phrases.ts';
import { readGold } from './lines.ts';
import { LEARNED_FROM, idSet } from './readings.ts';

type Weights = Record<RelevanceFeature | 'bias', number>;
type Sample = {
  id: string;
  set: string;
  title: string;
  x: Record<RelevanceFeature, number>;
  y: number;
};

const FILES = LEARNED_FROM;
const TARGET = 'pipeline/tag/content/relevance-weights.ts';
const NEGATIVE = new Set<string>([
  'civil_untold',
  'no_contest',
  'others_neutral',
  'press_neutral',
  'off_personnel',
  'off_elsewhere',
  'off_contest',
  'off_ceremony',
  'title_off_topic',
  'title_silent',
  'in_passing',
]);
const FOLDS = 10;
const WRITES = process.argv.includes('--write');
const STEPS = 6000;
const RATE = 0.5;
const PENALTY = 0.004;

const knowledge = loadKnowledge('knowledge');
const book = new PhraseBook();
const read = createReader(knowledge.lexicon, book);
const readDocument = createDocumentReader(knowledge.noise, book);

function samples(): Sample[] {
  return FILES.flatMap((file) => readGold(file)).map((line) => {
    const { id, title, text, url, outlet, published } = line;
    const document = readDocument({
      url,
      outlet,
      outletRegion: null,
      title,
      text,
      published,
      markedAdvertorial: false,
    });
    return {
      id,
      set: idSet(line),
      title,
      x: relevanceFeatures(read(document)),
      y: Number(line.labels.relevant),
    };
  });
}

function chance(weights: Weights, { x }: Sample): number {
  let sum = weights.bias;
  for (const name of RELEVANCE_FEATURES) sum += weights[name] * x[name];
  return 1 / (1 + Math.exp(-sum));
}

function train(data: Sample[]): Weights {
  const weights = { bias: 0 } as Weights; // filled in the next line
  for (const name of RELEVANCE_FEATURES) weights[name] = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = { ...weights };
    for (const name of RELEVANCE_FEATURES) slope[name] = PENALTY * weights[name];
    slope.bias = 0;
    for (const sample of data) {
      const error = (chance(weights, sample) - sample.y) / data.length;
      for (const name of RELEVANCE_FEATURES) slope[name] += error * sample.x[name];
      slope.bias += error;
    }
    for (const name of RELEVANCE_FEATURES) {
      const next = weights[name] - RATE * slope[name];
      weights[name] = NEGATIVE.has(name) ? Math.min(0, next) : Math.max(0, next);
    }
    weights.bias -= RATE * slope.bias;
  }
  return weights;
}

function f1(data: Sample[], scores: number[]): number {
  const hit = data.filter(({ y }, index) => y === 1 && (scores[index] ?? 0) >= 0.5).length;
  const said = scores.filter((score) => score >= 0.5).length;
  return (2 * hit) / (said + data.filter(({ y }) => y === 1).length);
}

/** For each sample the chance by weights that were learned without its fold. */
function crossValidate(data: Sample[], foldOf: (at: number) => number | string): number[] {
  const scores = data.map(() => 0);
  for (const fold of new Set(data.map((_, at) => foldOf(at)))) {
    const weights = train(data.filter((_, at) => foldOf(at) !== fold));
    data.forEach((sample, at) => {
      if (foldOf(at) === fold) scores[at] = chance(weights, sample);
    });
  }
  return scores;
}

const data = samples();
const foldings = {
  [`${FOLDS}-fold`]: (at: number) => at % FOLDS,
  'without its set': (at: number) => data[at]?.set ?? '',
};
for (const [name, foldOf] of Object.entries(WRITES ? {} : foldings)) {
  const scores = crossValidate(data, foldOf);
  for (const [at, { id, y, title }] of data.entries()) {
    const score = scores[at] ?? 0;
    if (score >= 0.5 === (y === 1) || !process.argv.includes('--wrong')) continue;
    console.log(`${id} ${y === 1 ? 'relevant' : 'irrelevant'}, got ${score.toFixed(2)}: ${title}`);
  }
  const figures = Array.from(new Set(data.map(({ set }) => set)), (set) => {
    const own = data.flatMap((sample, at) => (sample.set === set ? [at] : []));
    const figure = f1(
      own.map((at) => data[at]!), // indexes of the data
      own.map((at) => scores[at] ?? 0),
    );
    console.log(`${name}: F1 ${figure.toFixed(3)} of ${own.length} articles ${set}…`);
    return figure;
  });
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  console.log(
    `${name}: F1 ${mean.toFixed(3)}, mean of the sets; ${f1(data, scores).toFixed(3)} of all`,
  );
}
const weights = train(data);
const rows = [...RELEVANCE_FEATURES, 'bias' as const].map(
  (name) => `  ${name}: ${weights[name].toFixed(2)},`,
);
console.log(rows.join('\n'));
if (WRITES) {
  const head = `// The weights of the relevance model, written by test/gold/train-relevance.ts from ${data.length} labelled articles.`;
  writeFileSync(TARGET, `${head}\nexport const RELEVANCE_WEIGHTS = {\n${rows.join('\n')}\n};\n`);
}
