// The filter form and the parts of a list that several pages share.
import { html, raw } from 'hono/html';
import { valuesOf } from '../../schemas/filter.ts';
import type { ArticleRow, Reports } from '../ports.ts';
import { type Html } from './layout.ts';
import { type View, isFiltered, linkTo } from './view.ts';
import { COVERAGE_NAMES, DECISION_WORD, electionName, say } from './words.ts';

export type RegionNames = {
  /** '64.74' → 'Kota Bontang'; an unknown code is its own name. */
  name: (code: string) => string;
};

type Option = { value: string; label: string };
type Facets = ReturnType<Reports['facets']>;

/** The form that narrows a view; works without JavaScript. */
export function filterForm(path: string, view: View, facets: Facets, regions: RegionNames): Html {
  const { language, filter } = view;
  const narrowed = Object.keys(filter).some((field) => field !== 'query');
  return html`<form class="filters" action="${path}" method="get" role="search">
    <div class="words">
      <label
        ><span>${say('search', language)}</span>
        <input
          type="search"
          name="q"
          value="${filter.query ?? ''}"
          placeholder="${say('searchHint', language)}"
        />
      </label>
      <button type="submit">${say('apply', language)}</button>
    </div>
    <details ${narrowed ? raw('open') : ''}>
      <summary>${say('filters', language)}</summary>
      <div class="fields">
        ${selects(view, facets, regions).map(select)}
        ${day('dari', say('from', language), filter.from)}
        ${day('sampai', say('to', language), filter.to)}
      </div>
    </details>
    ${language === 'en' ? html`<input type="hidden" name="bahasa" value="en" />` : ''}
    ${
      isFiltered(view)
        ? html`<a class="reset" href="${linkTo(path, { ...view, filter: {} })}"
            >${say('reset', language)}</a
          >`
        : ''
    }
  </form>`;
}

const day = (name: string, label: string, value = ''): Html =>
  html`<label><span>${label}</span><input type="date" name="${name}" value="${value}" /></label>`;

type Select = {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  options: Option[];
};

function selects({ language, filter }: View, facets: Facets, regions: RegionNames): Select[] {
  const counted = (value: string, label: string, articles: number): Option => ({
    value,
    label: `${label} (${articles})`,
  });
  const any = say('all', language);
  return [
    {
      name: 'wilayah',
      label: say('region', language),
      any,
      chosen: valuesOf(filter, 'region')?.[0],
      options: facets.region.map(({ value, articles }) =>
        counted(value, regions.name(value), articles),
      ),
    },
    {
      name: 'pemilihan',
      label: say('election', language),
      any,
      chosen: valuesOf(filter, 'election')?.[0],
      options: facets.election.map(({ value, articles }) =>
        counted(value, electionName(value, language), articles),
      ),
    },
    {
      name: 'jenis',
      label: say('kind', language),
      any,
      chosen: valuesOf(filter, 'coverage')?.[0],
      options: facets.coverage.map(({ value, articles }) =>
        counted(value, COVERAGE_NAMES[value], articles),
      ),
    },
    {
      name: 'sumber',
      label: say('source', language),
      any,
      chosen: valuesOf(filter, 'site')?.[0],
      options: facets.site.map(({ value, articles }) => counted(value, value, articles)),
    },
    {
      name: 'penilaian',
      label: say('decision', language),
      any: say('seen', language),
      chosen: filter.decision,
      options: (['relevant', 'review', 'irrelevant'] as const).map((value) => ({
        value,
        label: say(DECISION_WORD[value], language),
      })),
    },
  ];
}

/** One list; a chosen value that occurs no more stays choosable, so that the form says what the view is. */
function select({ name, label, any, chosen, options }: Select): Html {
  const known = chosen === undefined || options.some((option) => option.value === chosen);
  const all = known ? options : [{ value: chosen, label: chosen }, ...options];
  return html`<label
    ><span>${label}</span>
    <select name="${name}">
      <option value="">${any}</option>
      ${all.map(
        (option) =>
          html`<option value="${option.value}" ${option.value === chosen ? raw('selected') : ''}>
            ${option.label}
          </option>`,
      )}
    </select></label
  >`;
}

/** A list of articles with their tags as chips. */
export function articleList(rows: ArticleRow[], view: View, regions: RegionNames): Html {
  return html`<ol class="articles">
    ${rows.map((row) => articleItem(row, view, regions))}
  </ol>`;
}

function articleItem(row: ArticleRow, view: View, regions: RegionNames): Html {
  const { language } = view;
  const here = (change: Parameters<typeof linkTo>[2]): string => linkTo('/artikel', view, change);
  return html`<li>
    <p class="meta">
      ${row.day === null ? html`<em>${say('noDate', language)}</em>` : html`<time datetime="${row.day}">${row.day}</time>`}
      · ${row.siteName}
    </p>
    <h3><a href="${linkTo(`/artikel/${row.id}`, { ...view, filter: {} })}">${row.title}</a></h3>
    <p class="snippet">${marked(row.snippet)}</p>
    <p class="chips">
      ${row.primary === null ? '' : html`<a class="chip region" href="${here({ wilayah: row.primary, hal: null })}">${regions.name(row.primary)}</a>`}
      ${row.elections.map((election) => html`<a class="chip election" href="${here({ pemilihan: election, hal: null })}">${electionName(election, language)}</a>`)}
      <a class="chip coverage" href="${here({ jenis: row.coverage, hal: null })}"
        >${COVERAGE_NAMES[row.coverage]}</a
      >
      ${row.decision === 'relevant' ? '' : html`<span class="chip ${row.decision}">${say(DECISION_WORD[row.decision], language)}</span>`}
      ${row.advertorial ? html`<span class="chip advertorial">${say('advertorial', language)}</span>` : ''}
    </p>
  </li>`;
}

/** A snippet with its hits between U+E000 and U+E001 → text with <mark>. */
export function marked(snippet: string): Html[] {
  return snippet.split('\uE000').map((piece, index) => {
    const end = index === 0 ? -1 : piece.indexOf('\uE001');
    if (end === -1) return html`${piece.replaceAll('\uE001', '')}`;
    return html`<mark>${piece.slice(0, end)}</mark>${piece.slice(end + 1)}`;
  });
}
