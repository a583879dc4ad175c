// What a watch would have sent → the part of the page that shows it, with what would make it less.
import { html } from 'hono/html';
import type { Hint, Rehearsal } from '../../schemas/rehearsal.ts';
import type { Alert } from '../../schemas/watch.ts';
import type { RegionNames } from '../web/parts.ts';
import type { Html } from '../web/layout.ts';
import { COVERAGE_NAMES, type Language } from '../web/words.ts';
import { eventLabel, sayWatch } from './watch-words.ts';

/** Alerts shown; the others are counted. */
const SHOWN = 25;

export function rehearsalPart(
  rehearsal: Rehearsal,
  regions: RegionNames,
  language: Language,
): Html {
  const { alerts, stories, messages, largest, list } = rehearsal;
  const say = (word: Parameters<typeof sayWatch>[0]): string => sayWatch(word, language);
  return html`<section class="card rehearsal" aria-labelledby="hasil-uji">
    <h2 id="hasil-uji">${say('result')}</h2>
    ${
      alerts === 0
        ? html`<p>${say('nothing')}</p>`
        : html`<p class="sum" role="status">
              ${say('wouldHave')} <strong>${alerts}</strong> ${say('alertsAbout')}
              <strong>${stories}</strong> ${say('stories')} (${messages} ${say('inMessages')}).
            </p>
            ${
              largest === null || largest.alerts < 2
                ? ''
                : html`<p>${largest.alerts} ${say('fromOne')} <q>${largest.title}</q></p>`
            }
            ${hintList(rehearsal.hints, language)}
            <ol class="alerts">
              ${list.slice(0, SHOWN).map((alert) => alertItem(alert, regions, language))}
            </ol>
            ${list.length > SHOWN ? html`<p>… ${list.length - SHOWN} ${say('andMore')}</p>` : ''}`
    }
  </section>`;
}

const hintList = (hints: readonly Hint[], language: Language): Html =>
  hints.length === 0
    ? html``
    : html`<h3>${sayWatch('fewer', language)}</h3>
        <ul class="hints">
          ${hints.map(
            (hint) =>
              html`<li>
                ${hintText(hint, language)}:
                <strong>${hint.spares}</strong> ${sayWatch('spares', language)}
              </li>`,
          )}
        </ul>`;

function hintText(hint: Hint, language: Language): string {
  switch (hint.change) {
    case 'without-kind':
      return `${sayWatch('withoutKind', language)} ${COVERAGE_NAMES[hint.kind]}`;
    case 'without-event':
      return `${sayWatch('withoutEvent', language)} “${eventLabel(hint.event, language)}”`;
    case 'only-decision':
      return sayWatch('onlyRelevant', language);
    case 'least-relevance':
      return `${sayWatch('leastRelevance', language)} ${hint.relevance * 100} %`;
    case 'without-copies':
      return sayWatch('withoutCopies', language);
    default:
      return hint satisfies never;
  }
}

/** One alert in a list: what, where, when, and by how many it is told. */
export function alertItem(alert: Alert, regions: RegionNames, language: Language): Html {
  const { article, counts, primary, kind, events } = alert;
  const place = primary === null ? sayWatch('noRegionName', language) : regions.name(primary);
  return html`<li>
    <p class="meta">
      <time datetime="${alert.at}">${alert.at.slice(0, 10)}</time> ·
      ${events.map((event) => eventLabel(event, language)).join(', ')}
    </p>
    <h3>
      <a href="/artikel/${article.id}${language === 'en' ? '?bahasa=en' : ''}">${article.title}</a>
    </h3>
    <p class="chips">
      <span class="chip region">${place}</span>
      <span class="chip coverage">${COVERAGE_NAMES[kind]}</span>
      <span class="meta"
        >${article.outlet} · ${counts.outlets} ${sayWatch('outlets', language)}</span
      >
    </p>
  </li>`;
}
