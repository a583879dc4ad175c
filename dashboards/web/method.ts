// Metode: what is counted and how, how often the taggers are right, by which versions, and what is known to be missing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from 'hono/html';
import type { Html } from './layout.ts';
import { COUNTED, LIMITS, MEASURE_NAMES, METHOD_WORDS, setName } from './method-words.ts';
import { figure } from './names.ts';
import type { PageParts } from './parts.ts';
import { type Language, tell } from './words.ts';

/** Written by `npm run gold`: shares with their 95 % intervals, by set of labelled articles and measure. */
type Accuracy = {
  sets: {
    name: string;
    articles: number;
    figures: Record<string, { value: number; low: number; high: number } | null>;
  }[];
};

const ACCURACY: Accuracy = JSON.parse(
  readFileSync(join(import.meta.dirname, 'accuracy.gen.json'), 'utf8'),
);

const isTunedOn = ({ name }: Accuracy['sets'][number]): boolean =>
  name !== 'given' && !name.endsWith('-heldout');
const TUNED_ON = ACCURACY.sets.filter(isTunedOn);
const HELD_OUT = ACCURACY.sets.filter((set) => !isTunedOn(set));

export function methodPage({ atlas, reports, view, method }: PageParts): Html {
  const { language } = view;
  // The first and last day tell of articles elsewhere.
  const span = view.filter.within === undefined ? reports.span() : null;
  const { articles } = reports.counts({ within: view.filter.within });
  return html`<article class="prose">
    <h1>${tell(METHOD_WORDS.title, language)}</h1>
    <h2>${tell(METHOD_WORDS.counted, language)}</h2>
    <dl class="facts">
      ${COUNTED.map(
        ([term, meaning]) =>
          html`<dt>${tell(term, language)}</dt>
            <dd>${tell(meaning, language)}</dd>`,
      )}
    </dl>
    <h2>${tell(METHOD_WORDS.accuracy, language)}</h2>
    <p>${tell(METHOD_WORDS.accuracyText, language)}</p>
    ${accuracyTable(HELD_OUT, language)}
    <details>
      <summary>${tell(METHOD_WORDS.tuned, language)}</summary>
      ${accuracyTable(TUNED_ON, language)}
    </details>
    ${method?.() ?? []}
    <h2>${tell(METHOD_WORDS.limits, language)}</h2>
    <ul>
      ${LIMITS.map((limit) => html`<li>${tell(limit, language)}</li>`)}
    </ul>
    <h2>${tell(METHOD_WORDS.versions, language)}</h2>
    <dl class="facts">
      <dt>${tell(METHOD_WORDS.code, language)}</dt>
      <dd><code>${atlas.versions.code}</code></dd>
      <dt>${tell(METHOD_WORDS.knowledge, language)}</dt>
      <dd><code>${atlas.versions.knowledge}</code></dd>
      <dt>${tell(METHOD_WORDS.archive, language)}</dt>
      <dd>
        ${figure(articles, language)}${span === null ? '' : html`, ${span.from} – ${span.to}`}
      </dd>
    </dl>
    <p class="note">${tell(METHOD_WORDS.versionsText, language)}</p>
  </article>`;
}

function accuracyTable(sets: Accuracy['sets'], language: Language): Html {
  const percent = (share: number): string => figure(share * 100, language, 0);
  return html`<div
    class="scroll"
    tabindex="0"
    role="group"
    aria-label="${tell(METHOD_WORDS.accuracy, language)}"
  >
    <table class="accuracy">
      <thead>
        <tr>
          <th scope="col">${tell(METHOD_WORDS.measure, language)}</th>
          ${sets.map(({ name, articles }) => html`<th scope="col" class="number">${setName(name, language)}<br /><small>${articles} ${tell(METHOD_WORDS.labelled, language)}</small></th>`)}
        </tr>
      </thead>
      <tbody>
        ${Object.entries(MEASURE_NAMES).map(
          ([measure, label]) =>
            html`<tr>
              <th scope="row">${tell(label, language)}</th>
              ${sets.map(({ figures }) => {
                const found = figures[measure];
                return html`<td class="number">
                  ${found === null || found === undefined ? '–' : html`${percent(found.value)} % <small>(${percent(found.low)}–${percent(found.high)})</small>`}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
