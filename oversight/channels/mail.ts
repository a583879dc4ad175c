// A letter in; the mail for a person out: subject, plain text and HTML that reads well on a phone, in light and dark.
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Alert } from '../../schemas/watch.ts';
import type { Letter } from '../alerts/deliver.ts';
import { WRONGS } from '../alerts/links.ts';
import { type Voice, reasons, subject, told } from './letter.ts';
import {
  type Language,
  eventNames,
  facts,
  headline,
  kindLine,
  moreLine,
  say,
  sumLine,
} from './words.ts';

export type Mail = { subject: string; text: string; html: string };

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export async function writeMail(letter: Letter, voice: Voice): Promise<Mail> {
  const page = await mailPage(letter, voice);
  return {
    subject: subject(letter, voice.names),
    text: mailText(letter, voice),
    html: page.toString(),
  };
}

function mailText(letter: Letter, { names, links }: Voice): string {
  const { watch, key } = letter;
  const { language } = watch;
  const { shown, more } = told(letter);
  const blocks = shown.map((alert) =>
    [
      eventNames(alert, language).toUpperCase(),
      alert.article.title,
      '',
      ...facts(alert, names, language).map(([label, value]) => `${label}: ${value}`),
      ...(alert.why.length === 0 ? [] : ['', `${say('why', language)}:`]),
      ...reasons(alert, language).map(({ label, quote }) => `- ${label}: “${quote}”`),
      '',
      `${say('read', language)}: ${alert.article.url}`,
      `${say('open', language)}: ${links.article(alert)}`,
      '',
      say('wrong', language),
      ...WRONGS.map((wrong) => `- ${say(wrong, language)}: ${links.review(alert, wrong)}`),
    ].join('\n'),
  );
  return [
    `${watch.name} — ${sumLine(letter.alerts, language)}`,
    ...blocks,
    ...(more === 0 ? [] : [`${moreLine(more, language)}: ${links.watch(watch.id)}`]),
    `${say('footer', language)} “${watch.name}”: ${links.watch(watch.id)}\n${say('repeat', language)} ${key}`,
  ].join('\n\n----------------------------------------\n\n');
}

