// Measured figures against the committed floors of baseline.json; floors only rise.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MEASURES, type Figures, type Measure } from './measures.ts';

const PATH = join(import.meta.dirname, 'baseline.json');

/** set → measure → the lowest value that passes. */
const Floors = z.record(z.string(), z.partialRecord(z.enum(MEASURES), z.number().min(0).max(1)));
export type Floors = z.infer<typeof Floors>;

export const readFloors = (): Floors => Floors.parse(JSON.parse(readFileSync(PATH, 'utf8')));

export const saveFloors = (floors: Floors): void =>
  writeFileSync(PATH, `${JSON.stringify(floors, null, 2)}\n`);

export type Miss = { set: string; measure: Measure; floor: number; value: number };

/** The measures of a set that lie below their floor. */
export function below(floors: Floors, set: string, figures: Figures): Miss[] {
  return MEASURES.flatMap((measure) => {
    const floor = floors[set]?.[measure];
    const value = figures[measure]?.value;
    return floor === undefined || value === undefined || value >= floor
      ? []
      : [{ set, measure, floor, value }];
  });
}

/** Floors with every measure of the set raised to its figure, cut after three decimals; none is lowered. */
export function raise(floors: Floors, set: string, figures: Figures): Floors {
  const old = floors[set] ?? {};
  const risen = MEASURES.flatMap((measure) => {
    const value = figures[measure]?.value;
    const reached = value === undefined ? 0 : Math.floor(value * 1000) / 1000;
    const floor = Math.max(old[measure] ?? 0, reached);
    return floor === 0 ? [] : [[measure, floor] as const];
  });
  return { ...floors, [set]: Object.fromEntries(risen) };
}
