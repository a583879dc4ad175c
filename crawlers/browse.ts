// A fetched page that needs JavaScript → the page as Chromium shows it. Chromium has no way to the network of its own:
// each of its requests is answered here, through the same gate, guards and caps as every other fetch.
import { userInfo } from 'node:os';
import type { Browser as Chromium, BrowserContext, Page, Route } from 'playwright-core';
import type { FetchError } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import { fetchOne, type Answer, type MayVisit } from './fetch.ts';
import type { SitePolicy, Web } from './web.ts';
import { createPlaces, sleepReally } from './pace.ts';
import { createShelf, type Shelf } from './shelf.ts';

export type Visit = {
  policy: SitePolicy;
  cut: AbortSignal;
  /** Asked for each address that a script leads the page to (robots.txt). */
  mayVisit: MayVisit;
};

/** Shows a fetched HTML page and gives it back as it stands once it is quiet; kind 'browser' where that fails. */
export type Render = (answer: Answer, visit: Visit) => Promise<Result<Answer, FetchError>>;

export type Browser = { render: Render; close: () => Promise<void> };

export type BrowserParts = {
  web: Web;
  /** Path of the Chromium. */
  executable: string;
  /** Longest wait for a page to become quiet. */
  quietWithinMs?: number | undefined;
};

const PAGES_AT_ONCE = 2;
/** A Chromium is closed and a new one started after this many pages: its memory only grows. */
const PAGES_PER_BROWSER = 100;
const QUIET_MS = 300;
const QUIET_WITHIN_MS = 60_000;
const POLL_MS = 50;

/** No sandbox for root, where Chromium refuses it. A dead proxy: what is not answered here goes nowhere. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
];

/** Opens nothing before the first page. */
export function openBrowser(parts: BrowserParts): Browser {
  const places = createPlaces(PAGES_AT_ONCE);
  const shelf = createShelf(parts.web.now);
  let running: { chromium: Promise<Chromium>; pages: number; open: number } | null = null;

  const start = async (): Promise<Chromium> => {
    const { chromium } = await import('playwright-core');
    const launch = (chromiumSandbox: boolean): Promise<Chromium> =>
      chromium.launch({
        executablePath: parts.executable,
        args: FLAGS,
        chromiumSandbox,
        // Playwright would end the browser under the page that the round still finishes.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
    // a container may forbid the sandbox to others than root too
    return userInfo().uid === 0 ? launch(false) : launch(true).catch(() => launch(false));
  };

  const render: Render = async (answer, visit) => {
    await places.take();
    const current = (running ??= { chromium: start(), pages: 0, open: 0 });
    current.pages += 1;
    current.open += 1;
    if (current.pages >= PAGES_PER_BROWSER) running = null;
    try {
      return await show(parts, shelf, await current.chromium, { answer, visit });
    } catch (error) {
      visit.cut.throwIfAborted();
      if (running === current) running = null; // it would not start, or died: the next page gets a new one
      return fail({ kind: 'browser', detail: firstLine(error) });
    } finally {
      places.giveBack();
      current.open -= 1;
      if (running !== current && current.open === 0) void closeQuietly(current.chromium);
    }
  };
  return {
    render,
    close: async () => {
      await closeQuietly(running?.chromium);
    },
  };
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

const closeQuietly = (browser: Promise<Chromium> | undefined): Promise<void> | undefined =>
  browser?.then((chromium) => chromium.close()).catch(() => {});

type Task = { answer: Answer; visit: Visit };

async function show(
  parts: BrowserParts,
  shelf: Shelf,
  chromium: Chromium,
  task: Task,
): Promise<Result<Answer, FetchError>> {
  const { cut } = task.visit;
  const context = await chromium.newContext({
    userAgent: parts.web.userAgent,
    locale: 'id-ID',
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
  const close = (): void => void context.close().catch(() => {});
  cut.addEventListener('abort', close, { once: true });
  try {
    const traffic = await answerAll(parts, shelf, context, task);
    const page = await context.newPage();
    await page.goto(task.answer.finalUrl, { waitUntil: 'domcontentloaded' });
    await untilQuiet(traffic, parts.quietWithinMs ?? QUIET_WITHIN_MS, cut);
    return await contentOf(page, task.answer, parts.web.limits.page.inflated);
  } finally {
    cut.removeEventListener('abort', close);
    await context.close();
  }
}

async function contentOf(
  page: Page,
  answer: Answer,
  cap: number,
): Promise<Result<Answer, FetchError>> {
  const body = new TextEncoder().encode(await page.content());
  if (body.length > cap)
    return fail({ kind: 'inflated-too-large', detail: `${body.length} bytes shown` });
  const headers = { ...answer.headers, 'content-type': 'text/html; charset=utf-8' };
  return ok({ ...answer, finalUrl: page.url(), headers, body });
}

type Traffic = { pending: number; changedAt: number };

async function untilQuiet(traffic: Traffic, within: number, cut: AbortSignal): Promise<void> {
  const end = performance.now() + within;
  while (performance.now() < end) {
    if (traffic.pending === 0 && performance.now() - traffic.changedAt > QUIET_MS) return;
    await sleepReally(POLL_MS, cut);
  }
}

/** Answers each request of the context; what this returns tells how many are under way. */
async function answerAll(
  parts: BrowserParts,
  shelf: Shelf,
  context: BrowserContext,
  task: Task,
): Promise<Traffic> {
  const traffic = { pending: 0, changedAt: performance.now() };
  const change = (by: number): void => {
    traffic.pending += by;
    traffic.changedAt = performance.now();
  };
  let shown = false;
  await context.routeWebSocket(/.*/, (socket) => void socket.close());
  await context.route('**/*', async (route) => {
    change(1);
    try {
      const document = !shown && route.request().isNavigationRequest();
      shown ||= document;
      const got = document ? ok(task.answer) : await answerFor(parts.web, shelf, route, task.visit);
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

const UNWANTED = new Set(['image', 'media', 'font', 'ping', 'texttrack', 'manifest', 'websocket']);
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

/** The answer for one request of a page: its scripts and data, and the page that a script leads to. */
async function answerFor(
  web: Web,
  shelf: Shelf,
  route: Route,
  visit: Visit,
): Promise<Result<Answer, FetchError>> {
  const request = route.request();
  const type = request.resourceType();
  const url = URL.parse(request.url());
  if (type === 'stylesheet') return ok(EMPTY_STYLE);
  if (
    url === null ||
    request.method() !== 'GET' ||
    UNWANTED.has(type) ||
    TRACKER.test(url.hostname)
  ) {
    return fail(REFUSED);
  }
  const { policy, cut, mayVisit } = visit;
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
  return type === 'script' ? shelf.get(url.href, get) : get();
}
