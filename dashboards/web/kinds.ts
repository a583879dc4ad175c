// Jenis dan pelanggaran: kinds of report and acts of SKB 2022 over time and by actor, and who speaks.
import { html } from 'hono/html';
import { chartFigure } from './chart-figure.ts';
import type { Chart } from './charts/chart.ts';
import { partsChart } from './charts/parts-chart.ts';
import { facetColumn } from './facets.ts';
import type { Html } from './layout.ts';
import { figure, nameOf } from './names.ts';
import { settings, subtitleOf, trendOptions } from './overview.ts';
import { type PageParts, appliedFilters, namerOf, narrowedBy, shown } from './parts.ts';
import { type ReportWord, sayReport } from './report-words.ts';
import { linkTo } from './view.ts';

const SPLITS = {
  jenis: { field: 'coverage', title: 'kindsOverTime' },
  pelanggaran: { field: 'violation', title: 'actsOverTime' },
  lembaga: { field: 'institution', title: 'whoSpeaks' },
} as const satisfies Record<string, { field: string; title: ReportWord }>;
export type Split = keyof typeof SPLITS;

export const isSplit = (name: string): name is Split => Object.hasOwn(SPLITS, name);

export function splitChart(parts: PageParts, split: Split): Chart {
  const { reports, view } = parts;
  const { field, title } = SPLITS[split];
  const namer = namerOf(parts);
  const trend = reports.trend(shown(view), { ...trendOptions(view), by: field });
  return partsChart({
    name: split,
    title: sayReport(title, view.language),
    subtitle: subtitleOf(parts, trend),
    trend,
    nameOf: (value) => nameOf(field, value, namer),
    language: view.language,
  });
}

export function kindsPage(parts: PageParts): Html {
  const { reports, view } = parts;
  const { language } = view;
  const namer = namerOf(parts);
  const chart = (split: Split, note: ReportWord): Html =>
    chartFigure(
      split,
      splitChart(parts, split),
      view,
      html`${sayReport(note, language)} ${sayReport('gapNote', language)}`,
    );
  return html`<h1>${narrowedBy(view, namer) || sayReport('kinds', language)}</h1>
    ${appliedFilters('/jenis', view, namer)} ${settings('/jenis', view, false)}
    <div class="beside">
      <div>
        ${chart('jenis', 'kindsNote')} ${chart('pelanggaran', 'actsNote')} ${actsByActor(parts)}
        ${chart('lembaga', 'whoNote')}
      </div>
      ${facetColumn('/jenis', view, reports.facets(shown(view)), namer)}
    </div>`;
}

function actsByActor(parts: PageParts): Html {
  const { reports, view } = parts;
  const { language } = view;
  const namer = namerOf(parts);
  const cells = reports.crossTable(shown(view), 'violation', 'actor');
  const acts = [...new Set(cells.map(({ row }) => row))];
  const actors = [...new Set(cells.map(({ column }) => column))].sort();
  const most = Math.max(1, ...cells.map(({ stories }) => stories));
  const title = sayReport('actsByActor', language);
  if (acts.length === 0)
    return html`<h2>${title}</h2>
      <p class="note">${sayReport('none', language)}</p>`;
  return html`<section>
    <h2>${title}</h2>
    <p class="note">${sayReport('actsNote', language)}</p>
    <div class="scroll" tabindex="0" role="group" aria-label="${title}">
      <table class="cross">
        <thead>
          <tr>
            <th scope="col">${sayReport('violation', language)}</th>
            ${actors.map((actor) => html`<th scope="col" class="number">${nameOf('actor', actor, namer)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${acts.map(
            (act) =>
              html`<tr>
                <th scope="row">${nameOf('violation', act, namer)}</th>
                ${actors.map((actor) => {
                  const stories =
                    cells.find(({ row, column }) => row === act && column === actor)?.stories ?? 0;
                  // Five steps of shade, by the root: one story is seen beside a hundred.
                  const shade =
                    stories === 0 ? 0 : Math.max(1, Math.ceil(5 * Math.sqrt(stories / most)));
                  return html`<td class="number shade${shade}">
                    ${stories === 0 ? '·' : html`<a href="${linkTo('/artikel', view, { pelanggaran: act, pihak: actor })}">${figure(stories, language)}</a>`}
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
