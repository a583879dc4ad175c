// Scripts that the pages of a site share → fetched once an hour, not once a page.
import type { FetchError } from '../schemas/page.ts';
import type { Result } from '../schemas/result.ts';
import type { Answer } from './fetch.ts';

const KEEP_MS = 3600 * 1000;
const MAX_BYTES = 32 * 1024 * 1024;

export type Shelf = {
  /** The kept answer of an address, or a new one; only good answers are kept. */
  get: (
    url: string,
    fetch: () => Promise<Result<Answer, FetchError>>,
  ) => Promise<Result<Answer, FetchError>>;
};

/** Oldest out first once it holds more than 32 MB. */
export function createShelf(now: () => number): Shelf {
  const kept = new Map<
    string,
    { until: number; result: Result<Answer, FetchError>; bytes: number }
  >();
  let bytes = 0;
  const drop = (url: string): void => {
    bytes -= kept.get(url)?.bytes ?? 0;
    kept.delete(url);
  };
  return {
    get: async (url, fetch) => {
      const known = kept.get(url);
      if (known !== undefined && known.until > now()) return known.result;
      drop(url);
      const result = await fetch();
      if (!result.ok) return result;
      const size = result.value.body.length;
      kept.set(url, { until: now() + KEEP_MS, result, bytes: size });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= MAX_BYTES) break;
        drop(oldest);
      }
      return result;
    },
  };
}
