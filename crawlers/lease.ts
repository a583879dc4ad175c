// Sources that a round wants to read in; those that this process may read, as long as it may, out.
import { claimFor, type Holder } from './pace.ts';
import type { Leases } from './ports.ts';

/** A process that dies leaves its sources to others after this time, at the latest. */
export const LEASE_MS = 60_000;

export type LeaseParts = {
  ledger: Leases;
  /** UTC milliseconds. */
  now: () => number;
  holder: Holder;
  leaseMs?: number | undefined;
};

export type Lease = {
  /** True while the source is ours; renewed here where this process was held up for longer than the lease. */
  mine: () => boolean;
};

export type LeaseBook = {
  /** Null while another process reads the source. */
  take: (site: string, purpose: string) => Lease | null;
  /** Renews all that are held. Called by a timer, four times in the length of a lease. */
  renew: () => void;
  giveBack: () => void;
};

/** The leases of one round. */
export function openLeases({ ledger, now, holder, leaseMs = LEASE_MS }: LeaseParts): LeaseBook {
  const held = new Map<string, { until: number; lost: boolean }>();
  const renewOne = (site: string, lease: { until: number; lost: boolean }): void => {
    if (lease.lost) return;
    const until = now() + leaseMs;
    if (ledger.renewSource(site, holder.id, new Date(until).toISOString())) lease.until = until;
    else lease.lost = true;
  };
  return {
    take: (site, purpose) => {
      const at = now();
      if (!ledger.claimSource(site, purpose, claimFor(holder, at, leaseMs))) return null;
      const lease = { until: at + leaseMs, lost: false };
      held.set(site, lease);
      return {
        mine: () => {
          if (now() >= lease.until) renewOne(site, lease);
          return !lease.lost;
        },
      };
    },
    renew: () => {
      for (const [site, lease] of held) renewOne(site, lease);
    },
    giveBack: () => {
      for (const [site, { lost }] of held) if (!lost) ledger.freeSource(site, holder.id);
      held.clear();
    },
  };
}
