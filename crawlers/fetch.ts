// An address → the answer of its server, through the gate, the guards and the caps. The only HTTP of the crawlers.
import type { FetchError } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import { isRefusedLiteral } from './address.ts';
import { inflate, type Bytes } from './inflate.ts';
import type { Validators } from './ports.ts';
import { retryAfter } from './retry.ts';
import { exchange, type Limits, type WireAnswer } from './transport.ts';
import type { SitePolicy, Web } from './web.ts';

const MAX_REDIRECTS = 5;

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
  /** Keep what fits into the caps and ask for it uncompressed (robots.txt), instead of too-large. */
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
  if (
    task.html === true &&
    status !== 304 &&
    headers['content-type'] === undefined &&
    body.value[0] !== 0x3c
  ) {
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
