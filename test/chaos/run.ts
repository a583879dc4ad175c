// npm run chaos: a round over the chaos press → a table of what each kind of fault came to, and how much it held up
// the hosts that do nothing wrong: beside those alone, and beside as many hosts that do nothing wrong either.
// Exit 1 where a kind ended otherwise than it must.
import { table } from '../../cli/table.ts';
import { GOOD_INSTEAD } from './kinds.ts';
import { type Chaos, runChaos } from './round.ts';

const RUNS = 3;
const ROUNDS = {
  alone: () => runChaos([]),
  'among good hosts': () => runChaos(GOOD_INSTEAD),
  'among the faults': () => runChaos(),
};
type Name = keyof typeof ROUNDS;

const seen: Record<Name, Chaos[]> = {
  alone: [],
  'among good hosts': [],
  'among the faults': [],
};
const names = Object.keys(ROUNDS) as Name[]; // its keys are no others
for (let run = 0; run < RUNS; run++)
  for (const name of run % 2 === 0 ? names : names.toReversed())
    seen[name].push(await ROUNDS[name]());

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ratioTo = (name: Name): string =>
  median(
    seen['among the faults'].map(
      ({ well }, run) => well.seconds / (seen[name][run]?.well.seconds ?? 1),
    ),
  ).toFixed(2);
const cell = (values: number[], digits: number): string =>
  values.map((each) => each.toFixed(digits)).join(' ');

const faulty = seen['among the faults'];
const last = faulty.at(-1);
const endings = table(
  ['kind', 'ending', 'expected'],
  (last?.ended ?? []).map(({ kind, ending, expected }) => [
    kind,
    ending,
    ending === expected ? '' : expected,
  ]),
);
const cost = table(
  ['the 20 others', 'seconds they took', 'CPU s of the crawl', 'longest pause of it, ms'],
  names.map((name) => [
    name,
    cell(
      seen[name].map(({ well }) => well.seconds),
      2,
    ),
    cell(
      seen[name].map(({ cpuSeconds }) => cpuSeconds),
      2,
    ),
    cell(
      seen[name].map(({ stallMs }) => stallMs),
      0,
    ),
  ]),
);
process.stdout.write(
  `${endings}\n\n${last?.ended.length} kinds, ${last?.hosts} hosts; ${last?.well.kept} of ${last?.well.of} articles of the others kept\n\n${cost}\n\nthe faults took the others ${ratioTo('alone')} times as long as alone, ${ratioTo('among good hosts')} times as long as as many good hosts\n`,
);
const wrong = faulty.some(({ ended }) => ended.some(({ ending, expected }) => ending !== expected));
process.exitCode = wrong ? 1 : 0;
