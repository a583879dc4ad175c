// Articles one by one → text groups and story groups in a store. What is kept depends only on the articles that are
// in, not on the order in which they came: texts are the components of 'same text' over pairs, stories a clustering
// of texts that is computed anew for each component that a change touches.
import { viewText } from './article.ts';
import type { GroupArticle, TextView } from './article.ts';
import { cluster, componentOf } from './cluster.ts';
import { COMMON_KEY, SHARED_KEYS } from './fingerprint.ts';
import { byPublication } from './first.ts';
import type { GroupStore, StoryLink } from './ports.ts';
import { sameStory, WINDOW } from './same-story.ts';
import { sameText } from './same-text.ts';
import { viewStory } from './story.ts';
import type { StoryView } from './story.ts';

export type Grouping = {
  /** Groups the article as the store now has it: new, edited or gone. */
  put(id: string): void;
};

/** Views of the articles compared last: 40 KB for an article of 350 words. Fewer, and a wave of copies is viewed again and again. */
const VIEWS = 2_000;

type Work = {
  store: GroupStore;
  /** Views of articles by id, and of the stories that texts tell by text. */
  texts: Remembering<TextView>;
  stories: Remembering<StoryView>;
};

/** Keeps the groups of `store`. A grouping must be the only one that writes to its store. */
export function createGrouping(store: GroupStore): Grouping {
  const work: Work = {
    store,
    texts: remembering((id) => mapArticle(store.article(id), viewText)),
    stories: remembering((text) => mapArticle(toldBy(store, text), viewStory)),
  };
  return {
    put(id) {
      work.texts.forget(id);
      const seeds = new Set([id, ...store.textLinks(id)]);
      for (const other of linkText(work, id)) seeds.add(other);
      regroupStories(work, regroupTexts(store, seeds));
    },
  };
}

/** Keys and links of an article anew; the articles of the same text out. */
function linkText({ store, texts }: Work, id: string): string[] {
  const view = texts.get(id);
  store.saveTextKeys(id, view?.keys ?? []);
  const others = view === null ? [] : store.sharingTextKeys(view.keys, SHARED_KEYS, COMMON_KEY);
  const links = others.filter((other) => other !== id && isSameText(view, texts.get(other)));
  store.saveTextLinks(id, links);
  return links;
}

/** Gives each component of `seeds` its text; the texts that lost or gained an article, or had one edited, out. */
function regroupTexts(store: GroupStore, seeds: Iterable<string>): Set<string> {
  const changed = new Set<string>();
  for (const component of components(seeds, (id) => store.textLinks(id))) {
    for (const id of component) {
      const before = store.textOf(id);
      // An article that is gone has no links: it is a component of its own.
      const gone = component.length === 1 && store.article(id) === null;
      const text = gone ? null : (component[0] ?? null);
      for (const each of [before, text]) if (each !== null) changed.add(each);
      if (before !== text) store.saveText(id, text);
    }
  }
  return changed;
}

/** Compares the changed texts anew and clusters every component that they were or are in. */
function regroupStories(work: Work, changed: Set<string>): void {
  const { store, stories } = work;
  const linked = (text: string): string[] => store.storyLinks(text).map((link) => link.text);
  const seeds = new Set([...changed, ...[...changed].flatMap(linked)]);
  for (const text of changed) stories.forget(text);
  for (const text of changed) for (const other of linkStory(work, text)) seeds.add(other);
  for (const component of components(seeds, linked)) {
    const alive = component.filter((text) => store.members(text).length > 0);
    const storyOf = new Map(
      cluster(alive, (text) => store.storyLinks(text)).flatMap((story) =>
        story.map((text) => [text, story[0] ?? null]),
      ),
    );
    for (const text of component) {
      const story = storyOf.get(text) ?? null;
      if (store.storyOf(text) !== story) store.saveStory(text, story);
    }
  }
}

/** Keys and links of a text anew; the texts that tell the same story out. */
function linkStory(work: Work, text: string): string[] {
  const { store, stories } = work;
  const view = stories.get(text);
  store.saveStoryKeys(text, view?.keys ?? [], view?.day ?? null);
  const others = view === null ? [] : store.sharingStoryKeys(view.keys, view.day, WINDOW);
  const links = others.flatMap((other): StoryLink[] => {
    const score = other === text ? 0 : storyScore(view, stories.get(other));
    return score > 0 && !isTemplate(work, text, other) ? [{ text: other, score }] : [];
  });
  store.saveStoryLinks(text, links);
  return links.map((link) => link.text);
}

/** A release that was sent out for several places tells as many stories. */
function isTemplate({ store, texts }: Work, a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => texts.get(longest(store, text) ?? ''));
  if (!one || !other) return false;
  return ['other-names', 'other-place'].includes(sameText(one, other).reason);
}

const isSameText = (a: TextView | null, b: TextView | null): boolean =>
  a !== null && b !== null && sameText(a, b).same;

function storyScore(a: StoryView | null, b: StoryView | null): number {
  const verdict = a === null || b === null ? null : sameStory(a, b);
  return verdict?.same === true ? verdict.score : 0;
}

function mapArticle<T>(article: GroupArticle | null, view: (article: GroupArticle) => T): T | null {
  return article === null ? null : view(article);
}

/** Each component once, its members ascending. */
function components(seeds: Iterable<string>, linked: (id: string) => string[]): string[][] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const seed of seeds) {
    if (seen.has(seed)) continue;
    const component = componentOf(seed, linked);
    for (const id of component) seen.add(id);
    found.push(component);
  }
  return found;
}

/** The article that tells most of a text: the longest; of equals the one with the smallest id. */
function longest(store: GroupStore, text: string): string | null {
  const members = store.members(text).sort();
  if (members.length === 1) return members[0] ?? null;
  let best: { id: string; length: number } | null = null;
  for (const id of members) {
    const length = store.article(id)?.text.length ?? -1;
    if (best === null || length > best.length) best = { id, length };
  }
  return best?.id ?? null;
}

/** The longest article of a text, on the first day that any of its articles names. */
function toldBy(store: GroupStore, text: string): GroupArticle | null {
  const article = store.article(longest(store, text) ?? '');
  if (article === null) return null;
  const all = store.members(text).flatMap((id) => store.article(id) ?? []);
  return { ...article, localDay: all.sort(byPublication)[0]?.localDay ?? null };
}

type Remembering<T> = { get(id: string): T | null; forget(id: string): void };

/** Answers asked last are kept; the oldest go first. */
function remembering<T>(ask: (id: string) => T | null): Remembering<T> {
  const kept = new Map<string, T | null>();
  return {
    get(id) {
      const found = kept.get(id);
      if (found !== undefined) return found;
      const answer = ask(id);
      if (answer === null) return null;
      if (kept.size >= VIEWS)
        for (const oldest of kept.keys()) {
          kept.delete(oldest);
          break;
        }
      kept.set(id, answer);
      return answer;
    },
    forget: (id) => {
      kept.delete(id);
    },
  };
}
