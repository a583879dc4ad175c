// The results of measures → tables for a person: median (min–max), and ours divided by each other candidate.
import type { Machine } from './machine.ts';
import type { CandidateResult, MeasureResult } from './rounds.ts';
import type { Spread } from './statistics.ts';

const shown = ({ median, min, max }: Spread, digits: number): string => {
  const [middle, least, most] = [median, min, max].map((number) => number.toFixed(digits));
  return least === most ? `${middle}` : `${middle} (${least}–${most})`;
};

/** Markdown, so that a table can be kept as it is. */
export function tableOf({
  measure,
  about,
  pages,
  runs,
  columns,
  candidates,
}: MeasureResult): string {
  const head = ['candidate', ...columns.map(({ label }) => label)];
  const row = ({ name, spreads }: CandidateResult): string[] => [
    name,
    ...columns.map(({ key, digits }) => (spreads[key] ? shown(spreads[key], digits) : '')),
  ];
  const ratio = ({ name, oursByThis }: CandidateResult): string[] => [
    `ours ÷ ${name}`,
    ...columns.map(({ key }) => (oursByThis[key] ? shown(oursByThis[key], 2) : '')),
  ];
  const compared = candidates.filter(({ oursByThis }) => Object.keys(oursByThis).length > 0);
  const rows = [head, head.map(() => '---'), ...candidates.map(row), ...compared.map(ratio)];
  const faults = candidates.flatMap(({ name, faults: all }) =>
    all.map((fault) => `${name}: ${fault}`),
  );
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [`**${measure}**: ${about} (${pages}, ${runs} runs)`, '', ...lines, ...faults, ''].join(
    '\n',
  );
}

export const machineLine = (machine: Machine): string =>
  `${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, ${machine.system}, load before ${machine.loadBefore.toFixed(1)}; ${Object.entries(
    machine.versions,
  )
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}`;
