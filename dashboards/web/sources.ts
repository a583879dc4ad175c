// Sumber: each source with what was found, kept, skipped and failed, by reason.
import { html } from 'hono/html';
import { isWithin } from '../../schemas/region.ts';
import type { Reports, SourceRow } from '../ports.ts';
import type { RegionNames } from './filters.ts';
import type { Html } from './layout.ts';
import { type View, linkTo } from './view.ts';
import { type Word, say } from './words.ts';

const COLUMNS = [
  'found',
  'kept',
  'skipped',
  'failed',
  'due',
  'relevant',
] as const satisfies readonly (Word & keyof SourceRow)[];

export function sourcesPage(reports: Reports, regions: RegionNames, view: View): Html {
  const { language, filter } = view;
  const rows = reports.sources().filter(({ region }) => isWithin(region, filter.within));
  const columns = columnsFor(view);
  return html`<h1>${say('sources', language)}</h1>
    ${
      rows.length === 0
        ? html`<p class="empty">${say('empty', language)}</p>`
        : html`<div class="scroll">
            <table class="sources">
              <thead>
                <tr>
                  <th scope="col">${say('source', language)}</th>
                  <th scope="col">${say('lastRound', language)}</th>
                  ${columns.map((column) => html`<th scope="col" class="number">${say(column, language)}</th>`)}
                  ${columns.length === 0 ? '' : html`<th scope="col">${say('endings', language)}</th>`}
                </tr>
              </thead>
              <tbody>
                ${rows.map((row) => sourceRow(row, regions, view))}
              </tbody>
            </table>
          </div>`
    }`;
}

function sourceRow(row: SourceRow, regions: RegionNames, view: View): Html {
  const { language } = view;
  const columns = columnsFor(view);
  const place = row.region === null ? say('national', language) : regions.name(row.region);
  return html`<tr>
    <th scope="row">
      <a href="${linkTo('/artikel', { ...view, filter: {} }, { sumber: row.id })}">${row.name}</a>
      <small>${place}</small>
    </th>
    <td>
      ${row.lastRound === null ? say('never', language) : row.lastRound.slice(0, 16).replace('T', ' ')}
    </td>
    ${columns.map((column) => html`<td class="number">${row[column]}</td>`)}
    ${columns.length === 0 ? '' : endings(row)}
  </tr>`;
}

const endings = (row: SourceRow): Html =>
  html`<td>
    <ul class="endings">
      ${Object.entries(row.endings).map(([reason, count]) => html`<li><code>${reason}</code> ${count}</li>`)}
    </ul>
  </td>`;

/** A source's counts tell of all its articles, so that a viewer who is limited to regions gets none of them. */
const columnsFor = ({ filter }: View): readonly (typeof COLUMNS)[number][] =>
  filter.within === undefined ? COLUMNS : [];
