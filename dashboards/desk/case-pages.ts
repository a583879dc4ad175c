// The list of cases, one case with its articles and its way, and what of cases stands beside an article.
import { html, raw } from 'hono/html';
import { type CaseEvent, CaseState } from '../../schemas/case.ts';
import type { Html } from '../web/layout.ts';
import type { RegionNames } from '../web/parts.ts';
import { type View, linkTo, unfiltered } from '../web/view.ts';
import { COVERAGE_NAMES, type Language } from '../web/words.ts';
import type { CaseAround, CaseArticle, CaseView } from './case-ports.ts';
import { eventName, sayCase, stateName } from './case-words.ts';
import { sayEvidence } from './evidence-words.ts';
import { stylesheet } from './watch-pages.ts';

export function casesPage(all: readonly CaseView[], regions: RegionNames, view: View): Html {
  const { language } = view;
  const quiet = all.filter((one) => one.quiet);
  const closed = all.filter((one) => one.case.state === 'selesai');
  const active = all.filter((one) => !one.quiet && one.case.state !== 'selesai');
  const part = (word: 'quiet' | 'active' | 'closed', cases: readonly CaseView[]): Html =>
    cases.length === 0
      ? html``
      : html`<section>
          <h2>${sayCase(word, language)} <small>${cases.length}</small></h2>
          <ul class="watches">
            ${cases.map((one) => caseCard(one, regions, view))}
          </ul>
        </section>`;
  return html`${stylesheet}
    <h1>${sayCase('cases', language)}</h1>
    <p class="note lead">${sayCase('lead', language)}</p>
    ${all.length === 0 ? html`<p class="empty">${sayCase('none', language)}</p>` : ''}
    ${part('quiet', quiet)} ${part('active', active)} ${part('closed', closed)}`;
}

function caseCard(one: CaseView, regions: RegionNames, view: View): Html {
  const { language } = view;
  const fresh = one.articles.filter((each) => each.fresh).length;
  return html`<li class="card">
    <h3><a href="${linkTo(`/perkara/${one.case.n}`, unfiltered(view))}">${one.case.title}</a></h3>
    <p class="chips">
      <span class="chip coverage">${stateName(one.case.state, language)}</span>
      ${one.case.regions.map((code) => html`<span class="chip region">${regions.name(code)}</span>`)}
      ${fresh === 0 ? '' : html`<span class="chip review">${fresh} ${sayCase('new', language)}</span>`}
    </p>
    <p class="meta">
      ${one.articles.length} ${sayCase('articles', language)} · ${sayCase('lastNews', language)}
      ${one.lastNews.slice(0, 10)}
    </p>
    ${one.case.nextDate === null ? '' : html`<p class="meta">${sayCase('nextDate', language)}: ${one.case.nextDate}</p>`}
  </li>`;
}

/** Of the articles that the viewer sees, by id. */
type Titles = ReadonlyMap<string, string>;

export type CasePageParts = { shown: CaseView; field: Html; mayWrite: boolean; wrong: boolean };

export function casePage(
  { shown, field, mayWrite, wrong }: CasePageParts,
  regions: RegionNames,
  view: View,
): Html {
  const { language } = view;
  const { case: one, articles, events } = shown;
  const titles = new Map(articles.map(({ article }) => [article.id, article.extracted.title]));
  return html`${stylesheet}
    <p>
      <a href="${linkTo('/perkara', unfiltered(view))}">← ${sayCase('back', language)}</a>
    </p>
    <h1>${one.title}</h1>
    ${wrong ? html`<p class="notice" role="alert">${sayCase('wrong', language)}</p>` : ''}
    ${shown.quiet ? html`<p class="notice">${sayCase('quiet', language)}</p>` : ''}
    <p class="chips">
      <span class="chip coverage">${stateName(one.state, language)}</span>
      ${one.regions.map((code) => html`<span class="chip region">${regions.name(code)}</span>`)}
    </p>
    <p class="meta">
      ${sayCase('lastNews', language)} ${shown.lastNews.slice(0, 10)} ·
      ${sayCase('nextDate', language)}: ${one.nextDate ?? sayCase('noDate', language)}
    </p>
    <div class="review-columns">
      <section>
        <h2>${sayCase('contents', language)}</h2>
        <ol class="alerts">
          ${articles.map((each) => articleItem(each, view))}
        </ol>
        <p class="downloads">
          <a href="/perkara/${one.n}/bukti.wacz">${sayEvidence('download', language)}</a>
        </p>
        ${mayWrite && articles.some(({ fresh }) => fresh) ? html`<form method="post" action="/perkara/${one.n}/lihat">${field}${languageField(language)}<button type="submit" class="second">${sayCase('looked', language)}</button></form>` : ''}
      </section>
      <div>
        ${mayWrite ? forms(shown, field, language) : ''}
        <section>
          <h2>${sayCase('way', language)}</h2>
          <ol class="reviews" reversed>
            ${events.map((event) => eventItem(event, titles, view))}
          </ol>
        </section>
      </div>
    </div>`;
}

