// Requests of each client in; whether one more is answered now, or in how many seconds, out. A token bucket each.

/** Requests at once, and those regained in a second. */
const BURST = 240;
const PER_SECOND = 8;
/** Clients remembered; the one that has been quiet longest is forgotten, which only favours it. */
const CLIENTS = 10_000;

export type Limiter = {
  /** 0 where the request may go on, else the seconds to wait. `cost`: how many ordinary requests it is worth. */
  wait(client: string, cost: number): number;
};

/** `now` in milliseconds. */
export function createLimiter(now: () => number): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    wait: (client, cost) => {
      const at = now();
      const known = buckets.get(client);
      const regained = known === undefined ? BURST : ((at - known.at) / 1000) * PER_SECOND;
      const tokens = Math.min(BURST, (known?.tokens ?? 0) + regained);
      const enough = tokens >= cost;
      buckets.delete(client); // so that the map stays in the order of the last request
      buckets.set(client, { tokens: enough ? tokens - cost : tokens, at });
      const [oldest] = buckets.keys();
      if (buckets.size > CLIENTS && oldest !== undefined) buckets.delete(oldest);
      return enough ? 0 : Math.ceil((cost - tokens) / PER_SECOND);
    },
  };
}
