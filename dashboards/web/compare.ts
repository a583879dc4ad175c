// Bandingkan: up to six regions in one election, or up to six elections, aligned on the day of the vote.
import { html } from 'hono/html';
import { ElectionId } from '../../schemas/tag.ts';
import { type Aligned, compareChart } from './charts/compare-chart.ts';
import type { Chart } from './charts/chart.ts';
import { chartFigure } from './chart-figure.ts';
import type { Html } from './layout.ts';
import { dayLabel, figure, nameOf } from './names.ts';
import { type PageParts, choices, namerOf, nothing, shown } from './parts.ts';
import { sayReport } from './report-words.ts';
import { linkTo, parametersOf, unfiltered } from './view.ts';
import { electionName } from './words.ts';

const MOST = 6;
/** Weeks drawn before and after the vote. */
const BEFORE = 40;
const AFTER = 8;
const WEEK = 7;

type Compared = {
  by: 'wilayah' | 'pemilihan';
  values: string[];
  /** The election whose votes the regions are aligned on. */
  election: ElectionId | null;
};

/** What the view compares; without a choice the regions or elections with most stories. */
function comparedOf(parts: PageParts): Compared {
  const { reports, view, atlas } = parts;
  const by = view.own['menurut'] === 'pemilihan' ? 'pemilihan' : 'wilayah';
  const chosen = (view.own['banding'] ?? '').split(',').filter((value) => value !== '');
  const filter = shown(view);
  const dated = new Set(
    atlas.elections.filter(({ votes }) => votes.length > 0).map(({ id }) => id),
  );
  const elections = reports.values(filter, 'election').filter((id) => dated.has(id));
  if (by === 'pemilihan') {
    const known = chosen.filter((value) => ElectionId.safeParse(value).success);
    const values = known.length > 0 ? known : elections;
    return { by, values: values.slice(0, MOST), election: null };
  }
  const asked = [filter.election ?? []].flat().find((id) => dated.has(id));
  const election = asked ?? elections[0] ?? null;
  const regions = reports
    .values({ ...filter, election: election ?? undefined }, 'region')
    .filter((code) => code.length === 2);
  const visible = new Set(reports.values({ within: filter.within }, 'region'));
  const values =
    chosen.length > 0 ? chosen.filter((code) => visible.has(code)) : regions.slice(0, 3);
  return { by, values: values.slice(0, MOST), election };
}

/** The last day on which an election was voted on. */
const voteOf = ({ atlas }: PageParts, election: string): string | null =>
  atlas.elections.find(({ id }) => id === election)?.votes.at(-1) ?? null;

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function alignedOf(parts: PageParts, compared: Compared): Aligned[] {
  const namer = namerOf(parts);
  return compared.values.flatMap((value) => {
    const election = compared.by === 'wilayah' ? compared.election : ElectionId.parse(value);
    const vote = election === null ? null : voteOf(parts, election);
    if (election === null || vote === null) return [];
    const region = compared.by === 'wilayah' ? { region: value } : {};
    const filter = {
      ...shown(parts.view),
      ...region,
      election,
      from: shifted(vote, -BEFORE * WEEK),
      to: shifted(vote, AFTER * WEEK - 1),
    };
    const { buckets } = parts.reports.trend(filter, { unit: 'week', anchor: vote });
    const name = nameOf(compared.by === 'wilayah' ? 'region' : 'election', value, namer);
    return [
      {
        name,
        weeks: buckets.map(({ from, stories, reporting }) => ({
          week: Math.round((Date.parse(from) - Date.parse(vote)) / 86_400_000 / WEEK),
          stories: reporting === 0 ? null : stories,
        })),
      },
    ];
  });
}

export function compareChartOf(parts: PageParts): Chart {
  const compared = comparedOf(parts);
  const { language } = parts.view;
  const subtitle =
    compared.election === null
      ? compared.values.map((id) => nameOf('election', id, namerOf(parts))).join(' · ')
      : `${electionName(compared.election, language)} · ${dayLabel(voteOf(parts, compared.election) ?? '', language)}`;
  return compareChart(alignedOf(parts, compared), `${subtitle} · Pantau`, language);
}

