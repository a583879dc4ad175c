// Peta: kab/kota as points on a map of Indonesia, and a table province → kab/kota beside it.
import { html, raw } from 'hono/html';
import { provinceOf } from '../../schemas/region.ts';
import type { RegionRow } from '../ports.ts';
import { facetColumn } from './facets.ts';
import type { Html } from './layout.ts';
import { figure } from './names.ts';
import { type PageParts, appliedFilters, namerOf, narrowedBy, shown } from './parts.ts';
import { type MapPoint, mapSvg } from './map-svg.ts';
import { sayReport } from './report-words.ts';
import { type View, linkTo, parametersOf } from './view.ts';

/** Every kabupaten and kota, and what is known of it. */
export function mapPoints({ reports, atlas, regions, view }: PageParts): MapPoint[] {
  const known = new Map(reports.regions(shown(view)).map((row) => [row.code, row]));
  return atlas.regions
    .filter(({ kind, id }) => kind !== 'province' && isVisible(id, view))
    .map(({ id, lat, lon }) => {
      const row = known.get(id);
      return {
        code: id,
        name: regions.name(id),
        lat,
        lon,
        stories: row?.stories ?? 0,
        listed: row?.listed ?? 0,
        link: linkTo('/artikel', view, { wilayah: id }),
      };
    });
}

const isVisible = (code: string, { filter: { within } }: View): boolean =>
  within === undefined || within.some((region) => code === region || provinceOf(code) === region);

export function mapPage(parts: PageParts): Html {
  const { reports, view } = parts;
  const { language } = view;
  const namer = namerOf(parts);
  const filter = shown(view);
  const points = mapPoints(parts);
  const unread = points.filter(({ stories, listed }) => stories === 0 && listed === 0).length;
  const title = sayReport('mapTitle', language);
  return html`<h1>${narrowedBy(view, namer) || sayReport('map', language)}</h1>
    ${appliedFilters('/peta', view, namer)}
    <div class="beside">
      <div>
        <figure class="chart map">
          <figcaption>
            <h2>${title}</h2>
            <p class="note">
              ${sayReport('mapNote', language)}
              <strong>${figure(unread, language)}</strong> ${sayReport('unreadCount', language)}.
            </p>
          </figcaption>
          <div class="scroll picture" tabindex="0" role="group" aria-label="${title}">
            ${raw(mapSvg(points, { title, language }))}
          </div>
          <p class="downloads">${downloads(view)}</p>
        </figure>
        ${regionTable(parts, reports.regions(filter))}
      </div>
      ${facetColumn('/peta', view, reports.facets(filter), namer)}
    </div>`;
}

function downloads(view: View): Html {
  const link = (kind: string): string =>
    `/grafik/peta.${kind}?${new URLSearchParams([...parametersOf(view), ['unduh', '1']]).toString()}`;
  const { language } = view;
  return html`${sayReport('download', language)}:
    <a href="${link('svg')}" download="peta.svg">SVG</a>
    <a href="${link('png')}" download="peta.png">PNG</a>
    <a href="${link('csv')}" download="peta.csv">${sayReport('numbers', language)} (CSV)</a>`;
}

const HEADS = ['stories', 'articles', 'outlets', 'ownSources', 'rate'] as const;

/** Provinces with their kab/kota behind them; each name narrows, a whole province opens by its triangle. */
function regionTable({ regions, view }: PageParts, rows: RegionRow[]): Html {
  const { language } = view;
  const byProvince = Map.groupBy(rows, ({ code }) => provinceOf(code));
  const provinces = [...byProvince].map(([code, all]) => ({
    row: all.find((row) => row.code === code) ?? emptyRow(code),
    parts: all.filter((row) => row.code !== code),
  }));
  const ordered = provinces.sort(
    (a, b) => b.row.stories - a.row.stories || (a.row.code < b.row.code ? -1 : 1),
  );
  const heads = html`<tr>
    <th scope="col">${sayReport('province', language)}</th>
    ${HEADS.map((head) => html`<th scope="col" class="number">${sayReport(head, language)}</th>`)}
  </tr>`;
  return html`<section>
    <h2>${sayReport('byRegion', language)}</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="${sayReport('byRegion', language)}">
      <table class="regions">
        <thead>
          ${heads}
        </thead>
        ${ordered.map(
          ({ row, parts }) =>
            html`<tbody>
              ${regionRow(row, regions.name(row.code), view, true)}
              ${
                parts.length === 0
                  ? ''
                  : html`<tr class="inner">
                      <td colspan="6">${innerTable(parts, regions.name, view)}</td>
                    </tr>`
              }
            </tbody>`,
        )}
      </table>
    </div>
  </section>`;
}

const innerTable = (parts: RegionRow[], name: (code: string) => string, view: View): Html =>
  html`<details>
    <summary>
      ${figure(parts.length, view.language)} ${sayReport('kabKota', view.language).toLowerCase()}
    </summary>
    <table class="regions">
      <tbody>
        ${parts.map((part) => regionRow(part, name(part.code), view, false))}
      </tbody>
    </table>
  </details>`;

const emptyRow = (code: string): RegionRow => ({
  code,
  articles: 0,
  texts: 0,
  stories: 0,
  outlets: 0,
  listed: 0,
  reporting: 0,
});

function regionRow(row: RegionRow, name: string, view: View, isProvince: boolean): Html {
  const { language } = view;
  const { code, stories, articles, outlets, listed, reporting } = row;
  const link = linkTo(isProvince ? '/peta' : '/artikel', view, { wilayah: code });
  const rate = reporting === 0 ? '–' : figure(stories / reporting, language, 1);
  const sources =
    listed === 0
      ? html`<em>${stories === 0 ? sayReport('unread', language) : '0'}</em>`
      : html`${reporting} ${sayReport('of', language)} ${listed} ${sayReport('readOf', language)}`;
  const cells = [
    listed > 0 && stories === 0
      ? html`<small>${sayReport('quiet', language)}</small>`
      : figure(stories, language),
    figure(articles, language),
    figure(outlets, language),
    sources,
    rate,
  ];
  return html`<tr>
    <th scope="row"><a href="${link}">${name}</a></th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}