const articleItem = ({ article, byStory, fresh }: CaseArticle, view: View): Html =>
  html`<li>
    <p class="meta">
      ${article.localDay ?? '–'} ·
      ${article.outlet}${byStory ? html` · ${sayCase('byStory', view.language)}` : ''}
    </p>
    <h3>
      <a href="${linkTo(`/artikel/${article.id}`, unfiltered(view))}">${article.extracted.title}</a>
    </h3>
    <p class="chips">
      ${fresh ? html`<span class="chip review">${sayCase('new', view.language)}</span>` : ''}
      <span class="chip coverage">${COVERAGE_NAMES[article.tags.coverage]}</span>
    </p>
  </li>`;

const languageField = (language: Language): Html =>
  html`<input type="hidden" name="bahasa" value="${language}" />`;

function forms({ case: one }: CaseView, field: Html, language: Language): Html {
  const shared = html`${field}${languageField(language)}`;
  return html`<form class="watch-form card" method="post" action="/perkara/${one.n}/tahap">
      ${shared}
      <label class="wide"
        ><span>${sayCase('state', language)}</span>
        <select name="tahap">
          ${CaseState.options.map((state) => html`<option value="${state}" ${state === one.state ? raw('selected') : ''}>${stateName(state, language)}</option>`)}
        </select></label
      >
      <label class="wide"
        ><span>${sayCase('why', language)}</span><input name="keterangan" maxlength="1000"
      /></label>
      <button type="submit">${sayCase('move', language)}</button>
    </form>
    <form class="watch-form card" method="post" action="/perkara/${one.n}/catatan">
      ${shared}
      <label class="wide"
        ><span>${sayCase('note', language)}</span>
        <textarea name="catatan" rows="3" maxlength="4000" required></textarea>
      </label>
      <button type="submit">${sayCase('addNote', language)}</button>
    </form>
    <form class="watch-form card" method="post" action="/perkara/${one.n}/tanggal">
      ${shared}
      <label class="wide"
        ><span>${sayCase('nextDate', language)}</span
        ><input type="date" name="tanggal" value="${one.nextDate ?? ''}"
      /></label>
      <button type="submit">${sayCase('setDate', language)}</button>
    </form>`;
}

function eventItem({ at, who, kind, text }: CaseEvent, titles: Titles, view: View): Html {
  const { language } = view;
  return html`<li>
    <p class="meta">
      ${at.slice(0, 16).replace('T', ' ')} UTC · ${who ?? sayCase('owner', language)} ·
      ${eventName(kind, language)}
    </p>
    <p class="channel">${eventText({ kind, text }, titles, view)}</p>
  </li>`;
}

function eventText(
  { kind, text }: Pick<CaseEvent, 'kind' | 'text'>,
  titles: Titles,
  view: View,
): Html {
  if (kind === 'added')
    return html`<a href="${linkTo(`/artikel/${text}`, unfiltered(view))}"
      >${titles.get(text) ?? html`<code>${text}</code>`}</a
    >`;
  if (kind !== 'moved') return html`${text}`;
  const [state = '', ...why] = text.split(' ');
  const known = CaseState.safeParse(state);
  const name = known.success ? stateName(known.data, view.language) : state;
  return html`<strong>${name}</strong> ${why.join(' ')}`;
}

export type BesideParts = {
  id: string;
  title: string;
  cases: readonly CaseAround[];
  field: Html;
  mayWrite: boolean;
};

/** Beside an article: the cases that it is in, and the forms that put it into one. */
export function besideArticle(
  { id, title, cases, field, mayWrite }: BesideParts,
  view: View,
): Html {
  const { language } = view;
  const own = cases.filter(({ holds }) => holds);
  const others = cases.filter((one) => !one.holds && one.case.state !== 'selesai');
  const shared = html`${field}${languageField(language)}<input
      type="hidden"
      name="artikel"
      value="${id}"
    />`;
  return html`${own.map((one) => html`<p>${sayCase('within', language)} <a href="${linkTo(`/perkara/${one.case.n}`, unfiltered(view))}">${one.case.title}</a></p>`)}
  ${mayWrite ? html`${stylesheet}${openForm(shared, title, language)}${others.length === 0 ? '' : addForm(shared, others, language)}` : ''}`;
}

const storyBox = (language: Language): Html =>
  html`<label class="check"
    ><input type="checkbox" name="cerita" value="ya" checked />
    <span>${sayCase('story', language)}</span></label
  >`;

const openForm = (shared: Html, title: string, language: Language): Html =>
  html`<details>
    <summary>${sayCase('open', language)}</summary>
    <form class="watch-form" method="post" action="/perkara">
      ${shared}
      <label class="wide"
        ><span>${sayCase('title', language)}</span
        ><input name="judul" maxlength="200" value="${title}"
      /></label>
      ${storyBox(language)}
      <button type="submit">${sayCase('open', language)}</button>
    </form>
  </details>`;

const addForm = (shared: Html, others: readonly CaseAround[], language: Language): Html =>
  html`<details>
    <summary>${sayCase('addTo', language)}</summary>
    <form class="watch-form" method="post" action="/perkara/artikel">
      ${shared}
      <label class="wide"
        ><span>${sayCase('cases', language)}</span>
        <select name="perkara">
          ${others.map((one) => html`<option value="${one.case.n}">${one.case.title}</option>`)}
        </select></label
      >
      ${storyBox(language)}
      <button type="submit">${sayCase('add', language)}</button>
    </form>
  </details>`;