export function comparePage(parts: PageParts): Html {
  const { view } = parts;
  const { language } = view;
  const compared = comparedOf(parts);
  const lines = alignedOf(parts, compared);
  return html`<h1>${sayReport('compare', language)}</h1>
    <p class="settings">
      ${choices('/bandingkan', { ...view, own: { ...view.own, banding: '' } }, 'menurut', {
        label: sayReport('show', language),
        choices: [
          { value: null, label: sayReport('compareRegions', language) },
          { value: 'pemilihan', label: sayReport('compareElections', language) },
        ],
      })}
    </p>
    <p class="note">${sayReport('compareHow', language)}</p>
    ${chooser(parts, compared)}
    ${
      lines.length === 0
        ? nothing(parts)
        : chartFigure(
            'banding',
            compareChartOf(parts),
            view,
            html`${sayReport('compareNote', language)}`,
          )
    }
    ${sums(parts, compared)}`;
}

/** What is compared as chips that can be taken away, and a form that adds one. */
function chooser(parts: PageParts, { by, values, election }: Compared): Html {
  const { view, reports, atlas } = parts;
  const { language } = view;
  const namer = namerOf(parts);
  const field = by === 'wilayah' ? 'region' : 'election';
  const link = (list: string[]): string =>
    linkTo('/bandingkan', view, { banding: list.join(',') || null });
  const options =
    by === 'wilayah'
      ? reports.values({ within: view.filter.within, decision: 'seen' }, 'region')
      : atlas.elections.filter(({ votes }) => votes.length > 0).map(({ id }) => id);
  const free = options.filter((value) => !values.includes(value));
  return html`<p class="chips">
      ${values.map((value) => html`<a class="chip ${field}" href="${link(values.filter((known) => known !== value))}">${nameOf(field, value, namer)} ×</a>`)}
    </p>
    <div class="columns even">
      ${
        values.length >= MOST || free.length === 0
          ? ''
          : html`<form class="filters" action="/bandingkan" method="get">
              ${[...parametersOf(view)].filter(([name]) => name !== 'banding').map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
              <label class="wide"
                ><span>${sayReport('add', language)}</span>
                <select name="banding">
                  ${free.map((value) => html`<option value="${[...values, value].join(',')}">${nameOf(field, value, namer)}</option>`)}
                </select></label
              >
              <button type="submit">${sayReport('add', language)}</button>
            </form>`
      }
      ${by === 'wilayah' ? electionForm(parts, election) : ''}
    </div>`;
}

function electionForm({ view, atlas }: PageParts, chosen: ElectionId | null): Html {
  const { language } = view;
  const dated = atlas.elections.filter(({ votes }) => votes.length > 0);
  return html`<form class="filters" action="/bandingkan" method="get">
    ${[...parametersOf(view)].filter(([name]) => name !== 'pemilihan').map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label class="wide"
      ><span>${sayReport('election', language)}</span>
      <select name="pemilihan">
        ${dated.map(({ id }) =>
          id === chosen
            ? html`<option value="${id}" selected>${electionName(id, language)}</option>`
            : html`<option value="${id}">${electionName(id, language)}</option>`,
        )}
      </select></label
    >
    <button type="submit">${sayReport('show', language)}</button>
  </form>`;
}

function sums(parts: PageParts, { by, values, election }: Compared): Html {
  const { reports, view } = parts;
  const { language } = view;
  const namer = namerOf(parts);
  const rows = values.map((value) => {
    const narrowed =
      by === 'wilayah'
        ? { region: value, election: election ?? undefined }
        : { election: ElectionId.parse(value) };
    const link = linkTo(
      '/',
      { ...unfiltered(view) },
      by === 'wilayah' ? { wilayah: value, pemilihan: election } : { pemilihan: value },
    );
    return { value, link, counts: reports.counts({ ...shown(view), ...narrowed }) };
  });
  if (rows.length === 0) return html``;
  return html`<table class="numbers">
    <thead>
      <tr>
        <th scope="col">${sayReport(by === 'wilayah' ? 'region' : 'election', language)}</th>
        ${(['stories', 'texts', 'articles', 'outlets'] as const).map((count) => html`<th scope="col" class="number">${sayReport(count, language)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ value, link, counts }) =>
          html`<tr>
            <th scope="row">
              <a href="${link}"
                >${nameOf(by === 'wilayah' ? 'region' : 'election', value, namer)}</a
              >
            </th>
            ${(['stories', 'texts', 'articles', 'outlets'] as const).map((count) => html`<td class="number">${figure(counts[count], language)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
