// A GroupStore in memory: for a batch of articles, for tests, for looking at what grouping would do.
import type { GroupArticle } from './article.ts';
import { createKeyIndex } from './key-index.ts';
import type { GroupStore, KeptStory, Measure, Placed, StoryLink, Told } from './ports.ts';
import type { Sketch } from './sketch.ts';

export type MemoryStore = GroupStore & {
  /** Adds, replaces or (null) takes out an article; the grouping must then be told. */
  set(id: string, article: GroupArticle | null): void;
  ids(): string[];
};

export function createMemoryStore(): MemoryStore {
  const articles = new Map<string, GroupArticle>();
  const inTexts = texts();
  return {
    set: (id, article) => {
      if (article === null) articles.delete(id);
      else articles.set(id, article);
    },
    ids: () => [...articles.keys()],
    article: (id) => articles.get(id) ?? null,
    ...textKeys(
      (id) => articles.get(id)?.tags.primary ?? null,
      (id) => inTexts.placed(id)?.text ?? null,
    ),
    ...textLinks(),
    ...inTexts,
    ...storyKeys(),
    ...storyLinks(),
    ...stories(),
  };
}

function textKeys(
  primaryOf: (id: string) => string | null,
  textOf: (id: string) => string | null,
): Pick<GroupStore, 'saveTextKeys' | 'sharingTextKeys'> {
  const index = createKeyIndex();
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const sketches = new Map<string, Sketch>();
  return {
    saveTextKeys(id, kept) {
      sketches.set(id, kept?.sketch ?? new Uint16Array());
      const before = numbers.get(id);
      if (before !== undefined) index.remove(before);
      const number = index.add(kept?.keys ?? []);
      ids[number] = id;
      numbers.set(id, number);
    },
    sharingTextKeys: (keys, near, { least, most, limit }) => {
      const found = index.sharing(keys, least, most).map(({ article, keys: count }) => {
        const id = ids[article] ?? '';
        const primary = primaryOf(id);
        const sketch = sketches.get(id) ?? new Uint16Array();
        return { id, primary, text: textOf(id), sketch, count, near: Number(primary === near) };
      });
      return found
        .sort((a, b) => b.count - a.count || b.near - a.near || compare(a.id, b.id))
        .slice(0, limit);
    },
  };
}

function textLinks(): Pick<GroupStore, 'textLinks' | 'saveTextLinks'> {
  const links = new Map<string, Set<string>>();
  return {
    textLinks: (id) => [...(links.get(id) ?? [])],
    saveTextLinks: (id, others) => {
      for (const other of links.get(id) ?? []) links.get(other)?.delete(id);
      links.set(id, new Set(others));
      for (const other of others) entry(links, other, () => new Set()).add(id);
    },
  };
}

type Texts =
  | 'placed'
  | 'place'
  | 'renameText'
  | 'moveAnchor'
  | 'succeed'
  | 'anchorCount'
  | 'firstAnchor'
  | 'toldNow'
  | 'told'
  | 'saveTold';

function texts(): Pick<GroupStore, Texts> {
  const places = new Map<string, Placed & Measure>();
  const members = new Map<string, Set<string>>();
  const tellers = new Map<string, Told>();
  const place = (id: string, placed: (Placed & Measure) | null): void => {
    members.get(places.get(id)?.text ?? '')?.delete(id);
    if (placed === null) places.delete(id);
    else {
      places.set(id, placed);
      entry(members, placed.text, () => new Set<string>()).add(id);
    }
  };
  const change = (id: string, part: Partial<Placed>): void => {
    const placed = places.get(id);
    if (placed !== undefined) place(id, { ...placed, ...part });
  };
  const of = (text: string): string[] => [...(members.get(text) ?? [])].sort();
  const anchors = (text: string): string[] => of(text).filter((id) => !places.get(id)?.follows);
  const followers = (id: string): string[] =>
    of(places.get(id)?.text ?? '').filter((each) => places.get(each)?.follows === id);
  return {
    placed: (id) => places.get(id) ?? null,
    place,
    renameText: (from, to) => {
      for (const id of of(from)) change(id, { text: to });
    },
    moveAnchor: (id, text) => {
      for (const each of [id, ...followers(id)]) change(each, { text });
    },
    succeed: (id) => {
      const [heir = null, ...others] = followers(id);
      if (heir !== null) change(heir, { follows: null });
      for (const each of others) change(each, { follows: heir });
      return heir;
    },
    anchorCount: (text, limit) => Math.min(limit, anchors(text).length),
    firstAnchor: (text) => anchors(text)[0] ?? null,
    toldNow: (text) => {
      const days = of(text).flatMap((id) => places.get(id)?.day ?? []);
      const length = (id: string): number => places.get(id)?.length ?? 0;
      const [teller] = anchors(text).sort((a, b) => length(b) - length(a) || compare(a, b));
      const day = days.length === 0 ? null : Math.min(...days);
      return teller === undefined ? null : { teller, day };
    },
    told: (text) => tellers.get(text) ?? null,
    saveTold: (text, told) => {
      if (told === null) tellers.delete(text);
      else tellers.set(text, told);
    },
  };
}

function storyKeys(): Pick<GroupStore, 'saveStoryView' | 'storyView' | 'sharingStoryKeys'> {
  const having = new Map<number, Set<string>>();
  const saved = new Map<string, KeptStory>();
  return {
    saveStoryView: (text, kept) => {
      for (const key of saved.get(text)?.keys ?? []) having.get(key)?.delete(text);
      for (const key of kept?.keys ?? []) entry(having, key, () => new Set()).add(text);
      if (kept === null) saved.delete(text);
      else saved.set(text, kept);
    },
    storyView: (text) => saved.get(text)?.bytes ?? null,
    sharingStoryKeys: (keys, day, { window, most, limit }) => {
      const counts = new Map<string, number>();
      for (const key of keys) {
        const near = [...(having.get(key) ?? [])].filter((text) => {
          const other = saved.get(text)?.day ?? null;
          return day === null || other === null || Math.abs(day - other) <= window;
        });
        if (near.length > most) continue;
        for (const text of near) counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      return [...counts]
        .sort(([a, some], [b, others]) => others - some || compare(a, b))
        .slice(0, limit)
        .map(([id]) => id);
    },
  };
}

function storyLinks(): Pick<GroupStore, 'storyLinks' | 'saveStoryLinks'> {
  const kept = new Map<string, Map<string, number>>();
  return {
    storyLinks: (text, limit) =>
      [...(kept.get(text) ?? [])]
        .map(([other, score]): StoryLink => ({ text: other, score }))
        .sort((a, b) => b.score - a.score || compare(a.text, b.text))
        .slice(0, limit),
    saveStoryLinks: (text, links) => {
      for (const other of kept.get(text)?.keys() ?? []) kept.get(other)?.delete(text);
      kept.set(text, new Map(links.map((link) => [link.text, link.score])));
      for (const link of links) entry(kept, link.text, () => new Map()).set(text, link.score);
    },
  };
}

function stories(): Pick<GroupStore, 'storyOf' | 'saveStory' | 'passStoryOn'> {
  const storyOf = new Map<string, string>();
  return {
    storyOf: (text) => storyOf.get(text) ?? null,
    saveStory: (text, story) => {
      if (story === null) storyOf.delete(text);
      else storyOf.set(text, story);
    },
    passStoryOn: (text) => {
      const others = [...storyOf].filter(([other, story]) => story === text && other !== text);
      const [heir] = others.map(([other]) => other).sort();
      if (heir !== undefined) for (const [other] of others) storyOf.set(other, heir);
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
