// The way in: the checks 'address', 'robots' and 'home'.
import { isIP } from 'node:net';
import type { Extracted } from '../../schemas/article.ts';
import type { FetchError } from '../../schemas/page.ts';
import type { Site } from '../../schemas/site.ts';
import { isPublicAddress } from '../address.ts';
import { decodeXml } from '../discover/xml.ts';
import { hostKey } from '../../pipeline/normalise/url.ts';
import type { RobotsRules } from '../robots.ts';
import { readHome, type HomePage } from './home-page.ts';
import { pageOf, sayError, wordOf, type Probe } from './probe.ts';
import { failed, ok, warning, type Check, type TryDeps } from './report.ts';

const SPELLING = 'Look for a slip in the address; open the site in a browser.';

const LOOPBACK = /^(?:127\.|::1$)/;

/** Does the host have an address that may be asked? */
export async function checkAddress(site: Site, { resolve }: TryDeps): Promise<Check> {
  const { hostname } = new URL(site.home);
  const name = 'address';
  if (site.loopback) return ok(name, `${hostname}, on this machine (loopback: true)`);
  if (isIP(hostname) !== 0) {
    return isPublicAddress(hostname)
      ? ok(name, `${hostname}, an address without a name`)
      : failed(
          name,
          `${hostname} is a private address`,
          'Only tests and the demo may ask one: --loopback.',
        );
  }
  try {
    const all = (await resolve(hostname)).map(({ address }) => address);
    const open = all.filter(isPublicAddress);
    if (open.length > 0) return ok(name, `${hostname} is ${open.slice(0, 2).join(', ')}`);
    return failed(
      name,
      `${hostname} leads to ${all.join(', ') || 'no address'}: no public address`,
      all.some((address) => LOOPBACK.test(address))
        ? 'The name points to this machine; only tests and the demo may ask it: --loopback.'
        : 'The name points into a private network, so nothing is asked. Ask the publisher.',
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed(name, `the DNS does not know ${hostname} (${reason})`, SPELLING);
  }
}

/** May the site be read, and how fast? The rules are null where nothing may be asked. */
export async function checkRobots(
  { site, policy }: Probe,
  { crawler, signal }: TryDeps,
): Promise<{ check: Check; rules: RobotsRules | null }> {
  const name = 'robots';
  const home = new URL(site.home);
  const got = await crawler.robots(home, policy, signal);
  if (!got.ok) {
    const reason = `${home.origin}/robots.txt cannot be read (${sayError(got.error)}), so nothing may be asked`;
    const plain = home.protocol === 'https:' && /^(?:connect|tls|reset)$/.test(got.error.kind);
    const next = plain ? `If it has no https: site try http://${home.host}/` : 'Try again later.';
    return { check: failed(name, reason, `${next} ${SPELLING}`), rules: null };
  }
  const rules = got.value;
  if (!rules.allows(home.href) && !rules.allows(`${home.origin}/2024/01/judul-berita`)) {
    const next = 'Ask the publisher to allow Pantau; its rules are not gone round.';
    return { check: failed(name, 'robots.txt forbids Pantau every address', next), rules: null };
  }
  const { crawlDelay } = rules;
  const pace =
    crawlDelay === null
      ? `no delay asked for, ${site.delay} s kept`
      : `asks for ${crawlDelay} s between requests`;
  if ((crawlDelay ?? 0) > 30) {
    const next = 'Give the entry a long interval; the delay is kept in any case.';
    return { check: warning(name, `may be read, but ${pace}`, next), rules };
  }
  return { check: ok(name, `may be read; ${pace}`), rules };
}

export type Home = {
  check: Check;
  /** Null where it cannot be read. */
  home: HomePage | null;
  /** The kind of page that the home page reads as, or why it could not be fetched. */
  outcome: string;
};

/** Where the home page leads, and whether it is a newspaper's. */
export async function checkHome(probe: Probe, deps: TryDeps): Promise<Home> {
  const { site } = probe;
  const hops: URL[] = [];
  const onHop = (url: URL): void => void hops.push(url);
  const { limits } = deps.crawler.web;
  const got = await probe.get(site.home, { limits: limits.page, html: true, onHop });
  if (!got.ok) {
    const check = homeFailed(probe, got.error, hops.at(-1));
    return { check, home: null, outcome: wordOf(got.error) };
  }
  const { body, headers, finalUrl } = got.value;
  const home = readHome(decodeXml(body, headers['content-type']), finalUrl);
  const page = pageOf(site, site.home, got.value, deps);
  const { kind, detail } = deps.read(
    page,
    { title: null, published: null, foundBy: 'listing' },
    site,
  );
  if (kind !== 'blocked')
    return { check: judgeHome(site, home, kind, detail), home, outcome: kind };
  const next = 'Walls are not gone round; the checks below tell whether articles are open.';
  return {
    check: warning('home', `the home page is a wall: ${detail}`, next),
    home,
    outcome: kind,
  };
}

function homeFailed({ site, policy }: Probe, error: FetchError, led: URL | undefined): Check {
  const name = 'home';
  if (error.kind === 'foreign-host' && led !== undefined && !policy.owns(led)) {
    return failed(
      name,
      `${site.home} leads to another host: ${led.href}`,
      `If the newspaper has moved: site try ${led.origin}/ (in an entry: correct home, keep the old host under hosts).`,
    );
  }
  const next =
    error.status === 403 || error.status === 401
      ? 'The server refuses readers like Pantau. Ask the publisher to let its User-Agent pass; feeds may still be open.'
      : SPELLING;
  return warning(name, `${site.home} cannot be read: ${sayError(error)}`, next);
}

function judgeHome(site: Site, page: HomePage, kind: Extracted['kind'], detail: string): Check {
  const name = 'home';
  if (kind === 'hijacked') {
    return failed(
      name,
      `the page advertises gambling (${detail}): the site seems hijacked`,
      'Look at it in a browser; do not add it as it is.',
    );
  }
  if (kind === 'parked') {
    return failed(
      name,
      `the domain is parked or for sale (${detail})`,
      'Search for the new address of the newspaper.',
    );
  }
  if (page.url !== site.home && hostKey(new URL(page.url)) === hostKey(new URL(site.home))) {
    const [asked, got] = [new URL(site.home), new URL(page.url)];
    const other = got.origin === asked.origin ? page.url : `${got.origin}/`;
    if (got.origin !== asked.origin) {
      return warning(
        name,
        `${site.home} leads to ${page.url}`,
        `Write home: ${other} (one redirect less for each address).`,
      );
    }
    return ok(name, `answers, after a redirect to ${page.url}`);
  }
  if (kind === 'shell') return ok(name, 'answers, but is empty without JavaScript');
  return ok(name, page.name === '' ? 'answers' : `answers as ${page.name}`);
}
