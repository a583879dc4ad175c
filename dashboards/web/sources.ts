// Sumber: how each source stands, its last weeks, what is not read yet today; and a source with its calendar.
import { html, raw } from 'hono/html';
import { isWithin } from '../../schemas/region.ts';
import type { SourceHealth } from '../../schemas/health.ts';
import { causeText } from './cause-words.ts';
import { calendarChart } from './charts/calendar-chart.ts';
import type { Chart } from './charts/chart.ts';
import { chartFigure } from './chart-figure.ts';
import type { CoverageCell, SourceRow } from '../ports.ts';
import type { Html } from './layout.ts';
import { figure } from './names.ts';
import type { PageParts } from './parts.ts';
import { sayReport } from './report-words.ts';
import { missingToday, standing } from './source-alarms.ts';
import { type View, linkTo, unfiltered } from './view.ts';
import { type Language, say } from './words.ts';

const DAYS = 28;

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A viewer of some regions sees the sources that are at home there. */
const visibleSources = ({ reports, view }: PageParts): SourceRow[] =>
  reports.sources().filter(({ region }) => isWithin(region, view.filter.within));

/** A source's counts tell of all its articles, so that a viewer who is limited to regions gets none of them. */
const countsFor = ({ filter }: View): readonly ('found' | 'kept' | 'failed' | 'relevant')[] =>
  filter.within === undefined ? ['found', 'kept', 'failed', 'relevant'] : [];

/** 'Harian 9' before 'Harian 10'. */
const ORDER = new Intl.Collator('id', { numeric: true });

type State = SourceHealth['state'] | 'unwatched';
const STATE_ORDER: Record<State, number> = {
  ill: 0,
  suspect: 1,
  learning: 2,
  well: 3,
  unwatched: 4,
};

