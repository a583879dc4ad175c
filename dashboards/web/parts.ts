// What the pages of the dashboard are made from, and pieces that several of them show.
import { html } from 'hono/html';
import type { ArticleFilter } from '../../schemas/filter.ts';
import type { Reports } from '../ports.ts';
import type { Html } from './layout.ts';
import type { Atlas, Namer } from './names.ts';
import { dayLabel, nameOf } from './names.ts';
import { sayReport } from './report-words.ts';
import { say } from './words.ts';
import { type ListParameter, LISTS, type View, linkTo, parametersOf } from './view.ts';
import { valuesOf } from '../../schemas/filter.ts';

export type RegionNames = {
  /** '64.74' → 'Kota Bontang'; an unknown code is its own name. */
  name: (code: string) => string;
};

export type PageParts = {
  reports: Reports;
  regions: RegionNames;
  atlas: Atlas;
  /** Today in Jakarta, 'YYYY-MM-DD'. */
  today: string;
  view: View;
  /** What other parts offer of so many articles of the view, beside its exports. */
  downloads?: (articles: number) => readonly Html[];
  /** What other parts say on the page of method. */
  method?: () => readonly Html[];
};

export const namerOf = ({ reports, regions, view }: PageParts): Namer => ({
  language: view.language,
  region: (code) => regions.name(code),
  sites: reports.sites(),
});

/** True where there is no article yet that the viewer may see, whatever the view says. */
export const isNothingYet = ({ reports, view }: PageParts): boolean =>
  reports.counts({ within: view.filter.within }).articles === 0;

/** In place of what a view would show: that nothing is there yet, or that it leaves nothing. */
export const nothing = (parts: PageParts): Html =>
  html`<p class="empty">${say(isNothingYet(parts) ? 'empty' : 'none', parts.view.language)}</p>`;

/**
 * What lists and charts count where the view does not say: what a person should see (relevant and to be reviewed),
 * and no advertorials, which are counted apart.
 */
export function shown({ filter, own }: View): ArticleFilter {
  const paid = own['berbayar'];
  const advertorial = paid === 'semua' ? undefined : paid === 'ya';
  return { decision: 'seen', ...filter, advertorial };
}

/** The address under which exactly the articles of a filter can be downloaded. */
export function exportLink(filter: ArticleFilter, format: string): string {
  const parameters = new URLSearchParams({ format });
  const { within: _seen, ...fields } = filter;
  for (const [name, value] of Object.entries(fields)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) parameters.append(name, String(each));
  }
  return `/api/v1/export?${parameters.toString()}`;
}

/** What the view is narrowed by, in words: 'Kalimantan Timur · Dugaan pelanggaran'. */
export function narrowedBy(view: View, namer: Namer): string {
  const { filter, language } = view;
  const listed = Object.values(LISTS).flatMap(([field]) => {
    const values = valuesOf(filter, field);
    return values === null ? [] : [values.map((value) => nameOf(field, value, namer)).join(' / ')];
  });
  const words = filter.query === undefined ? [] : [`“${filter.query}”`];
  const days =
    filter.from === undefined && filter.to === undefined
      ? []
      : [`${dayOrOpen(filter.from, language)} – ${dayOrOpen(filter.to, language)}`];
  return [...words, ...listed, ...days].join(' · ');
}

const dayOrOpen = (day: string | undefined, language: View['language']): string =>
  day === undefined ? '…' : dayLabel(day, language);

/** The filter as links that take each part of it away. */
export function appliedFilters(path: string, view: View, namer: Namer): Html {
  const { filter, language } = view;
  const without = (
    name: ListParameter | 'q' | 'dari' | 'sampai' | 'penilaian',
    value: string,
  ): string => {
    const left = parametersOf(view)
      .getAll(name)
      .filter((known) => known !== value);
    return linkTo(path, view, { [name]: left });
  };
  const chip = (label: string, link: string): Html =>
    html`<a class="chip" href="${link}" title="${sayReport('remove', language)}"
      >${label} <span class="cross">×</span></a
    >`;
  const chips = Object.entries(LISTS).flatMap(([name, [field]]) =>
    (valuesOf(filter, field) ?? []).map(
      (value) => chip(nameOf(field, value, namer), without(name as ListParameter, value)), // its keys are these
    ),
  );
  if (filter.query !== undefined)
    chips.unshift(chip(`“${filter.query}”`, without('q', filter.query)));
  if (filter.from !== undefined)
    chips.push(chip(`≥ ${dayLabel(filter.from, language)}`, without('dari', filter.from)));
  if (filter.to !== undefined)
    chips.push(chip(`≤ ${dayLabel(filter.to, language)}`, without('sampai', filter.to)));
  if (filter.decision !== undefined)
    chips.push(
      chip(nameOf('decision', filter.decision, namer), without('penilaian', filter.decision)),
    );
  if (chips.length === 0) return html``;
  return html`<p class="applied chips">
    <span class="note">${sayReport('applied', language)}:</span> ${chips}
    <a class="note" href="${linkTo(path, { ...view, filter: {} })}"
      >${sayReport('clear', language)}</a
    >
  </p>`;
}

export type Choice = { value: string | null; label: string };

/** A short list of alternatives of one of the page's own parameters, as links. */
export function choices(
  path: string,
  view: View,
  name: 'skala' | 'nilai' | 'panel' | 'berbayar' | 'menurut',
  options: { label: string; choices: readonly Choice[] },
): Html {
  return html`<span class="choices" role="group" aria-label="${options.label}">
    <span class="note">${options.label}</span>
    ${options.choices.map(({ value, label }) =>
      (view.own[name] ?? null) === value
        ? html`<strong aria-current="true">${label}</strong>`
        : html`<a href="${linkTo(path, view, { [name]: value })}">${label}</a>`,
    )}
  </span>`;
}
