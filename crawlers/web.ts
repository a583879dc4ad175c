// Settings of the process → what all its requests share: gate, guarded connections, caps, name; and a site's policy.
import { Agent, type buildConnector } from 'undici';
import { hostKey, hostsOf } from '../pipeline/normalise/url.ts';
import type { Site } from '../schemas/site.ts';
import { guardedLookup, resolveByDns, type Resolve } from './address.ts';
import { createGate, type Gate, type GateParts } from './pace.ts';
import type { Limits } from './transport.ts';
import { watched } from './watched.ts';

const MB = 1024 * 1024;
/** Caps by what is fetched. A sitemap may hold 50 MB by its own standard (sitemaps.org). */
export const LIMITS = {
  page: { bytes: 5 * MB, inflated: 10 * MB, headersMs: 20_000, totalMs: 45_000 },
  feed: { bytes: 10 * MB, inflated: 20 * MB, headersMs: 20_000, totalMs: 60_000 },
  sitemap: { bytes: 50 * MB, inflated: 50 * MB, headersMs: 30_000, totalMs: 180_000 },
  robots: { bytes: 500 * 1024, inflated: 10 * MB, headersMs: 15_000, totalMs: 30_000 },
} as const satisfies Record<string, Limits>;

const CONNECT_MS = 10_000;

/** What all requests of the process share. */
export type Web = {
  gate: Gate;
  userAgent: string;
  now: () => number;
  limits: Record<keyof typeof LIMITS, Limits>;
  agent: (loopback: boolean) => Agent;
  close: () => Promise<void>;
};

export type WebParts = GateParts & {
  version: string;
  /** E-mail or address of the operator, shown to every webmaster. */
  contact: string;
  resolve?: Resolve;
  limits?: Partial<Record<keyof typeof LIMITS, Partial<Limits>>>;
};

const agentWith = (connect: buildConnector.BuildOptions): Agent =>
  new Agent({
    connect: { timeout: CONNECT_MS, ...connect },
    connections: 1,
    pipelining: 1,
    headersTimeout: 0, // the exchange keeps its own, finer limits
    bodyTimeout: 0,
  });

/** Opens the way out: one gate, one guarded connection pool, one for sites on loopback. */
export function openWeb(parts: WebParts): Web {
  const guarded = agentWith({ lookup: guardedLookup(parts.resolve ?? resolveByDns) });
  const open = agentWith({});
  const contact = parts.contact.replaceAll(/[^\x20-\x7e]|[()]/g, ' ').trim();
  const limit = (kind: keyof typeof LIMITS): Limits => ({
    ...LIMITS[kind],
    ...parts.limits?.[kind],
  });
  return {
    gate: createGate({ ...parts, ledger: watched(parts.ledger) }),
    userAgent: `Pantau/${parts.version} (+${contact})`,
    now: parts.now,
    limits: {
      page: limit('page'),
      feed: limit('feed'),
      sitemap: limit('sitemap'),
      robots: limit('robots'),
    },
    agent: (loopback) => (loopback ? open : guarded),
    close: async () => {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

/** What a site's entry says about where its requests may go and how fast. */
export type SitePolicy = {
  /** True for the hosts that carry the site: its home and further hosts, with their www. and mobile twins. */
  owns: (url: URL) => boolean;
  loopback: boolean;
  delayMs: number;
};

export function policyOf(site: Pick<Site, 'home' | 'hosts' | 'loopback' | 'delay'>): SitePolicy {
  const hosts = hostsOf(site);
  return {
    owns: (url) => hosts.has(hostKey(url)),
    loopback: site.loopback,
    delayMs: site.delay * 1000,
  };
}
