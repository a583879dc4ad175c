// A fetched page that needs JavaScript → the page as Chromium shows it; any fetched page → how it looks. Chromium has no
// way to the network of its own: its requests are answered in traffic.ts.
import { userInfo } from 'node:os';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import type { FetchError } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import { residentBytes } from './browser-memory.ts';
import type { Answer } from './fetch.ts';
import { createPlaces } from './pace.ts';
import { createShelf } from './shelf.ts';
import { answerAll, untilQuiet, type Traffic, type Visit } from './traffic.ts';
import type { Web } from './web.ts';

/** Shows a fetched HTML page and gives it back as it stands once it is quiet; kind 'browser' where that fails. */
export type Render = (answer: Answer, visit: Visit) => Promise<Result<Answer, FetchError>>;

/** How a page looks, and what it was drawn with. */
export type Look = {
  finalUrl: string;
  /** The document as it stands, UTF-8. */
  html: Uint8Array;
  /** JPEG of the page, 1280 px wide, from its top. */
  picture: Uint8Array;
  /** The picture ends before the page does. */
  cut: boolean;
  /** Style sheets, pictures, scripts: what was fetched for it, by the address that was asked for. */
  resources: Map<string, Answer>;
  /** Requests of the page that were not made: advertisers, media, more than the cap. */
  refused: number;
};

export type Browser = {
  render: Render;
  /** Draws a fetched HTML page, with style sheets and pictures; the document itself is not asked for again. */
  look: (answer: Answer, visit: Visit) => Promise<Result<Look, FetchError>>;
  /** Chromium processes begun so far. */
  starts: () => number;
  close: () => Promise<void>;
};

export type BrowserParts = {
  web: Web;
  /** Path of the Chromium. */
  executable: string;
  /** Longest wait for a page to become quiet. */
  quietWithinMs?: number | undefined;
  /** Memory of a Chromium after which the next page gets a new one. */
  mostBytes?: number | undefined;
};

const PAGES_AT_ONCE = 2;
/** A Chromium is closed and a new one started after this many pages: its memory only grows. */
const PAGES_PER_BROWSER = 100;
/** So is one that holds more than this; looked at after each page, where the system tells. */
const MOST_BYTES = 1_500_000_000;
const QUIET_WITHIN_MS = 60_000;
const VIEWPORT = { width: 1280, height: 1600 };
/** Pixels: an article ends before it, what comes after are lists of others. */
const TALLEST = 8000;
const JPEG_QUALITY = 72;

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

type Running = { chromium: Promise<Chromium>; pages: number; open: number };

/** Opens nothing before the first page. */
export function openBrowser(parts: BrowserParts): Browser {
  const chromiums = createChromiums(parts.executable, parts.mostBytes ?? MOST_BYTES);
  const shelf = createShelf(parts.web.now);
  const quietWithin = parts.quietWithinMs ?? QUIET_WITHIN_MS;

  const show = <T>(
    { answer, visit, forEyes }: { answer: Answer; visit: Visit; forEyes: boolean },
    use: (page: Page, traffic: Traffic) => Promise<Result<T, FetchError>>,
  ): Promise<Result<T, FetchError>> =>
    chromiums.run(visit.cut, (chromium) =>
      inContext(chromium, parts.web.userAgent, visit.cut, async (context) => {
        const traffic = await answerAll(context, {
          web: parts.web,
          shelf,
          answer,
          visit,
          forEyes,
        });
        const page = await context.newPage();
        await page.goto(answer.finalUrl, { waitUntil: 'domcontentloaded', timeout: quietWithin });
        await untilQuiet(traffic, quietWithin, visit.cut);
        return use(page, traffic);
      }),
    );
  const cap = parts.web.limits.page.inflated;
  return {
    render: (answer, visit) =>
      show({ answer, visit, forEyes: false }, (page) => contentOf(page, answer, cap)),
    look: (answer, visit) =>
      show({ answer, visit, forEyes: true }, (page, traffic) => lookOf(page, traffic, cap)),
    starts: chromiums.starts,
    close: chromiums.close,
  };
}

type Chromiums = {
  /** Runs `work` in a running Chromium; kind 'browser' where it throws. Rejects where `cut` aborts. */
  run: <T>(
    cut: AbortSignal,
    work: (chromium: Chromium) => Promise<Result<T, FetchError>>,
  ) => Promise<Result<T, FetchError>>;
  starts: () => number;
  close: () => Promise<void>;
};

