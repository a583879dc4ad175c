// The frame of every page: head, masthead, navigation, the notice of ignored parameters, footer.
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Viewer } from '../../schemas/viewer.ts';
import { type Label, say, tell } from './words.ts';
import { type View, linkTo, narrowed, unfiltered } from './view.ts';

/** A piece of HTML in which every interpolated value was escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type NavigationEntry = {
  path: string;
  label: Label;
  /** True where the page narrows by the same filter, which its link then keeps. */
  keepsFilter?: boolean;
  /** Who gets the entry; without it everyone. */
  shows?: (viewer: Viewer) => boolean;
};

const PLACES: readonly NavigationEntry[] = [
  { path: '/', label: ['Ringkasan', 'Overview'], keepsFilter: true },
  { path: '/peta', label: ['Peta', 'Map'], keepsFilter: true },
  { path: '/bandingkan', label: ['Bandingkan', 'Compare'] },
  { path: '/jenis', label: ['Jenis dan pelanggaran', 'Kinds and acts'], keepsFilter: true },
  { path: '/artikel', label: ['Artikel', 'Articles'], keepsFilter: true },
  { path: '/sumber', label: ['Sumber', 'Sources'] },
  { path: '/metode', label: ['Metode', 'Method'] },
];

const PRINTED: Label = ['Dicetak', 'Printed'];

export type Surroundings = {
  title: string;
  path: string;
  view: View;
  version: string;
  viewer: Viewer;
  navigation: readonly NavigationEntry[];
  corner: readonly Html[];
  /** The whole address and the moment: what a sheet of paper must say of itself. */
  address: string;
  at: string;
};

/** A whole page around `content`. */
export function layout(frame: Surroundings, content: Html): Html {
  const { title, path, view, version, viewer } = frame;
  const { language } = view;
  const other = language === 'id' ? 'en' : null;
  // Whoever may see no region at all, at the page of login, has nowhere to go.
  const places = viewer.regions?.length === 0 ? [] : [...PLACES, ...frame.navigation];
  const entries = places.filter((entry) => entry.shows?.(viewer) ?? true);
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
          <a class="brand" href="${linkTo('/', unfiltered(view))}">
            <strong>Pantau</strong><span>${say('tagline', language)}</span>
          </a>
          <div class="corner">
            <a
              class="language"
              lang="${other ?? 'id'}"
              href="${linkTo(path, view, { bahasa: other })}"
              >${say('language', language)}</a
            >
            ${frame.corner}
          </div>
          <nav aria-label="Pantau">${entries.map((entry) => navigation(entry, path, view))}</nav>
        </header>
        <main id="isi">${ignoredNotice(view)}${content}</main>
        <footer>
          Pantau ${version}
          <p class="printed">
            ${tell(PRINTED, language)} ${frame.at}<br />
            ${frame.address}
          </p>
        </footer>
      </body>
    </html>`;
}

function navigation(entry: NavigationEntry, path: string, view: View): Html {
  const here = path === entry.path || (entry.path !== '/' && path.startsWith(`${entry.path}/`));
  const current = here ? raw(' aria-current="page"') : '';
  const target = entry.keepsFilter === true ? narrowed(view) : unfiltered(view);
  return html`<a href="${linkTo(entry.path, target)}" ${current}
    >${tell(entry.label, view.language)}</a
  >`;
}

const ignoredNotice = (view: View): Html =>
  view.ignored.length === 0
    ? html``
    : html`<p class="notice" role="status">
        ${say('wrongFilter', view.language)} <code>${view.ignored.join(', ')}</code>
      </p>`;
