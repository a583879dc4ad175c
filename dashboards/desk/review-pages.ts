// What waits for review, one article under review, what was said of it, and how accurate the tagger proves.
import { html } from 'hono/html';
import type { Article } from '../../schemas/article.ts';
import type { Review } from '../../schemas/review.ts';
import { dayLabel } from '../web/names.ts';
import { tagTitle } from '../web/tag-panel.ts';
import type { Html } from '../web/layout.ts';
import type { RegionNames } from '../web/parts.ts';
import { type View, linkTo, unfiltered } from '../web/view.ts';
import { COVERAGE_NAMES, type Language } from '../web/words.ts';
import type { ReviewQueue, ReviewedArticle } from './review-ports.ts';
import { groupTags } from './review-form.ts';
import { sayReview } from './review-words.ts';
import { stylesheet } from './watch-pages.ts';

export function queuePage(
  queue: ReviewQueue,
  badLink: boolean,
  regions: RegionNames,
  view: View,
): Html {
  const { language } = view;
  const { borderline, sample, drawn, done } = queue;
  return html`${stylesheet}
    <h1>${sayReview('review', language)}</h1>
    <p class="note lead">${sayReview('lead', language)}</p>
    ${badLink ? html`<p class="notice" role="alert">${sayReview('badLink', language)}</p>` : ''}
    <section>
      <h2>${sayReview('borderline', language)}</h2>
      <p class="note">${sayReview('borderlineText', language)}</p>
      ${
        borderline.length === 0
          ? html`<p class="empty">${sayReview('noBorderline', language)}</p>`
          : html`<ol class="alerts">
              ${borderline.map((article) => queueItem(article, percent(article), regions, view))}
            </ol>`
      }
    </section>
    <section>
      <h2>${sayReview('sample', language)}</h2>
      <p class="note">${sayReview('sampleText', language)}</p>
      ${drawn === 0 ? '' : html`<p class="note">${done} ${sayReview('doneOf', language)} ${drawn} ${sayReview('drawnLast', language)}.</p>`}
      ${
        sample.length === 0
          ? html`<p class="empty">${sayReview('noSample', language)}</p>`
          : html`<ol class="alerts">
              ${sample.map(({ article, share, day }) => queueItem(article, `${day} · ${sayReview(share === 'seen' ? 'shareSeen' : 'shareIrrelevant', language)}`, regions, view))}
            </ol>`
      }
    </section>`;
}

const percent = ({ tags }: Article): string => `${Math.round(tags.relevance * 100)} %`;

const dayOf = ({ localDay }: Article, language: Language): string =>
  localDay === null ? '–' : dayLabel(localDay, language);

// oxlint-disable-next-line max-params -- the article, what is said of it, and how
const queueItem = (article: Article, fact: string, regions: RegionNames, view: View): Html =>
  html`<li>
    <p class="meta">${dayOf(article, view.language)} · ${article.outlet} · ${fact}</p>
    <h3>
      <a href="${linkTo(`/tinjau/${article.id}`, unfiltered(view))}">${article.extracted.title}</a>
    </h3>
    <p class="chips">
      ${article.tags.primary === null ? '' : html`<span class="chip region">${regions.name(article.tags.primary)}</span>`}
      <span class="chip coverage">${COVERAGE_NAMES[article.tags.coverage]}</span>
    </p>
  </li>`;

export type ReviewPageParts = {
  reviewed: ReviewedArticle;
  /** The form, or why there is none. */
  form: Html;
  notice: Html;
  /** Whether names of reviewers are shown. */
  names: boolean;
};

