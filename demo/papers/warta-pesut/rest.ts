// The posts route of the WordPress REST API: parameters → a page of posts with its headers.
import type { Answer } from '../../answer.ts';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { utc } from '../../dates.ts';
import { escapeHtml } from '../../html.ts';
import { lastChange } from '../../make.ts';
import type { Ask, Entry, Issue } from '../../paper.ts';
import { content } from './permalink.ts';

const JSON_TYPE = 'application/json; charset=UTF-8';

type Post = Record<string, unknown>;

/** '2024-11-05T10:23:00+08:00' → '2024-11-05T10:23:00', the clock of the site. */
const local = (at: string): string => at.slice(0, 19);
const gmt = (at: string): string => utc(at).slice(0, 19);

function postOf(entry: Entry & { piece: Piece }, issue: Issue): Post {
  const { piece, path } = entry;
  const at = piece.at ?? '';
  const changed = entry.modified ?? at;
  const changedLocal = entry.modified === null ? local(at) : local(toOffset(changed, 8));
  return {
    id: 40_000 + numberOf(piece),
    date: local(at),
    date_gmt: gmt(at),
    guid: { rendered: `${issue.origin}/?p=${40_000 + numberOf(piece)}` },
    modified: changedLocal,
    modified_gmt: gmt(changed),
    slug: slugOf(piece.title),
    status: 'publish',
    type: 'post',
    link: issue.origin + path,
    title: { rendered: escapeHtml(piece.title).replaceAll('&#39;', '&#8217;') },
    content: { rendered: content(piece, issue).html, protected: false },
    excerpt: {
      rendered: `<p>${escapeHtml((piece.paragraphs[0] ?? '').slice(0, 200))} [&hellip;]</p>\n`,
      protected: false,
    },
    author: 3,
    categories: [12],
    tags: [4, 9],
  };
}

/** A UTC moment on the clock of an offset in hours, ISO 8601. */
function toOffset(at: string, hours: number): string {
  const shifted = new Date(Date.parse(at) + hours * 3_600_000);
  return shifted.toISOString().replace('.000Z', `+0${hours}:00`);
}

const failure = (code: string, message: string): Answer => ({
  status: 400,
  type: JSON_TYPE,
  body: JSON.stringify({ code, message, data: { status: 400 } }),
});

/** Keeps the fields named by _fields; 'title.rendered' keeps that part only. */
function pick(post: Post, fields: string | null): Post {
  if (fields === null) return post;
  const kept: Post = {};
  for (const field of fields.split(',').map((name) => name.trim())) {
    const [head = '', tail] = field.split('.');
    if (!(head in post)) continue;
    if (tail === undefined) {
      kept[head] = post[head];
    } else {
      // A field named with a dot is one of the { rendered } objects of postOf.
      const inner = post[head] as Record<string, unknown>;
      kept[head] = { ...(kept[head] as Record<string, unknown> | undefined), [tail]: inner[tail] };
    }
  }
  return kept;
}

/** WordPress reads a moment without offset on the clock of the site. */
const boundary = (value: string): number =>
  Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}+08:00`);

function filtered(entries: (Entry & { piece: Piece })[], query: URLSearchParams): typeof entries {
  const limits: [string, (entry: Entry) => string | null, 1 | -1][] = [
    ['after', (entry) => entry.at, 1],
    ['before', (entry) => entry.at, -1],
    ['modified_after', (entry) => entry.modified ?? entry.at, 1],
    ['modified_before', (entry) => entry.modified ?? entry.at, -1],
  ];
  return entries.filter((entry) =>
    limits.every(([name, moment, sign]) => {
      const value = query.get(name);
      return value === null || (Date.parse(moment(entry) ?? '') - boundary(value)) * sign > 0;
    }),
  );
}

function sorted(entries: (Entry & { piece: Piece })[], query: URLSearchParams): typeof entries {
  const by = query.get('orderby') === 'modified';
  const key = (entry: Entry): number => Date.parse((by ? entry.modified : null) ?? entry.at ?? '');
  const sign = query.get('order') === 'asc' ? 1 : -1;
  return [...entries].sort((a, b) => (key(a) - key(b)) * sign);
}

/** GET /wp-json/wp/v2/posts: per_page, page, order, orderby, after, before, modified_after, _fields. */
export function postsRoute({ query, issue, entries }: Ask): Answer {
  const size = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  if (!(size >= 1 && size <= 100)) {
    return failure('rest_invalid_param', 'Parameter tidak valid: per_page');
  }
  const posts = entries.flatMap((entry) =>
    entry.piece === null || entry.ending.kind !== 'kept' ? [] : [{ ...entry, piece: entry.piece }],
  );
  const found = sorted(filtered(posts, query), query);
  const pages = Math.ceil(found.length / size);
  if (page < 1 || (page > pages && page > 1)) {
    return failure(
      'rest_post_invalid_page_number',
      'Nomor halaman yang diminta lebih besar dari yang ada.',
    );
  }
  const shown = found.slice((page - 1) * size, page * size);
  const fields = query.get('_fields');
  return {
    status: 200,
    type: JSON_TYPE,
    body: JSON.stringify(shown.map((entry) => pick(postOf(entry, issue), fields))),
    headers: { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(pages) },
    modified: lastChange(posts),
  };
}
