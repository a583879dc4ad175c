// The lanes of a round, run side by side until none has anything to do; and how the round ends early.
import { discoverSite, drain, mayGoOn, msUntilDue } from './lane.ts';
import { sleepReally } from './pace.ts';
import type { Lane } from './round.ts';
import { LedgerFailure } from './watched.ts';

const GRACE_MS = 3000;
/** How often an idle site is looked at again while others are still read. */
const POLL_MS = 1000;

export type Ending = {
  stop: AbortSignal;
  cut: AbortSignal;
  end: (reason: string) => void;
  reason: () => string | null;
  dispose: () => void;
};

/** How a round ends early: first nothing new begins, then, after the grace, what is under way is cut off. */
export function createEnding(signal: AbortSignal): Ending {
  const stop = new AbortController();
  const cut = new AbortController();
  let reason: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const end = (why: string): void => {
    if (reason !== null) return;
    reason = why;
    stop.abort();
    timer = setTimeout(() => cut.abort(), GRACE_MS);
  };
  const onAbort = (): void => end('aborted');
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  const dispose = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
  return { stop: stop.signal, cut: cut.signal, end, reason: () => reason, dispose };
}

type Run = {
  ending: Ending;
  settle: (() => Promise<void>) | undefined;
  /** False: only what is due already. */
  discover: boolean;
};

/**
 * Discovers and fetches until nothing is due in any lane, also after `settle` has let processing catch up, or until
 * the round ends early. Never rejects for what a site or the ledger does.
 */
export async function runLanes(lanes: Lane[], { ending, settle, discover }: Run): Promise<void> {
  await pass(
    lanes.filter(({ report }) => report.left === null),
    ending,
    discover,
  );
  for (;;) {
    if (ending.stop.aborted) return;
    await settle?.();
    const more = lanes.filter((lane) => hasWork(lane, ending));
    if (more.length === 0) return;
    await pass(more, ending, false);
  }
}

function hasWork(lane: Lane, ending: Ending): boolean {
  try {
    return mayGoOn(lane) && msUntilDue(lane) <= lane.round.patienceMs;
  } catch (error) {
    trouble(lane, ending, error);
    return false;
  }
}

/** Runs these lanes until all of them have nothing to do at the same time. */
async function pass(lanes: Lane[], ending: Ending, withDiscovery: boolean): Promise<void> {
  let busy = lanes.length;
  const calm = new AbortController();
  const idle = async (lane: Lane): Promise<boolean> => {
    busy -= 1;
    if (busy === 0) calm.abort();
    while (!calm.signal.aborted && !ending.stop.aborted) {
      await sleepReally(POLL_MS, AbortSignal.any([calm.signal, ending.stop])).catch(() => {});
      if (!calm.signal.aborted && hasWork(lane, ending)) {
        busy += 1;
        return true;
      }
    }
    return false;
  };
  const run = async (lane: Lane): Promise<void> => {
    let discovering = withDiscovery;
    do {
      try {
        if (discovering) await discoverSite(lane);
        discovering = false;
        await drain(lane);
      } catch (error) {
        trouble(lane, ending, error);
      }
    } while (await idle(lane));
  };
  await Promise.all(lanes.map(run));
}

/** What a lane threw: the end of the round where it is the ledger, else a fault of ours that costs only this site. */
function trouble({ site, report, round }: Lane, ending: Ending, error: unknown): void {
  if (error instanceof LedgerFailure) ending.end(error.message);
  else if (!ending.stop.aborted) {
    report.left = `error: ${String(error)}`;
    round.deps.log('error', 'discover.failed', { site: site.id, error: String(error) });
  }
}
