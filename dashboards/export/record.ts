// An article of the archive → the record that exports and the API give of it.
import { z } from 'zod';
import type { Article } from '../../schemas/article.ts';
import { Institution, institutionsOf } from '../../schemas/institution.ts';
import { Tags } from '../../schemas/tag.ts';

/** An article with its tags and the reasons for each, as other programs read it. */
export const ArticleRecord = z.object({
  id: z.string(),
  version: z.int().describe('grows when the text or the tags change'),
  hash: z.string().describe('SHA-256 of what the page says and of the tags at this version'),
  site: z.string().describe('id of the source'),
  url: z.string(),
  outlet: z.string().describe('host name without www'),
  title: z.string(),
  published: z.iso.datetime({ offset: true }).nullable().describe('null where no date was found'),
  published_basis: z.string().nullable().describe('where the date was read: json-ld, meta, url …'),
  local_day: z.iso.date().nullable().describe('day on the clock of the place; trends go by it'),
  first_seen: z.iso.datetime(),
  gone_at: z.iso.datetime().nullable().describe('since when the page is gone from its site'),
  authors: z.array(z.string()),
  text: z.string(),
  text_id: z.string().describe('id of the article that names its text: copies share it'),
  story_id: z.string().describe('id of the article that names its story'),
  institutions: z.array(Institution).describe('of those who are quoted'),
  ...Tags.shape,
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;

export type RecordParts = {
  article: Article;
  hash: string;
  groups: { text: string; story: string };
};

export function toRecord({ article, hash, groups }: RecordParts): ArticleRecord {
  const { extracted, tags } = article;
  return {
    id: article.id,
    version: article.version,
    hash,
    site: article.site,
    url: article.url,
    outlet: article.outlet,
    title: extracted.title,
    published: extracted.published?.at ?? null,
    published_basis: extracted.published?.basis ?? null,
    local_day: article.localDay,
    first_seen: article.firstSeen,
    gone_at: article.goneAt,
    authors: extracted.authors,
    text: extracted.text,
    text_id: groups.text,
    story_id: groups.story,
    institutions: institutionsOf(tags),
    ...tags,
  };
}
