// Above the list of sources: what is not read yet today, the alarms that stand, and how many sources stand how.
import { html } from 'hono/html';
import type { Alarm } from '../../schemas/health.ts';
import type { CoverageCell, SourceRow } from '../ports.ts';
import { causeText } from './cause-words.ts';
import type { Html } from './layout.ts';
import { figure } from './names.ts';
import type { PageParts } from './parts.ts';
import { sayReport } from './report-words.ts';
import { linkTo, unfiltered } from './view.ts';

/** Sources that an alarm names at once; the others open. */
const NAMED = 6;

type Named = { id: string; name: string };

export function missingToday(
  { view, today }: PageParts,
  rows: SourceRow[],
  cells: Map<string, CoverageCell[]>,
): Html {
  const { language } = view;
  const isRead = ({ id }: SourceRow): boolean =>
    cells.get(id)?.some(({ day, completed }) => day === today && completed > 0) === true;
  const missing = rows.filter((row) => !isRead(row));
  const read = `${rows.length - missing.length} ${sayReport('of', language)} ${rows.length} ${sayReport('readOf', language)}`;
  return html`<section>
    <h2>${sayReport('missing', language)} <small>${today} · ${read}</small></h2>
    ${
      missing.length === 0
        ? html`<p class="note">${sayReport('missingNone', language)}</p>`
        : html`<details>
            <summary>
              ${figure(missing.length, language)} ${sayReport('sources', language).toLowerCase()}
            </summary>
            <p class="chips">
              ${missing.map(({ id, name }) => html`<a class="chip" href="${linkTo(`/sumber/${id}`, unfiltered(view))}">${name}</a>`)}
            </p>
          </details>`
    }
  </section>`;
}

export function standing(parts: PageParts): Html {
  const { reports, view } = parts;
  const open = reports.alarms(50).filter(({ closedAt }) => closedAt === null);
  if (open.length === 0 || view.filter.within !== undefined) return html``;
  return html`<section>
    <h2>${sayReport('alarms', view.language)}</h2>
    <ul class="alarms">
      ${open.map((alarm) => alarmItem(alarm, parts))}
    </ul>
  </section>`;
}

function alarmItem({ cause, openedAt, sites }: Alarm, { reports, view }: PageParts): Html {
  const { language } = view;
  const known = reports.sites();
  const named = sites.map((id): Named => ({ id, name: known.get(id)?.name ?? id }));
  const [first, rest] = [named.slice(0, NAMED), named.slice(NAMED)];
  const links = (some: readonly Named[]): Html[] =>
    some.map(
      ({ id, name }, index) =>
        html`${index === 0 ? '' : ', '}<a href="${linkTo(`/sumber/${id}`, unfiltered(view))}"
            >${name}</a
          >`,
    );
  return html`<li>
    <strong>${causeText(cause, language)}</strong>
    <small>${openedAt.slice(0, 16).replace('T', ' ')} UTC</small><br />
    ${links(first)}
    ${
      rest.length === 0
        ? ''
        : html`<details>
            <summary>+ ${figure(rest.length, language)} ${sayReport('more', language)}</summary>
            ${links(rest)}
          </details>`
    }
  </li>`;
}