function createChromiums(executable: string, mostBytes: number): Chromiums {
  const places = createPlaces(PAGES_AT_ONCE);
  let running: Running | null = null;
  let starts = 0;
  const begin = (): Running => {
    starts += 1;
    return { chromium: start(executable), pages: 0, open: 0 };
  };
  const retire = (current: Running): void => {
    if (running === current) running = null;
  };
  return {
    run: async (cut, work) => {
      await places.take();
      const current = (running ??= begin());
      current.pages += 1;
      current.open += 1;
      if (current.pages >= PAGES_PER_BROWSER) running = null;
      try {
        const chromium = await unlessCut(current.chromium, cut);
        const done = await unlessCut(work(chromium), cut);
        const bytes = running === current ? await residentBytes(chromium) : null;
        if (bytes !== null && bytes > mostBytes) retire(current);
        return done;
      } catch (error) {
        cut.throwIfAborted();
        retire(current); // it would not start, or died: the next page gets a new one
        return fail({ kind: 'browser', detail: firstLine(error) });
      } finally {
        places.giveBack();
        current.open -= 1;
        if (running !== current && current.open === 0) void closeQuietly(current.chromium);
      }
    },
    starts: () => starts,
    close: async () => {
      await closeQuietly(running?.chromium);
    },
  };
}

/** Rejects as soon as `cut` aborts: a Chromium on a busy machine takes seconds to give up a page, which it does alone. */
async function unlessCut<T>(work: Promise<T>, cut: AbortSignal): Promise<T> {
  cut.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(cut.reason as Error);
  cut.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    cut.removeEventListener('abort', onAbort);
  }
}

async function start(executablePath: string): Promise<Chromium> {
  const { chromium } = await import('playwright-core');
  const launch = (chromiumSandbox: boolean): Promise<Chromium> =>
    chromium.launch({
      executablePath,
      args: FLAGS,
      chromiumSandbox,
      // Playwright would end the browser under the page that the round still finishes.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // a container may forbid the sandbox to others than root too
  return userInfo().uid === 0 ? launch(false) : launch(true).catch(() => launch(false));
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

const closeQuietly = (browser: Promise<Chromium> | undefined): Promise<void> | undefined =>
  browser?.then((chromium) => chromium.close()).catch(() => {});

async function inContext<T>(
  chromium: Chromium,
  userAgent: string,
  cut: AbortSignal,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await chromium.newContext({
    userAgent,
    viewport: VIEWPORT,
    locale: 'id-ID',
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
  const close = (): void => void context.close().catch(() => {});
  cut.addEventListener('abort', close, { once: true });
  try {
    return await work(context);
  } finally {
    cut.removeEventListener('abort', close);
    await context.close();
  }
}

async function htmlOf(page: Page, cap: number): Promise<Result<Uint8Array, FetchError>> {
  const html = new TextEncoder().encode(await page.content());
  if (html.length <= cap) return ok(html);
  return fail({ kind: 'inflated-too-large', detail: `${html.length} bytes shown` });
}

async function contentOf(
  page: Page,
  answer: Answer,
  cap: number,
): Promise<Result<Answer, FetchError>> {
  const html = await htmlOf(page, cap);
  if (!html.ok) return html;
  const headers = { ...answer.headers, 'content-type': 'text/html; charset=utf-8' };
  // TextEncoder makes a buffer of its own
  const body = html.value as Answer['body'];
  return ok({ ...answer, finalUrl: page.url(), headers, body });
}

async function lookOf(
  page: Page,
  traffic: Traffic,
  cap: number,
): Promise<Result<Look, FetchError>> {
  const html = await htmlOf(page, cap);
  if (!html.ok) return html;
  const tall = await page.evaluate('document.documentElement.scrollHeight');
  const height = Math.min(Math.max(Number(tall) || VIEWPORT.height, 1), TALLEST);
  const picture = await page.screenshot({
    type: 'jpeg',
    quality: JPEG_QUALITY,
    fullPage: true,
    clip: { x: 0, y: 0, width: VIEWPORT.width, height },
    animations: 'disabled',
  });
  return ok({
    finalUrl: page.url(),
    html: html.value,
    picture,
    cut: Number(tall) > TALLEST,
    resources: traffic.answers,
    refused: traffic.refused,
  });
}
