// A watch and an article in; does the one wait for the other? Pure but for the search, which is asked of the archive.
import type { Article } from '../../schemas/article.ts';
import { provinceOf } from '../../schemas/region.ts';
import type { WatchRules } from '../../schemas/watch.ts';

/** Does the article answer a search as the search box takes it? */
export type Answers = (article: string, query: string) => boolean;

/** Regions that a watch may speak of; null for all. */
export type Limits = readonly string[] | null;

/** True where the article speaks of one of the regions or of one below it. */
export function speaksOf({ tags }: Pick<Article, 'tags'>, regions: readonly string[]): boolean {
  const named = tags.primary === null ? tags.regions : [...tags.regions, tags.primary];
  return named.some((code) => regions.includes(code) || regions.includes(provinceOf(code)));
}

const meets = <T>(wanted: readonly T[], has: readonly T[]): boolean =>
  wanted.length === 0 || has.some((value) => wanted.includes(value));

/** The lists that an article answers by its tags alone. */
function tagsAnswer(rules: WatchRules, article: Article): boolean {
  const { tags, site } = article;
  return (
    (rules.decisions as readonly string[]).includes(tags.decision) &&
    tags.relevance >= rules.relevance &&
    (rules.advertorials || !tags.advertorial) &&
    (rules.regions.length === 0 || speaksOf(article, rules.regions)) &&
    meets(
      rules.elections,
      tags.elections.map(({ election }) => election),
    ) &&
    meets(rules.stages, tags.stage === null ? [] : [tags.stage]) &&
    meets(rules.kinds, [tags.coverage]) &&
    meets(rules.violations, tags.violations) &&
    meets(rules.actors, tags.actors) &&
    meets(rules.sources, [site])
  );
}

/** An office as the office of somebody quoted, or as a phrase of the text. */
function officeAnswers(office: string, { id, tags }: Article, answers: Answers): boolean {
  const wanted = office.toLowerCase();
  return (
    tags.speakers.some(({ role }) => role.toLowerCase().includes(wanted)) ||
    answers(id, `"${office.replaceAll('"', ' ')}"`)
  );
}

/** Does the watch wait for this article? Its age is not looked at. */
export function matches(
  rules: WatchRules,
  limits: Limits,
  article: Article,
  answers: Answers,
): boolean {
  return (
    tagsAnswer(rules, article) &&
    (limits === null || speaksOf(article, limits)) &&
    (rules.offices.length === 0 ||
      rules.offices.some((office) => officeAnswers(office, article, answers))) &&
    (rules.words.length === 0 || rules.words.some((query) => answers(article.id, query)))
  );
}
