// A GroupStore in memory: for a batch of articles, for tests, for looking at what grouping would do.
import type { GroupArticle } from './article.ts';
import { createKeyIndex } from './key-index.ts';
import type { GroupStore, StoryLink } from './ports.ts';

export type MemoryStore = GroupStore & {
  /** Adds, replaces or (null) takes out an article; the grouping must then be told. */
  set(id: string, article: GroupArticle | null): void;
  ids(): string[];
};

export function createMemoryStore(): MemoryStore {
  const articles = new Map<string, GroupArticle>();
  const textKeys = keysById();
  const storyKeys = keysById();
  const days = new Map<string, number | null>();
  const textLinks = new Map<string, Set<string>>();
  const storyLinks = new Map<string, Map<string, number>>();
  const texts = oneToMany();
  const stories = oneToMany();
  return {
    set: (id, article) => {
      if (article === null) articles.delete(id);
      else articles.set(id, article);
    },
    ids: () => [...articles.keys()],
    article: (id) => articles.get(id) ?? null,
    saveTextKeys: textKeys.save,
    sharingTextKeys: textKeys.sharing,
    textLinks: (id) => [...(textLinks.get(id) ?? [])],
    saveTextLinks: (id, others) => {
      for (const other of textLinks.get(id) ?? []) textLinks.get(other)?.delete(id);
      textLinks.set(id, new Set(others));
      for (const other of others) entry(textLinks, other, () => new Set()).add(id);
    },
    saveStoryKeys: (text, keys, day) => {
      storyKeys.save(text, keys);
      days.set(text, day);
    },
    sharingStoryKeys: (keys, day, window) =>
      storyKeys.sharing(keys, 1, Infinity).filter((text) => {
        const other = days.get(text) ?? null;
        return day === null || other === null || Math.abs(day - other) <= window;
      }),
    storyLinks: (text) =>
      [...(storyLinks.get(text) ?? [])].map(([other, score]): StoryLink => ({
        text: other,
        score,
      })),
    saveStoryLinks: (text, links) => {
      for (const other of storyLinks.get(text)?.keys() ?? []) storyLinks.get(other)?.delete(text);
      storyLinks.set(text, new Map(links.map((link) => [link.text, link.score])));
      for (const link of links) entry(storyLinks, link.text, () => new Map()).set(text, link.score);
    },
    textOf: texts.of,
    members: texts.members,
    saveText: texts.save,
    storyOf: stories.of,
    saveStory: stories.save,
  };
}

type KeysById = {
  save: (id: string, keys: readonly number[]) => void;
  sharing: (keys: readonly number[], least: number, most: number) => string[];
};

function keysById(): KeysById {
  const index = createKeyIndex();
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  return {
    save(id, keys) {
      const before = numbers.get(id);
      if (before !== undefined) index.remove(before);
      const number = index.add(keys);
      ids[number] = id;
      numbers.set(id, number);
    },
    sharing: (keys, least, most) =>
      index.sharing(keys, least, most).map((number) => ids[number] ?? ''),
  };
}

type OneToMany = {
  of: (id: string) => string | null;
  members: (group: string) => string[];
  save: (id: string, group: string | null) => void;
};

function oneToMany(): OneToMany {
  const groups = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  return {
    of: (id) => groups.get(id) ?? null,
    members: (group) => [...(members.get(group) ?? [])],
    save(id, group) {
      members.get(groups.get(id) ?? '')?.delete(id);
      if (group === null) groups.delete(id);
      else {
        groups.set(id, group);
        entry(members, group, () => new Set<string>()).add(id);
      }
    },
  };
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
