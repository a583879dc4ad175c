// One article: its text with the words behind each tag, what it is tagged, versions, copies, and the original.
import { html } from 'hono/html';
import type { Article } from '../../schemas/article.ts';
import type { Reason } from '../../schemas/tag.ts';
import type { Reports } from '../ports.ts';
import { type RegionNames, articleList } from './filters.ts';
import { cutAtReasons, kindOf } from './highlight.ts';
import type { Html } from './layout.ts';
import { tagPanel, tagTitle } from './tag-panel.ts';
import type { View } from './view.ts';
import { say } from './words.ts';

type Answer = NonNullable<ReturnType<Reports['article']>>;

export function articlePage(answer: Answer, regions: RegionNames, view: View): Html {
  const { article } = answer;
  const reasons = article.tags.reasons.filter(({ tag }) => view.tag === null || view.tag === tag);
  const shown = (field: Reason['field']): Reason[] =>
    reasons.filter((reason) => reason.field === field);
  const title = highlighted(article.extracted.title, shown('title'), regions, view);
  return html`<article class="article">
      <div class="reading">
        ${goneNotice(article, view)}
        <p class="meta">${answer.siteName} · ${when(article, view)}</p>
        <h1>${title}</h1>
        <p class="original">
          <a href="${article.url}" rel="noopener noreferrer external"
            >${say('original', view.language)} ↗</a
          >
        </p>
        ${paragraphs(article.extracted.text, shown('text'), regions, view)}
        ${article.extracted.credit === null ? '' : html`<p class="credit">${article.extracted.credit}</p>`}
        ${elsewhere(reasons, regions, view)}
      </div>
      <aside>${tagPanel(article, regions, view)} ${history(answer, view)}</aside>
    </article>
    ${copies(answer, regions, view)}`;
}

/** Only http(s) addresses are fetched, so article.url is safe to link. */
function when({ extracted }: Article, { language }: View): Html {
  const { published } = extracted;
  if (published === null) return html`<em>${say('noDate', language)}</em>`;
  const shown =
    published.precision === 'day'
      ? published.at.slice(0, 10)
      : published.at.slice(0, 16).replace('T', ' ');
  return html`<time datetime="${published.at}">${shown}</time>
    <small>(${say('dateBasis', language)} ${published.basis})</small>`;
}

const goneNotice = ({ goneAt }: Article, { language }: View): Html =>
  goneAt === null
    ? html``
    : html`<p class="notice">${say('goneSince', language)} ${goneAt.slice(0, 10)}.</p>`;

function highlighted(text: string, reasons: Reason[], regions: RegionNames, view: View): Html[] {
  return cutAtReasons(text, reasons).map((piece) => {
    const [first] = piece.reasons;
    if (first === undefined) return html`${piece.text}`;
    const tags = [
      ...new Set(piece.reasons.map(({ tag }) => tagTitle(tag, regions, view.language))),
    ].join(' · ');
    return html`<mark class="${kindOf(first.tag)}" title="${tags}">${piece.text}</mark>`;
  });
}

function paragraphs(text: string, reasons: Reason[], regions: RegionNames, view: View): Html[] {
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
    blocks.push(html`<p>${highlighted(match[0], inside, regions, view)}</p>`);
  }
  return blocks;
}

function elsewhere(reasons: Reason[], regions: RegionNames, { language }: View): Html {
  const other = reasons.filter(({ field }) => field !== 'text' && field !== 'title');
  if (other.length === 0) return html``;
  return html`<section class="elsewhere">
    <h2>${say('otherReasons', language)}</h2>
    <ul>
      ${other.map(
        (reason) =>
          html`<li>
            ${tagTitle(reason.tag, regions, language)}: <q>${reason.quote}</q>
            <small>${reason.rule}</small>
          </li>`,
      )}
    </ul>
  </section>`;
}

function history({ versions }: Answer, { language }: View): Html {
  return html`<section>
    <h2>${say('versions', language)}</h2>
    <ol class="versions" reversed>
      ${versions.map((entry) => html`<li>${say('version', language)} ${entry.version} · ${entry.at.slice(0, 16).replace('T', ' ')} · ${say(entry.what, language)}</li>`)}
    </ol>
  </section>`;
}

const copies = (answer: Answer, regions: RegionNames, view: View): Html =>
  answer.copies.length === 0
    ? html``
    : html`<section>
        <h2>${say('copies', view.language)}</h2>
        ${articleList(answer.copies, view, regions)}
      </section>`;
