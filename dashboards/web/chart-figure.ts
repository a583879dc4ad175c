// A chart → its place on a page: the picture in both themes, how to download it, and the numbers behind it.
import { html } from 'hono/html';
import type { Chart, Theme } from './charts/chart.ts';
import type { Html } from './layout.ts';
import { figure } from './names.ts';
import { sayReport } from './report-words.ts';
import { type View, parametersOf } from './view.ts';
import { type Language, say } from './words.ts';

/** Rows of numbers on the page; all of them are in the file. */
const MOST_ROWS = 400;

const PHONE = '(max-width: 40rem)';

/** `name` is the chart's in /grafik/NAME.svg; the picture asks for the same view as the page. */
export function chartFigure(name: string, chart: Chart, view: View, note: Html): Html {
  const { language } = view;
  const parameters = parametersOf(view);
  const link = (kind: 'svg' | 'png' | 'csv', more: Record<string, string>): string => {
    const all = new URLSearchParams([...parameters, ...Object.entries(more)]);
    return `/grafik/${name}.${kind}?${all.toString()}`;
  };
  const narrow = (tema: Theme, media: string): Html =>
    chart.narrow === null
      ? html``
      : html`<source
          srcset="${link('svg', { tema, lebar: 'sempit' })}"
          media="${media}"
          width="${chart.narrow.width}"
          height="${chart.narrow.height}"
        />`;
  return html`<figure class="chart">
    <figcaption>
      <h2>${chart.title}</h2>
      <p class="note">${note}</p>
    </figcaption>
    <div class="scroll picture" tabindex="0" role="group" aria-label="${chart.title}">
      <picture>
        ${narrow('dark', `${PHONE} and (prefers-color-scheme: dark)`)} ${narrow('light', PHONE)}
        <source srcset="${link('svg', { tema: 'dark' })}" media="(prefers-color-scheme: dark)" />
        <img
          src="${link('svg', { tema: 'light' })}"
          class="${chart.narrow === null ? 'wide' : ''}"
          width="${chart.size.width}"
          height="${chart.size.height}"
          alt="${chart.title}. ${chart.subtitle}"
        />
      </picture>
    </div>
    <p class="downloads">
      ${sayReport('download', language)}:
      <a href="${link('svg', { unduh: '1' })}" download="${chart.name}.svg">SVG</a>
      <a href="${link('png', { unduh: '1' })}" download="${chart.name}.png">PNG</a>
      <a href="${link('csv', { unduh: '1' })}" download="${chart.name}.csv"
        >${sayReport('numbers', language)} (CSV)</a
      >
    </p>
    <details>
      <summary>${say('numbers', language)}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="${say('numbers', language)}">
        ${numbersTable(chart, language)}
      </div>
    </details>
  </figure>`;
}

const cellText = (cell: string | number | null, language: Language): string =>
  typeof cell === 'number' ? figure(cell, language, 2) : (cell ?? '–');

/** Newest first, as people read; a cell without a number was not read. */
function numbersTable({ numbers }: Chart, language: Language): Html {
  const rows = numbers.rows.toReversed().slice(0, MOST_ROWS);
  return html`<table class="numbers">
    <thead>
      <tr>
        ${numbers.columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cellText(cell, language)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
