// Tao Toba News as Blogger's Atom feed: max-results and start-index, full content, one entry without an address.
import { type Answer, ok } from '../../answer.ts';
import { numberOf } from '../../articles.ts';
import { escapeHtml } from '../../html.ts';
import { lastChange, listedIn } from '../../make.ts';
import type { Ask, Entry } from '../../paper.ts';
import { NAME, postBody } from './post.ts';

const BLOG = 'tag:blogger.com,1999:blog-4412270098117';

/** An entry as broken templates publish it: no alternate link, no title, a date that is none. */
const BROKEN = `<entry><id>${BLOG}.post-0</id><published>kemarin</published><updated>kemarin</updated><title type='text'></title><link rel='replies' type='application/atom+xml' href='' title='0 Komentar'/></entry>`;

function entryXml(entry: Entry, { issue }: Ask): string {
  const id = entry.piece === null ? 9000 + entry.title.length : numberOf(entry.piece);
  const content = entry.piece === null ? entry.title : postBody(entry.piece, issue).html;
  const at = (entry.at ?? '').replace(/([+-]\d\d:\d\d)$/, '.000$1');
  const author = entry.piece?.author ?? NAME;
  const url = escapeHtml(issue.origin + entry.path);
  return `<entry><id>${BLOG}.post-${id}</id><published>${at}</published><updated>${entry.modified ?? at}</updated><category scheme='http://www.blogger.com/atom/ns#' term='${escapeHtml(entry.piece?.section ?? 'Daerah')}'/><title type='text'>${escapeHtml(entry.title)}</title><content type='html'>${escapeHtml(content)}</content><link rel='replies' type='application/atom+xml' href='${issue.origin}/feeds/${id}/comments/default' title='Posting Komentar'/><link rel='edit' type='application/atom+xml' href='${issue.origin}/feeds/4412270098117/posts/default/${id}'/><link rel='self' type='application/atom+xml' href='${issue.origin}/feeds/4412270098117/posts/default/${id}'/><link rel='alternate' type='text/html' href='${url}' title='${escapeHtml(entry.title)}'/><author><name>${escapeHtml(author)}</name><email>noreply@blogger.com</email></author></entry>`;
}

/** GET /feeds/posts/default. Blogger gives 25 entries unless asked for another number, 150 at most. */
export function atomFeed(ask: Ask): Answer {
  const { query, issue, entries } = ask;
  const start = Math.max(1, Number(query.get('start-index') ?? 1));
  const size = Math.min(150, Number(query.get('max-results') ?? 25));
  const listed = listedIn(entries, 'feed');
  const shown = listed.slice(start - 1, start - 1 + size).map((entry) => entryXml(entry, ask));
  if (start === 1) shown.splice(2, 0, BROKEN);
  const self = `${issue.origin}/feeds/posts/default`;
  const next =
    start - 1 + size < listed.length
      ? `<link rel='next' type='application/atom+xml' href='${self}?start-index=${start + size}&amp;max-results=${size}'/>`
      : '';
  const text = `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="/atom.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:blogger='http://schemas.google.com/blogger/2008' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>${BLOG}</id><updated>${lastChange(listed)}</updated><title type='text'>${NAME}</title><subtitle type='html'>Kabar dari tepian danau</subtitle><link rel='http://schemas.google.com/g/2005#feed' type='application/atom+xml' href='${self}'/><link rel='self' type='application/atom+xml' href='${self}'/><link rel='alternate' type='text/html' href='${issue.origin}/'/>${next}<author><name>${NAME}</name></author><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator><openSearch:totalResults>${listed.length}</openSearch:totalResults><openSearch:startIndex>${start}</openSearch:startIndex><openSearch:itemsPerPage>${size}</openSearch:itemsPerPage>${shown.join('')}</feed>`;
  return ok('application/atom+xml; charset=UTF-8', text, lastChange(listed));
}