export function sourcesPage(parts: PageParts): Html {
  const { reports, view, today } = parts;
  const { language } = view;
  const rows = visibleSources(parts);
  if (rows.length === 0)
    return html`<h1>${sayReport('sources', language)}</h1>
      <p class="empty">${say('empty', language)}</p>`;
  const health = new Map(reports.health().map((known) => [known.site, known]));
  const days = Array.from({ length: DAYS }, (_, day) => shifted(today, day + 1 - DAYS));
  const [from = today] = days;
  const cells = Map.groupBy(reports.coverage({ from, to: today }), ({ site }) => site);
  const rank = ({ id }: SourceRow): number => STATE_ORDER[health.get(id)?.state ?? 'unwatched'];
  const ordered = rows.toSorted((a, b) => rank(a) - rank(b) || ORDER.compare(a.name, b.name));
  const stateIn = ({ id }: SourceRow): State => health.get(id)?.state ?? 'unwatched';
  return html`<h1>${sayReport('sources', language)}</h1>
    ${missingToday(parts, rows, cells)} ${standing(parts)} ${states(ordered.map(stateIn), language)}
    <p class="legend note">
      <span class="cell read"></span> ${sayReport('legendRead', language)}
      <span class="cell failed"></span> ${sayReport('legendFailed', language)}
      <span class="cell"></span> ${sayReport('legendNone', language)}
    </p>
    <div class="scroll" tabindex="0" role="group" aria-label="${sayReport('sources', language)}">
      <table class="sources">
        <thead>
          <tr>
            <th scope="col">${say('source', language)}</th>
            <th scope="col">${sayReport('sourceState', language)}</th>
            <th scope="col">${sayReport('lastDays', language)}</th>
            <th scope="col">${say('lastRound', language)}</th>
            ${countsFor(view).map((column) => html`<th scope="col" class="number">${say(column, language)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${ordered.map((row, index) => {
            const before = ordered[index - 1];
            const isFirst = before === undefined || stateIn(before) !== stateIn(row);
            const of = { health: health.get(row.id), anchor: isFirst ? stateIn(row) : null };
            return sourceRow(parts, row, of, strip(days, cells.get(row.id) ?? []));
          })}
        </tbody>
      </table>
    </div>`;
}

/** How many stand how, each a link to the first of them: the table is ordered by it. */
function states(all: readonly State[], language: Language): Html {
  const counts = Map.groupBy(all, (state) => state);
  return html`<p class="chips">
    ${[...counts].map(([state, { length }]) => html`<a class="chip" href="#${state}"><span class="state ${state}">${sayReport(state, language)}</span> ${figure(length, language)}</a> `)}
  </p>`;
}

function sourceRow(
  { regions, view }: PageParts,
  row: SourceRow,
  { health, anchor }: { health: SourceHealth | undefined; anchor: State | null },
  days: Html,
): Html {
  const { language } = view;
  const place = row.region === null ? say('national', language) : regions.name(row.region);
  const last =
    row.lastRound === null ? say('never', language) : row.lastRound.slice(0, 16).replace('T', ' ');
  return html`<tr ${anchor === null ? '' : html`id="${anchor}"`}>
    <th scope="row">
      <a href="${linkTo(`/sumber/${row.id}`, unfiltered(view))}">${row.name}</a>
      <small>${place}</small>
    </th>
    <td>${stateOf(health, view.language)}</td>
    <td>${days}</td>
    <td class="moment"><small>${last}</small></td>
    ${countsFor(view).map((column) => html`<td class="number">${figure(row[column], language)}</td>`)}
  </tr>`;
}

function stateOf(health: SourceHealth | undefined, language: Language): Html {
  const { state, cause } = health ?? { state: 'unwatched' as const, cause: null };
  return html`<span class="state ${state}">${sayReport(state, language)}</span>
    ${cause === null ? '' : html`<br /><small>${causeText(cause, language)}</small>`}`;
}

const kindOf = (cell: CoverageCell | undefined): 'read' | 'failed' | 'none' => {
  if (cell === undefined) return 'none';
  return cell.completed > 0 ? 'read' : 'failed';
};

/** A box for each stretch of days, as one small picture. */
function strip(days: readonly string[], cells: CoverageCell[]): Html {
  const byDay = new Map(cells.map((cell) => [cell.day, cell]));
  const boxes = { read: '', failed: '', none: '' };
  const kinds = days.map((day) => kindOf(byDay.get(day)));
  // Days of one kind in a row are one box: a table of hundreds of sources stays light.
  for (let day = 0; day < DAYS;) {
    const kind = kinds[day] ?? 'none';
    let end = day + 1;
    while (end < DAYS && kinds[end] === kind) end += 1;
    boxes[kind] += `M${day * 6} 0h${(end - day) * 6}v14h${(day - end) * 6}z`;
    day = end;
  }
  const read = kinds.filter((kind) => kind === 'read').length;
  return html`${raw(
    `<svg class="strip" viewBox="0 0 ${DAYS * 6} 14" width="${DAYS * 6}" height="14" role="img" aria-label="${read}/${DAYS}">` +
      Object.entries(boxes)
        .map(([kind, d]) => (d === '' ? '' : `<path class="${kind}" d="${d}"/>`))
        .join('') +
      '</svg>',
  )}`;
}

/** The year that a source's calendar shows: that of the address, or this one. */
const yearOf = ({ view, today }: PageParts): string => view.own['tahun'] ?? today.slice(0, 4);

export function sourceChart(parts: PageParts, id: string): Chart {
  const { reports, view } = parts;
  const year = yearOf(parts);
  const days = reports.coverage({ from: `${year}-01-01`, to: `${year}-12-31`, sites: [id] });
  const subtitle = `${reports.sites().get(id)?.name ?? id} · Pantau`;
  return calendarChart({ year, days, subtitle, language: view.language });
}

/** Null for an unknown source, and for one that the viewer does not see. */
export function sourcePage(parts: PageParts, id: string): { title: string; body: Html } | null {
  const { reports, view, regions } = parts;
  const { language } = view;
  const row = visibleSources(parts).find((known) => known.id === id);
  if (row === undefined) return null;
  const health = reports.health().find(({ site }) => site === id);
  const place = row.region === null ? say('national', language) : regions.name(row.region);
  const articles = linkTo('/artikel', unfiltered(view), { sumber: id, berbayar: 'semua' });
  const body = html`<p>
      <a href="${linkTo('/sumber', unfiltered(view))}">← ${sayReport('back', language)}</a>
    </p>
    <h1>${row.name}</h1>
    <p class="meta">
      ${place} · ${stateOf(health, language)} ·
      <a href="${articles}">${say('articles', language)}</a>
    </p>
    ${health === undefined || health.detail === '' ? '' : html`<p class="notice" lang="en">${health.detail}</p>`}
    ${view.filter.within === undefined ? account(parts, row, health) : ''}`;
  return { title: row.name, body };
}

/** What a source brought and when: all its articles, so for viewers who may see all. */
function account(parts: PageParts, row: SourceRow, health: SourceHealth | undefined): Html {
  const { view } = parts;
  const { language } = view;
  const { lastNew = null, perWeek = null } = health ?? {};
  return html`<dl class="figures">
      ${(['found', 'kept', 'skipped', 'failed', 'due', 'relevant'] as const).map(
        (count) =>
          html`<div class="figure">
            <dt>${say(count, language)}</dt>
            <dd><strong>${figure(row[count], language)}</strong></dd>
          </div>`,
      )}
    </dl>
    <dl class="facts">
      <dt>${say('lastRound', language)}</dt>
      <dd>${moment(row.lastRound) ?? say('never', language)}</dd>
      ${
        lastNew === null
          ? ''
          : html`<dt>${sayReport('lastNew', language)}</dt>
              <dd>${moment(lastNew)}</dd>`
      }
      ${
        perWeek === null
          ? ''
          : html`<dt>${sayReport('expected', language)}</dt>
              <dd>${figure(perWeek, language, 1)}</dd>`
      }
    </dl>
    ${years(parts, row.id)}
    ${chartFigure(`sumber/${row.id}`, sourceChart(parts, row.id), view, html`${sayReport('calendarNote', language)}`)}
    ${endings(row, language)}`;
}

function endings({ endings: reasons }: SourceRow, language: Language): Html {
  const all = Object.entries(reasons);
  if (all.length === 0) return html``;
  return html`<h2>${say('endings', language)}</h2>
    <ul class="endings">
      ${all.map(([reason, count]) => html`<li><code>${reason}</code> ${figure(count, language)}</li>`)}
    </ul>`;
}

/** UTC to the minute. */
const moment = (at: string | null): string | null => at?.slice(0, 16).replace('T', ' ') ?? null;

function years(parts: PageParts, id: string): Html {
  const { reports, view, today } = parts;
  const days = reports.coverage({ from: '2000-01-01', to: today, sites: [id] });
  const first = Number((days[0]?.day ?? today).slice(0, 4));
  const last = Number(today.slice(0, 4));
  const all = Array.from({ length: Math.min(20, last - first + 1) }, (_, back) =>
    String(last - back),
  );
  const shownYear = yearOf(parts);
  return html`<p class="settings">
    <span class="choices"
      ><span class="note">${sayReport('year', view.language)}</span>
      ${all.map((year) => (year === shownYear ? html`<strong aria-current="true">${year}</strong> ` : html`<a href="${linkTo(`/sumber/${id}`, view, { tahun: year })}">${year}</a> `))}</span
    >
  </p>`;
}
