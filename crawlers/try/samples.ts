// What the ways named → ten articles fetched and read: the newest, and some older ones.
import type { Extracted } from '../../schemas/article.ts';
import type { Candidate, Page } from '../../schemas/page.ts';
import type { Site } from '../../schemas/site.ts';
import { selectCandidates } from '../discover/candidates.ts';
import { decodeXml } from '../discover/xml.ts';
import type { Answer } from '../fetch.ts';
import { askRobots } from '../robots.ts';
import { visibleText } from './home-page.ts';
import { pageOf, wordOf, type Probe } from './probe.ts';
import type { Read, Sample, TryDeps } from './report.ts';
import type { Way } from './way.ts';

/** Of ten samples so many are the newest; the others are spread over what is older. */
const NEWEST = 0.6;

const dateOf = ({ published, modified }: Candidate): number =>
  Date.parse(published ?? modified ?? '') || 0;

/** `count` addresses of those that the ways named, each once; the first way that names an address describes it. */
export function pickSamples(site: Site, ways: readonly Way[], count: number): Candidate[] {
  const byUrl = new Map<string, Candidate>();
  for (const { discovery, found, base } of ways) {
    for (const candidate of selectCandidates(site, discovery.kind, found, base).candidates) {
      if (!byUrl.has(candidate.url)) byUrl.set(candidate.url, candidate);
    }
  }
  const sorted = [...byUrl.values()].sort((a, b) => dateOf(b) - dateOf(a));
  const newest = sorted.slice(0, Math.ceil(count * NEWEST));
  const older = sorted.slice(newest.length);
  const wanted = Math.min(count - newest.length, older.length);
  const spread = Array.from(
    { length: wanted },
    (_, at) => older[Math.floor((at * older.length) / wanted)],
  );
  return [...newest, ...spread.filter((candidate) => candidate !== undefined)];
}

const EMPTY = {
  title: '',
  published: null,
  characters: 0,
  share: 0,
  score: 0,
  method: '',
  parts: [],
  page: null,
  extracted: null,
};

/** What a page reads as, with this entry. */
export function readSample(read: Read, page: Page, hints: Sample['hints'], site: Site): Sample {
  const extracted = read(page, hints, site);
  const html = decodeXml(page.body, page.headers['content-type']);
  return { url: page.url, hints, ...factsOf(extracted, html), page, extracted };
}

function factsOf(
  extracted: Extracted,
  html: string,
): Omit<Sample, 'url' | 'hints' | 'page' | 'extracted'> {
  const { kind, title, published, text, score, method, partUrls } = extracted;
  const all = visibleText(html).length;
  const share = all === 0 ? 0 : Math.min(1, text.length / all);
  return {
    outcome: kind,
    title,
    published,
    characters: text.length,
    share,
    score,
    method,
    parts: partUrls,
  };
}

export type SampleTask = { site: Site; candidates: Candidate[]; browser: boolean };

/** Fetches and reads them one after the other; with `browser` as Chromium shows them. */
export async function readSamples(
  probe: Probe,
  task: SampleTask,
  deps: TryDeps,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const candidate of task.candidates) {
    if (probe.refusal() !== null) break;
    samples.push(await readOne(probe, task, candidate, deps));
  }
  return samples;
}

async function readOne(
  probe: Probe,
  { site, browser }: SampleTask,
  candidate: Candidate,
  deps: TryDeps,
): Promise<Sample> {
  const { url, title, published, foundBy } = candidate;
  const hints = { title, published, foundBy };
  const limits = deps.crawler.web.limits.page;
  const got = await probe.get(url, { limits, html: true });
  if (!got.ok) return { url, hints, outcome: wordOf(got.error), ...EMPTY };
  const shown = browser ? await showInBrowser(probe, got.value, deps) : got;
  if (!shown.ok) return { url, hints, outcome: wordOf(shown.error), ...EMPTY };
  const page = pageOf(site, url, shown.value, deps);
  return readSample(deps.read, browser ? { ...page, via: 'browser' } : page, hints, site);
}

function showInBrowser(
  probe: Probe,
  answer: Answer,
  deps: TryDeps,
): ReturnType<NonNullable<TryDeps['crawler']['browser']>['render']> {
  const { browser, robots } = deps.crawler;
  if (browser === null) throw new Error('there is no Chromium: the caller asks for one first');
  const { policy } = probe;
  return browser.render(answer, {
    policy,
    cut: deps.signal,
    mayVisit: askRobots(robots, policy, deps.signal),
  });
}

/** A page that was fetched and is empty without JavaScript. */
export const isEmptyShell = ({ outcome }: Sample): boolean => outcome === 'shell';
