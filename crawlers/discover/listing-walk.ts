// A listing and its further pages → addresses into the ledger, newest first, until what is known; the rest goes on next time.
import type { Discovery } from '../../schemas/site.ts';
import type { Validators } from '../ports.ts';
import { parseListing } from './listing.ts';
import {
  addFound,
  answerWord,
  getSource,
  note,
  openBudget,
  validatorsOf,
  type Counts,
  type Visit,
} from './visit.ts';
import { decodeXml } from './xml.ts';

const kind = 'listing';

type Source = Extract<Discovery, { kind: 'listing' }>;
type Read = { said: Counts & { url: string }; validators: Validators };
/** `next`: the page after the one read; null at the end of the list. */
type Turned = { read: Read; next: string | null } | 'unchanged' | 'failed';

/**
 * Reads the listing from its first page on, at most `pages` of them. A page that names nothing new, or is unchanged,
 * leads to where the last round had to stop, if it had to; else it ends the reading. A source that is read for the
 * first time gives its first pages; what is older is for a backfill.
 */
export async function walkListing(visit: Visit, source: Source): Promise<void> {
  const before = visit.deps.ledger.lastRead(visit.site.id, source.url);
  const budget = openBudget(visit, source.url);
  const read: Read[] = [];
  let goOn = before?.resume ?? null;
  let url: string | null = source.url;
  let stoppedAt: string | null = null;
  let failed = false;
  for (let asked = 0; url !== null; asked += 1) {
    if (asked >= source.pages) {
      stoppedAt = budget.first ? null : url;
      break;
    }
    const turned = await turn(visit, source, url, budget);
    if (turned === 'failed') {
      failed = true;
      stoppedAt = asked === 0 ? goOn : url;
      break;
    }
    if (turned !== 'unchanged') read.push(turned.read);
    const isNew = turned !== 'unchanged' && turned.read.said.added > 0;
    url = isNew || (budget.first && turned !== 'unchanged') ? turned.next : goOn;
    if (url === goOn) goOn = null;
  }
  report(visit, source, read, { failed, stoppedAt });
}

async function turn(
  visit: Visit,
  { links, next }: Source,
  url: string,
  budget: ReturnType<typeof openBudget>,
): Promise<Turned> {
  const stored = visit.deps.ledger.validators(visit.site.id, url);
  const got = await getSource(visit, url, visit.web.limits.page, stored);
  if (!got.ok) {
    note(visit, { kind, url, answer: answerWord(got.error), detail: got.error.detail });
    return 'failed';
  }
  if (got.value.status === 304) {
    note(visit, { kind, url, answer: '304' });
    return 'unchanged';
  }
  const { body, headers, finalUrl } = got.value;
  const listing = parseListing(decodeXml(body, headers['content-type']), finalUrl, links, next);
  const counts = await addFound(visit, {
    foundBy: kind,
    found: listing.found,
    base: listing.base,
    budget,
  });
  const further = listing.next !== null && visit.policy.owns(new URL(listing.next));
  return {
    read: { said: { url, ...counts }, validators: validatorsOf(got.value) },
    next: further ? listing.next : null,
  };
}

type End = { failed: boolean; stoppedAt: string | null };

function report(visit: Visit, source: Source, read: Read[], { failed, stoppedAt }: End): void {
  for (const { said, validators } of read) {
    const more = stoppedAt !== null || said.waiting > 0;
    // validators only for a chain read to its end: an unchanged first page hides the rest from the next round
    note(visit, { kind, answer: '200', ...said, more }, failed || more ? null : validators);
  }
  const [first] = read;
  if (failed && first === undefined) return;
  const { site, deps } = visit;
  const at = new Date(deps.now()).toISOString();
  const own = first?.said.url === source.url ? first.said : { listed: 0, added: 0 };
  const answer = own === first?.said ? '200' : '304';
  const { listed, added } = own;
  const record = { site: site.id, url: source.url, at, answer, listed, added, validators: null };
  deps.ledger.saveDiscovery({ ...record, resume: stoppedAt });
}
