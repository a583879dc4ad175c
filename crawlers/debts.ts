// Hosts whose request is over → given back in the ledger together with what the request brought: one write, not two.
import type { Turns } from './ports.ts';
import { LedgerFailure } from './watched.ts';

export type Debts = {
  /** The request to this host is over; `sentAt`: when it went out, undefined where it did not. */
  owe: (host: string, sentAt: string | undefined) => void;
  /** Runs `save` and gives back what is owed, in one write. */
  payWith: <T>(save: () => T) => T;
  /** Gives this host back now, where it is owed: it is wanted again. */
  payFor: (host: string) => void;
};

/**
 * Hosts whose request is over, given back in the ledger with the next thing that is written. An answer is stored in
 * the same turn of the event loop in which it is complete; whatever is not, is written right after that turn.
 */
export function createDebts(ledger: Turns, holder: string): Debts {
  const owed = new Map<string, string | undefined>();
  const payWith = <T>(save: () => T): T => {
    const result = ledger.transaction(() => {
      for (const [host, sentAt] of owed) ledger.freeHost(host, holder, sentAt);
      return save();
    });
    owed.clear();
    return result;
  };
  const pay = (): void => payWith(() => {});
  const payLater = (): void => {
    try {
      if (owed.size > 0) pay();
    } catch (error) {
      // owed still; whoever wants to write or to have the host next, hears of it
      if (!(error instanceof LedgerFailure)) throw error;
    }
  };
  return {
    payWith,
    owe: (host, sentAt) => {
      if (owed.size === 0) setImmediate(payLater);
      owed.set(host, sentAt);
    },
    payFor: (host) => {
      if (owed.has(host)) pay();
    },
  };
}
