// A trial for tests: the pipeline's own reader, short limits, no Chromium unless asked for.
import { onTestFinished } from 'vitest';
import { createPageReader } from '../../../pipeline/read-page.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { outletGuesser } from '../../../cli/outlet.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { regionNames } from '../../../cli/regions.ts';
import type { CrawlerParts } from '../../../crawlers/crawl.ts';
import type { Check, CheckName, TryDeps, TryReport } from '../../../crawlers/try/report.ts';
import { draftSite } from '../../../crawlers/try/draft.ts';
import { trySite } from '../../../crawlers/try/try-site.ts';
import type { Site } from '../../../schemas/site.ts';
import { rig } from '../rig.ts';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const regionName = regionNames(knowledge).name;

export type Parts = { crawler?: Partial<CrawlerParts>; deps?: Partial<TryDeps> };

/** Tries a site as 'site try' does. */
export async function trial(site: Site, { crawler, deps }: Parts = {}): Promise<TryReport> {
  const made = rig(crawler);
  onTestFinished(() => made.close());
  return trySite(site, {
    crawler: made.crawler,
    resolve: () => Promise.reject(new Error('no look-up is expected')),
    read: createPageReader(knowledge.walls),
    guessOutlet: outletGuesser(knowledge, regionName),
    regionName,
    signal: new AbortController().signal,
    onCheck: () => {},
    onStep: () => {},
    ...deps,
  });
}

/** Tries an address on loopback of which nothing is known. */
export const tryAddress = (address: string, parts?: Parts): Promise<TryReport> =>
  trial(draftSite(new URL(address), true), parts);

/** The check of that name; throws where it was not made. */
export function checkOf({ checks }: TryReport, name: CheckName): Check {
  const check = checks.find((each) => each.name === name);
  if (check === undefined) throw new Error(`the check '${name}' was not made`);
  return check;
}

/** Names of the checks that are not ok, as 'name status'. */
export const doubts = ({ checks }: TryReport): string[] =>
  checks.filter(({ status }) => status !== 'ok').map(({ name, status }) => `${name} ${status}`);
