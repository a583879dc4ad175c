// npm run gold: scores the gold sets, prints figures and wrong cases, writes the diff to the last run, holds the floors.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, wrongQuestions } from './cases.ts';
import { below, raise, readFloors, saveFloors } from './floors.ts';
import { QUESTIONS } from './measures.ts';
import {
  accuracyJson,
  markdownDiff,
  record,
  table,
  type RunRecord,
  type ScoredSet,
} from './report.ts';
import { fileSet, OWN_SETS, scoreSet } from './run.ts';
import { goldTagger } from './tagger.ts';

const LAST_RUN = join(import.meta.dirname, 'last-run.json');
/** What the dashboard's page on method shows. */
const ACCURACY = join(import.meta.dirname, '../../dashboards/web/accuracy.gen.json');
const REPORT = join(import.meta.dirname, 'report.md');

const HELP = `npm run gold -- [--file PATH]… [--wrong QUESTION]… [--reveal] [--quiet] [--update]
  --file PATH       score these files of labelled articles in place of the committed sets
  --wrong QUESTION  print only wrong cases of this question: ${QUESTIONS.join(', ')}
  --reveal          print the cases of the held-out set too (do not tune on them)
  --quiet           print no cases
  --update          raise the floors in baseline.json to what was reached, never lower one; and
                    write the figures that the dashboard shows (dashboards/web/accuracy.gen.json)`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', multiple: true, default: [] },
    wrong: { type: 'string', multiple: true, default: [] },
    reveal: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function printCases(set: ScoredSet): void {
  if (set.hidden && !options.reveal) {
    console.log(`\n${set.name}: cases not shown (--reveal shows them; do not tune on them)`);
    return;
  }
  for (const article of set.articles) {
    for (const question of wrongQuestions(article)) {
      const asked = options.wrong.length === 0 || options.wrong.includes(question);
      if (asked) console.log(`\n[${set.name}] ${describe(question, article)}`);
    }
  }
}

function writeDiff(sets: readonly ScoredSet[]): void {
  const last: RunRecord = existsSync(LAST_RUN) ? JSON.parse(readFileSync(LAST_RUN, 'utf8')) : {};
  writeFileSync(REPORT, markdownDiff(sets, last));
  const next = { ...last, ...Object.fromEntries(sets.map((set) => [set.name, record(set)])) };
  writeFileSync(LAST_RUN, `${JSON.stringify(next, null, 2)}\n`);
}

/** Returns the exit code: 1 when a measure lies below its floor. */
function holdFloors(sets: readonly ScoredSet[]): number {
  let floors = readFloors();
  const misses = sets.flatMap((set) => below(floors, set.name, set.figures));
  for (const { set, measure, floor, value } of misses) {
    console.error(`below the floor: ${set} ${measure} ${value.toFixed(3)} < ${floor}`);
  }
  if (options.update && misses.length === 0) {
    for (const set of sets) floors = raise(floors, set.name, set.figures);
    saveFloors(floors);
  } else if (options.update) {
    console.error(
      'baseline.json left as it is: floors are not lowered; mend what fell, then --update',
    );
  }
  return misses.length === 0 ? 0 : 1;
}

function main(): number {
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const unknown = options.wrong.find((name) => !QUESTIONS.some((question) => question === name));
  if (unknown !== undefined) {
    console.error(`--wrong ${unknown}: no such question; one of ${QUESTIONS.join(', ')}`);
    return 2;
  }
  const paths = [...options.file, ...positionals];
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) {
    console.error(`${missing}: no such file; give a JSONL file of labelled articles`);
    return 2;
  }
  const files = paths.map(fileSet);
  const tag = goldTagger();
  const sets = (files.length > 0 ? files : OWN_SETS).map((gold) => scoreSet(gold, tag));
  if (!options.quiet) sets.forEach(printCases);
  console.log(`\n${table(sets)}`);
  if (files.length > 0) return 0;
  writeDiff(sets);
  if (options.update) writeFileSync(ACCURACY, accuracyJson(sets));
  return holdFloors(sets);
}

process.exitCode = main();
