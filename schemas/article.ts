// What extraction reads from a page, and the article as the archive keeps it and search shows it.
import { z } from 'zod';
import { RegionCode } from './region.ts';
import { ElectionId, Reason, Tags } from './tag.ts';
import { archiveOnly, es, keyword } from './es.ts';

export const DateBasis = z.enum([
  'json-ld',
  'meta',
  'time',
  'url',
  'text',
  'dateline',
  'feed',
  'sitemap',
  'last-modified',
]);
export type DateBasis = z.infer<typeof DateBasis>;

/** A moment with the offset in which it was printed; `precision` 'day' where no clock time was given. */
export const DatedMoment = z.object({
  /** ISO 8601 with offset, for example 2024-11-05T10:23:00+08:00; at 00:00 where precision is 'day'. */
  at: z.iso.datetime({ offset: true }),
  precision: z.enum(['day', 'minute']),
  basis: DateBasis,
  confidence: z.number().min(0).max(1),
});
export type DatedMoment = z.infer<typeof DatedMoment>;

export const Image = z.object({ url: z.string(), caption: z.string().nullable() });

/** One page, read. Purely from its bytes and the site's entry. */
export const Extracted = z.object({
  kind: z.enum([
    'article',
    'not-article',
    'no-text',
    'blocked',
    'soft-404',
    'parked',
    'hijacked',
    'shell',
  ]),
  /** Why kind is what it is, for the operator: for a wall the id of its sign, or words; empty for an article. */
  detail: z.string(),
  title: z.string(),
  /** Paragraphs separated by a blank line. */
  text: z.string(),
  authors: z.array(z.string()),
  editor: z.string().nullable(),
  section: z.string().nullable(),
  keywords: z.array(z.string()),
  images: z.array(Image),
  /** Trailing credit line such as '(adi/tan)', kept apart from the text. */
  credit: z.string().nullable(),
  published: DatedMoment.nullable(),
  modified: DatedMoment.nullable(),
  /** The address that the page calls its own (rel=canonical), in canonical form; null if it names none. */
  canonicalUrl: z.string().nullable(),
  language: z.string().nullable(),
  charset: z.string(),
  /** Runs of wrongly decoded text that were repaired. */
  repaired: z.int(),
  advertorial: z.boolean(),
  /** Addresses of the further pages of the same article, in order; [] on a single page. */
  partUrls: z.array(z.string()),
  /** Which source of truth gave the body, for example 'selector', 'json-ld', 'preset:wordpress', 'blocks'. */
  method: z.string(),
  /** How sure: 0 … 1. */
  score: z.number().min(0).max(1),
});
export type Extracted = z.infer<typeof Extracted>;

/** What made a version: first reading, another text, other tags, gone from its site, served again, another address. */
export const VersionKind = z.enum(['new', 'edited', 'retagged', 'gone', 'back', 'moved']);
export type VersionKind = z.infer<typeof VersionKind>;

/** An article at one version, whole. */
export const Article = z.object({
  id: z.string(),
  version: z.int(),
  site: z.string(),
  url: z.string(),
  outlet: z.string(),
  /** Pages of the archive that it was read from, first page first. */
  pages: z.array(z.int()),
  extracted: Extracted,
  tags: Tags,
  /** 'YYYY-MM-DD' on the clock of the place; null where the date is unknown. */
  localDay: z.iso.date().nullable(),
  /** Near-duplicate key: articles with an equal one carry the same text. */
  textKey: z.string(),
  codeVersion: z.string(),
  knowledgeVersion: z.string(),
  firstSeen: z.iso.datetime(),
  goneAt: z.iso.datetime().nullable(),
});
export type Article = z.infer<typeof Article>;

const text = (): z.ZodString => z.string().register(es, { type: 'text', analyzer: 'indonesian' });
const word = (): z.ZodString => z.string().register(es, keyword);

/** The article as Elasticsearch holds it; its mapping is generated from here. */
export const ArticleDocument = z.object({
  id: word(),
  version: z.int().register(es, { type: 'integer' }),
  site: word(),
  outlet: word(),
  url: word(),
  title: z
    .string()
    .register(es, { type: 'text', analyzer: 'indonesian', fields: { raw: keyword } }),
  text: text(),
  published: z.iso.datetime({ offset: true }).nullable().register(es, { type: 'date' }),
  published_basis: z.string().nullable().register(es, keyword),
  local_day: z.iso.date().nullable().register(es, { type: 'date' }),
  local_month: z.string().nullable().register(es, keyword),
  decision: word(),
  relevant: z.boolean().register(es, { type: 'boolean' }),
  relevance: z.number().register(es, { type: 'float' }),
  regions: z.array(RegionCode).register(es, keyword),
  region_names: z.array(z.string()).register(es, keyword),
  /** The regions that a filter finds it under: those it speaks of and the province of each. */
  areas: z.array(RegionCode).register(es, keyword),
  area_names: z.array(z.string()).register(es, keyword),
  primary: RegionCode.nullable().register(es, keyword),
  primary_name: z.string().nullable().register(es, keyword),
  province: RegionCode.nullable().register(es, keyword),
  province_name: z.string().nullable().register(es, keyword),
  location: z
    .object({ lat: z.number(), lon: z.number() })
    .nullable()
    .register(es, { type: 'geo_point' }),
  elections: z.array(ElectionId).register(es, keyword),
  contests: z.array(z.string()).register(es, keyword),
  stage: z.string().nullable().register(es, keyword),
  coverage: word(),
  actors: z.array(z.string()).register(es, keyword),
  violations: z.array(z.string()).register(es, keyword),
  advertorial: z.boolean().register(es, { type: 'boolean' }),
  speakers: z.array(z.string()).register(es, keyword),
  /** Of those who speak. */
  institutions: z.array(z.string()).register(es, keyword),
  speaker_roles: z.array(z.string()).register(es, keyword),
  authors: z.array(z.string()).register(es, keyword),
  section: z.string().nullable().register(es, keyword),
  /** Ids of the articles that name its text and its story: distinct ones are distinct texts and stories. */
  text_id: word(),
  story_id: word(),
  text_key: word(),
  first_seen: z.iso.datetime().register(es, { type: 'date' }),
  gone_at: z.iso.datetime().nullable().register(es, { type: 'date' }),
  reasons: z.array(Reason).register(es, archiveOnly),
});
export type ArticleDocument = z.infer<typeof ArticleDocument>;
