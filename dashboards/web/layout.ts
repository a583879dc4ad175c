// The frame of every page: head, masthead, navigation, the notice of ignored parameters, footer.
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type Word, say } from './words.ts';
import { type View, linkTo } from './view.ts';

/** A piece of HTML in which every interpolated value was escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const PLACES: { path: string; word: Word }[] = [
  { path: '/', word: 'overview' },
  { path: '/artikel', word: 'articles' },
  { path: '/sumber', word: 'sources' },
];

type Frame = { title: string; path: string; view: View; version: string };

/** A whole page around `content`. */
export function layout({ title, path, view, version }: Frame, content: Html): Html {
  const { language } = view;
  const other = language === 'id' ? 'en' : null;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Pantau</title>
        <link rel="stylesheet" href="/pantau.css?v=${version}" />
        <link rel="icon" href="/ikon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#isi">${say('skip', language)}</a>
        <header class="masthead">
          <a class="brand" href="${linkTo('/', { ...view, filter: {} })}">
            <strong>Pantau</strong><span>${say('tagline', language)}</span>
          </a>
          <nav aria-label="Pantau">
            ${PLACES.map((place) => navigation(place, path, view))}
            <a
              class="language"
              lang="${other ?? 'id'}"
              href="${linkTo(path, view, { bahasa: other })}"
              >${say('language', language)}</a
            >
          </nav>
        </header>
        <main id="isi">${ignoredNotice(view)}${content}</main>
        <footer>Pantau ${version}</footer>
      </body>
    </html>`;
}

function navigation(place: { path: string; word: Word }, path: string, view: View): Html {
  const here = path === place.path || (place.path !== '/' && path.startsWith(place.path));
  const current = here ? raw(' aria-current="page"') : '';
  const target = place.path === '/sumber' ? { ...view, filter: {} } : view;
  return html`<a href="${linkTo(place.path, target)}" ${current}
    >${say(place.word, view.language)}</a
  >`;
}

const ignoredNotice = (view: View): Html =>
  view.ignored.length === 0
    ? html``
    : html`<p class="notice" role="status">
        ${say('wrongFilter', view.language)} <code>${view.ignored.join(', ')}</code>
      </p>`;
