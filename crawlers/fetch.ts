// An address → the answer of its server, through the gate, the guards and the caps. The only HTTP of the project's crawlers.
import { Agent, type buildConnector } from 'undici';
import type { FetchError } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import type { Site } from '../schemas/site.ts';
import { guardedLookup, isRefusedLiteral, resolveByDns, type Resolve } from './address.ts';
import { inflate, type Bytes } from './inflate.ts';
import { createGate, hostKey, type Gate, type GateParts } from './pace.ts';
import type { Validators } from './ports.ts';
import { retryAfter } from './retry.ts';
import { exchange, type Limits, type WireAnswer } from './transport.ts';

const MB = 1024 * 1024;
/** Caps by what is fetched. A sitemap may hold 50 MB by its own standard (sitemaps.org). */
export const LIMITS = {
  page: { bytes: 5 * MB, inflated: 10 * MB, headersMs: 20_000, totalMs: 45_000 },
  feed: { bytes: 10 * MB, inflated: 20 * MB, headersMs: 20_000, totalMs: 60_000 },
  sitemap: { bytes: 50 * MB, inflated: 50 * MB, headersMs: 30_000, totalMs: 180_000 },
  robots: { bytes: 500 * 1024, inflated: 10 * MB, headersMs: 15_000, totalMs: 30_000 },
} as const satisfies Record<string, Limits>;

const MAX_REDIRECTS = 5;
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
    gate: createGate(parts),
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
  /** True for the hosts that carry the site: its home with and without www., and its further hosts. */
  owns: (url: URL) => boolean;
  loopback: boolean;
  delayMs: number;
};

export function policyOf(site: Pick<Site, 'home' | 'hosts' | 'loopback' | 'delay'>): SitePolicy {
  const hosts = new Set([
    hostKey(new URL(site.home)),
    ...site.hosts.map((h) => h.replace(/^www\./, '')),
  ]);
  return {
    owns: (url) => hosts.has(hostKey(url)),
    loopback: site.loopback,
    delayMs: site.delay * 1000,
  };
}

/** A word on an address before it is visited; null lets it pass. */
export type MayVisit = (url: URL) => Promise<FetchError | null>;

export type FetchTask = {
  url: string;
  policy: SitePolicy;
  limits: Limits;
  /** Ends the waiting for the host's turn, and the request itself unless `cut` is given for that. */
  signal: AbortSignal;
  cut?: AbortSignal;
  /** Refuse everything but HTML, by its Content-Type. */
  html?: boolean;
  /** For a conditional GET; the answer may then be 304 with an empty body. */
  validators?: Validators | null;
  /** Asked for each address that a redirect leads to (robots.txt). */
  mayVisit?: MayVisit;
  truncate?: boolean;
};

export type Answer = {
  /** 200, 203 or 304. */
  status: number;
  finalUrl: string;
  headers: Record<string, string>;
  /** Content-Encoding undone. */
  body: Bytes;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;

function guard(url: URL, policy: SitePolicy): FetchError | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { kind: 'scheme', detail: url.href };
  }
  if (!policy.loopback && isRefusedLiteral(url))
    return { kind: 'private-address', detail: url.host };
  if (policy.owns(url)) return null;
  return { kind: 'foreign-host', detail: `${url.host} is no host of this site` };
}

function headersFor(web: Web, task: FetchTask): Record<string, string> {
  const { etag = null, lastModified = null } = task.validators ?? {};
  return {
    'user-agent': web.userAgent,
    accept: task.html === true ? 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' : '*/*',
    'accept-language': 'id,en;q=0.5',
    'accept-encoding': task.truncate === true ? 'identity' : 'gzip, deflate, br',
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

/** An error for a status or type whose body is not wanted, so that it is not waited for. */
const judgeHeaders =
  (task: FetchTask) =>
  (status: number, headers: Record<string, string>): FetchError | null => {
    const type = headers['content-type'];
    if (task.html !== true || status !== 200 || type === undefined || HTML.test(type)) return null;
    return { kind: 'content-type', detail: type };
  };

async function hop(web: Web, task: FetchTask, url: URL): Promise<Result<WireAnswer, FetchError>> {
  const { policy, limits, truncate = false } = task;
  const turn = await web.gate.enter(url, policy.delayMs, task.signal);
  const signal = task.cut ?? task.signal;
  try {
    const agent = web.agent(policy.loopback);
    const judge = judgeHeaders(task);
    const headers = headersFor(web, task);
    const onSent = turn.sent;
    return await exchange({ agent, url, headers, limits, signal, onSent, judge, truncate });
  } finally {
    turn.leave();
  }
}

function statusError(web: Web, url: URL, { status, headers }: WireAnswer): FetchError {
  const wait = retryAfter(headers['retry-after'], web.now());
  const error: FetchError = { kind: 'status', status, detail: `HTTP ${status}` };
  if ((status !== 429 && status !== 503) || wait === undefined) return error;
  web.gate.hold(url, web.now() + wait * 1000);
  return { ...error, retryAfter: wait };
}

async function finish(
  task: FetchTask,
  url: URL,
  wire: WireAnswer,
): Promise<Result<Answer, FetchError>> {
  const { status, headers } = wire;
  const body = await inflate(wire.body, headers['content-encoding'] ?? '', task.limits.inflated);
  if (!body.ok) return body;
  if (task.html === true && headers['content-type'] === undefined && body.value[0] !== 0x3c) {
    return fail({
      kind: 'content-type',
      detail: 'no Content-Type, and the body does not begin with <',
    });
  }
  return ok({ status, finalUrl: url.href, headers, body: body.value });
}

/**
 * Fetches one address: waits for the host's turn before each hop, follows at most five redirects by hand and
 * checks each hop (scheme, private address, the site's hosts, `mayVisit`), keeps to the caps, undoes
 * Content-Encoding. Every ending is a value; rejects only when `signal` aborts or the ledger cannot be written.
 */
export async function fetchOne(web: Web, task: FetchTask): Promise<Result<Answer, FetchError>> {
  let url = new URL(task.url);
  const seen = new Set<string>();
  for (;;) {
    const refused = guard(url, task.policy) ?? (seen.size > 0 ? await task.mayVisit?.(url) : null);
    if (refused) return fail(refused);
    seen.add(url.href);
    const wire = await hop(web, task, url);
    if (!wire.ok) return wire;
    const { status, headers } = wire.value;
    if (status === 200 || status === 203 || (status === 304 && task.validators)) {
      return finish(task, url, wire.value);
    }
    const { location = '' } = headers;
    const target = REDIRECTS.has(status) && location !== '' ? URL.parse(location, url.href) : null;
    if (target === null) return fail(statusError(web, url, wire.value));
    target.hash = '';
    if (seen.has(target.href)) return fail({ kind: 'redirects', detail: `loop at ${target.href}` });
    if (seen.size > MAX_REDIRECTS) {
      return fail({ kind: 'redirects', detail: `more than ${MAX_REDIRECTS} redirects` });
    }
    url = target;
  }
}
