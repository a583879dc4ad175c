// The committed judgement on each regular expression.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Literal } from './literals.ts';

export type Verdict = Literal & {
  /** 'safe' (linear), 'unknown' (not decided in time), '2nd degree polynomial' …, 'exponential'. */
  growth: string;
  /** The input that makes the time grow: each prefix, then its pump as often as one likes, then the suffix. */
  attack?: { pumps: { prefix: string; pump: string }[]; suffix: string };
};

export const VERDICTS = join(import.meta.dirname, 'verdicts.gen.json');

/** By '/pattern/flags'. */
export function knownVerdicts(): Map<string, Verdict> {
  if (!existsSync(VERDICTS)) return new Map();
  const verdicts = JSON.parse(readFileSync(VERDICTS, 'utf8')) as Verdict[]; // written by check.ts
  return new Map(verdicts.map((verdict) => [`/${verdict.pattern}/${verdict.flags}`, verdict]));
}
