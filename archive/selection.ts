// A filter in; which rows of the columns it lets through, and which fail it by one field alone, out.
import { type ArticleFilter, valuesOf } from '../schemas/filter.ts';
import type { Columns, Field } from './columns.ts';
import { dayNumber } from './day.ts';

const LISTS = [
  'region',
  'election',
  'stage',
  'coverage',
  'violation',
  'actor',
  'institution',
  'site',
] as const;
export type ListField = (typeof LISTS)[number];

export type Selection = {
  /** Rows that the whole filter lets through, in order of their numbers. */
  rows(): Uint32Array;
  /** As if the filter said nothing of this field. */
  rowsWithout(field: ListField): Uint32Array;
  has(row: number): boolean;
  count(): number;
};

/** Counts as failed more than once, so that no list is offered for it. */
const NEVER = 2;

/** `found`: by row, whether the query of the filter finds it; null where it has no query. */
export function select(
  columns: Columns,
  filter: ArticleFilter,
  found: Uint8Array | null,
): Selection {
  const { size, present } = columns;
  const fails = new Uint8Array(size);
  const by = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    if (present[row] !== 1 || (found !== null && found[row] !== 1)) fails[row] = NEVER;
  }
  failDays(columns, filter, fails);
  if (filter.advertorial !== undefined) {
    const want = Number(filter.advertorial);
    for (let row = 0; row < size; row += 1)
      if (columns.advertorial[row] !== want) fails[row] = NEVER;
  }
  const fail = (field: Field, values: readonly string[], weight: number, mark: number): void => {
    const pass = passing(columns, field, values);
    const codes = columns.codes[field];
    for (let row = 0; row < size; row += 1) {
      if (pass[codes[row] ?? 0] === 1) continue;
      fails[row] = Math.min(NEVER, (fails[row] ?? 0) + weight);
      by[row] = mark;
    }
  };
  if (filter.within !== undefined) fail('region', filter.within, NEVER, 0);
  if (filter.decision !== undefined) {
    const decisions = filter.decision === 'seen' ? ['relevant', 'review'] : [filter.decision];
    fail('decision', decisions, NEVER, 0);
  }
  for (const [index, field] of LISTS.entries()) {
    const values = valuesOf(filter, field);
    if (values !== null) fail(field, values, 1, index);
  }
  return selection(size, fails, by);
}

function selection(size: number, fails: Uint8Array, by: Uint8Array): Selection {
  const gather = (passes: (row: number) => boolean): Uint32Array => {
    const rows = new Uint32Array(size);
    let count = 0;
    for (let row = 1; row < size; row += 1) {
      if (!passes(row)) continue;
      rows[count] = row;
      count += 1;
    }
    return rows.subarray(0, count);
  };
  let all: Uint32Array | null = null;
  const rows = (): Uint32Array => (all ??= gather((row) => fails[row] === 0));
  return {
    rows,
    rowsWithout: (field) => {
      const mark = LISTS.indexOf(field);
      return gather((row) => fails[row] === 0 || (fails[row] === 1 && by[row] === mark));
    },
    has: (row) => fails[row] === 0,
    count: () => rows().length,
  };
}

function failDays({ size, day }: Columns, { from, to }: ArticleFilter, fails: Uint8Array): void {
  if (from === undefined && to === undefined) return;
  // The undated are earlier than every first day, and no last day finds them.
  const low = from === undefined ? dayNumber('0000-01-01') : dayNumber(from);
  const high = to === undefined ? Infinity : dayNumber(to);
  for (let row = 0; row < size; row += 1) {
    const at = day[row] ?? 0;
    if (at < low || at > high) fails[row] = NEVER;
  }
}

/** By set of the field's dictionary: 1 where it has one of the values. */
function passing(columns: Columns, field: Field, values: readonly string[]): Uint8Array {
  const wanted = new Set(values);
  return Uint8Array.from(columns.sets[field].sets, (set) =>
    Number(set.some((code) => wanted.has(code))),
  );
}
