// A person's judgements of an article's tags → checked, added as an event, and laid over the tags of the article.
import type { Article } from '../../schemas/article.ts';
import type { Result } from '../../schemas/result.ts';
import type {
  Judgement,
  Review,
  ReviewSpan,
  SampleShare,
  TaggerReading,
} from '../../schemas/review.ts';
import { Actor, Contest, Coverage, ElectionId, type Tags, Violation } from '../../schemas/tag.ts';
import { applyCorrections } from './apply.ts';
import { tagNames } from './tag-names.ts';

export type ReviewStore = {
  article(id: string): Article | null;
  /** Keeps the article with these tags, as a new version where they differ; null for an unknown id. */
  retag(id: string, tags: Tags, at: string): { version: number } | null;
  reviews: {
    add(review: Omit<Review, 'n'>): number;
    of(article: string): Review[];
    taggerReading(article: string): TaggerReading | null;
    keepTaggerReading(article: string, reading: TaggerReading): void;
  };
  transaction<T>(work: () => T): T;
};

/** `quote`: the words that the judgement rests on, as they stand in title or text; '' where none are named. */
export type Said = { tag: string; holds: boolean; quote: string };

export type Submission = {
  article: string;
  /** Version that was looked at; another one by now is a fault. */
  version: number;
  said: Said[];
  why: string;
  /** Every tag was looked at. */
  whole: boolean;
  who: string | null;
};

export type ReviewFault =
  | { kind: 'unknown-article' | 'changed-meanwhile' | 'nothing-said' | 'no-reason' }
  | { kind: 'unknown-tag' | 'quote-not-found' | 'not-relevant'; what: string };

export type Reviewed = { n: number; version: number };

const MAX_WHY = 2000;

/** `isRegion` knows the codes of the gazetteer; `share`: of the random sample, null where it did not draw the article. */
export function addReview(
  store: ReviewStore,
  submission: Submission,
  facts: { at: string; share: SampleShare | null; isRegion: (code: string) => boolean },
): Result<Reviewed, ReviewFault[]> {
  return store.transaction(() => {
    const article = store.article(submission.article);
    if (article === null) return fail([{ kind: 'unknown-article' }]);
    if (article.version !== submission.version) return fail([{ kind: 'changed-meanwhile' }]);
    const faults = faultsOf(submission, article, facts.isRegion);
    if (faults.length > 0) return fail(faults);
    const { reviews } = store;
    const tagger = reviews.taggerReading(article.id) ?? {
      tags: article.tags,
      code: article.codeVersion,
      knowledge: article.knowledgeVersion,
    };
    const said = submission.said.map((one) => judgementOf(one, article));
    const judgements = submission.whole ? completed(article, said) : said;
    const { code, knowledge } = tagger;
    const n = reviews.add({
      article: article.id,
      version: article.version,
      at: facts.at,
      who: submission.who,
      why: submission.why.trim().slice(0, MAX_WHY),
      whole: submission.whole,
      sample: submission.whole ? facts.share : null,
      judgements,
      tagger: [...(tagger.tags.relevant ? ['relevance'] : []), ...tagNames(tagger.tags)],
      code,
      knowledge,
    });
    reviews.keepTaggerReading(article.id, tagger);
    const tags = applyCorrections(tagger.tags, article.extracted, reviews.of(article.id));
    const { version } = store.retag(article.id, tags, facts.at) ?? article;
    return { ok: true, value: { n, version } };
  });
}

const fail = (error: ReviewFault[]): Result<Reviewed, ReviewFault[]> => ({ ok: false, error });

const REVIEWED = /^(region|primary|election|contest|coverage|actor|violation|advertorial)(:|$)/;

/** With a word on every tag that the article then carries. */
function completed({ tags, extracted }: Article, said: Judgement[]): Judgement[] {
  const now = applyCorrections(tags, extracted, [asReview(said)]);
  const named = new Set(said.map(({ tag }) => tag));
  const rest = tagNames(now).filter((tag) => REVIEWED.test(tag) && !named.has(tag));
  const held = rest.map((tag): Judgement => ({ tag, holds: true, span: null }));
  const relevance: Judgement = { tag: 'relevance', holds: now.relevant, span: null };
  return [...said, ...(named.has('relevance') ? [] : [relevance]), ...held];
}

const asReview = (judgements: Judgement[]): Review => ({
  n: 0,
  article: '',
  version: 0,
  at: '',
  who: null,
  why: '',
  whole: false,
  sample: null,
  judgements,
  tagger: [],
  code: '',
  knowledge: '',
});

const judgementOf = ({ tag, holds, quote }: Said, article: Article): Judgement => ({
  tag,
  holds,
  span: spanOf(quote, article),
});

function spanOf(quote: string, { extracted }: Article): ReviewSpan | null {
  if (quote === '') return null;
  for (const field of ['title', 'text'] as const) {
    const start = extracted[field].indexOf(quote);
    if (start !== -1) return { field, start, end: start + quote.length, quote };
  }
  return null;
}

function faultsOf(
  { said, why, whole }: Submission,
  article: Article,
  isRegion: (code: string) => boolean,
): ReviewFault[] {
  if (said.length === 0) return whole ? [] : [{ kind: 'nothing-said' }];
  const held = new Set(tagNames(article.tags));
  const differs = ({ tag, holds }: Said): boolean =>
    holds !== (tag === 'relevance' ? article.tags.relevant : held.has(tag));
  const relevant = said.findLast(({ tag }) => tag === 'relevance')?.holds ?? article.tags.relevant;
  return [
    ...said.flatMap(({ tag, holds, quote }): ReviewFault[] => [
      ...(isTag(tag, isRegion) ? [] : [{ kind: 'unknown-tag' as const, what: tag }]),
      ...(quote === '' || spanOf(quote, article) !== null
        ? []
        : [{ kind: 'quote-not-found' as const, what: quote }]),
      ...(!relevant && holds && needsRelevance(tag)
        ? [{ kind: 'not-relevant' as const, what: tag }]
        : []),
    ]),
    ...(said.some(differs) && why.trim() === '' ? [{ kind: 'no-reason' as const }] : []),
  ];
}

/** An article that is not relevant is of the kind 'lainnya' and has no violations. */
const needsRelevance = (tag: string): boolean =>
  tag.startsWith('violation:') || (tag.startsWith('coverage:') && tag !== 'coverage:lainnya');

function isTag(tag: string, isRegion: (code: string) => boolean): boolean {
  const [kind = '', ...rest] = tag.split(':');
  const value = rest.join(':');
  switch (kind) {
    case 'relevance':
    case 'advertorial':
      return rest.length === 0;
    case 'region':
    case 'primary':
      return isRegion(value);
    case 'election':
      return ElectionId.safeParse(value).success;
    case 'contest': {
      const [election, contest, ...more] = value.split('/');
      const known = ElectionId.safeParse(election).success && Contest.safeParse(contest).success;
      return known && more.length === 0;
    }
    case 'coverage':
      return Coverage.safeParse(value).success;
    case 'actor':
      return Actor.safeParse(value).success;
    case 'violation':
      return Violation.safeParse(value).success;
    default:
      return false;
  }
}
