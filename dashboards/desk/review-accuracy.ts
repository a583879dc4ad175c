// Accuracy from the reviewed random sample → its section on the page of method.
import { html } from 'hono/html';
import type { Html } from '../web/layout.ts';
import { figure } from '../web/names.ts';
import type { RegionNames } from '../web/parts.ts';
import { tagTitle } from '../web/tag-panel.ts';
import type { Language } from '../web/words.ts';
import type { ReviewAccuracy, ReviewShare } from './review-ports.ts';
import { type ReviewWord, sayReview } from './review-words.ts';

/** Tags and regions told; those with fewest reviews are left out. */
const MOST_ROWS = 25;

export function accuracySection(
  accuracy: ReviewAccuracy,
  regions: RegionNames,
  language: Language,
): Html {
  const { articles, precision, aside, tags, regions: places } = accuracy;
  if (articles === 0)
    return html`<h2>${sayReview('accuracy', language)}</h2>
      <p class="note">${sayReview('noAccuracy', language)}</p>`;
  return html`<h2>${sayReview('accuracy', language)}</h2>
    <p>${sayReview('accuracyText', language)}</p>
    <p class="note">${figure(articles, language)} ${sayReview('sampled', language)}.</p>
    ${shareTable(
      ['measure', 'right'],
      [
        [sayReview('precisionRow', language), precision],
        [sayReview('asideRow', language), aside],
      ],
      language,
    )}
    ${shareTable(
      ['tag', 'precision', 'recall'],
      tags
        .slice(0, MOST_ROWS)
        .map((row) => [tagTitle(row.tag, regions, language), row.precision, row.recall]),
      language,
    )}
    ${shareTable(
      ['region', 'right'],
      places.slice(0, MOST_ROWS).map(({ region, right }) => [regions.name(region), right]),
      language,
    )}`;
}

function shareTable(
  heads: readonly [ReviewWord, ...ReviewWord[]],
  rows: readonly (readonly [string, ...(ReviewShare | null)[]])[],
  language: Language,
): Html {
  if (rows.length === 0) return html``;
  const [first, ...others] = heads;
  return html`<div
    class="scroll"
    tabindex="0"
    role="group"
    aria-label="${sayReview(first, language)}"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${sayReview(first, language)}</th>
          ${others.map((word) => html`<th scope="col" class="number">${sayReview(word, language)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, ...shares]) =>
            html`<tr>
              <th scope="row">${label}</th>
              ${shares.map((share) => html`<td class="number">${said(share, language)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function said(share: ReviewShare | null, language: Language): Html {
  if (share === null) return html`–`;
  const percent = (part: number): string => figure(part * 100, language, 0);
  return html`${percent(share.hits / share.of)} %
    <small>(${percent(share.low)}–${percent(share.high)}; ${share.hits}/${share.of})</small>`;
}
