// Texts that are told otherwise than before, new or gone → the stories that they, and those linked with them, tell.
import { AVERAGE, cluster, within } from './cluster.ts';
import type { Work } from './group.ts';
import type { GroupStore, StoryLink } from './ports.ts';
import { sameStory, WINDOW } from './same-story.ts';
import { sameText } from './same-text.ts';
import { storyBytes } from './story-bytes.ts';
import type { StoryView } from './story.ts';

/** Texts that one is compared with, those that share most keys first. */
const CANDIDATES = 48;
/** A key of more texts within the window does not count: names must lead to each other there. */
const COMMON = 200;
/** Texts that hang together and are clustered anew at each change. Where they are more, one is put where it fits best. */
const CLUSTERED = 48;
/** Links of one text that are followed, the strongest. */
const LINKS = 48;

export function regroupStories(work: Work, changed: ReadonlySet<string>): void {
  const { store } = work;
  const linked = (text: string): string[] => store.storyLinks(text, LINKS).map((link) => link.text);
  const seeds = new Set(changed);
  for (const text of changed) for (const other of linked(text)) seeds.add(other);
  for (const text of changed) work.stories.forget(text);
  for (const text of changed) {
    const links = linksOf(work, text);
    store.saveStoryLinks(text, links);
    for (const link of links) seeds.add(link.text);
  }
  const seen = new Set<string>();
  const large = new Set<string>();
  for (const seed of seeds) {
    if (seen.has(seed)) continue;
    const component = within(seed, linked, CLUSTERED, large);
    if (component === null) {
      if (changed.has(seed)) fit(store, seed);
      continue;
    }
    for (const text of component) seen.add(text);
    clusterAnew(store, component);
  }
}

function clusterAnew(store: GroupStore, component: string[]): void {
  const alive = component.filter((text) => store.told(text) !== null);
  const storyOf = new Map(
    cluster(alive, (text) => store.storyLinks(text, LINKS)).flatMap((story) =>
      story.map((text) => [text, story[0] ?? null]),
    ),
  );
  for (const text of component) {
    const story = storyOf.get(text) ?? null;
    if (store.storyOf(text) !== story) store.saveStory(text, story);
  }
}

/** Into the story whose texts it scores highest with on average; a story of its own where none is enough. */
function fit(store: GroupStore, text: string): void {
  const before = store.storyOf(text);
  const sums = new Map<string, { sum: number; count: number }>();
  const links = store.told(text) === null ? [] : store.storyLinks(text, LINKS);
  for (const link of links) {
    const story = store.storyOf(link.text);
    if (story === null || story === text) continue;
    const { sum, count } = sums.get(story) ?? { sum: 0, count: 0 };
    sums.set(story, { sum: sum + link.score, count: count + 1 });
  }
  const [best] = [...sums]
    .map(([story, { sum, count }]) => ({ story, sum, average: sum / Math.max(count, ENOUGH) }))
    .filter(({ average }) => average >= AVERAGE)
    .sort((a, b) => b.sum - a.sum || (a.story < b.story ? -1 : 1));
  const story = store.told(text) === null ? null : (best?.story ?? text);
  if (story === before) return;
  if (before === text) store.passStoryOn(text);
  store.saveStory(text, story);
}

/** Links with texts of a story that put one more into it: it was compared with as many of them and more. */
const ENOUGH = 4;

/** Keys of a text anew; the texts that tell the same story out. */
function linksOf(work: Work, text: string): StoryLink[] {
  const { store, stories } = work;
  const telling = work.telling(text);
  if (telling === null) {
    store.saveStoryView(text, null);
    return [];
  }
  const { view, keys } = telling;
  store.saveStoryView(text, { keys, day: view.day, bytes: storyBytes(view) });
  const limits = { window: WINDOW, most: COMMON, limit: CANDIDATES };
  return store.sharingStoryKeys(keys, view.day, limits).flatMap((other): StoryLink[] => {
    const score = other === text ? 0 : storyScore(view, stories.get(other));
    return score > 0 && !isTemplate(work, text, other) ? [{ text: other, score }] : [];
  });
}

/** A release that was sent out for several places tells as many stories. */
function isTemplate({ store, texts }: Work, a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => texts.get(store.told(text)?.teller ?? ''));
  if (!one || !other) return false;
  return ['other-names', 'other-place'].includes(sameText(one.view, other.view).reason);
}

function storyScore(a: StoryView, b: StoryView | null): number {
  const verdict = b === null ? null : sameStory(a, b);
  return verdict?.same === true ? verdict.score : 0;
}
