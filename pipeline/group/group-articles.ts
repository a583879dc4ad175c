// A batch of articles → their texts and stories, and the four counts.
import type { GroupArticle } from './article.ts';
import { byPublication } from './first.ts';
import { createGrouping } from './group.ts';
import { createMemoryStore } from './memory-store.ts';

export type TextGroup = {
  /** The smallest id of its articles. */
  id: string;
  story: string;
  /** In order of publication; the first one is who published it first. */
  articles: string[];
  first: { article: string; outlet: string };
};

export type Grouped = {
  /** By id. */
  texts: TextGroup[];
  counts: Counts;
};

/** What a figure can count. */
export type Counts = { articles: number; texts: number; stories: number; outlets: number };

/** Groups articles that are all there; of two with one id the later counts. The order does not matter otherwise. */
export function groupArticles(articles: Iterable<GroupArticle>): Grouped {
  const store = createMemoryStore();
  const grouping = createGrouping(store);
  for (const article of articles) {
    store.set(article.id, article);
    grouping.put(article.id);
  }
  const all = store.ids().flatMap((id) => store.article(id) ?? []);
  const byText = Map.groupBy(all, ({ id }) => store.placed(id)?.text ?? id);
  const texts = [...byText]
    .map(([id, members]) => textGroup(id, store.storyOf(id) ?? id, members))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    texts,
    counts: {
      articles: all.length,
      texts: texts.length,
      stories: new Set(texts.map(({ story }) => story)).size,
      outlets: new Set(all.map(({ outlet }) => outlet)).size,
    },
  };
}

function textGroup(id: string, story: string, members: GroupArticle[]): TextGroup {
  const ordered = members.sort(byPublication);
  const first = ordered[0];
  return {
    id,
    story,
    articles: ordered.map((member) => member.id),
    first: { article: first?.id ?? id, outlet: first?.outlet ?? '' },
  };
}
