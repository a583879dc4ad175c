// What a view can be narrowed by: each value that occurs as a link with its count; one click narrows.
import { html } from 'hono/html';
import { valuesOf } from '../../schemas/filter.ts';
import type { Facets } from '../ports.ts';
import type { Html } from './layout.ts';
import { type Namer, figure, nameOf } from './names.ts';
import { sayReport } from './report-words.ts';
import { LISTS, type ListParameter, type View, linkTo, parametersOf } from './view.ts';
import { say } from './words.ts';

/** In the order in which people ask: what, where, in which election, when, who. */
const ORDER: readonly ListParameter[] = [
  'jenis',
  'wilayah',
  'pemilihan',
  'tahapan',
  'pelanggaran',
  'pihak',
  'lembaga',
  'sumber',
];
/** Shown at once; the rest stand behind 'more', up to MOST. */
const FIRST = 8;
const MOST = 60;

export function facetColumn(path: string, view: View, facets: Facets, namer: Namer): Html {
  return html`<aside class="facets" id="saring" aria-label="${sayReport('facets', view.language)}">
    ${ORDER.map((name) => facetList(path, view, name, { counted: facets[LISTS[name][0]], namer }))}
  </aside>`;
}

type Entry = { value: string; articles: number };
type Listed = { counted: Entry[]; namer: Namer };

function facetList(
  path: string,
  view: View,
  name: ListParameter,
  { counted, namer }: Listed,
): Html {
  const [field] = LISTS[name];
  const chosen = valuesOf(view.filter, field) ?? [];
  // Provinces before kab/kota, so that the way down is short.
  const ordered = field === 'region' ? byLevel(counted, chosen) : counted;
  const absent = chosen
    .filter((value) => !counted.some((known) => known.value === value))
    .map((value) => ({ value, articles: 0 }));
  const all = [...absent, ...ordered].slice(0, MOST);
  if (all.length === 0) return html``;
  const item = (entry: Entry): Html => facetItem(path, view, name, { entry, namer, chosen });
  // All provinces, in a box that scrolls: whoever looks for one must not guess behind which 'more' it is.
  const provinces = field === 'region' ? all.filter(({ value }) => value.length === 2).length : 0;
  const first = Math.max(FIRST, provinces);
  const rest = all.slice(first);
  return html`<section>
    <h3>${sayReport(field, view.language)}</h3>
    <ul class="${provinces > FIRST ? 'long' : ''}">
      ${all.slice(0, first).map(item)}
    </ul>
    ${
      rest.length === 0
        ? ''
        : html`<details>
            <summary>${rest.length} ${sayReport('more', view.language)}</summary>
            <ul>
              ${rest.map(item)}
            </ul>
          </details>`
    }
  </section>`;
}

function byLevel(counted: Entry[], chosen: readonly string[]): Entry[] {
  const inside = counted.filter(({ value }) =>
    chosen.some((code) => value === code || value.startsWith(`${code}.`)),
  );
  const provinces = counted.filter(
    ({ value }) => value.length === 2 && !inside.some((known) => known.value === value),
  );
  const others = counted.filter((entry) => !inside.includes(entry) && !provinces.includes(entry));
  return [...inside, ...provinces, ...others];
}

type Item = { entry: Entry; namer: Namer; chosen: readonly string[] };

function facetItem(
  path: string,
  view: View,
  name: ListParameter,
  { entry, namer, chosen }: Item,
): Html {
  const [field] = LISTS[name];
  const isChosen = chosen.includes(entry.value);
  const known = parametersOf(view).getAll(name);
  const next = isChosen ? known.filter((value) => value !== entry.value) : [...known, entry.value];
  const label = nameOf(field, entry.value, namer);
  return html`<li class="${isChosen ? 'chosen' : ''}">
    <a href="${linkTo(path, view, { [name]: next })}" rel="nofollow"
      >${isChosen ? html`<span aria-hidden="true">✓ </span><span class="hidden">${sayReport('remove', view.language)}: </span>` : ''}${label}</a
    >
    <span>${figure(entry.articles, view.language)}</span>
  </li>`;
}

/** The search box and the days; what else the view says is carried along. */
export function searchForm(path: string, view: View): Html {
  const { language, filter } = view;
  const kept = [...parametersOf(view)].filter(
    ([name]) => !['q', 'dari', 'sampai', 'penilaian'].includes(name),
  );
  const option = (value: string, label: string): Html =>
    value === (filter.decision ?? '')
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;
  return html`<form class="filters" action="${path}" method="get" role="search">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label class="wide"
      ><span>${say('search', language)}</span>
      <input
        type="search"
        name="q"
        value="${filter.query ?? ''}"
        placeholder="${say('searchHint', language)}"
      />
    </label>
    <label
      ><span>${say('from', language)}</span
      ><input type="date" name="dari" value="${filter.from ?? ''}"
    /></label>
    <label
      ><span>${say('to', language)}</span
      ><input type="date" name="sampai" value="${filter.to ?? ''}"
    /></label>
    <label
      ><span>${say('decision', language)}</span>
      <select name="penilaian">
        ${option('', say('seen', language))} ${option('relevant', say('relevant', language))}
        ${option('review', say('review', language))}
        ${option('irrelevant', say('irrelevant', language))}
      </select></label
    >
    <button type="submit">${say('apply', language)}</button>
  </form>`;
}
