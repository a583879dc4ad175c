// A filter → what an export is: the question, how many, when, a hash of exactly these versions, and the records one by one.
import { createHash } from 'node:crypto';
import type { Article } from '../../schemas/article.ts';
import type { ArticleFilter } from '../../schemas/filter.ts';
import { type ArticleRecord, toRecord } from './record.ts';

export type ExportArchive = {
  versionsMatching(filter: ArticleFilter): { id: string; version: number; hash: string }[];
  articleVersion(id: string, version: number): Article | null;
  groupsOf(id: string): { text: string; story: string };
};

/** What every export says of itself, whatever its format. */
export type Statement = {
  /** The filter as address parameters, in one order. */
  query: string;
  total: number;
  /** When the list was made: UTC, ISO 8601. */
  time: string;
  /**
   * SHA-256 over 'id version hash' and a line feed of each article in order: two exports with the same hash hold the
   * same versions of the same articles, whatever their format.
   */
  hash: string;
  /** Version of Pantau. */
  version: string;
};

export type Export = {
  statement: Statement;
  /** Reads each article when it is asked for, at the version that the hash covers. */
  records: () => Iterable<ArticleRecord>;
};

export type ExportDeps = {
  archive: ExportArchive;
  /** UTC, ISO 8601. */
  now: () => string;
  version: string;
};

/** Lists the articles at once and reads them later, so that what changes meanwhile does not change the export. */
export function prepareExport(filter: ArticleFilter, deps: ExportDeps): Export {
  const { archive, now, version } = deps;
  const listed = archive.versionsMatching(filter);
  const hash = createHash('sha256');
  for (const one of listed) hash.update(`${one.id} ${one.version} ${one.hash}\n`);
  return {
    statement: {
      query: queryOf(filter),
      total: listed.length,
      time: now(),
      hash: hash.digest('hex'),
      version,
    },
    records: function* records() {
      for (const { id, version: at, hash: content } of listed) {
        const article = archive.articleVersion(id, at);
        if (article === null)
          throw new Error(`version ${at} of article ${id} was listed and is not there`);
        yield toRecord({ article, hash: content, groups: groupsFor(archive, id, filter) });
      }
    },
  };
}

/**
 * The ids that name an article's text and story. They may be ids of articles that a viewer limited to regions must not
 * know of: such a viewer gets others in their place, equal where the ids are equal.
 */
export function groupsFor(
  archive: Pick<ExportArchive, 'groupsOf'>,
  id: string,
  { within }: ArticleFilter,
): { text: string; story: string } {
  const { text, story } = archive.groupsOf(id);
  if (within === undefined) return { text, story };
  const masked = (name: string): string =>
    createHash('sha256').update(`group ${name}`).digest('hex').slice(0, 16);
  return { text: masked(text), story: masked(story) };
}

/** 'decision=seen&region=64&region=65': fields by name, so that equal filters have equal texts. */
export function queryOf(filter: ArticleFilter): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue;
    for (const each of [value].flat()) parameters.append(name, String(each));
  }
  return parameters.toString();
}
