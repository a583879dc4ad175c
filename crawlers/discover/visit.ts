// One fetch of a source (feed, sitemap, posts, listing): through robots and the gate; what it named goes into the ledger.
import { fetchReason, type Candidate, type FetchError, type FoundBy } from '../../schemas/page.ts';
import { fail, type Result } from '../../schemas/result.ts';
import type { Discovery, Site } from '../../schemas/site.ts';
import { fetchOne, type Answer, type MayVisit } from '../fetch.ts';
import type { SitePolicy, Web } from '../web.ts';
import type { CrawlDeps, DiscoveryRecord, Validators } from '../ports.ts';
import { FORBIDDEN } from '../robots.ts';
import { inSlices, type Steps } from '../steps.ts';
import type { Limits } from '../transport.ts';
import { MAX_NEW, shareOf, type Budget } from './budget.ts';
import { candidatesOf, type Found, type Selection } from './candidates.ts';

/** What one fetched source said. */
export type DiscoveryAnswer = {
  kind: Discovery['kind'];
  url: string;
  /** 200, 304, the word of fetchReason(), 'robots', or 'unreadable' where the body is not what it should be. */
  answer: string;
  detail: string;
  /** Addresses named, those that fell due, those that are no candidates by reason. */
  listed: number;
  added: number;
  ignored: Selection['ignored'];
  /** It names more than one round reads. */
  more: boolean;
  /** New addresses that go on in the next round. */
  waiting: number;
};

/** A site while its sources are read. */
export type Visit = {
  site: Site;
  policy: SitePolicy;
  /** Minutes east of UTC of dates that name no zone. */
  zone: number;
  web: Web;
  mayVisit: MayVisit;
  deps: CrawlDeps;
  signal: AbortSignal;
  /** What the sources said so far. */
  answers: DiscoveryAnswer[];
};

export type Counts = Pick<DiscoveryAnswer, 'listed' | 'added' | 'ignored' | 'waiting'>;

/** Fetches a source; with validators as a conditional GET, whose answer may be 304. */
export async function getSource(
  visit: Visit,
  url: string,
  limits: Limits,
  validators: Validators | null = null,
): Promise<Result<Answer, FetchError>> {
  const { web, policy, signal, mayVisit } = visit;
  const refused = await mayVisit(new URL(url));
  if (refused) return fail(refused);
  return fetchOne(web, { url, policy, limits, validators, signal, mayVisit });
}

/** The validators of an answer, for the next conditional GET. */
export const validatorsOf = ({ headers }: Answer): Validators => ({
  etag: headers['etag'] ?? null,
  lastModified: headers['last-modified'] ?? null,
});

/** The word under which an answer that named nothing is counted. */
export function answerWord(error: FetchError): string {
  return error === FORBIDDEN ? 'robots' : fetchReason(error);
}

/** What one source may give in this round. */
export const openBudget = ({ site, deps }: Visit, url: string): Budget => ({
  left: MAX_NEW,
  first: deps.ledger.lastRead(site.id, url)?.answered !== true,
});

export type Naming = {
  foundBy: FoundBy;
  /** Newest first, where the source tells. */
  found: Found[];
  /** Address of the source, for relative hrefs. */
  base: string;
  budget: Budget;
};

/** Puts what a source named into the ledger: all that is known there, and of the rest what this round takes. */
export async function addFound(
  visit: Visit,
  { foundBy, found, base, budget }: Naming,
): Promise<Counts> {
  const { site, deps } = visit;
  const { candidates, ignored } = await inSlices(candidatesOf(site, foundBy, found, base));
  const unknown = new Set(await inSlices(unknownOf(visit, candidates)));
  const fresh = candidates.filter(({ url }) => unknown.has(url));
  const { taken, waiting, older } = shareOf(fresh, budget, deps.now());
  const known = candidates.filter(({ url }) => !unknown.has(url));
  const at = new Date(deps.now()).toISOString();
  const all = [...taken, ...known];
  const added = await inSlices(addAll(visit, all, at));
  return {
    listed: found.length,
    added,
    ignored: older > 0 ? { ...ignored, older } : ignored,
    waiting,
  };
}

/** Addresses that the ledger is asked about or given in one step. */
const MANY = 500;

function* unknownOf({ deps }: Visit, candidates: readonly Candidate[]): Steps<string[]> {
  const unknown: string[] = [];
  for (let at = 0; at < candidates.length; at += MANY) {
    const urls = candidates.slice(at, at + MANY).map(({ url }) => url);
    unknown.push(...deps.ledger.unknown(urls));
    yield;
  }
  return unknown;
}

/** Returns how many fell due. */
function* addAll({ site, deps }: Visit, all: Candidate[], at: string): Steps<number> {
  let added = 0;
  for (let from = 0; from < all.length; from += MANY) {
    added += deps.ledger.addCandidates(site.id, all.slice(from, from + MANY), at);
    yield;
  }
  return added;
}

/**
 * Notes what a source said: for the report, the log, source health, and the next conditional GET (`validators`;
 * null leaves what is stored).
 */
export function note(
  visit: Visit,
  said: Partial<DiscoveryAnswer> &
    Pick<DiscoveryAnswer, 'kind' | 'url' | 'answer'> &
    Pick<DiscoveryRecord, 'resume'>,
  validators: Validators | null = null,
): void {
  const { resume, ...rest } = said;
  const none = { detail: '', listed: 0, added: 0, ignored: {}, more: false, waiting: 0 };
  const answer = { ...none, ...rest };
  visit.answers.push(answer);
  const { deps, site } = visit;
  const at = new Date(deps.now()).toISOString();
  const { url, listed, added } = answer;
  deps.ledger.saveDiscovery({
    site: site.id,
    url,
    at,
    answer: answer.answer,
    validators,
    listed,
    added,
    ...(resume !== undefined && { resume }),
  });
  const good = answer.answer === '200' || answer.answer === '304';
  deps.log(good ? 'info' : 'warn', good ? 'discover.done' : 'discover.failed', {
    site: site.id,
    ...answer,
  });
}
