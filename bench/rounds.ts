// A measure in; its candidates run in turn, round by round; the summary of their numbers out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Candidate, Column, Measure, Sample } from './measure.ts';
import { type Spread, spreadOf } from './statistics.ts';

export type CandidateResult = {
  name: string;
  samples: Sample[];
  spreads: Record<string, Spread>;
  /** Ours in the same round divided by this one; absent for ours. */
  oursByThis: Record<string, Spread>;
  /** Why runs of it are missing. */
  faults: string[];
};

export type MeasureResult = {
  measure: string;
  about: string;
  pages: number;
  runs: number;
  columns: Column[];
  candidates: CandidateResult[];
};

type Ran = { candidate: Candidate; samples: (Sample | null)[]; faults: string[] };

/** Takes a measure; a text where this machine lacks something for it. */
export async function take(
  measure: Measure,
  runs: number,
  bench: Omit<Bench, 'scratch'>,
): Promise<MeasureResult | string> {
  const folder = mkdtempSync(join(tmpdir(), `pantau-bench-${measure.name}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const scratch = (): string => mkdtempSync(join(folder, 'run-'));
  try {
    const prepared = await measure.prepare({ ...bench, scratch });
    if (typeof prepared === 'string') return prepared;
    try {
      const ran = await runInTurn(prepared.candidates, runs, bench.say);
      const { name, about, columns } = measure;
      const candidates = ran.map((one) => resultOf(one, oursFor(one, ran), columns));
      return { measure: name, about, pages: bench.pages, runs, columns, candidates };
    } finally {
      await prepared.close?.();
    }
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/** Every other round backwards, so that none always follows the same one. */
async function runInTurn(
  candidates: Candidate[],
  runs: number,
  say: (text: string) => void,
): Promise<Ran[]> {
  const ran = candidates.map((candidate): Ran => ({ candidate, samples: [], faults: [] }));
  for (let round = 1; round <= runs; round += 1) {
    for (const one of round % 2 === 1 ? ran : ran.toReversed()) {
      say(`  round ${round} of ${runs}: ${one.candidate.name}`);
      try {
        one.samples.push(await one.candidate.run());
      } catch (error) {
        one.samples.push(null);
        one.faults.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return ran;
}

const oursFor = ({ candidate }: Ran, ran: Ran[]): Ran | undefined =>
  candidate.comparedWith === undefined
    ? ran[0]
    : ran.find(({ candidate: { name } }) => name === candidate.comparedWith);

function resultOf(one: Ran, ours: Ran | undefined, columns: Column[]): CandidateResult {
  const spreads: Record<string, Spread> = {};
  const oursByThis: Record<string, Spread> = {};
  for (const { key } of columns) {
    const numbers = one.samples.flatMap((sample) => sample?.[key] ?? []);
    if (numbers.length > 0) spreads[key] = spreadOf(numbers);
    if (one === ours) continue;
    const ratios = one.samples.flatMap((sample, round) => {
      const [mine, other] = [ours?.samples[round]?.[key], sample?.[key]];
      return mine === undefined || other === undefined || other === 0 ? [] : [mine / other];
    });
    if (ratios.length > 0) oursByThis[key] = spreadOf(ratios);
  }
  const samples = one.samples.filter((sample) => sample !== null);
  return { name: one.candidate.name, samples, spreads, oursByThis, faults: one.faults };
}
