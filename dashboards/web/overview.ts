// Ringkasan: how much, when and where, and the newest articles.
import { html } from 'hono/html';
import type { ArticleFilter } from '../../schemas/filter.ts';
import type { Counts } from '../../schemas/aggregate.ts';
import type { Bucket, Counted, Reports, Trend } from '../ports.ts';
import { TREND_SIZE } from './charts.ts';
import { type RegionNames, articleList, filterForm } from './filters.ts';
import type { Html } from './layout.ts';
import { type View, linkTo } from './view.ts';
import { say } from './words.ts';

/** What the lists and charts count where the view does not say: what a person should see. */
export const shown = (filter: ArticleFilter): ArticleFilter => ({ decision: 'seen', ...filter });

export function overviewPage(reports: Reports, regions: RegionNames, view: View): Html {
  const { within } = view.filter;
  const decisions = reports.breakdown({ within }, 'decision');
  if (decisions.length === 0) return html`<p class="empty">${say('empty', view.language)}</p>`;
  const filter = shown(view.filter);
  const { rows } = reports.articles(filter, 1, 8);
  return html`${figures(decisions, reports.counts({ within }), view)}
    ${filterForm('/', view, reports.facets(filter), regions)}
    <div class="columns">
      ${trend(reports.trend(filter, { unit: 'month' }), view)}
      ${ranking(reports.breakdown(filter, 'primary').slice(0, 12), regions, view)}
    </div>
    <section>
      <h2>${say('newest', view.language)}</h2>
      ${rows.length === 0 ? html`<p class="empty">${say('none', view.language)}</p>` : articleList(rows, view, regions)}
      <p>
        <a class="more" href="${linkTo('/artikel', view)}">${say('seeAll', view.language)} →</a>
      </p>
    </section>`;
}

function figures(decisions: Counted[], all: Counts, view: View): Html {
  const { language } = view;
  const of = (decision: string): number =>
    decisions.find(({ value }) => value === decision)?.articles ?? 0;
  const figure = (value: number, label: string, link: string): Html =>
    html`<a class="figure" href="${link}"
      ><strong>${value.toLocaleString(language)}</strong><span>${label}</span></a
    >`;
  const list = (penilaian: string): string =>
    linkTo('/artikel', { ...view, filter: {} }, { penilaian });
  return html`<div class="figures">
    ${figure(of('relevant'), say('relevant', language), list('relevant'))}
    ${figure(of('review'), say('review', language), list('review'))}
    ${figure(all.texts, say('texts', language), linkTo('/artikel', { ...view, filter: {} }))}
    ${figure(all.articles, say('read', language), linkTo('/sumber', { ...view, filter: {} }))}
  </div>`;
}

function trend({ buckets, undated }: Trend, view: View): Html {
  const { language } = view;
  const chart = (tema: string): string => {
    const link = linkTo('/grafik/tren.svg', view);
    return `${link}${link.includes('?') ? '&' : '?'}tema=${tema}`;
  };
  return html`<section class="trend">
    <h2>${say('trendTitle', language)}</h2>
    <p class="note">
      ${say('trendText', language)}
      ${undated.articles > 0 ? html`<strong>${undated.articles}</strong> ${say('undated', language)}.` : ''}
    </p>
    <picture>
      <source srcset="${chart('dark')}" media="(prefers-color-scheme: dark)" />
      <img
        src="${chart('light')}"
        width="${TREND_SIZE.width}"
        height="${TREND_SIZE.height}"
        alt="${say('trendTitle', language)}"
      />
    </picture>
    <details>
      <summary>${say('numbers', language)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('month', language)}</th>
            <th scope="col">${say('articles', language)}</th>
            <th scope="col">${say('texts', language)}</th>
            <th scope="col">${say('reporting', language)}</th>
          </tr>
        </thead>
        <tbody>
          ${buckets.map((bucket) => bucketRow(bucket, view))}
        </tbody>
      </table>
    </details>
  </section>`;
}

const bucketRow = (bucket: Bucket, view: View): Html =>
  html`<tr>
    <th scope="row">
      <a href="${linkTo('/artikel', view, { dari: bucket.from, sampai: bucket.to })}"
        >${bucket.from.slice(0, 7)}</a
      >
    </th>
    <td>${bucket.articles}</td>
    <td>${bucket.texts}</td>
    <td>${bucket.reporting}</td>
  </tr>`;

function ranking(rows: Counted[], regions: RegionNames, view: View): Html {
  const most = Math.max(1, ...rows.map((row) => row.articles));
  return html`<section class="ranking">
    <h2>${say('ranking', view.language)}</h2>
    <ol>
      ${rows.map(
        (row) =>
          html`<li>
            <a href="${linkTo('/artikel', view, { wilayah: row.value })}"
              >${regions.name(row.value)}</a
            >
            <meter min="0" max="${most}" value="${row.articles}" aria-hidden="true"></meter>
            <span>${row.articles}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}
