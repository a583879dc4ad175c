// Articles that were reviewed whole → lines of the gold set, so that taggers can be measured by what a desk has found.
import type { Article } from '../../schemas/article.ts';
import type { Review } from '../../schemas/review.ts';
import type { Actor, Coverage, Speaker, Tags, Violation } from '../../schemas/tag.ts';

export type GoldLine = {
  id: string;
  url: string;
  outlet: string;
  title: string;
  published: string | null;
  text: string;
  labels: {
    relevant: boolean;
    regions: string[];
    primary: string | null;
    elections: Tags['elections'];
    coverage: Coverage;
    actors: Actor[];
    violations: Violation[];
    advertorial: boolean;
    speakers: Speaker[];
  };
  why: string;
};

/** `reviews` of the article, oldest first; `index` counts the lines from 0. Null unless it was reviewed whole. */
export function goldLine(
  { url, outlet, extracted, tags, localDay }: Article,
  reviews: readonly Review[],
  index: number,
): GoldLine | null {
  if (!reviews.some(({ whole }) => whole)) return null;
  const { relevant, regions, primary, elections, coverage, actors, violations } = tags;
  const whys = reviews.map(({ why }) => why).filter((why) => why !== '');
  return {
    id: lineId(index),
    url,
    outlet,
    title: extracted.title,
    published: localDay,
    text: extracted.text.trim(),
    labels: {
      relevant,
      regions,
      primary,
      elections,
      coverage,
      actors,
      violations,
      advertorial: tags.advertorial,
      speakers: tags.speakers,
    },
    why: whys.length === 0 ? 'confirmed in review' : whys.join('; '),
  };
}

/** r000 … r999, s000 …: the set's ids are a letter and three digits. */
const lineId = (index: number): string =>
  String.fromCharCode('r'.charCodeAt(0) + Math.floor(index / 1000)) +
  String(index % 1000).padStart(3, '0');
