// A place in one of the archive's sequences → the next batch of documents to write and to delete, by stream.
import type { Article } from '../schemas/article.ts';
import { toCoverageDocument, toDocument } from './document.ts';
import type { Gazetteer } from './document.ts';
import type { Kind } from './indices.ts';
import type { ChangeFeed } from './ports.ts';
import type { Action } from './send.ts';

/** Several may write to one index; each has a cursor of its own. */
export type Stream = {
  name: string;
  /** The next batch after `seq`, and the sequence of its last; null at the end. */
  read: (source: Source, after: number) => { seq: number; actions: Action[] } | null;
  /** Where the stream begins for an index that was made anew. */
  start: (feed: ChangeFeed) => number;
};

export type Source = { feed: ChangeFeed; gazetteer: Gazetteer };

/** Changes read at a time: enough to keep Elasticsearch busy. */
const BATCH = 1000;

const articles: Stream = {
  name: 'articles',
  start: () => 0,
  read: (source, after) => {
    const changes = source.feed.changesAfter(after, BATCH);
    const actions = changes.flatMap(({ article: id, version }): Action[] => {
      const article = source.feed.article(id);
      // It goes on under the id of an older one.
      if (article === null) return [removal(source, id, version)];
      // A newer version has its own change, further on; and what never was relevant was never written.
      if (article.version > version) return [];
      if (article.tags.decision === 'irrelevant' && version === 1) return [];
      return [articleAction(source, article)];
    });
    return batch(changes.at(-1)?.seq, actions);
  },
};

/** Articles that went into another text or story, whose own version stayed. A new index gets them with the articles. */
const groups: Stream = {
  name: 'groups',
  start: (feed) => feed.lastGroupChange(),
  read: (source, after) => {
    const changes = source.feed.groupChangesAfter(after, BATCH);
    const actions = changes.flatMap(({ article: id }): Action[] => {
      const article = source.feed.article(id);
      if (article === null || article.tags.decision === 'irrelevant') return [];
      return [articleAction(source, article)];
    });
    return batch(changes.at(-1)?.seq, actions);
  },
};

const removal = ({ feed }: Source, id: string, version: number): Action => ({
  id,
  version: version + feed.groupsOf(id).revision,
  document: null,
});

/** Version and revision only grow, so their sum names one state of the document, and a later state has a greater sum. */
function articleAction({ feed, gazetteer }: Source, article: Article): Action {
  const { revision, ...grouped } = feed.groupsOf(article.id);
  const version = article.version + revision;
  const gone = article.tags.decision === 'irrelevant';
  return {
    id: article.id,
    version,
    document: gone ? null : toDocument(article, gazetteer, grouped),
  };
}

const coverage: Stream = {
  name: 'coverage',
  start: () => 0,
  read: ({ feed, gazetteer }, after) => {
    const rows = feed.coverageAfter(after, BATCH);
    const actions = rows.map(({ row }) => ({
      id: row.id,
      version: row.version,
      document: toCoverageDocument(row, gazetteer),
    }));
    return batch(rows.at(-1)?.seq, actions);
  },
};

/** The gazetteer has no sequence: its cursor is its version, and another one writes all regions anew. */
const regions: Stream = {
  name: 'regions',
  start: () => 0,
  read: ({ gazetteer }, after) => {
    if (after === gazetteer.version) return null;
    const actions = gazetteer.regions.map((region) => ({
      id: region.id,
      version: null,
      document: region,
    }));
    return { seq: gazetteer.version, actions };
  },
};

export const STREAMS: Record<Kind, readonly Stream[]> = {
  articles: [articles, groups],
  coverage: [coverage],
  regions: [regions],
};

const batch = (
  seq: number | undefined,
  actions: Action[],
): { seq: number; actions: Action[] } | null => (seq === undefined ? null : { seq, actions });
