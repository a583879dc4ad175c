// An address that is due → its page, that it is unchanged, that it leads to another of the site, or why not.
import { alignToHome, canonicalUrl } from '../pipeline/normalise/url.ts';
import type { FetchError, Page } from '../schemas/page.ts';
import { ok, type Result } from '../schemas/result.ts';
import type { Site } from '../schemas/site.ts';
import { fetchOne, type Answer, type MayVisit } from './fetch.ts';
import type { DueUrl } from './ports.ts';
import type { Lane } from './round.ts';

export type Fetched =
  | { kind: 'page'; page: Page }
  | { kind: 'unchanged' }
  /** A redirect leads to another address of the site; `page` is null where that was fetched before. */
  | { kind: 'moved'; to: string; page: Page | null };

/** Fetches the page of an address of the lane's site; with a browser where its pages need one. */
export async function fetchPage(lane: Lane, due: DueUrl): Promise<Result<Fetched, FetchError>> {
  const { site, policy, round } = lane;
  const { web, render, stop, cut } = round;
  const limits = web.limits.page;
  const { url } = due;
  // a shell that a browser fills may stay the same while its article changes
  const validators = site.browser ? null : due.validators;
  let twin: string | null = null;
  const mayVisit: MayVisit = async (hop) => {
    const name = nameOf(hop.href, site);
    if (name === null || name === url || !round.deps.ledger.wasFetched(name))
      return lane.mayVisit(hop);
    twin = name;
    return KNOWN;
  };
  const common = { url, policy, limits, validators, mayVisit };
  const got = await fetchOne(web, { ...common, signal: stop, cut, html: true });
  if (twin !== null) return ok({ kind: 'moved', to: twin, page: null });
  if (!got.ok) return got;
  if (got.value.status === 304) return ok({ kind: 'unchanged' });
  const visit = { policy, cut, mayVisit: lane.mayVisit };
  const answer = site.browser && render ? await render(got.value, visit) : got;
  if (!answer.ok) return answer;
  const to = nameOf(got.value.finalUrl, site);
  const page = pageOf(lane, due, answer.value);
  return to === null || to === url
    ? ok({ kind: 'page', page })
    : ok({ kind: 'moved', to, page: { ...page, url: to } });
}

/** Ends a fetch at a redirect whose target was fetched before: none of an article's addresses is fetched for another. */
const KNOWN: FetchError = {
  kind: 'redirects',
  detail: 'leads to an address that was fetched before',
};

/** The address under which the ledger knows this one; null for the home page, to which whatever is missing leads. */
function nameOf(href: string, site: Site): string | null {
  const canonical = canonicalUrl(href);
  const name = canonical === null ? null : alignToHome(canonical, site.home);
  if (name === null) return null;
  const { pathname, search } = new URL(name);
  return pathname === '/' && search === '' ? null : name;
}

const pageOf = ({ site, round }: Lane, due: DueUrl, answer: Answer): Page => ({
  id: 0,
  site: site.id,
  url: due.url,
  finalUrl: answer.finalUrl,
  fetchedAt: new Date(round.deps.now()).toISOString(),
  status: answer.status,
  headers: answer.headers,
  body: answer.body,
  via: site.browser ? 'browser' : 'http',
});
