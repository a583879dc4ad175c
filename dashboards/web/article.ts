// One article: its text with the words behind each tag, what it is tagged, versions, copies, story, and the original.
import { html } from 'hono/html';
import type { Article } from '../../schemas/article.ts';
import type { Reason } from '../../schemas/tag.ts';
import type { ArticleAnswer } from '../ports.ts';
import { articleList } from './article-items.ts';
import { cutAtReasons, kindOf } from './highlight.ts';
import type { Html } from './layout.ts';
import { dayLabel, figure } from './names.ts';
import { type PageParts, namerOf } from './parts.ts';
import { sayReport } from './report-words.ts';
import { tagPanel, tagTitle } from './tag-panel.ts';
import { changedText, history } from './versions.ts';
import { type View, linkTo, unfiltered } from './view.ts';
import { say } from './words.ts';

/** `old`: the version that the address asks for, where it is not the newest; `before`: the one before it. */
export type ArticleParts = {
  answer: ArticleAnswer;
  old: Article | null;
  before: Article | null;
  /** What other parts say of the article, for example how its tags were reviewed. */
  beside: readonly Html[];
};

export function articlePage(parts: PageParts, { answer, old, before, beside }: ArticleParts): Html {
  const { regions, view } = parts;
  const { language } = view;
  const article = old ?? answer.article;
  const reasons = article.tags.reasons.filter(({ tag }) => view.tag === null || view.tag === tag);
  const within = (field: Reason['field']): Reason[] =>
    reasons.filter((reason) => reason.field === field);
  const asksForChange = view.own['versi'] !== undefined && before !== null;
  return html`<article class="article">
      <div class="reading">
        ${notices(article, old !== null, view)}
        <p class="meta">${answer.siteName} · ${when(article, view)}</p>
        <h1>${highlighted(article.extracted.title, within('title'), parts)}</h1>
        ${article.extracted.authors.length === 0 ? '' : html`<p class="meta">${article.extracted.authors.join(', ')}</p>`}
        <p class="original">
          <a href="${article.url}" rel="noopener noreferrer external"
            >${say('original', language)} ↗</a
          >
        </p>
        ${asksForChange ? changedText(before, article, view) : paragraphs(article.extracted.text, within('text'), parts)}
        ${article.extracted.credit === null ? '' : html`<p class="credit">${article.extracted.credit}</p>`}
        ${elsewhere(reasons, parts)}
      </div>
      <aside>
        ${tagPanel(article, regions, view)} ${beside} ${storyPanel(answer, view)}
        ${dateFacts(article, view)} ${history(answer, article.version, view)}
      </aside>
    </article>
    ${others('copies', answer.copies, parts)} ${others('story', answer.retold, parts)}`;
}

/** Only http(s) addresses are fetched, so article.url is safe to link. */
function when({ extracted, localDay }: Article, { language }: View): Html {
  const { published } = extracted;
  if (published === null) return html`<em>${say('noDate', language)}</em>`;
  const day = dayLabel(localDay ?? published.at.slice(0, 10), language);
  const clock = published.precision === 'day' ? '' : ` ${published.at.slice(11, 16)}`;
  return html`<time datetime="${published.at}">${day}${clock}</time>`;
}

function notices({ id, goneAt, version }: Article, isOld: boolean, view: View): Html {
  const { language } = view;
  const newest = linkTo(`/artikel/${id}`, view, { versi: null });
  return html`${
    isOld
      ? html`<p class="notice">
          ${sayReport('asOf', language)} (${version}).
          <a href="${newest}">${sayReport('newest', language)}</a>
        </p>`
      : ''
  }${goneAt === null ? '' : html`<p class="notice">${say('goneSince', language)} ${goneAt.slice(0, 10)}.</p>`}`;
}

/** Basis, precision, certainty and offset: a date that cannot be defended is no date. */
function dateFacts(
  { extracted: { published, modified }, localDay }: Article,
  { language }: View,
): Html {
  return html`<section>
    <h2>${sayReport('dateHow', language)}</h2>
    ${
      published === null
        ? html`<p class="note">${say('noDate', language)}; ${sayReport('undated', language)}.</p>`
        : html`<p class="note">
            ${say('dateBasis', language)} <code>${published.basis}</code>: ${published.at}
            (${figure(published.confidence * 100, language)} %
            ${sayReport('sure', language)})${localDay === null ? '' : html` → ${localDay}`}
          </p>`
    }
    ${modified === null ? '' : html`<p class="note"><code>modified</code> ${modified.at}</p>`}
  </section>`;
}

function storyPanel({ article, first, story }: ArticleAnswer, view: View): Html {
  const { language } = view;
  const firstName =
    first.id === article.id
      ? html`${first.siteName} (${sayReport('thisOne', language)})`
      : html`<a href="${linkTo(`/artikel/${first.id}`, unfiltered(view))}">${first.siteName}</a>`;
  return html`<section>
    <h2>${sayReport('storyCounts', language)}</h2>
    <p class="note">
      ${figure(story.articles, language)} ${sayReport('articles', language).toLowerCase()} ·
      ${figure(story.texts, language)} ${sayReport('texts', language).toLowerCase()} ·
      ${figure(story.outlets, language)} ${sayReport('outlets', language).toLowerCase()}
    </p>
    <p class="note">
      ${sayReport('first', language)}
      ${firstName}${first.at === null ? '' : html`, ${first.at.slice(0, 16).replace('T', ' ')}`}
    </p>
  </section>`;
}

function highlighted(text: string, reasons: Reason[], { regions, view }: PageParts): Html[] {
  return cutAtReasons(text, reasons).map((piece) => {
    const [first] = piece.reasons;
    if (first === undefined) return html`${piece.text}`;
    const tags = [
      ...new Set(piece.reasons.map(({ tag }) => tagTitle(tag, regions, view.language))),
    ].join(' · ');
    return html`<mark class="${kindOf(first.tag)}" title="${tags}">${piece.text}</mark>`;
  });
}

function paragraphs(text: string, reasons: Reason[], parts: PageParts): Html[] {
  const blocks: Html[] = [];
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)) {
    const from = match.index;
    const to = from + match[0].length;
    const inside = reasons
      .filter(({ start, end }) => end > from && start < to)
      .map((reason) => ({
        ...reason,
        start: Math.max(0, reason.start - from),
        end: Math.min(to, reason.end) - from,
      }));
    blocks.push(html`<p>${highlighted(match[0], inside, parts)}</p>`);
  }
  return blocks;
}

function elsewhere(reasons: Reason[], { regions, view: { language } }: PageParts): Html {
  const other = reasons.filter(({ field }) => field !== 'text' && field !== 'title');
  if (other.length === 0) return html``;
  return html`<section>
    <h2>${say('otherReasons', language)}</h2>
    <ul>
      ${other.map(
        (reason) =>
          html`<li>
            ${tagTitle(reason.tag, regions, language)}:
            <mark class="${kindOf(reason.tag)}">${reason.quote}</mark>
            <small>${reason.rule}</small>
          </li>`,
      )}
    </ul>
  </section>`;
}

const others = (title: 'copies' | 'story', rows: ArticleAnswer['copies'], parts: PageParts): Html =>
  rows.length === 0
    ? html``
    : html`<section>
        <h2>
          ${title === 'copies' ? say('copies', parts.view.language) : sayReport('story', parts.view.language)}
          <small>${rows.length}</small>
        </h2>
        ${articleList(rows, parts.view, namerOf(parts))}
      </section>`;
