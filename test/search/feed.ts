// The archive's side of the projection, in memory.
import type { Article } from '../../schemas/article.ts';
import type { CoverageDay } from '../../schemas/coverage.ts';
import type { Change, ChangeFeed } from '../../search/ports.ts';

export type MemoryFeed = ChangeFeed & {
  /** Stores an article as its newest version, with its change. */
  put: (article: Article) => void;
  /** Puts an article into another text and story. */
  group: (id: string, text: string, story: string) => void;
  cover: (row: CoverageDay) => void;
  cursors: Map<string, number>;
  refused: { consumer: string; id: string; version: number; reason: string; at: string }[];
};

export function createFeed(): MemoryFeed {
  const changes: Change[] = [];
  const articles = new Map<string, Article>();
  let coverage: { seq: number; row: CoverageDay }[] = [];
  let coverageSeq = 0;
  const groups = new Map<string, { text: string; story: string; revision: number; seq: number }>();
  let groupSeq = 0;
  const cursors = new Map<string, number>();
  const refused: MemoryFeed['refused'] = [];
  return {
    put: (article) => {
      articles.set(article.id, article);
      changes.push({ seq: changes.length + 1, article: article.id, version: article.version });
    },
    group: (id, text, story) => {
      groupSeq += 1;
      const revision = (groups.get(id)?.revision ?? 0) + 1;
      groups.delete(id); // so that the map stays in the order of the last changes
      groups.set(id, { text, story, revision, seq: groupSeq });
    },
    groupChangesAfter: (seq, limit) =>
      [...groups]
        .map(([article, group]) => ({ article, seq: group.seq }))
        .filter((one) => one.seq > seq)
        .slice(0, limit),
    lastGroupChange: () => groupSeq,
    groupsOf: (id) => groups.get(id) ?? { text: id, story: id, revision: 0 },
    cover: (row) => {
      coverageSeq += 1;
      coverage = [...coverage.filter((one) => one.row.id !== row.id), { seq: coverageSeq, row }];
    },
    changesAfter: (seq, limit) => changes.slice(seq, seq + limit),
    coverageAfter: (seq, limit) => coverage.filter((one) => one.seq > seq).slice(0, limit),
    article: (id) => articles.get(id) ?? null,
    cursor: (consumer) => cursors.get(consumer) ?? 0,
    saveCursor: (consumer, seq) => void cursors.set(consumer, seq),
    saveRefused: (...row) => {
      const [consumer, id, version, reason, at] = row;
      refused.push({ consumer, id, version, reason, at });
    },
    forgetConsumers: (family, kept) => {
      for (const consumer of cursors.keys())
        if (consumer.startsWith(family) && consumer !== kept) cursors.delete(consumer);
    },
    cursors,
    refused,
  };
}
