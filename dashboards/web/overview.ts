// Ringkasan: how much, when, where and from whom; every value beside it narrows the view with one click.
import { html } from 'hono/html';
import type { Counts } from '../../schemas/aggregate.ts';
import type { Counted, Trend } from '../ports.ts';
import { articleList } from './article-items.ts';
import { chartFigure } from './chart-figure.ts';
import { facetColumn, searchForm } from './facets.ts';
import type { Html } from './layout.ts';
import { type Namer, dayLabel, figure } from './names.ts';
import {
  type PageParts,
  appliedFilters,
  choices,
  exportLink,
  isNothingYet,
  namerOf,
  narrowedBy,
  nothing,
  shown,
} from './parts.ts';
import { sayReport } from './report-words.ts';
import { trendChart } from './charts/trend-chart.ts';
import type { Chart } from './charts/chart.ts';
import { type View, linkTo } from './view.ts';
import { say } from './words.ts';

const RANKED = 12;
/** Part of the sources below which a time says little about what happened in it. */
const FLOOR = 0.5;
const NEWEST = 5;

export function overviewPage(parts: PageParts): Html {
  const { reports, view } = parts;
  const { language } = view;
  if (isNothingYet(parts))
    return html`<h1>${say('overview', language)}</h1>
      ${nothing(parts)}`;
  const namer = namerOf(parts);
  const filter = shown(view);
  const trend = trendOf(parts);
  const { rows } = reports.articles(filter, 1, NEWEST);
  return html`<h1>${headline(view, namer)}</h1>
    ${searchForm('/', view)} ${appliedFilters('/', view, namer)}
    <p class="jump"><a href="#saring">${sayReport('facets', language)} ↓</a></p>
    <div class="beside">
      <div>
        ${figures(reports.counts(filter), view)} ${paidNote(parts)}
        ${chartFigure('tren', overviewChart(parts), view, trendNote(trend, view))}
        ${settings('/', view)}
        <div class="columns even">
          ${ranking(sayReport('byOutlet', language), reports.breakdown(filter, 'site'), 'sumber', { view, namer })}
          ${ranking(sayReport('byRegion', language), reports.breakdown(filter, 'primary'), 'wilayah', { view, namer })}
        </div>
        <section>
          <h2>${sayReport('latest', language)}</h2>
          ${rows.length === 0 ? nothing(parts) : articleList(rows, view, namer)}
          <p class="downloads">
            <a class="more" href="${linkTo('/artikel', view)}">${sayReport('allOf', language)} →</a>
            ${exports(parts)}
          </p>
        </section>
      </div>
      ${facetColumn('/', view, reports.facets(filter), namer)}
    </div>`;
}

/** What is seen, in words: the page's heading and the chart's subtitle. */
const headline = (view: View, namer: Namer): string =>
  narrowedBy(view, namer) || say('overview', view.language);

const trendOf = ({ reports, view }: PageParts): Trend =>
  reports.trend(shown(view), trendOptions(view));

const UNITS = { hari: 'day', minggu: 'week', bulan: 'month' } as const;

export const trendOptions = ({ own }: View) => {
  const scale = own['skala'];
  return {
    unit: scale === 'hari' || scale === 'minggu' || scale === 'bulan' ? UNITS[scale] : undefined,
    sameSources: own['panel'] === 'sama' ? true : undefined,
  };
};

export function overviewChart(parts: PageParts): Chart {
  const { reports, atlas, view } = parts;
  const trend = trendOf(parts);
  const { unit } = trend;
  const paid = reports.trend(
    { ...shown(view), advertorial: true },
    { ...trendOptions(view), unit },
  );
  return trendChart({
    trend,
    // A view of advertorials shows them as its bars.
    paid:
      view.own['berbayar'] === undefined
        ? paid
        : { ...paid, total: { ...paid.total, articles: 0 } },
    elections: atlas.elections,
    share: view.own['nilai'] === 'bagian',
    subtitle: subtitleOf(parts, trend),
    language: view.language,
  });
}

