// An entry, or the draft for an address → every check made in turn, and what the entry should say.
import type { Site } from '../../schemas/site.ts';
import { zoneMinutes } from '../discover/dates.ts';
import { hostKey } from '../../pipeline/normalise/url.ts';
import { boundsOf } from '../plan.ts';
import type { RobotsRules } from '../robots.ts';
import { judgeClock } from './clock.ts';
import { intervalFor, judgeCost } from './cost.ts';
import { checkAddress, checkHome, checkRobots, type Home } from './entrance.ts';
import { isDraft } from './draft.ts';
import { judgeOutlet } from './outlet.ts';
import { guessPreset } from './preset.ts';
import { createProbe, type Probe } from './probe.ts';
import {
  CHECKS,
  type Check,
  type Findings,
  type OutletGuess,
  type Sample,
  type TryDeps,
  type TryReport,
} from './report.ts';
import { isEmptyShell, pickSamples, readSample, readSamples } from './samples.ts';
import { judgeWays } from './judge-ways.ts';
import { judgeJavaScript, judgeParts, judgeSamples, judgeWall } from './judge-samples.ts';
import { ratePerDay, type Way } from './way.ts';
import { bestFirst, tryWays, type Ways } from './ways.ts';

const SAMPLES = 10;
/** Samples of a site that asks for long pauses: as many as fit into this many seconds, at least three. */
const SAMPLE_SECONDS = 100;
const FEWEST = 3;
type Trial = {
  site: Site;
  probe: Probe;
  deps: TryDeps;
  checks: Check[];
  samples: Sample[];
  findings: Findings;
};

/**
 * Tries a source: twenty to forty requests at its own pace. Never rejects for what the site does; rejects when
 * the signal aborts or the ledger of the gate fails.
 */
export async function trySite(site: Site, deps: TryDeps): Promise<TryReport> {
  const began = deps.crawler.web.now();
  const probe = createProbe(site, deps);
  const findings = findingsOf(site);
  const trial: Trial = { site, probe, deps, checks: [], samples: [], findings };
  await run(trial);
  const made = new Set(trial.checks.map(({ name }) => name));
  return {
    site,
    usable: trial.checks.every(({ status }) => status !== 'failed'),
    checks: trial.checks,
    notRun: CHECKS.filter((name) => !made.has(name)),
    samples: trial.samples,
    findings: trial.findings,
    ...probe.counts,
    took: (deps.crawler.web.now() - began) / 1000,
  };
}

const findingsOf = ({
  name,
  home,
  region,
  network,
  discover,
  browser,
  delay,
  interval,
  extract,
}: Site): Findings => ({
  name,
  home,
  region,
  network: network ?? null,
  discover,
  preset: extract.at(-1)?.preset ?? null,
  browser,
  delay,
  interval: boundsOf({ interval }).min,
  perDay: null,
});

function add({ checks, deps }: Trial, ...made: Check[]): void {
  for (const check of made) {
    checks.push(check);
    deps.onCheck(check);
  }
}

async function run(trial: Trial): Promise<void> {
  const { site, probe, deps, findings } = trial;
  const address = await checkAddress(site, deps);
  add(trial, address);
  if (address.status === 'failed') return;
  const { check, rules } = await checkRobots(probe, deps);
  add(trial, check);
  if (rules === null) return;
  const home = await checkHome(probe, deps);
  add(trial, home.check);
  if (home.check.status === 'failed') return;
  if (home.home !== null) findings.home = homeOf(site, home.home.url);
  const guess = guessOf(trial, home);
  add(trial, judgeOutlet(site, guess, deps.regionName));
  if (isDraft(site)) adopt(trial, home, guess);
  const zone = zoneMinutes(findings.region);
  const ways = await tryWays(probe, { home: home.home, rules, zone }, deps);
  add(trial, ...judgeWays(ways, home.outcome === 'shell', deps.crawler.web.now()));
  await look(trial, { ways, home, rules });
}

/** What a draft takes from the home page and from what is known of the outlet. */
function adopt({ site, findings }: Trial, { home }: Home, guess: OutletGuess): void {
  findings.name = guess.name ?? (home?.name || site.name);
  findings.region = guess.region;
  findings.network = guess.network;
}

/** The site's home where its own redirect leads to another scheme or to www. */
const homeOf = ({ home }: Site, led: string): string =>
  new URL(led).origin === new URL(home).origin ? home : `${new URL(led).origin}/`;

type Found = { ways: Ways; home: Home; rules: RobotsRules };

/** The samples and what they, the ways and the home page tell. */
async function look(trial: Trial, { ways, home, rules }: Found): Promise<void> {
  const { site, probe, deps, findings } = trial;
  const best = bestFirst(ways);
  const delay = Math.max(site.delay, rules.crawlDelay ?? 0);
  const { shown } = await sample(trial, best, delay);
  add(
    trial,
    judgeSamples(trial.samples, probe.refusal()),
    judgeJavaScript(trial.samples, { chromium: deps.crawler.browser !== null, shown }),
    judgeParts(trial.samples),
    judgeWall(trial.samples, home.outcome),
  );
  if (isDraft(site)) findings.discover = best.map(({ discovery }) => discovery);
  findings.delay = site.loopback ? site.delay : delay;
  findings.perDay = ratePerDay(best[0]?.found ?? []);
  const { min, max } = boundsOf(site);
  findings.interval = Math.min(Math.max(intervalFor(findings.perDay, best), min), max);
  const { perDay, interval, region } = findings;
  add(
    trial,
    judgeClock(ways.wordpress.offsets, trial.samples, region),
    judgeCost({ ways: best, samples: trial.samples, perDay, interval, delay }),
  );
}

const guessOf = ({ site, deps }: Trial, { home }: Home): OutletGuess =>
  deps.guessOutlet({
    host: hostKey(new URL(site.home)),
    name: home?.name ?? '',
    text: home?.text ?? '',
  });

/** Fetches the samples; in Chromium where they are empty without. Then finds the preset of a draft. */
async function sample(trial: Trial, ways: Way[], delay: number): Promise<{ shown: boolean }> {
  const { probe, deps, findings } = trial;
  const site = { ...trial.site, region: findings.region };
  const count = Math.max(
    FEWEST,
    Math.min(SAMPLES, Math.floor(SAMPLE_SECONDS / Math.max(delay, 1))),
  );
  const candidates = pickSamples(site, ways, count);
  const chromium = deps.crawler.browser !== null;
  let shown = site.browser && chromium;
  trial.samples = await readSamples(probe, { site, candidates, browser: shown }, deps);
  const fetched = trial.samples.filter(({ page }) => page !== null);
  const shells = fetched.filter(isEmptyShell).length;
  if (!shown && chromium && fetched.length > 0 && shells * 2 >= fetched.length) {
    shown = true;
    trial.samples = await readSamples(probe, { site, candidates, browser: true }, deps);
  }
  findings.browser ||= shells * 2 >= fetched.length && fetched.length > 0;
  if (site.extract.length > 0) return { shown };
  const preset = guessPreset(trial.samples, deps.read, site);
  findings.preset = preset;
  if (preset !== null) {
    const entry = { ...site, extract: [{ preset, drop: [] }] };
    trial.samples = trial.samples.map((each) =>
      each.page === null ? each : readSample(deps.read, each.page, each.hints, entry),
    );
  }
  return { shown };
}
