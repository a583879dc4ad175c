// The archive and what people say of tags → what the pages and verbs of review ask.
import type { ReviewDesk, ReviewedArticle } from '../../dashboards/desk/review-ports.ts';
import { readReviewLink } from '../../oversight/alerts/links.ts';
import { accuracyOf } from '../../oversight/review/accuracy.ts';
import { type GoldLine, goldLine } from '../../oversight/review/gold.ts';
import { addReview } from '../../oversight/review/review.ts';
import { type Candidate, drawSample } from '../../oversight/review/sample.ts';
import type { Article } from '../../schemas/article.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import { regionsOf } from '../../schemas/tag.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import { type Workplace, nowText } from '../deps.ts';
import { regionFinder } from '../regions.ts';
import { alertKey } from '../watching/key.ts';

/** Relevance at which an article is as likely relevant as not. */
const MIDDLE = 0.5;
const BORDERLINE_SHOWN = 30;
/** Days back for which the sample waits to be reviewed; today's is drawn once the day is over. */
const SAMPLE_DAYS = 7;
const DAY_MS = 86_400_000;

type Parts = Pick<Workplace, 'archive' | 'data'>;

export const maySee = ({ regions }: Viewer, { tags }: Pick<Article, 'tags'>): boolean =>
  regions === null || regionsOf(tags).some((code) => regions.includes(code));

export function openReviewDesk(
  parts: Parts,
  knowledge: Knowledge,
  now: () => string = nowText,
): ReviewDesk {
  const { archive, data } = parts;
  const { reviews } = archive.desk;
  const codes = new Set(knowledge.regions.map(({ id }) => id));
  const sample = sampling(parts);
  const find = (viewer: Viewer, id: string): Article | null => {
    const article = archive.article(archive.presentId(id));
    return article !== null && maySee(viewer, article) ? article : null;
  };
  return {
    queue: (viewer) => queueOf(parts, sample, viewer, now()),
    article: (viewer, id): ReviewedArticle | null => {
      const article = find(viewer, id);
      if (article === null) return null;
      return {
        article,
        reviews: reviews.of(article.id),
        tagger: reviews.taggerReading(article.id),
      };
    },
    submit: (viewer, id, review) => {
      const article = find(viewer, id);
      if (article === null) return { ok: false, error: [{ kind: 'unknown-article' }] };
      const day = article.firstSeen.slice(0, 10);
      const drawn = day < now().slice(0, 10) ? sample(day) : [];
      return addReview(
        { ...archive, reviews },
        { article: article.id, ...review, who: viewer.account },
        {
          at: now(),
          share: drawn.find((one) => one.id === article.id)?.share ?? null,
          isRegion: (code) => codes.has(code),
        },
      );
    },
    accuracy: (viewer) =>
      accuracyOf(
        reviews
          .all()
          .filter(({ article }) => viewer.regions === null || find(viewer, article) !== null),
      ),
    link: (parameters) => {
      const link = readReviewLink(parameters, alertKey(data), now().slice(0, 10));
      return link === null ? null : { article: link.article, wrong: link.wrong };
    },
    regionsCalled: regionFinder(knowledge),
  };
}

/** Days that are over do not change: each is drawn once. */
function sampling({ archive, data }: Parts): (day: string) => Candidate[] {
  const drawn = new Map<string, Candidate[]>();
  return (day) => {
    const known = drawn.get(day);
    if (known !== undefined) return known;
    const seen = archive.desk.reviews.firstSeenOn(day);
    const sample = seen.length === 0 ? [] : drawSample(alertKey(data), day, seen);
    drawn.set(day, sample);
    if (drawn.size > 2 * SAMPLE_DAYS) drawn.delete(drawn.keys().next().value ?? '');
    return sample;
  };
}

// oxlint-disable-next-line max-params -- the archive, the draw, who looks, when
function queueOf(
  { archive }: Parts,
  sample: (day: string) => Candidate[],
  viewer: Viewer,
  now: string,
): ReturnType<ReviewDesk['queue']> {
  const { reviews } = archive.desk;
  const days = Array.from({ length: SAMPLE_DAYS }, (_, back) =>
    new Date(Date.parse(now) - (back + 1) * DAY_MS).toISOString().slice(0, 10),
  );
  const drawn = days.flatMap((day) =>
    sample(day).flatMap(({ id, share }) => {
      const article = archive.article(id);
      return article !== null && maySee(viewer, article) ? [{ day, share, article }] : [];
    }),
  );
  const open = drawn.filter(({ article }) => !reviews.of(article.id).some(({ whole }) => whole));
  return {
    borderline: reviews
      .borderline(MIDDLE, BORDERLINE_SHOWN, viewer.regions ?? undefined)
      .flatMap((id) => archive.article(id) ?? []),
    sample: open,
    drawn: drawn.length,
    done: drawn.length - open.length,
  };
}

/** Lines of the gold set, from every article that was reviewed whole. */
export function* goldLines({ archive }: Pick<Workplace, 'archive'>): Generator<GoldLine> {
  const { reviews } = archive.desk;
  const ids = new Set(reviews.all().map(({ article }) => article));
  let index = 0;
  for (const id of ids) {
    const article = archive.article(id);
    const line = article === null ? null : goldLine(article, reviews.of(id), index);
    if (line === null) continue;
    yield line;
    index += 1;
  }
}