export function reviewPage(parts: ReviewPageParts, regions: RegionNames, view: View): Html {
  const { language } = view;
  const { reviewed, form, notice, names } = parts;
  const { article } = reviewed;
  const plain = unfiltered(view);
  return html`${stylesheet}
    <p><a href="${linkTo('/tinjau', plain)}">← ${sayReview('back', language)}</a></p>
    <h1>${article.extracted.title}</h1>
    <p class="meta">
      ${dayOf(article, language)} · ${article.outlet} ·
      <a href="${linkTo(`/artikel/${article.id}`, plain)}">${sayReview('toArticle', language)}</a>
    </p>
    ${notice}
    <div class="review-columns">
      <div class="review-text">
        ${article.extracted.text.split(/\n\n+/).map((part) => html`<p>${part}</p>`)}
      </div>
      <div>
        ${form} ${taggerPart(reviewed, regions, language)}
        ${historyPart(reviewed.reviews, names, regions, language)}
      </div>
    </div>`;
}

const allTags = (article: Pick<Article, 'tags'>): string[] =>
  Object.values(groupTags(article.tags)).flat();

/** What the tagger itself says, where the article carries something else. */
export function taggerPart(
  { article, tagger }: ReviewedArticle,
  regions: RegionNames,
  language: Language,
): Html {
  if (tagger === null) return html``;
  const [own, shown] = [allTags(tagger), allTags(article)];
  const chips = (tags: string[]): Html[] =>
    tags.map((tag) => html`<span class="chip">${tagTitle(tag, regions, language)}</span>`);
  const onlyTagger = own.filter((tag) => !shown.includes(tag));
  const onlyReview = shown.filter((tag) => !own.includes(tag));
  return html`<section>
    <h2>${sayReview('tagger', language)}</h2>
    ${
      onlyTagger.length + onlyReview.length === 0
        ? html`<p class="note">${sayReview('taggerSame', language)}</p>`
        : html`<dl class="facts">
            ${
              onlyTagger.length === 0
                ? ''
                : html`<dt>${sayReview('taggerOnly', language)}</dt>
                    <dd class="chips">${chips(onlyTagger)}</dd>`
            }
            ${
              onlyReview.length === 0
                ? ''
                : html`<dt>${sayReview('reviewOnly', language)}</dt>
                    <dd class="chips">${chips(onlyReview)}</dd>`
            }
          </dl>`
    }
    <p class="note">
      ${sayReview('code', language)} <code>${tagger.code}</code>,
      ${sayReview('knowledge', language)}
      <code>${tagger.knowledge}</code>
    </p>
  </section>`;
}

// oxlint-disable-next-line max-params -- the events, whether people are named, and how tags and words are said
export function historyPart(
  reviews: readonly Review[],
  names: boolean,
  regions: RegionNames,
  language: Language,
): Html {
  return html`<section>
    <h2>${sayReview('history', language)}</h2>
    ${
      reviews.length === 0
        ? html`<p class="note">${sayReview('noHistory', language)}</p>`
        : html`<ol class="reviews">
            ${reviews.toReversed().map((review) => historyItem(review, names, regions, language))}
          </ol>`
    }
  </section>`;
}

// oxlint-disable-next-line max-params -- as above
function historyItem(
  review: Review,
  names: boolean,
  regions: RegionNames,
  language: Language,
): Html {
  const who = names
    ? (review.who ?? sayReview('owner', language))
    : sayReview('somebody', language);
  const given = new Set(review.tagger);
  const corrections = review.judgements.filter(({ tag, holds }) => holds !== given.has(tag));
  const quoted = review.judgements.filter(({ span }) => span !== null);
  return html`<li value="${review.n}">
    <p class="meta">
      ${review.at.slice(0, 16).replace('T', ' ')} UTC · ${who} · ${sayReview('version', language)}
      ${review.version}
    </p>
    <p>
      ${corrections.map(({ tag, holds }) => html`<span class="chip ${holds ? 'held' : 'refused'}">${holds ? '+' : '−'} ${tagTitle(tag, regions, language)}</span> `)}
      ${review.whole && corrections.length === 0 ? sayReview('confirmedAll', language) : ''}
    </p>
    ${[...new Set(quoted.map(({ span }) => span?.quote ?? ''))].map((quote) => html`<blockquote>${quote}</blockquote>`)}
    ${review.why === '' ? '' : html`<p>${review.why}</p>`}
  </li>`;
}
