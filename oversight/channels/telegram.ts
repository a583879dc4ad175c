// A letter → a message of a Telegram bot (Bot API, sendMessage, parse mode HTML), within the API's limits.
import { request } from 'undici';
import type { Alert } from '../../schemas/watch.ts';
import type { Letter, Send, Sent } from '../alerts/deliver.ts';
import { WRONGS } from '../alerts/links.ts';
import { type Voice, reasons, subject, told } from './letter.ts';
import { type Language, facts, headline, moreLine, say } from './words.ts';
import { connectionFailed } from './webhook.ts';

export type Bot = {
  /** https://api.telegram.org, or a Bot API server of one's own. */
  api: string;
  token: string;
};

/** Characters of a message after its entities are parsed (Bot API, sendMessage). */
const MOST = 4096;
const MAX_TITLE = 300;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const link = (href: string, text: string): string =>
  `<a href="${escape(href).replaceAll('"', '&quot;')}">${escape(text)}</a>`;

/** As long as Telegram counts it. */
const visible = (markup: string): number =>
  markup.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, ' ').length;

/** The text of the message. */
export function writeTelegram(letter: Letter, voice: Voice): string {
  const { alerts, watch, key } = letter;
  const [only] = alerts;
  if (alerts.length === 1 && only !== undefined) return single(only, letter, voice);
  const { language } = watch;
  const { shown, more } = told(letter);
  const head = `<b>${escape(subject(letter, voice.names))}</b>`;
  const foot = (left: number): string =>
    `${left === 0 ? '' : `${link(voice.links.watch(watch.id), moreLine(left, language))}\n\n`}<i>${key}</i>`;
  const parts: string[] = [];
  for (const alert of shown) {
    const part = brief(alert, voice, language);
    const whole = [head, ...parts, part, foot(alerts.length)].join('\n\n');
    if (visible(whole) > MOST) break;
    parts.push(part);
  }
  return [head, ...parts, foot(more + shown.length - parts.length)].join('\n\n');
}

const titleLink = ({ article }: Alert): string =>
  link(article.url, article.title.slice(0, MAX_TITLE));

const brief = (alert: Alert, { names, links }: Voice, language: Language): string =>
  [
    `<b>${escape(headline(alert, names, language))}</b>`,
    titleLink(alert),
    `${escape(alert.article.outlet)}, ${alert.article.day ?? say('noDate', language)} · ${link(links.article(alert), say('open', language))}`,
  ].join('\n');

function single(alert: Alert, { key, watch }: Letter, { names, links }: Voice): string {
  const { language } = watch;
  const quoted = reasons(alert, language).map(({ quote }) => `“${escape(quote)}”`);
  const wrongs = WRONGS.map((wrong) => link(links.review(alert, wrong), say(wrong, language)));
  const must = [`<b>${escape(headline(alert, names, language))}</b>`, titleLink(alert), ''];
  const end = [
    '',
    link(links.article(alert), say('open', language)),
    `${say('wrong', language)} ${wrongs.join(' · ')}`,
    `<i>${escape(watch.name)} · ${key}</i>`,
  ];
  const may = [
    ...facts(alert, names, language).map(([label, value]) => `<b>${label}:</b> ${escape(value)}`),
    ...(quoted.length === 0 ? [] : [`<b>${say('why', language)}:</b> ${quoted.join(', ')}`]),
  ];
  const lines = [...must];
  for (const line of may) {
    if (visible([...lines, line, ...end].join('\n')) <= MOST) lines.push(line);
  }
  return [...lines, ...end].join('\n');
}

/** Sends to one chat. */
export function telegramChannel(chat: string, bot: Bot, voice: Voice): Send {
  return async (letter, signal) => {
    const url = new URL(`/bot${bot.token}/sendMessage`, bot.api);
    try {
      const answer = await request(url, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json', 'idempotency-key': letter.key },
        body: JSON.stringify({
          chat_id: chat,
          text: writeTelegram(letter, voice),
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        }),
      });
      return judge(answer.statusCode, await answer.body.json().catch(() => ({})));
    } catch (error) {
      return connectionFailed(error, url, signal);
    }
  };
}

/** The API answers in JSON what is wrong, and how long to wait. */
function judge(status: number, body: unknown): Sent {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const said = body as { description?: string; parameters?: { retry_after?: number } } | null;
  const reason = `Telegram answered ${status}: ${said?.description ?? 'no reason given'}`.slice(
    0,
    300,
  );
  const seconds = said?.parameters?.retry_after;
  // A wrong token (401, 404) or a bot that was put out of the chat (403) can be put right.
  if (status === 400) return { kind: 'refused', reason };
  return { kind: 'failed', reason, afterMs: seconds === undefined ? null : seconds * 1000 };
}
