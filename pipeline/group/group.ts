// Articles one by one → text groups and story groups in a store. What is kept depends only on the articles that are
// in, not on the order in which they came: texts are the components of 'same text' over pairs, stories a clustering
// of texts that is computed anew for each component that a change touches.
import { viewText } from './article.ts';
import type { GroupArticle, TextView } from './article.ts';
import { cluster, componentOf } from './cluster.ts';
import { SHARED_KEYS } from './fingerprint.ts';
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

/** Views of the articles compared last; each is a few kilobytes. */
const VIEWS = 2_000;

/** Keeps the groups of `store`. A grouping must be the only one that writes to its store. */
export function createGrouping(store: GroupStore): Grouping {
  const texts = remembering((id) => mapArticle(store.article(id), viewText));
  const stories = remembering((text) => mapArticle(toldBy(store, text), viewStory));

  const linkText = (id: string): string[] => {
    const view = texts.get(id);
    store.saveTextKeys(id, view?.keys ?? []);
    const others =
      view === null ? [] : store.sharingTextKeys(view.keys, SHARED_KEYS).filter(isOther(id));
    const links = others.filter((other) => isSameText(view, texts.get(other)));
    store.saveTextLinks(id, links);
    return links;
  };

  /** Links of a text to others; compared through the longest article of each. */
  const linkStory = (text: string): string[] => {
    const view = stories.get(text);
    store.saveStoryKeys(text, view?.keys ?? [], view?.day ?? null);
    const links: StoryLink[] = [];
    if (view !== null)
      for (const other of store.sharingStoryKeys(view.keys, view.day, WINDOW)) {
        const score = other === text ? 0 : storyScore(view, stories.get(other));
        if (score > 0 && !isTemplate(text, other)) links.push({ text: other, score });
      }
    store.saveStoryLinks(text, links);
    return links.map((link) => link.text);
  };

  /** A release that was sent out for several places tells as many stories. */
  const isTemplate = (a: string, b: string): boolean => {
    const [one, other] = [longest(store, a), longest(store, b)].map((id) => texts.get(id ?? ''));
    if (!one || !other) return false;
    return ['other-names', 'other-place'].includes(sameText(one, other).reason);
  };

  const regroupTexts = (seeds: Iterable<string>): Set<string> => {
    const changed = new Set<string>();
    for (const component of components(seeds, (id) => store.textLinks(id))) {
      const known = component.filter((id) => store.article(id) !== null);
      for (const id of component) {
        const before = store.textOf(id);
        const text = known.includes(id) ? (known[0] ?? null) : null;
        for (const each of [before, text]) if (each !== null) changed.add(each);
        if (before !== text) store.saveText(id, text);
      }
    }
    return changed;
  };

  const regroupStories = (changed: Set<string>): void => {
    const seeds = new Set(changed);
    const linked = (text: string): string[] => store.storyLinks(text).map((link) => link.text);
    for (const text of changed) for (const other of linked(text)) seeds.add(other);
    for (const text of changed) stories.forget(text);
    for (const text of changed) for (const other of linkStory(text)) seeds.add(other);
    for (const component of components(seeds, linked)) {
      const alive = component.filter((text) => store.members(text).length > 0);
      for (const text of component)
        if (!alive.includes(text) && store.storyOf(text) !== null) store.saveStory(text, null);
      for (const story of cluster(alive, (text) => store.storyLinks(text)))
        for (const text of story)
          if (store.storyOf(text) !== story[0]) store.saveStory(text, story[0] ?? null);
    }
  };

  return {
    put(id) {
      texts.forget(id);
      const seeds = new Set([id, ...store.textLinks(id)]);
      for (const other of linkText(id)) seeds.add(other);
      regroupStories(regroupTexts(seeds));
    },
  };
}

const isOther = (id: string) => (other: string) => other !== id;

const isSameText = (a: TextView | null, b: TextView | null): boolean =>
  a !== null && b !== null && sameText(a, b).same;

function storyScore(a: StoryView, b: StoryView | null): number {
  const verdict = b === null ? null : sameStory(a, b);
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
  let best: { id: string; length: number } | null = null;
  for (const id of store.members(text).sort()) {
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
