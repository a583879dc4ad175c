// Every address that the application has, in a real Chromium without the protection of a policy, over an archive in which
// all that others wrote is hostile: nothing of it is alive on a page, in a picture, a feed or a spreadsheet.
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FORMATS } from '../../dashboards/export/formats.ts';
import { PARAMETERS } from '../../dashboards/web/view.ts';
import { dossierOf } from '../../oversight/evidence/dossier.ts';
import { reportOf } from '../../oversight/evidence/report.ts';
import { writeMail } from '../../oversight/channels/mail.ts';
import { writeTelegram } from '../../oversight/channels/telegram.ts';
import { AT, extracted } from '../archive/make.ts';
import { hostile, letter, voice } from '../oversight/channels/voice.ts';
import { NAMES, rig } from '../oversight/evidence/rig.ts';
import { watch } from '../oversight/make.ts';
import { chromiumFor } from './chromium.ts';
import { CHROMIUM_ARGS } from './faults.ts';
import { EVIL, openHostilePress } from './hostile-press.ts';

const executablePath = await chromiumFor(import.meta.url);

const LONG = 300_000;

/** Of files, beside those of views. */
const MORE = ['tema', 'lebar', 'unduh', 'format', 'id', 'query', 'cursor'];

const everyParameter = [...PARAMETERS, ...MORE].map((name): [string, string] => [name, EVIL]);

/** Nothing asked, the hostile text searched for, and in each parameter; of the API, which refuses those, in all formats. */
function queriesFor(path: string): string[] {
  const searches = path.endsWith('/export')
    ? FORMATS.flatMap((format): Record<string, string>[] => [{ format }, { query: EVIL, format }])
    : [
        path.startsWith('/api/')
          ? { query: EVIL }
          : { q: `${EVIL}\u0001`, bahasa: 'en', unduh: '1' },
      ];
  return ['', ...searches, everyParameter].map((query) => new URLSearchParams(query).toString());
}

const strings = (value: unknown): string[] => z.array(z.string()).parse(value);

/** Runs in the browser: what of the hostile text became part of a page or a picture. */
const ALIVE = `(document) => [
  ...document.querySelectorAll('x-jahat, [x-jahat], script, parsererror, iframe, object, embed, base'),
  ...[...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name, value }) =>
    name.startsWith('on') || (/(^|:)(href|src|action|formaction)$/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value)))),
].map((one) => one.outerHTML.slice(0, 200))`;

/** Runs in a page: what a reader of feeds would make of the one that it is given. */
const ALIVE_IN_FEED = `(xml) => {
  const feed = new DOMParser().parseFromString(xml, 'text/xml');
  const isAlive = ({ textContent }) =>
    new DOMParser().parseFromString(textContent, 'text/html').querySelector('x-jahat, img, script') !== null;
  return [
    ...feed.querySelectorAll('parsererror, [type="html"], [type="xhtml"]'),
    ...[...feed.querySelectorAll('rss title, rss description')].filter(isAlive),
  ].map(({ outerHTML }) => outerHTML.slice(0, 200));
}`;

