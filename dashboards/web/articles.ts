// Artikel: the list, narrowed by the filters and by full-text search, in pages.
import { html } from 'hono/html';
import type { Reports } from '../ports.ts';
import { type RegionNames, articleList, filterForm } from './filters.ts';
import type { Html } from './layout.ts';
import { shown } from './overview.ts';
import { type View, linkTo } from './view.ts';
import { say } from './words.ts';

const PAGE_SIZE = 20;

export function articlesPage(reports: Reports, regions: RegionNames, view: View): Html {
  const filter = shown(view.filter);
  const { rows, total } = reports.articles(filter, view.page, PAGE_SIZE);
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return html`<h1>${say('articles', view.language)}</h1>
    ${filterForm('/artikel', view, reports.facets(filter), regions)}
    <p class="count" role="status">
      <strong>${total.toLocaleString(view.language)}</strong> ${say('results', view.language)}
    </p>
    ${rows.length === 0 ? html`<p class="empty">${say('none', view.language)}</p>` : articleList(rows, view, regions)}
    ${last > 1 ? pager(view, last) : ''}`;
}

function pager(view: View, last: number): Html {
  const { language, page } = view;
  const step = (to: number, word: 'previous' | 'next'): Html =>
    to < 1 || to > last
      ? html`<span></span>`
      : html`<a
          rel="${word === 'next' ? 'next' : 'prev'}"
          href="${linkTo('/artikel', view, { hal: String(to) })}"
          >${say(word, language)}</a
        >`;
  return html`<nav class="pager" aria-label="${say('page', language)}">
    ${step(page - 1, 'previous')}<span>${say('page', language)} ${page} / ${last}</span
    >${step(page + 1, 'next')}
  </nav>`;
}
