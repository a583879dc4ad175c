// Articles one by one → text groups and story groups in a store, each at a cost that does not grow with the groups.
// While texts and stories are small, what is kept depends only on the articles that are in, not on the order in which
// they came: texts are the components of 'same text' over pairs, stories clusters of texts.
import { keyedText } from './article.ts';
import type { GroupArticle, KeyedText } from './article.ts';
import { placeText } from './place-text.ts';
import type { GroupStore } from './ports.ts';
import { remembering, sizeOfStory, sizeOfText } from './remembering.ts';
import type { Remembering } from './remembering.ts';
import { regroupStories } from './regroup-stories.ts';
import { storyOfBytes } from './story-bytes.ts';
import { wordsOf } from './words.ts';
import type { ArticleWords } from './words.ts';
import { viewStory } from './story.ts';
import type { KeyedStory, StoryView } from './story.ts';

export type Grouping = {
  /** Groups the article as the store now has it: new, edited or gone. */
  put(id: string): void;
};

export type Work = {
  store: GroupStore;
  article(id: string): GroupArticle | null;
  /** Views of articles by id, and of the stories that texts tell, as kept, by text. */
  texts: Remembering<KeyedText>;
  stories: Remembering<StoryView>;
  /** The story that a text tells now; null where it is gone. */
  telling(text: string): KeyedStory | null;
};

/** Keeps the groups of `store`. A grouping must be the only one that writes to its store. */
export function createGrouping(store: GroupStore): Grouping {
  const { ask, forget } = lastAsked(store);
  const work: Work = {
    store,
    article: (id) => ask(id)?.article ?? null,
    texts: remembering((id) => {
      const asked = ask(id);
      return asked === null ? null : keyedText(asked.article, asked.words());
    }, sizeOfText),
    stories: remembering((text) => {
      const bytes = store.storyView(text);
      return bytes === null ? null : storyOfBytes(bytes);
    }, sizeOfStory),
    telling: (text) => {
      const told = store.told(text);
      const asked = told === null ? null : ask(told.teller);
      return told && asked && viewStory(asked.article, told.day, asked.words());
    },
  };
  return {
    put: (id) => {
      forget();
      const touched = placeText(work, id);
      regroupStories(work, retold(store, touched, id));
    },
  };
}

/** Of the texts, those that are gone, or told by another, on another day, or by the article that was put. */
function retold(store: GroupStore, texts: Iterable<string>, put: string): Set<string> {
  const changed = new Set<string>();
  for (const text of texts) {
    const before = store.told(text);
    const now = store.toldNow(text);
    const same = before?.teller === now?.teller && before?.day === now?.day;
    if (!same) store.saveTold(text, now);
    if (!same || now?.teller === put) changed.add(text);
  }
  return changed;
}

type Asked = { article: GroupArticle; words: () => ArticleWords };

/** The article asked last is kept, and its words: it is viewed as a text, and as what tells a story. */
function lastAsked(store: GroupStore): { ask: (id: string) => Asked | null; forget: () => void } {
  let last: Asked | null = null;
  return {
    ask: (id) => {
      if (last?.article.id === id) return last;
      const article = store.article(id);
      let words: ArticleWords | null = null;
      last = article && { article, words: () => (words ??= wordsOf(article)) };
      return last;
    },
    forget: () => {
      last = null;
    },
  };
}