/** 'Kalimantan Timur · 1 Sep 2024 – 23 Nov 2024 · 12 sumber': what a chart that stands alone is of. */
export function subtitleOf(parts: PageParts, { buckets, sources }: Trend): string {
  const { language } = parts.view;
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  return [
    narrowedBy(parts.view, namerOf(parts)),
    first === undefined || last === undefined
      ? ''
      : `${dayLabel(first.from, language)} – ${dayLabel(last.to, language)}`,
    `${figure(sources, language)} ${sayReport('sources', language).toLowerCase()}`,
    'Pantau',
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

function trendNote({ undated, buckets, sources }: Trend, view: View): Html {
  const { language, own } = view;
  const least = Math.min(...buckets.map(({ reporting }) => reporting));
  const most = Math.max(...buckets.map(({ reporting }) => reporting));
  const range =
    least === most
      ? figure(most, language)
      : `${figure(least, language)}–${figure(most, language)}`;
  const thin = buckets.filter(({ reporting }) => reporting > 0 && reporting < sources * FLOOR);
  return html`${sayReport(own['nilai'] === 'bagian' ? 'shareNote' : 'trendNote', language)}
  ${sayReport('gapNote', language)}
  ${own['panel'] === 'sama' ? sayReport('sameNote', language) : ''}
  ${buckets.length > 0 ? html`${sayReport('reporting', language)}: ${range} ${sayReport('of', language)} ${figure(sources, language)}.` : ''}
  ${thin.length > 0 ? html`<strong>${figure(thin.length, language)} ${sayReport('of', language)} ${figure(buckets.length, language)}</strong> ${sayReport('thin', language)}` : ''}
  ${undated.articles > 0 ? html`<strong>${figure(undated.articles, language)}</strong> ${sayReport('undated', language)}.` : ''}`;
}

function figures(counts: Counts, view: View): Html {
  const { language } = view;
  return html`<dl class="figures">
    ${(['stories', 'texts', 'articles', 'outlets'] as const).map(
      (count) =>
        html`<div class="figure">
          <dt>${sayReport(count, language)}</dt>
          <dd>
            <strong>${figure(counts[count], language)}</strong>
            <small>${sayReport(`${count}Are`, language)}</small>
          </dd>
        </div>`,
    )}
  </dl>`;
}

function paidNote({ reports, view }: PageParts): Html {
  const { language } = view;
  const { articles } = reports.counts({ ...shown(view), advertorial: true });
  return html`<p class="note paid">
    ${articles > 0 ? html`${sayReport('advertorials', language)}: <strong>${figure(articles, language)}</strong> <span class="choices">·</span> ` : ''}
    ${choices('/', view, 'berbayar', {
      label: sayReport('paid', language),
      choices: [
        { value: null, label: sayReport('noAdvertorial', language) },
        { value: 'semua', label: sayReport('semua', language) },
        { value: 'ya', label: sayReport('ya', language) },
      ],
    })}
  </p>`;
}

/** `withShare`: the page can show shares as well as counts. */
export const settings = (path: string, view: View, withShare = true): Html => {
  const { language } = view;
  return html`<p class="settings">
    ${choices(path, view, 'skala', {
      label: sayReport('scale', language),
      choices: [
        { value: null, label: sayReport('auto', language) },
        ...(['hari', 'minggu', 'bulan'] as const).map((value) => ({
          value,
          label: sayReport(value, language),
        })),
      ],
    })}
    ${
      withShare
        ? choices(path, view, 'nilai', {
            label: sayReport('value', language),
            choices: [
              { value: null, label: sayReport('jumlah', language) },
              { value: 'bagian', label: sayReport('bagian', language) },
            ],
          })
        : ''
    }
    ${choices(path, view, 'panel', {
      label: sayReport('panel', language),
      choices: [
        { value: null, label: sayReport('allSources', language) },
        { value: 'sama', label: sayReport('sameSources', language) },
      ],
    })}
  </p>`;
};

type Ranked = { view: View; namer: Namer };

function ranking(
  title: string,
  counted: Counted[],
  parameter: 'sumber' | 'wilayah',
  { view, namer }: Ranked,
): Html {
  const { language } = view;
  const rows = counted.toSorted((a, b) => b.stories - a.stories).slice(0, RANKED);
  const most = Math.max(1, ...rows.map(({ stories }) => stories));
  const name = (value: string): string =>
    parameter === 'wilayah' ? namer.region(value) : (namer.sites.get(value)?.name ?? value);
  return html`<section class="ranking">
    <h2>${title}</h2>
    ${rows.length === 0 ? html`<p class="note">${sayReport('none', language)}</p>` : ''}
    <ol>
      ${rows.map(
        (row) =>
          html`<li>
            <a href="${linkTo('/', view, { [parameter]: row.value })}">${name(row.value)}</a>
            <meter min="0" max="${most}" value="${row.stories}" aria-hidden="true"></meter>
            <span title="${sayReport('stories', language)}">${figure(row.stories, language)}</span>
          </li>`,
      )}
    </ol>
    ${counted.length > RANKED ? html`<p class="note">+ ${counted.length - RANKED} ${sayReport('more', language)}</p>` : ''}
  </section>`;
}

export const exports = ({ view }: PageParts): Html =>
  html`<span class="exports"
    >${sayReport('exportView', view.language)}:
    ${(['csv', 'jsonl', 'parquet', 'rss', 'atom'] as const).map((format) => html`<a href="${exportLink(shown(view), format)}" rel="nofollow">${format.toUpperCase()}</a> `)}</span
  >`;
