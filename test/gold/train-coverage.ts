// Labelled articles → the weights of the model of kinds. Run: node test/gold/train-coverage.ts [--write]
// Prints the accuracy of ten-fold cross-validation by set and the articles it gets wrong; --write replaces the weights.
import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { createCoverageReader } from '../../pipeline/tag/content/coverage-features.ts';
import { Coverage } from '../../schemas/tag.ts';
import type { GoldLine } from './lines.ts';
import { LEARNED_FROM, readReadings } from './readings.ts';
import { crossValidate, fit } from './softmax.ts';
import type { Plan, Weights } from './softmax.ts';

const TARGET = 'pipeline/tag/content/coverage-weights.ts';
const FOLDS = 10;

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

/** The given lines are real articles retold, the others invented: they count a little more. */
const GIVEN = 1.3;
const isGiven = ({ id }: GoldLine): boolean => id.startsWith('a');

const concepts = new Set(loadKnowledge('knowledge').lexicon.kinds.map((row) => row.class));

const PLAN: Plan = {
  classes: Coverage.options.length,
  prior: (feature, label) => {
    const [, kind, zone] = /^(\w+)\.\w+@(title|lead|body)$/.exec(feature) ?? [];
    const own = Coverage.options[label];
    return own !== undefined && kind === own ? TELLING[own] * SAID[zone as keyof typeof SAID] : 0; // as the pattern says
  },
  penalty: 0.04,
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

const readings = readReadings(LEARNED_FROM).filter(({ line }) => line.labels.relevant);
const readCoverage = createCoverageReader();
const samples = readings.map(({ line, scene, acts, speakers }) => ({
  x: readCoverage(scene, acts, speakers).features,
  y: Coverage.options.indexOf(line.labels.coverage),
  counts: isGiven(line) ? GIVEN : 1,
}));
const given = crossValidate(samples, PLAN, FOLDS);
const right = new Map<string, boolean[]>();
readings.forEach(({ line }, at) => {
  const hit = given[at] === samples[at]?.y;
  const got = Coverage.options[given[at] ?? 0];
  if (!hit) console.log(`${line.id} ${line.labels.coverage}, got ${got}: ${line.title}`);
  const set = line.id.replace(/\d+$/, '');
  right.set(set, [...(right.get(set) ?? []), hit]);
});
for (const [set, hits] of right) {
  const share = hits.filter(Boolean).length / hits.length;
  console.log(`${FOLDS}-fold accuracy ${share.toFixed(3)} on ${hits.length} articles ${set}…`);
}
if (process.argv.includes('--write'))
  writeFileSync(TARGET, fileOf(fit(samples, PLAN), samples.length));
