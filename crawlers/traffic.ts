// A browser context without a network of its own in; each of its requests answered through the gate, guards and caps.
import type { BrowserContext, Request, Route } from 'playwright-core';
import type { FetchError } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import { fetchOne, type Answer, type MayVisit } from './fetch.ts';
import { sleepReally } from './pace.ts';
import type { Shelf } from './shelf.ts';
import type { SitePolicy, Web } from './web.ts';

export type Visit = {
  policy: SitePolicy;
  cut: AbortSignal;
  /** Asked for each address that a script leads the page to (robots.txt). */
  mayVisit: MayVisit;
};

export type TrafficParts = {
  web: Web;
  shelf: Shelf;
  /** What the document is answered with: it was fetched before. */
  answer: Answer;
  visit: Visit;
  /** For eyes too: style sheets, pictures and fonts are fetched, as many as MOST_FOR_EYES. */
  forEyes: boolean;
};

export type Traffic = {
  /** Requests under way. */
  pending: number;
  changedAt: number;
  /** Every good answer but the document's, under the address that the page asked for. */
  answers: Map<string, Answer>;
  /** Requests that were not made: unwanted, or over the cap. */
  refused: number;
};

/** Each costs a turn of the host, two seconds mostly; an article page shows well with these. */
const MOST_FOR_EYES = 24;
const QUIET_MS = 300;
const POLL_MS = 50;

/** Waits until no request was under way for a moment, `within` milliseconds at most. */
export async function untilQuiet(
  traffic: Traffic,
  within: number,
  cut: AbortSignal,
): Promise<void> {
  const end = performance.now() + within;
  while (performance.now() < end) {
    if (traffic.pending === 0 && performance.now() - traffic.changedAt > QUIET_MS) return;
    await sleepReally(POLL_MS, cut);
  }
}

/** Answers each request of the context from now on. */
export async function answerAll(context: BrowserContext, parts: TrafficParts): Promise<Traffic> {
  const traffic: Traffic = {
    pending: 0,
    changedAt: performance.now(),
    answers: new Map(),
    refused: 0,
  };
  const change = (by: number): void => {
    traffic.pending += by;
    traffic.changedAt = performance.now();
  };
  const answerFor = answering(parts);
  let shown = false;
  await context.routeWebSocket(/.*/, (socket) => void socket.close());
  await context.route('**/*', async (route) => {
    change(1);
    try {
      const request = route.request();
      const document = !shown && request.isNavigationRequest();
      shown ||= document;
      const got = document ? ok(parts.answer) : await answerFor(request);
      if (!got.ok) traffic.refused += 1;
      else if (!document && got.value !== EMPTY_STYLE)
        traffic.answers.set(request.url(), got.value);
      // 'aborted' leaves the page that a script wanted to leave as it is
      await (got.ok ? route.fulfill(fulfilment(got.value)) : route.abort('aborted'));
    } catch {
      await route.abort('aborted').catch(() => {}); // the page is closed already
    } finally {
      change(-1);
    }
  });
  return traffic;
}

const NOT_FOR_US = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'set-cookie',
]);

const fulfilment = ({ status, headers, body }: Answer): Parameters<Route['fulfill']>[0] => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FOR_US.has(name))),
  body: Buffer.from(body),
});

const UNWANTED = new Set(['media', 'ping', 'texttrack', 'manifest', 'websocket']);
const FOR_EYES = new Set(['stylesheet', 'image', 'font']);
/** Counters, advertisers and widgets: nothing of an article comes from them. */
const TRACKER =
  /(?:^|\.)(?:google-analytics|googletagmanager|googlesyndication|doubleclick|googleadservices|adservice\.google|facebook|hotjar|clarity|chartbeat|scorecardresearch|onesignal|criteo|taboola|outbrain|mgid|adnow|histats|statcounter|cloudflareinsights|quantserve|twitter|tiktok|youtube|dable|geniee|izooto|pushengage)\.(?:com|net|io|ms|org|co|id|cc)$/;
const EMPTY_STYLE: Answer = {
  status: 200,
  finalUrl: '',
  headers: { 'content-type': 'text/css' },
  body: new Uint8Array(),
};
const REFUSED: FetchError = {
  kind: 'browser',
  detail: 'not a request that reading an article needs',
};

/** The answer for one request of a page: its scripts and data, what it is drawn with, and the page that a script leads to. */
function answering({ web, shelf, visit, forEyes }: TrafficParts) {
  const { policy, cut, mayVisit } = visit;
  let drawn = 0;
  const wanted = (request: Request, url: URL): boolean => {
    const type = request.resourceType();
    if (request.method() !== 'GET' || UNWANTED.has(type) || TRACKER.test(url.hostname))
      return false;
    if (!FOR_EYES.has(type)) return true;
    drawn += 1;
    return forEyes && drawn <= MOST_FOR_EYES;
  };
  return async (request: Request): Promise<Result<Answer, FetchError>> => {
    const type = request.resourceType();
    const url = URL.parse(request.url());
    if (type === 'stylesheet' && !forEyes) return ok(EMPTY_STYLE);
    if (url === null || !wanted(request, url)) return fail(REFUSED);
    const common = { url: url.href, limits: web.limits.page, signal: cut };
    if (request.isNavigationRequest()) {
      if (request.frame().parentFrame() !== null) return fail(REFUSED); // embedded pages: videos, advertisements
      const refused = await mayVisit(url);
      return refused ? fail(refused) : fetchOne(web, { ...common, policy, html: true, mayVisit });
    }
    // scripts may lie on other public hosts; a site on loopback has none
    const anyHost = { ...policy, owns: (target: URL) => policy.owns(target) || !policy.loopback };
    const get = (): Promise<Result<Answer, FetchError>> =>
      fetchOne(web, { ...common, policy: anyHost });
    return type === 'script' || FOR_EYES.has(type) ? shelf.get(url.href, get) : get();
  };
}
