// Sets of hashes against Set, over random hashes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contained, hasHash, hashSet } from '../../../pipeline/group/hash-set.ts';

/** Few values, so that they meet, on both sides of 2³¹. */
const hashes = fc.array(fc.oneof(fc.nat(20), fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 })));

test('holds each hash once, and finds those that it holds only', () => {
  fc.assert(
    fc.property(hashes, hashes, (all, asked) => {
      const known = new Set(all);
      const set = hashSet(all);
      expect(set.length).toBe(known.size);
      for (const hash of [...all, ...asked]) expect(hasHash(set, hash)).toBe(known.has(hash));
    }),
  );
});

test('the share of a set that another has', () => {
  fc.assert(
    fc.property(hashes, hashes, (one, other) => {
      const small = new Set(one);
      const shared = [...small].filter((hash) => other.includes(hash)).length;
      const share = small.size === 0 ? 1 : shared / small.size;
      expect(contained(hashSet(one), hashSet(other))).toBe(share);
    }),
  );
});
