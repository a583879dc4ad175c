// Labelled articles → the weights of the model of kinds. Run: node test/gold/train-coverage.ts [--wrong | --write]
// Prints by set the accuracy of ten-fold cross-validation and of weights learned from the other sets, --wrong the articles
// they get wrong too; --write replaces the weights and prints nothing.
import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { createCoverageReader } from '../../pipeline/tag/content/coverage-features.ts';
import { Coverage } from '../../schemas/tag.ts';
import { LEARNED_FROM, idSet, readReadings } from './readings.ts';
import { crossValidate, fit } from './softmax.ts';
import type { Plan, Weights } from './softmax.ts';

const TARGET = 'pipeline/tag/content/coverage-weights.ts';
const FOLDS = 10;
const WRITES = process.argv.includes('--write');

/** A concept speaks for the kind that it is named after: so much, before any article is seen. */
const SAID = { title: 1, lead: 0.6, body: 0.4 };
/**
 * Words of some kinds stand in articles of every kind: a decision tells of the allegation before it, and some official
 * asks for neutrality nearly everywhere. Words of a decision, a pledge, a briefing or a count stand where those are the news.
 */
const TELLING: Record<Coverage, number> = {
  imbauan: 0.75,
  sosialisasi: 1.2,
  ikrar: 1.3,
  dugaan: 0.75,
  penanganan: 1,
  sanksi: 1.4,
  regulasi: 1,
  data: 1.2,
  opini: 1.2,
  lainnya: 1.2,
};

/** The given lines are real articles retold and count most; those written to tell an act without its words, least. */
const COUNTS: Record<string, number> = { a: 2, 'press-c-': 0.5, 'press-d-': 0.5 };

const concepts = new Set(loadKnowledge('knowledge').lexicon.kinds.map((row) => row.class));

const PLAN: Plan = {
  classes: Coverage.options.length,
  prior: (feature, label) => {
    const [, kind, zone] = /^(\w+)\.\w+@(title|lead|body)$/.exec(feature) ?? [];
    const own = Coverage.options[label];
    return own !== undefined && kind === own ? TELLING[own] * SAID[zone as keyof typeof SAID] : 0; // as the pattern says
  },
  penalty: 0.025,
  balance: 0.4,
  seen: 3,
  named: [...concepts].flatMap((concept) => Object.keys(SAID).map((zone) => `${concept}@${zone}`)),
};

function fileOf(weights: Weights, articles: number): string {
  const rows = Object.entries(weights).map(
    ([name, row]) => `  '${name}': [${row.map((weight) => Number(weight.toFixed(2))).join(', ')}],`,
  );
  return (
    `// The weights of the model of kinds, by feature one a kind in the order of the schema.\n` +
    `// Written by test/gold/train-coverage.ts from ${articles} labelled articles.\n` +
    `export const COVERAGE_WEIGHTS: Readonly<Record<string, readonly number[]>> = {\n${rows.join('\n')}\n};\n`
  );
}

const readings = readReadings(LEARNED_FROM)
  .filter(({ line }) => line.labels.relevant)
  .map((reading) => ({ ...reading, set: idSet(reading.line) }));
const readCoverage = createCoverageReader();
const samples = readings.map(({ line, set, scene, acts, speakers }) => ({
  x: readCoverage(scene, acts, speakers).features,
  y: Coverage.options.indexOf(line.labels.coverage),
  counts: COUNTS[set] ?? 1,
}));
const foldings = {
  [`${FOLDS}-fold`]: (at: number) => at % FOLDS,
  'without its set': (at: number) => readings[at]?.set ?? '',
};
for (const [name, foldOf] of Object.entries(WRITES ? {} : foldings)) {
  const given = crossValidate(samples, PLAN, foldOf);
  const right = new Map<string, boolean[]>();
  readings.forEach(({ line, set }, at) => {
    const hit = given[at] === samples[at]?.y;
    const got = Coverage.options[given[at] ?? 0];
    if (!hit && process.argv.includes('--wrong')) {
      console.log(`${line.id} ${line.labels.coverage}, got ${got}: ${line.title}`);
    }
    right.set(set, [...(right.get(set) ?? []), hit]);
  });
  const shares = Array.from(right, ([set, hits]) => {
    const share = hits.filter(Boolean).length / hits.length;
    console.log(`${name}: ${share.toFixed(3)} of ${hits.length} articles ${set}…`);
    return share;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  console.log(`${name}: ${mean.toFixed(3)}, mean of the sets`);
}
if (WRITES) writeFileSync(TARGET, fileOf(fit(samples, PLAN), samples.length));
