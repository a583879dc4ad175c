// The list of watches, and one watch: what it told, and how far its channels have come.
import { html } from 'hono/html';
import type { Alert } from '../../schemas/watch.ts';
import type { RegionNames } from '../web/parts.ts';
import type { Html } from '../web/layout.ts';
import { type View, linkTo, unfiltered } from '../web/view.ts';
import { COVERAGE_NAMES, type Language } from '../web/words.ts';
import type { ChannelState, WatchState } from './ports.ts';
import { alertItem } from './watch-rehearsal.ts';
import { paceLabel, sayWatch } from './watch-words.ts';

/** The style of these pages beside that of all. */
export const stylesheet = html`<link rel="stylesheet" href="/pantauan.css" />`;

type ListParts = { states: WatchState[]; faults: string[]; mayWrite: boolean };

export function watchesPage(
  { states, faults, mayWrite }: ListParts,
  regions: RegionNames,
  view: View,
): Html {
  const { language } = view;
  const add = linkTo('/pantauan/baru', unfiltered(view));
  return html`${stylesheet}
    <div class="head">
      <h1>${sayWatch('watches', language)}</h1>
      ${mayWrite ? html`<a class="button" href="${add}">${sayWatch('add', language)}</a>` : ''}
    </div>
    <p class="note lead">${sayWatch('lead', language)}</p>
    ${
      faults.length === 0
        ? ''
        : html`<div class="notice" role="alert">
            <p>${sayWatch('faults', language)}</p>
            <ul>
              ${faults.map((fault) => html`<li><code>${fault}</code></li>`)}
            </ul>
          </div>`
    }
    ${
      states.length === 0
        ? html`<p class="empty">${sayWatch('none', language)}</p>`
        : html`<ul class="watches">
            ${states.map((state) => watchCard(state, regions, view))}
          </ul>`
    }`;
}

function watchCard(
  { watch, channels, newest }: WatchState,
  regions: RegionNames,
  view: View,
): Html {
  const { language } = view;
  const troubled = channels.some(({ error, missing }) => error !== null || missing !== null);
  const dead = channels.reduce((sum, channel) => sum + channel.dead, 0);
  return html`<li class="card">
    <h2><a href="${linkTo(`/pantauan/${watch.id}`, unfiltered(view))}">${watch.name}</a></h2>
    <p class="chips">
      ${watch.active ? '' : html`<span class="chip advertorial">${sayWatch('inactive', language)}</span>`}
      ${watch.regions.map((code) => html`<span class="chip region">${regions.name(code)}</span>`)}
      ${watch.kinds.map((kind) => html`<span class="chip coverage">${COVERAGE_NAMES[kind]}</span>`)}
    </p>
    <p class="meta">
      ${channels.length === 0 ? sayWatch('feedOnly', language) : channels.map(({ channel }) => channelName(channel)).join(', ')}
      · ${paceLabel(watch.pace, language)}
    </p>
    ${newest === null ? '' : html`<p class="meta">${sayWatch('newest', language)}: ${newest.at.slice(0, 10)} · ${newest.article.title}</p>`}
    ${troubled || dead > 0 ? html`<p class="notice">${sayWatch('problem', language)}: ${trouble(channels, language)}</p>` : ''}
  </li>`;
}

const trouble = (channels: ChannelState[], language: Language): string =>
  channels
    .flatMap(({ channel, error, missing, dead }) => {
      const why = missing === null ? error : sayWatch(missing, language);
      const given = dead > 0 ? [`${dead} ${sayWatch('dead', language).toLowerCase()}`] : [];
      const all = why === null ? given : [why, ...given];
      return all.length === 0 ? [] : [`${channelName(channel)}: ${all.join('; ')}`];
    })
    .join(' — ');

const channelName = (channel: string): string => channel.replace(/^(email|webhook):/, '');

export type WatchParts = {
  state: WatchState;
  alerts: Alert[];
  mayWrite: boolean;
  field: Html;
  secret: string | null;
};

export function watchPage(parts: WatchParts, regions: RegionNames, view: View): Html {
  const { language } = view;
  const { state, alerts, mayWrite } = parts;
  const { watch, channels } = state;
  const here = `/pantauan/${watch.id}`;
  return html`${stylesheet}
    <p><a href="${linkTo('/pantauan', unfiltered(view))}">← ${sayWatch('back', language)}</a></p>
    <div class="head">
      <h1>${watch.name}</h1>
      ${mayWrite ? html`<a class="button" href="${linkTo(`${here}/ubah`, unfiltered(view))}">${sayWatch('edit', language)}</a>` : ''}
    </div>
    ${watch.active ? '' : html`<p class="notice">${sayWatch('inactive', language)}</p>`}
    <section class="card">
      <h2>${sayWatch('state', language)}</h2>
      ${channels.length === 0 ? html`<p>${sayWatch('feedOnly', language)}</p>` : channelTable(channels, language)}
      <p class="note">
        ${sayWatch('feedText', language)} <a href="${here}/umpan.atom">Atom</a> ·
        <a href="${here}/umpan.rss">RSS</a>
      </p>
      ${mayWrite ? actions(parts, language) : ''}
    </section>
    <section>
      <h2>${sayWatch('alerts', language)}</h2>
      ${
        alerts.length === 0
          ? html`<p class="empty">${sayWatch('noAlerts', language)}</p>`
          : html`<ol class="alerts">
              ${alerts.map((alert) => alertItem(alert, regions, language))}
            </ol>`
      }
    </section>`;
}

function channelTable(channels: ChannelState[], language: Language): Html {
  const numbers = ['waiting', 'open', 'delivered', 'dead'] as const;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">${sayWatch('channel', language)}</th>
          ${numbers.map((word) => html`<th scope="col" class="number">${sayWatch(word, language)}</th>`)}
          <th scope="col">${sayWatch('lastOk', language)}</th>
          <th scope="col">${sayWatch('problem', language)}</th>
        </tr>
      </thead>
      <tbody>
        ${channels.map(
          (state) =>
            html`<tr>
              <th scope="row" class="channel">${channelName(state.channel)}</th>
              ${numbers.map((word) => html`<td class="number">${state[word]}</td>`)}
              <td>${state.lastOk === null ? sayWatch('never', language) : moment(state.lastOk)}</td>
              <td>${problem(state, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const moment = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

function problem({ error, missing, nextTry }: ChannelState, language: Language): string {
  const why = missing === null ? (error ?? '') : sayWatch(missing, language);
  return nextTry === null ? why : `${why} (${sayWatch('nextTry', language)} ${moment(nextTry)})`;
}

function actions({ state, field, secret }: WatchParts, language: Language): Html {
  const { watch, channels } = state;
  const here = `/pantauan/${watch.id}`;
  const dead = channels.some((channel) => channel.dead > 0);
  const hooks = channels.some(({ channel }) => channel.startsWith('webhook:'));
  return html`${
      dead
        ? html`<form method="post" action="${here}/coba">
            ${field}<button type="submit">${sayWatch('retry', language)}</button>
          </form>`
        : ''
    }
    ${
      hooks && secret !== null
        ? html`<details>
            <summary>${sayWatch('secret', language)}</summary>
            <p><code class="secret">${secret}</code></p>
          </details>`
        : ''
    }
    <details>
      <summary>${sayWatch('remove', language)}</summary>
      <p>${sayWatch('removeText', language)}</p>
      <form method="post" action="${here}/hapus">
        ${field}<button type="submit" class="danger">${sayWatch('removeSure', language)}</button>
      </form>
    </details>`;
}
