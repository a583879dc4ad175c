// A site's entry in; all its sources read, one after the other: feeds here, posts, listings and sitemaps beside.
import type { Discovery } from '../../schemas/site.ts';
import type { Validators } from '../ports.ts';
import { inSlices } from '../steps.ts';
import { feedOf } from './feed.ts';
import { walkListing } from './listing-walk.ts';
import { walkPosts } from './posts-walk.ts';
import { walkSitemap } from './sitemap-walk.ts';
import {
  addFound,
  answerWord,
  getSource,
  note,
  openBudget,
  validatorsOf,
  type Visit,
} from './visit.ts';
import { decodeXml } from './xml.ts';

type Of<K extends Discovery['kind']> = Extract<Discovery, { kind: K }>;

/** Reads every source of the site; what one of them does never stops the next. */
export async function discover(visit: Visit): Promise<void> {
  for (const source of visit.site.discover) {
    visit.signal.throwIfAborted();
    switch (source.kind) {
      case 'feed':
        await readFeed(visit, source);
        break;
      case 'sitemap':
        await walkSitemap(visit, source);
        break;
      case 'wordpress':
        await walkPosts(visit, source);
        break;
      case 'listing':
        await walkListing(visit, source);
        break;
      default:
        source satisfies never;
    }
  }
}

async function readFeed(visit: Visit, { kind, url }: Of<'feed'>): Promise<void> {
  const stored = visit.deps.ledger.validators(visit.site.id, url);
  const got = await getSource(visit, url, visit.web.limits.feed, stored);
  if (!got.ok) {
    return note(visit, { kind, url, answer: answerWord(got.error), detail: got.error.detail });
  }
  if (got.value.status === 304) return note(visit, { kind, url, answer: '304' });
  const text = decodeXml(got.value.body, got.value.headers['content-type']);
  const feed = await inSlices(feedOf(text, visit.zone));
  if (feed === null)
    return note(visit, { kind, url, answer: 'unreadable', detail: 'no RSS or Atom' });
  const budget = openBudget(visit, url);
  const base = got.value.finalUrl;
  const counts = await addFound(visit, { foundBy: 'feed', found: feed.found, base, budget });
  // without validators the list is there again in the next round, for what waits
  const validators = counts.waiting > 0 ? NO_VALIDATORS : validatorsOf(got.value);
  const more = feed.more || counts.waiting > 0;
  note(visit, { kind, url, answer: '200', ...counts, more }, validators);
}

const NO_VALIDATORS: Validators = { etag: null, lastModified: null };
