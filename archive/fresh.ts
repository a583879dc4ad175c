// Bytes of a page that was just stored in; the same bytes out, once, for whoever reads them next in this process.

export type FreshBytes = {
  /** Remembers them while there is room: what finds none is read back from the archive. */
  put(sha256: string, body: Uint8Array<ArrayBuffer>): void;
  /** Gives them and forgets them; null where they are not here. */
  take(sha256: string): Uint8Array<ArrayBuffer> | null;
};

/** A hundred pages. The oldest stay, because pages are read in the order in which they came. */
const MOST_BYTES = 8_000_000;

/** Pages that come after one before it is taken to be read elsewhere, by another process, or not at all. */
const WAITS_FOR = 1000;

type Held = { body: Uint8Array<ArrayBuffer>; at: number };

/**
 * By what they say, not by a page's id: that is given again to another page after a transaction that failed, and
 * bytes found by their SHA-256 need no other proof that they are those of the page.
 */
export function freshBytes(): FreshBytes {
  const held = new Map<string, Held>();
  let size = 0;
  let count = 0;
  const drop = (sha256: string): Uint8Array<ArrayBuffer> | null => {
    const body = held.get(sha256)?.body ?? null;
    held.delete(sha256);
    size -= body?.length ?? 0;
    return body;
  };
  return {
    take: drop,
    put: (sha256, body) => {
      count += 1;
      for (const [oldest, { at }] of held) {
        if (count - at <= WAITS_FOR) break;
        drop(oldest);
      }
      if (held.has(sha256) || size + body.length > MOST_BYTES) return;
      held.set(sha256, { body, at: count });
      size += body.length;
    },
  };
}
