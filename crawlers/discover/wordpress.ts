// WordPress REST posts: the addresses to ask, and their JSON → the addresses of articles.
import { z } from 'zod';
import type { Found } from './candidates.ts';
import { isoDate, onClock } from './dates.ts';

const PER_PAGE = 100;
const FIELDS = 'link,title,date,date_gmt,modified,modified_gmt';

const Post = z.object({
  link: z.string(),
  title: z.union([z.string(), z.object({ rendered: z.string() })]).optional(),
  date: z.string().nullish(),
  date_gmt: z.string().nullish(),
  modified: z.string().nullish(),
  modified_gmt: z.string().nullish(),
});
type Post = z.infer<typeof Post>;

/** `after`: new posts; `modified_after` (WordPress 5.7): edited ones; none: all, newest first. */
export type PostsQuery = {
  page: number;
  since: null | { field: 'after' | 'modified_after'; at: string };
};

/** The address of one page of posts below the posts route of a site. */
export function postsUrl(route: string, { page, since }: PostsQuery): string {
  const url = new URL(route);
  url.searchParams.set('_fields', FIELDS);
  url.searchParams.set('per_page', String(PER_PAGE));
  url.searchParams.set('page', String(page));
  url.searchParams.set('orderby', since?.field === 'modified_after' ? 'modified' : 'date');
  if (since !== null) url.searchParams.set(since.field, since.at);
  return url.href;
}

/**
 * A moment of a post: WordPress gives it on the site's clock and in UTC, neither with a zone; their difference is
 * the offset. Equal, the site's clock was never set: then the UTC moment stands, on the clock of the region.
 */
function moment(local: string | null, utc: string | null, zone: number): string | null {
  const [localMs, utcMs] = [Date.parse(`${local}Z`), Date.parse(`${utc}Z`)];
  if (Number.isNaN(utcMs)) return isoDate(local, zone);
  const offset = Math.round((localMs - utcMs) / 60_000);
  const plausible = offset !== 0 && Math.abs(offset) <= 14 * 60;
  return onClock(utcMs, plausible ? offset : zone);
}

const plain = (post: Post): string | null => {
  const title = typeof post.title === 'string' ? post.title : post.title?.rendered;
  return title === undefined ? null : title.replaceAll(/<[^<>]*>/g, '').trim();
};

export type Posts = {
  found: Found[];
  /** Entries that are no posts. */
  broken: number;
  /** Newest modification in UTC, 'YYYY-MM-DDTHH:MM:SS'; null where none is given. */
  newest: string | null;
};

/** The posts of one answer; null where it is not a JSON list. */
export function parsePosts(text: string, zone: number): Posts | null {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (!Array.isArray(json)) return null;
  const posts = json.flatMap((entry) => Post.safeParse(entry).data ?? []);
  const modified = posts.flatMap(({ modified_gmt: at }) => at ?? []).sort();
  return {
    broken: json.length - posts.length,
    newest: modified.at(-1) ?? null,
    found: posts.map((post) => ({
      href: post.link,
      title: plain(post),
      published: moment(post.date ?? null, post.date_gmt ?? null, zone),
      modified: moment(post.modified ?? null, post.modified_gmt ?? null, zone),
    })),
  };
}
