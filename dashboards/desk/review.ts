// The routes of Tinjauan: what waits, one article with the form of its tags, and what stands beside an article.
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Viewer } from '../../schemas/viewer.ts';
import type { Frame, Mount } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import type { RegionNames } from '../web/parts.ts';
import { type View, linkTo, unfiltered } from '../web/view.ts';
import type { Language } from '../web/words.ts';
import { accuracySection } from './review-accuracy.ts';
import { type Shown, reviewForm, shownAgain, shownOf } from './review-editor.ts';
import { readReview } from './review-form.ts';
import { historyPart, queuePage, reviewPage, taggerPart } from './review-pages.ts';
import type { ReviewDesk, ReviewedArticle, Wrong } from './review-ports.ts';
import { faultText, proposalText, sayReview } from './review-words.ts';

type Parts = { app: Hono; frame: Frame; desk: ReviewDesk; regions: RegionNames };

const ID = ':id{[0-9a-f]{16}}';

const mayReview = ({ role }: Viewer): boolean => role !== 'reader';
/** Whoever has an account, or owns the machine, sees who reviewed. */
const seesNames = ({ account, role }: Viewer): boolean => account !== null || role === 'admin';

export function reviewMount(desk: ReviewDesk, regions: RegionNames): Mount {
  let viewerOf: Frame['viewer'] | null = null;
  return {
    routes: (app, frame) => {
      viewerOf = frame.viewer;
      addQueue({ app, frame, desk, regions });
      addReviewing({ app, frame, desk, regions });
    },
    navigation: [{ path: '/tinjau', label: ['Tinjauan', 'Review'], shows: seesNames }],
    beside: (context, article, view) => {
      const viewer = viewerOf?.(context);
      const reviewed = viewer === undefined ? null : desk.article(viewer, article.id);
      if (viewer === undefined || reviewed === null) return html``;
      return besideArticle(reviewed, viewer, regions, view);
    },
    method: (context, view) => {
      const viewer = viewerOf?.(context);
      if (viewer === undefined) return html``;
      return accuracySection(desk.accuracy(viewer), regions, view.language);
    },
  };
}

// oxlint-disable-next-line max-params -- the article, who looks, and how regions and words are said
function besideArticle(
  reviewed: ReviewedArticle,
  viewer: Viewer,
  regions: RegionNames,
  view: View,
): Html {
  const { language } = view;
  const { article, reviews } = reviewed;
  const link = linkTo(`/tinjau/${article.id}`, unfiltered(view));
  return html`${mayReview(viewer) ? html`<p><a href="${link}">${sayReview('reviewThis', language)}</a></p>` : ''}
  ${taggerPart(reviewed, regions, language)}
  ${reviews.length === 0 ? '' : historyPart(reviews, seesNames(viewer), regions, language)}`;
}

function addQueue({ app, frame, desk, regions }: Parts): void {
  app.get('/tinjau', async (context) => {
    const parameters = new URL(context.req.url).searchParams;
    const signed = parameters.has('sidik');
    const link = signed ? desk.link(parameters) : null;
    // The form is opened with the correction prepared; nothing is changed by following a link.
    if (link !== null && /^[0-9a-f]{16}$/.test(link.article))
      return context.redirect(`/tinjau/${link.article}?usul=${link.wrong}`, 303);
    return frame.page(context, (view) => {
      // The parameters of a link are none of this page's.
      if (signed) view.ignored = [];
      const queue = desk.queue(frame.viewer(context));
      return {
        title: sayReview('review', view.language),
        body: queuePage(queue, signed, regions, view),
      };
    });
  });
}

function addReviewing(parts: Parts): void {
  const { app, frame, desk, regions } = parts;
  app.get(`/tinjau/${ID}`, (context) => {
    const reviewed = desk.article(frame.viewer(context), context.req.param('id'));
    if (reviewed === null) return context.notFound();
    const { own, language } = frame.view(context);
    // The view has checked its value.
    const wrong = (own['usul'] ?? null) as Wrong | null;
    const notice =
      own['pesan'] === 'done'
        ? html`<p class="notice" role="status">${sayReview('saved', language)}</p>`
        : wrong === null
          ? html``
          : html`<p class="notice" role="status">
              ${sayReview('proposal', language)} ${proposalText(wrong, language)}.
            </p>`;
    const shown = shownOf(reviewed.article.tags, regions, wrong);
    return formPage(context, parts, { reviewed, shown, notice });
  });
  app.post(`/tinjau/${ID}`, async (context) => {
    const viewer = frame.viewer(context);
    const id = context.req.param('id');
    const reviewed = desk.article(viewer, id);
    if (reviewed === null || !mayReview(viewer)) return context.notFound();
    const posted = await context.req.parseBody({ all: true });
    const language: Language = posted['bahasa'] === 'en' ? 'en' : 'id';
    const names = { ...desk, regionName: (code: string) => regions.name(code) };
    const { faults, ...review } = readReview(posted, reviewed.article.tags, names, language);
    const done = faults.length === 0 ? desk.submit(viewer, id, review) : null;
    if (done?.ok === true) {
      const english = language === 'en' ? '&bahasa=en' : '';
      // A correction may have taken the article out of what its reviewer may see.
      const seen = desk.article(viewer, id) !== null;
      return context.redirect(seen ? `/tinjau/${id}?pesan=done${english}` : '/tinjau', 303);
    }
    const all = [...faults, ...(done?.error ?? []).map((fault) => faultText(fault, language))];
    const notice = html`<div class="notice" role="alert">
      <p>${sayReview('wrong', language)}</p>
      <ul>
        ${all.map((fault) => html`<li>${fault}</li>`)}
      </ul>
    </div>`;
    return formPage(context, parts, { reviewed, shown: shownAgain(posted), notice, language });
  });
}

type Shows = { reviewed: ReviewedArticle; shown: Shown; notice: Html; language?: Language };

function formPage(
  context: Context,
  { frame, regions }: Parts,
  { reviewed, shown, notice, language: posted }: Shows,
): Promise<Response> {
  const viewer = frame.viewer(context);
  const { article } = reviewed;
  return frame.page(
    context,
    (seen) => {
      const view = posted === undefined ? seen : { ...seen, language: posted };
      const field = frame.formField(context);
      const action = `/tinjau/${article.id}`;
      const form = mayReview(viewer)
        ? reviewForm(shown, { field, action, version: article.version }, view.language)
        : html`<p class="notice">${sayReview('readOnly', view.language)}</p>`;
      const names = seesNames(viewer);
      return {
        title: article.extracted.title,
        body: reviewPage({ reviewed, form, notice, names }, regions, view),
      };
    },
    posted === undefined ? 200 : 422,
  );
}
