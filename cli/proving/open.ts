// The archive's changes → entries of the evidence log, drawn pages and time stamps, with real key, clock, browser and network.
import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Crawler } from '../../crawlers/crawl.ts';
import { lookAt } from '../../crawlers/look.ts';
import { captureSome } from '../../oversight/evidence/capture.ts';
import type { Looking } from '../../oversight/evidence/ports.ts';
import { drawWaiting } from '../../oversight/evidence/view.ts';
import { fetchReason } from '../../schemas/page.ts';
import { fail, ok } from '../../schemas/result.ts';
import type { Site } from '../../schemas/site.ts';
import type { Workplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { openKey } from './key.ts';
import { askTimestampService } from './timestamp.ts';

export type Proof = {
  /** Enters what is new; returns how many entries that made. */
  capture(signal: AbortSignal): Promise<number>;
  /** Draws the pages that wait, each at the pace of its site. */
  draw(signal: AbortSignal): Promise<number>;
  /** Asks for a time stamp, where a service is configured and its turn has come. */
  stamp(signal: AbortSignal): Promise<void>;
};

/** Changes taken before the signal is looked at, and other work of the process gets its turn. */
const BATCH = 5;

/** Null where evidence is switched off. Throws Failure where the key that signed so far is missing. */
export function openProof(
  workplace: Workplace,
  crawler: Crawler,
  sites: readonly Site[],
): Proof | null {
  const { archive, config, log } = workplace;
  const { evidence: wanted, evidenceViews, timestampService: service } = config;
  if (wanted === 'off') return null;
  const key = openKey(workplace);
  const now = Date.now;
  const views = evidenceViews ? (crawler.browser === null ? 'no-browser' : 'follows') : 'off';
  return {
    capture: async (signal) => {
      for (let all = 0; ;) {
        const { taken, entered } = await captureSome({ archive, key, now, wanted, views }, BATCH);
        all += entered;
        if (entered > 0) log('info', 'evidence.entered', { captures: entered });
        if (taken < BATCH || signal.aborted) return all;
        await turn();
      }
    },
    draw: async (signal) => {
      const entered = await drawWaiting(
        { archive, key, now, look: looking(crawler, sites) },
        signal,
      );
      if (entered > 0) log('info', 'evidence.entered', { views: entered });
      return entered;
    },
    stamp: async (signal) => {
      if (service === null) return;
      const ask = askTimestampService(service, signal);
      const nonce = (): Uint8Array => randomBytes(8);
      // its ASN.1 is a hundred files: loaded where a service is asked
      const { stampHead } = await import('../../oversight/evidence/stamping.ts');
      const { evidence } = archive;
      const asked = stampHead({ evidence, service, ask, now, nonce });
      const stamp = await asked.catch((error: unknown) => {
        if (signal.aborted) return null;
        throw error;
      });
      if (stamp === null) return;
      const { seq, failure } = stamp;
      if (failure === null) log('info', 'evidence.stamped', { seq, service });
      else log('warn', 'evidence.unstamped', { seq, service, reason: failure });
    },
  };
}

/** The same; a missing key is logged, and null: crawling goes on without evidence. */
export function openProofOrSay(
  workplace: Workplace,
  crawler: Crawler,
  sites: readonly Site[],
): Proof | null {
  try {
    return openProof(workplace, crawler, sites);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    workplace.log('error', 'evidence.stopped', { reason: error.message });
    return null;
  }
}

/** Draws through the gate that all fetches of the process share. */
function looking(crawler: Crawler, sites: readonly Site[]): Looking {
  const known = new Map(sites.map((site) => [site.id, site]));
  return async (page, signal) => {
    const site = known.get(page.site);
    // it waits for a process that reads this source and has a browser; after a day the log says that it was not drawn
    if (site === undefined || crawler.browser === null) return null;
    const look = await lookAt(crawler, site, page, signal);
    return look.ok ? ok(look.value) : fail(`${fetchReason(look.error)}: ${look.error.detail}`);
  };
}
