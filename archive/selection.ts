// A filter in; which rows of the columns it lets through, with and without one of its fields, out.
import { type ArticleFilter, valuesOf } from '../schemas/filter.ts';
import { type Bits, bitsOf, countBits, hasBit, inAll, rowsOf } from './bits.ts';
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

/** The rows that meet one condition, worked out once: filters share most of theirs. `condition` says all of it. */
export type Kept = (condition: readonly unknown[], work: () => Bits) => Bits;

/** `found`: what the query of the filter finds; null where it has no query. */
export function select(
  columns: Columns,
  filter: ArticleFilter,
  found: Bits | null,
  kept: Kept,
): Selection {
  const { size, present, advertorial } = columns;
  const among = (field: Field, values: readonly string[]): Bits =>
    kept([field, values], () => havingOneOf(columns, field, values));
  const { from, to, within, decision } = filter;
  const all: [Bits, ...Bits[]] = [
    kept(['present'], () => bitsOf(size, (row) => present[row] === 1)),
  ];
  if (found !== null) all.push(found);
  if (from !== undefined || to !== undefined)
    all.push(kept(['days', from, to], () => between(columns, from, to)));
  if (filter.advertorial !== undefined) {
    const wanted = Number(filter.advertorial);
    all.push(
      kept(['advertorial', wanted], () => bitsOf(size, (row) => advertorial[row] === wanted)),
    );
  }
  if (within !== undefined) all.push(among('region', within));
  if (decision !== undefined)
    all.push(among('decision', decision === 'seen' ? ['relevant', 'review'] : [decision]));
  const lists = new Map<ListField, Bits>();
  for (const field of LISTS) {
    const values = valuesOf(filter, field);
    if (values !== null) lists.set(field, among(field, values));
  }
  return selection(all, lists);
}

function selection(
  always: readonly [Bits, ...Bits[]],
  lists: ReadonlyMap<ListField, Bits>,
): Selection {
  const bits = inAll([...always, ...lists.values()]);
  let all: Uint32Array | null = null;
  const rows = (): Uint32Array => (all ??= rowsOf(bits));
  return {
    rows,
    rowsWithout: (field) => {
      if (!lists.has(field)) return rows();
      const others = [...lists].flatMap(([name, list]) => (name === field ? [] : [list]));
      return rowsOf(inAll([...always, ...others]));
    },
    has: (row) => hasBit(bits, row),
    count: () => all?.length ?? countBits(bits),
  };
}

/** The undated are earlier than every first day, and no last day finds them. */
function between({ size, day }: Columns, from: string | undefined, to: string | undefined): Bits {
  const low = dayNumber(from ?? '0000-01-01');
  const high = to === undefined ? Infinity : dayNumber(to);
  return bitsOf(size, (row) => {
    const at = day[row] ?? -Infinity;
    return at >= low && at <= high;
  });
}

function havingOneOf(columns: Columns, field: Field, values: readonly string[]): Bits {
  const wanted = new Set(values);
  /** By set of the field's dictionary: 1 where it has one of the values. */
  const pass = Uint8Array.from(columns.sets[field].sets, (set) =>
    Number(set.some((code) => wanted.has(code))),
  );
  const codes = columns.codes[field];
  return bitsOf(columns.size, (row) => pass[codes[row] ?? 0] === 1);
}
