// What the tagger says of an article and what people said of its tags → the tags that the article carries. Pure.
import type { Judgement, Review } from '../../schemas/review.ts';
import type { Actor, Contest, ElectionId, Reason, Tags, Violation } from '../../schemas/tag.ts';
import { Coverage } from '../../schemas/tag.ts';
import { tagNames } from './tag-names.ts';

type Standing = Judgement & { by: number };
type Text = { title: string; text: string };

/**
 * Lays reviews, oldest first, over the tags. The last word on each tag counts; a tag of which nobody said anything is
 * as the tagger has it. A tag that holds by a review alone has a reason with the rule 'review:<number>'. Where there is
 * nothing to lay over, the same tags come back.
 */
export function applyCorrections(tags: Tags, article: Text, reviews: readonly Review[]): Tags {
  const standing = lastWords(reviews);
  if (standing.size === 0) return tags;
  const said = [...standing.values()];
  const relevance = standing.get('relevance');
  const relevant = relevance?.holds ?? tags.relevant;
  const corrected: Tags = {
    ...tags,
    ...(relevance === undefined ? {} : relevanceOf(tags, relevance.holds)),
    ...placesOf(tags, said),
    elections: electionsOf(tags, said),
    coverage: relevant ? coverageOf(tags, said) : 'lainnya',
    actors: listOf<Actor>(tags.actors, said, 'actor'),
    violations: relevant ? listOf<Violation>(tags.violations, said, 'violation') : [],
    advertorial: standing.get('advertorial')?.holds ?? tags.advertorial,
  };
  return { ...corrected, reasons: reasonsOf(tags, corrected, standing, article) };
}

/** Tags of which an article has one go by their kind: a new word on one replaces that on another. */
const slotOf = (tag: string): string => (/^(primary|coverage):/.exec(tag) ? kindOf(tag) : tag);

const kindOf = (tag: string): string => tag.split(':', 1)[0] ?? tag;
const valueOf = (tag: string): string => tag.slice(kindOf(tag).length + 1);

function lastWords(reviews: readonly Review[]): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const { n, judgements } of reviews)
    for (const judgement of judgements)
      standing.set(slotOf(judgement.tag), { ...judgement, by: n });
  return standing;
}

/** Where the tagger was sure of the same, its figure stays. */
function relevanceOf(
  { relevant, decision }: Tags,
  holds: boolean,
): Partial<Pick<Tags, 'relevant' | 'relevance' | 'decision'>> {
  if (relevant === holds && decision !== 'review') return {};
  return {
    relevant: holds,
    relevance: holds ? 1 : 0,
    decision: holds ? 'relevant' : 'irrelevant',
  };
}

/** The tagger's values without those that do not hold, then those that hold besides. */
function listOf<Value extends string>(
  values: readonly Value[],
  said: readonly Standing[],
  kind: string,
): Value[] {
  const own = said.filter(({ tag }) => kindOf(tag) === kind);
  const refused = new Set(own.filter(({ holds }) => !holds).map(({ tag }) => valueOf(tag)));
  // Judgements were checked against the schema's values when they were given.
  const held = own.filter(({ holds }) => holds).map(({ tag }) => valueOf(tag) as Value);
  return [...new Set([...values.filter((value) => !refused.has(value)), ...held])];
}

function placesOf(tags: Tags, said: readonly Standing[]): Pick<Tags, 'regions' | 'primary'> {
  const named = listOf(tags.regions, said, 'region');
  const primary = said.find(({ tag }) => kindOf(tag) === 'primary');
  if (primary?.holds === true) {
    const code = valueOf(primary.tag);
    return { regions: named.includes(code) ? named : [code, ...named], primary: code };
  }
  const refused = primary === undefined ? null : valueOf(primary.tag);
  const kept = tags.primary !== null && tags.primary !== refused && named.includes(tags.primary);
  const next = named.find((code) => code !== refused) ?? named[0] ?? null;
  return { regions: named, primary: kept ? tags.primary : next };
}

function electionsOf(tags: Tags, said: readonly Standing[]): Tags['elections'] {
  const ids = listOf<ElectionId>(
    tags.elections.map(({ election }) => election),
    said,
    'election',
  );
  return ids.map((election) => {
    const contests = tags.elections.find((one) => one.election === election)?.contests ?? [];
    const named = contests.map((contest) => `${election}/${contest}` as const);
    const own = said.filter(({ tag }) => tag.startsWith(`contest:${election}/`));
    const left = listOf<string>(named, own, 'contest');
    return { election, contests: left.map((one) => one.slice(election.length + 1) as Contest) };
  });
}

function coverageOf(tags: Tags, said: readonly Standing[]): Coverage {
  const judged = said.find(({ tag }) => kindOf(tag) === 'coverage');
  if (judged === undefined) return tags.coverage;
  if (judged.holds) return Coverage.parse(valueOf(judged.tag));
  return valueOf(judged.tag) === tags.coverage ? 'lainnya' : tags.coverage;
}

/** The tagger's reasons for what still holds, then those of the reviews. */
function reasonsOf(
  before: Tags,
  after: Tags,
  standing: ReadonlyMap<string, Standing>,
  article: Text,
): Reason[] {
  const relevance = standing.get('relevance');
  const overruled = relevance !== undefined && relevance.holds !== before.relevant;
  const held = new Set([...tagNames(after), 'relevance']);
  const kept = before.reasons.filter(
    ({ tag }) => held.has(tag) && !(overruled && tag === 'relevance'),
  );
  const known = new Set(kept.map(({ tag }) => tag));
  const given = new Set(tagNames(before));
  const added = ['relevance', ...tagNames(after)].flatMap((tag): Reason[] => {
    const judged = standing.get(slotOf(tag));
    const own = judged?.tag === tag && judged.holds === (tag !== 'relevance' || after.relevant);
    if (judged !== undefined && own && (judged.span !== null || !known.has(tag)))
      return [reasonOf(tag, judged, article)];
    if (known.has(tag) || given.has(tag) || /^(decision|stage|speaker):/.test(tag)) return [];
    // What follows from another judgement: a region of the article's primary, a kind that fell with the relevance.
    const cause = judged ?? causeOf(tag, standing);
    return cause === undefined ? [] : [reasonOf(tag, cause, article)];
  });
  return [...kept, ...added];
}

function causeOf(tag: string, standing: ReadonlyMap<string, Standing>): Standing | undefined {
  const kind = kindOf(tag);
  if (kind === 'region') return standing.get('primary');
  if (kind === 'coverage') return standing.get('relevance');
  if (kind !== 'primary') return undefined;
  return (
    standing.get(`region:${valueOf(tag)}`) ??
    [...standing.values()].find((one) => kindOf(one.tag) === 'region')
  );
}

/** Where the words stand now; an empty span at the title's start where none were named or the text has lost them. */
function reasonOf(tag: string, { span, by }: Standing, article: Text): Reason {
  const rule = `review:${by}`;
  if (span === null) return { tag, rule, field: 'title', start: 0, end: 0, quote: '' };
  const { field, quote } = span;
  const here = article[field].slice(span.start, span.end) === quote;
  const start = here ? span.start : article[field].indexOf(quote);
  if (start === -1) return { tag, rule, field: 'title', start: 0, end: 0, quote: '' };
  return { tag, rule, field, start, end: start + quote.length, quote };
}
