// The ledger, with its errors told from all others.
import type { Ledger } from './ports.ts';

/** The ledger could not be read or written (disk full, file taken away): no fault of a site, so the round ends. */
export class LedgerFailure extends Error {}

/** The same ledger; whatever one of its functions throws comes out as a LedgerFailure. */
export function watched<T extends Partial<Ledger>>(ledger: T): T {
  return new Proxy(ledger, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        try {
          return Reflect.apply(value, target, args) as unknown;
        } catch (error) {
          if (error instanceof LedgerFailure) throw error; // from within a transaction
          throw new LedgerFailure(String(error), { cause: error });
        }
      };
    },
  });
}