/** Mail readers know little: tables no more, but inline styles, no sheets from elsewhere, no pictures. */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { margin: 0; padding: 16px 8px; background: #f3f2ee; color: #1c2329; font: 16px/1.5 system-ui, 'Segoe UI', Roboto, sans-serif; }
  .frame { max-width: 600px; margin: 0 auto; }
  .head { margin: 0 8px 12px; font-size: 14px; color: #56616b; }
  .head strong { color: #0b6e75; }
  .card { background: #ffffff; border: 1px solid #dfe2e0; border-radius: 10px; padding: 18px 20px; margin: 0 0 14px; overflow-wrap: anywhere; }
  .event { margin: 0 0 6px; font-size: 14px; font-weight: 600; color: #8a4b00; }
  h2 { margin: 0 0 6px; font-size: 20px; line-height: 1.3; }
  h2 a { color: #1c2329; text-decoration: none; }
  .opening { margin: 0 0 14px; color: #56616b; }
  dl { margin: 0 0 14px; }
  dt { font-size: 13px; color: #56616b; }
  dd { margin: 0 0 7px; }
  .why { margin: 0 0 16px; padding: 10px 12px; border-radius: 8px; background: #fff6cf; }
  .why p { margin: 0 0 4px; font-size: 13px; color: #56616b; }
  .why ul { margin: 0; padding-left: 18px; }
  .why small { color: #56616b; }
  .button { display: inline-block; margin: 0 6px 10px 0; padding: 10px 16px; border-radius: 8px; background: #0b6e75; color: #ffffff; text-decoration: none; font-weight: 600; }
  .plain { background: transparent; color: #0b6e75; border: 1px solid #0b6e75; padding: 9px 15px; }
  .wrong { margin: 6px 0 0; padding-top: 12px; border-top: 1px solid #dfe2e0; font-size: 14px; color: #56616b; }
  .wrong a { display: inline-block; padding: 8px 14px 8px 0; color: #0b6e75; }
  .foot { margin: 0 8px; font-size: 13px; color: #56616b; overflow-wrap: anywhere; }
  .foot a, .more a { color: #0b6e75; }
  @media (prefers-color-scheme: dark) {
    body { background: #14191d; color: #e6eaed; }
    .card { background: #1b2227; border-color: #323c44; }
    h2 a { color: #e6eaed; }
    .event { color: #ffc27a; }
    .head, .opening, dt, .why p, .why small, .wrong, .foot { color: #a3aeb8; }
    .head strong, .wrong a, .foot a, .more a, .plain { color: #5fc0c5; }
    .plain { border-color: #5fc0c5; }
    .button { background: #5fc0c5; color: #14191d; }
    .button.plain { background: transparent; color: #5fc0c5; }
    .why { background: #3b3510; }
    .wrong { border-color: #323c44; }
  }`;

function mailPage(letter: Letter, voice: Voice): Html {
  const { watch, key } = letter;
  const { language } = watch;
  const { shown, more } = told(letter);
  const here = voice.links.watch(watch.id);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject(letter, voice.names)}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <div class="frame">
          <p class="head">
            <strong>Pantau</strong> · ${watch.name} · ${sumLine(letter.alerts, language)}
          </p>
          ${shown.map((alert) => (letter.alerts.length === 1 ? card : brief)(alert, voice, language))}
          ${
            more === 0
              ? ''
              : html`<p class="card more"><a href="${here}">${moreLine(more, language)}</a></p>`
          }
          <p class="foot">
            ${say('footer', language)} <a href="${here}">${watch.name}</a>.
            ${say('repeat', language)} ${key}
          </p>
        </div>
      </body>
    </html>`;
}

function card(alert: Alert, { names, links }: Voice, language: Language): Html {
  const { article } = alert;
  return html`<div class="card">
    <p class="event">${eventNames(alert, language)} · ${kindLine(alert, names, language)}</p>
    <h2><a href="${article.url}">${article.title}</a></h2>
    <p class="opening">${article.opening}</p>
    <dl>
      ${facts(alert, names, language).map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${why(alert, language)}
    <a class="button" href="${links.article(alert)}">${say('open', language)}</a>
    <a class="button plain" href="${article.url}">${say('read', language)}</a>
    <p class="wrong">
      ${say('wrong', language)}<br />
      ${WRONGS.map(
        (wrong) => html`<a href="${links.review(alert, wrong)}">${say(wrong, language)}</a>`,
      )}
    </p>
  </div>`;
}

/** One of several: the same facts on fewer lines. */
function brief(alert: Alert, { names, links }: Voice, language: Language): Html {
  const { article } = alert;
  const quotes = reasons(alert, language).map(({ quote }) => `“${quote}”`);
  const lines = facts(alert, names, language).map(([label, value]) => `${label}: ${value}`);
  return html`<div class="card">
    <p class="event">${headline(alert, names, language)}</p>
    <h2><a href="${article.url}">${article.title}</a></h2>
    <p class="opening">${lines.join(' · ')}</p>
    ${quotes.length === 0 ? '' : html`<div class="why">${quotes.join(', ')}</div>`}
    <p class="wrong">
      <a href="${links.article(alert)}"><strong>${say('open', language)}</strong></a>
      ${WRONGS.map(
        (wrong) => html`<a href="${links.review(alert, wrong)}">${say(wrong, language)}</a> `,
      )}
    </p>
  </div>`;
}

const why = (alert: Alert, language: Language): Html =>
  alert.why.length === 0
    ? html``
    : html`<div class="why">
        <p>${say('why', language)}</p>
        <ul>
          ${reasons(alert, language).map(
            ({ label, quote }) => html`<li>“${quote}” <small>${label}</small></li>`,
          )}
        </ul>
      </div>`;