/** Cells that a spreadsheet would run; numbers may be negative. */
const formulas = (csv: string): string[] =>
  csv
    .replace('\uFEFF', '')
    .split(/;|\r\n/)
    .map((cell) => cell.replace(/^"/, ''))
    .filter((cell) => /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell) && !/^-\d/.test(cell));

/** '/artikel/:id{[0-9a-f]{16}}' → the paths that it answers. */
const patternOf = (route: string): RegExp => {
  const path = route.replaceAll(
    /\/:\w+(?:\{((?:[^{}]|\{[\d,]*\})*)\})?/g,
    (_whole, shape: string | undefined) => `/(?:${shape ?? '[^/]+'})`,
  );
  return new RegExp(`^${path}$`);
};

type Press = Awaited<ReturnType<typeof openHostilePress>>;
type Scan = { faults: string[]; seen: string[] };

/** Asks each address that needs no value, then all that these lead to, each with each query. */
async function scanAll(context: BrowserContext, press: Press, routes: string[]): Promise<Scan> {
  const faults: string[] = [];
  const seen = new Set([
    ...routes.filter((path) => !path.includes(':')),
    `/api/v1/articles/${press.article}`,
  ]);
  const tab = await context.newPage();
  tab.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a dialog')));
  tab.on('request', (asked) => {
    const { origin, pathname } = new URL(asked.url());
    if (origin !== press.address || pathname === '/bocor') faults.push(`asked ${asked.url()}`);
  });
  for (const path of seen) {
    for (const query of queriesFor(path)) {
      const at = `${press.address}${path}?${query}`;
      const found = await lookAt(tab, at);
      faults.push(...found.alive.map((what) => `${path}?${query.slice(0, 20)}…: ${what}`));
      for (const href of found.leadsTo) {
        const to = new URL(href, at);
        if (to.origin === press.address) seen.add(decodeURIComponent(to.pathname));
      }
    }
  }
  return { faults, seen: [...seen] };
}

type Found = { alive: string[]; leadsTo: string[] };

async function lookAt(tab: Page, at: string): Promise<Found> {
  const answer = await tab.context().request.get(at, { maxRedirects: 0 });
  const type = answer.headers()['content-type'] ?? '';
  const alive = answer.status() >= 500 ? [`answered ${answer.status()}`] : [];
  if (!type.includes('svg') && answer.headers()['x-content-type-options'] !== 'nosniff')
    alive.push('without nosniff');
  if (/rss|atom/.test(type))
    alive.push(
      ...strings(await tab.evaluate(`(${ALIVE_IN_FEED})(${JSON.stringify(await answer.text())})`)),
    );
  if (type.startsWith('text/csv')) alive.push(...formulas(await answer.text()));
  if (type.includes('svg')) {
    const picture = `new DOMParser().parseFromString(${JSON.stringify(await answer.text())}, 'image/svg+xml')`;
    alive.push(...strings(await tab.evaluate(`(${ALIVE})(${picture})`)));
  }
  if (!type.startsWith('text/html')) return { alive, leadsTo: [] };
  const policy = answer.headers()['content-security-policy'] ?? '';
  if (!policy.includes("default-src 'none'") || /script-src[^;]*unsafe/.test(policy))
    alive.push(`its policy is '${policy}'`);
  await tab.goto(at);
  alive.push(...strings(await tab.evaluate(`(${ALIVE})(document)`)));
  const leadsTo = `[...document.querySelectorAll('[href], [src], [srcset]')].map((one) =>
    one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('srcset'))`;
  return { alive, leadsTo: strings(await tab.evaluate(leadsTo)) };
}

describe.skipIf(executablePath === null)('hostile words', { timeout: LONG }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_ARGS });
  });
  afterAll(async () => {
    await browser.close();
  });

  test('are words on every page, in every picture and every file', async () => {
    const press = await openHostilePress();
    const context = await browser.newContext({ bypassCSP: true });
    await context.addCookies(
      [...press.cookies].map(([name, value]) => ({ name, value, url: press.address })),
    );
    const routes = [
      ...new Set(
        press.app.routes
          .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
          .map(({ path }) => path),
      ),
    ];
    const scan = await scanAll(context, press, routes);
    await context.close();
    await press.close();
    expect(scan.faults).toEqual([]);
    // A page that nothing leads to would never be looked at.
    const unseen = routes.filter((path) => !scan.seen.some((at) => patternOf(path).test(at)));
    expect(unseen).toEqual([]);
  });

  test('are words in mails, messages and reports of evidence', async () => {
    const alerts = [hostile(EVIL)];
    const evil = letter({ alerts, watch: watch({ name: EVIL }) });
    const stage = rig();
    const article = stage.save(1, 0, {
      outlet: EVIL,
      extracted: extracted({ title: EVIL, text: EVIL, authors: [EVIL], credit: EVIL }),
    });
    stage.save(1, 1, { extracted: extracted({ title: EVIL, text: `${EVIL} lagi` }) }, EVIL);
    await stage.capture();
    const dossier = await dossierOf(stage.archive, article);
    if (dossier === null) throw new Error('the article has no evidence');
    const about = { title: EVIL, dossiers: [dossier], names: NAMES, created: AT, software: EVIL };
    const documents = [
      (await writeMail(evil, voice)).html,
      (await writeMail({ ...evil, alerts: [...alerts, ...alerts] }, voice)).html,
      writeTelegram(evil, voice),
      reportOf({ ...about, key: stage.key.fingerprint }),
    ];
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    tab.on('dialog', (dialog) => void dialog.dismiss().then(() => asked.push('a dialog')));
    for (const document of documents) {
      expect(document).toContain('x-jahat');
      await tab.setContent(document);
      expect(await tab.evaluate(`(${ALIVE})(document)`)).toEqual([]);
    }
    expect(asked).toEqual([]);
    await tab.close();
  });
});
