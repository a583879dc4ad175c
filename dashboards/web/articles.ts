// Artikel: the list, narrowed by facets and by full-text search, in pages.
import { html } from 'hono/html';
import { articleList } from './article-items.ts';
import { facetColumn, searchForm } from './facets.ts';
import type { Html } from './layout.ts';
import { figure } from './names.ts';
import { exports } from './overview.ts';
import { type PageParts, appliedFilters, namerOf, nothing, shown } from './parts.ts';
import { sayReport } from './report-words.ts';
import { type View, linkTo } from './view.ts';
import { say } from './words.ts';

const PAGE_SIZE = 20;

export function articlesPage(parts: PageParts): Html {
  const { reports, view } = parts;
  const { language } = view;
  const filter = shown(view);
  const namer = namerOf(parts);
  const { articles: total, texts, stories, outlets } = reports.counts(filter);
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  // An old link may name a page that a narrower view no longer has.
  const page = Math.min(view.page, last);
  const { rows } = reports.articles(filter, page, PAGE_SIZE);
  const also = [
    `${figure(texts, language)} ${sayReport('texts', language).toLowerCase()}`,
    `${figure(stories, language)} ${sayReport('stories', language).toLowerCase()}`,
    `${figure(outlets, language)} ${sayReport('outlets', language).toLowerCase()}`,
  ].join(' · ');
  return html`<h1>${say('articles', language)}</h1>
    ${searchForm('/artikel', view)} ${appliedFilters('/artikel', view, namer)}
    <p class="count" role="status">
      <strong>${figure(total, language)}</strong> ${say('results', language)}
      <span class="note">· ${also}</span>
    </p>
    <p class="jump"><a href="#saring">${sayReport('facets', language)} ↓</a></p>
    <div class="beside">
      <div>
        ${rows.length === 0 ? nothing(parts) : articleList(rows, view, namer)}
        ${last > 1 ? pager({ ...view, page }, last) : ''}
        <p class="downloads">${exports(parts)} ${parts.downloads?.(total) ?? ''}</p>
      </div>
      ${facetColumn('/artikel', view, reports.facets(filter), namer)}
    </div>`;
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
    ${step(page - 1, 'previous')}<span
      >${say('page', language)} ${figure(page, language)} / ${figure(last, language)}</span
    >${step(page + 1, 'next')}
  </nav>`;
}
