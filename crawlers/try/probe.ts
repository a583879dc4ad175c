// Single polite questions to a site under trial: through robots.txt, the gate and the guards; counted.
import { fetchReason, type FetchError, type Page } from '../../schemas/page.ts';
import { fail, type Result } from '../../schemas/result.ts';
import type { Site } from '../../schemas/site.ts';
import { fetchOne, type Answer } from '../fetch.ts';
import { hostKey } from '../../pipeline/normalise/url.ts';
import { askRobots, FORBIDDEN } from '../robots.ts';
import type { Limits } from '../transport.ts';
import { policyOf, type SitePolicy } from '../web.ts';
import type { TryDeps } from './report.ts';

/** A server that refuses or stays silent so often one after the other is asked no more. */
const MAX_REFUSALS = 3;
const PATIENCE_MS = 60_000;
const REFUSALS = new Set([401, 403, 429]);
const SILENT = new Set(['timeout', 'reset', 'connect', 'dns', 'tls']);

export type Ask = {
  limits: Limits;
  html?: boolean;
  /** A further public host that may be asked: a feed may lie with a feed service. */
  elsewhere?: boolean;
  /** Told of each address that the request comes to, before the guards judge it. */
  onHop?: (url: URL) => void;
};

export type Probe = {
  site: Site;
  policy: SitePolicy;
  get: (url: string, ask: Ask) => Promise<Result<Answer, FetchError>>;
  /** Why nothing more is asked; null while the server answers. */
  refusal: () => string | null;
  counts: { requests: number; bytes: number };
};

/** Bytes over the wire where the server says so, else those of the body. */
export const sizeOf = ({ headers, body }: Answer): number =>
  Number(headers['content-length']) || body.length;

export function createProbe(site: Site, { crawler, signal, onStep }: TryDeps): Probe {
  const { web, robots } = crawler;
  const policy = policyOf(site);
  const counts = { requests: 0, bytes: 0 };
  let refusals = 0;
  let last = '';

  const judge = (result: Result<Answer, FetchError>): void => {
    if (result.ok) {
      counts.bytes += sizeOf(result.value);
      refusals = 0;
      return;
    }
    const { kind, status = 0 } = result.error;
    const refused = SILENT.has(kind) || REFUSALS.has(status) || status >= 500;
    refusals = refused ? refusals + 1 : 0;
    last = fetchReason(result.error);
  };
  const refusal = (): string | null =>
    refusals < MAX_REFUSALS ? null : `${MAX_REFUSALS} times in a row ${last}`;

  return {
    site,
    policy,
    counts,
    refusal,
    get: async (url, { limits, html = false, elsewhere = false, onHop }) => {
      const target = new URL(url);
      const tired = refusal();
      if (tired !== null) return fail({ kind: 'status', detail: `not asked after ${tired}` });
      if (web.gate.heldUntil(target) - web.now() > PATIENCE_MS) {
        const until = new Date(web.gate.heldUntil(target)).toISOString();
        return fail({ kind: 'status', status: 429, detail: `asks to wait until ${until}` });
      }
      const other = elsewhere && !policy.loopback ? hostKey(target) : null;
      const owns = (hop: URL): boolean => policy.owns(hop) || hostKey(hop) === other;
      const mayVisit = askRobots(robots, { ...policy, owns }, signal);
      onStep(url);
      const refused = await mayVisit(target);
      if (refused !== null) return fail(refused);
      counts.requests += 1;
      const told = {
        ...policy,
        owns: (hop: URL): boolean => {
          onHop?.(hop);
          return owns(hop);
        },
      };
      const result = await fetchOne(web, { url, policy: told, limits, signal, html, mayVisit });
      judge(result);
      return result;
    },
  };
}

/** The word for an error in a list. */
export const wordOf = (error: FetchError): string =>
  error === FORBIDDEN ? 'robots' : fetchReason(error);

/** The error for a sentence: 'HTTP 403', 'timeout: no headers within 20 s'. */
export function sayError(error: FetchError): string {
  if (error === FORBIDDEN) return 'robots.txt forbids it';
  return error.kind === 'status' ? error.detail : `${error.kind}: ${error.detail}`;
}

/** An answer as the archive would keep it. */
export const pageOf = (
  site: Site,
  url: string,
  { finalUrl, status, headers, body }: Answer,
  { crawler }: TryDeps,
): Page => ({
  id: 0,
  site: site.id,
  url,
  finalUrl,
  fetchedAt: new Date(crawler.web.now()).toISOString(),
  status,
  headers,
  body,
  via: 'http',
});
