// Sets of rows as bits against sets of numbers.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOf, countBits, hasBit, inAll, rowsOf } from '../../archive/bits.ts';

const anyRows = fc.uniqueArray(fc.nat(130), { maxLength: 131 });
const anySize = fc.nat(131);

test('what is put in is counted, found and listed in order; rows beyond the size are not', () => {
  fc.assert(
    fc.property(anySize, anyRows, (size, rows) => {
      const wanted = rows.filter((row) => row < size).toSorted((a, b) => a - b);
      const bits = bitsOf(size, (row) => rows.includes(row));
      expect([...rowsOf(bits)]).toEqual(wanted);
      expect(countBits(bits)).toBe(wanted.length);
      expect(
        Array.from({ length: 132 }, (_, row) => row).filter((row) => hasBit(bits, row)),
      ).toEqual(wanted);
    }),
  );
});

test('joined sets hold what is in all of them, and are left as they were', () => {
  fc.assert(
    fc.property(anySize, fc.array(anyRows, { minLength: 1, maxLength: 4 }), (size, lists) => {
      const [first = [], ...others] = lists;
      const of = (rows: number[]) => bitsOf(size, (row) => rows.includes(row));
      const given = of(first);
      const joined = inAll([given, ...others.map(of)]);
      const wanted = first.filter(
        (row) => row < size && others.every((list) => list.includes(row)),
      );
      expect([...rowsOf(joined)]).toEqual(wanted.toSorted((a, b) => a - b));
      expect(given).toEqual(of(first));
    }),
  );
});
