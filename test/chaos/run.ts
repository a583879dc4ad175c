// npm run chaos: a round over the chaos press → a table of what each kind of fault came to, and how much it held up
// the hosts that do nothing wrong. Exit 1 where a kind ended otherwise than it must.
import { table } from '../../cli/table.ts';
import { runChaos } from './round.ts';

const RUNS = 3;

const alone: number[] = [];
const among: number[] = [];
const wrong = new Set<string>();
let shown = '';
for (let run = 0; run < RUNS; run++) {
  alone.push((await runChaos([])).well.seconds);
  const { ended, hosts, well } = await runChaos();
  among.push(well.seconds);
  for (const { kind, expected, ending } of ended) if (expected !== ending) wrong.add(kind);
  shown = `${table(
    ['kind', 'ending', 'expected'],
    ended.map(({ kind, ending, expected }) => [kind, ending, ending === expected ? '' : expected]),
  )}\n\n${ended.length} kinds, ${hosts} hosts; ${well.kept} of ${well.of} articles of the others kept`;
}
const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ratio = median(among.map((seconds, run) => seconds / (alone[run] ?? seconds)));
process.stdout.write(
  `${shown}\nseconds that the others took, alone: ${alone.map((each) => each.toFixed(2)).join(', ')}; among the faults: ${among.map((each) => each.toFixed(2)).join(', ')}; ratio ${ratio.toFixed(2)}\n`,
);
process.exitCode = wrong.size === 0 ? 0 : 1;
