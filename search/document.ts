// What the archive holds and what is known of its regions → the documents that Elasticsearch holds.
import type { Article, ArticleDocument } from '../schemas/article.ts';
import type { CoverageDay } from '../schemas/coverage.ts';
import type { CoverageDocument, RegionDocument } from '../schemas/documents.ts';
import { provinceOf } from '../schemas/region.ts';
import type { RegionCode } from '../schemas/region.ts';
import { institutionsOf } from '../schemas/institution.ts';
import { regionsOf } from '../schemas/tag.ts';

/** What search does not know itself: the gazetteer's answers, null for an unknown code. */
export type Gazetteer = {
  regionName: (code: RegionCode) => string | null;
  /** WGS 84 degrees of the region's seat. */
  location: (code: RegionCode) => { lat: number; lon: number } | null;
  /** All of them, as documents of their own. */
  regions: RegionDocument[];
  /** Another number for other regions, above 0. */
  version: number;
};

/** The ids of the articles that name an article's text and story. */
export type TextAndStory = { text: string; story: string };

/** Reasons stay in the archive: the mapping leaves them out. */
export type IndexedArticle = Omit<ArticleDocument, 'reasons'>;

const unique = <T>(values: T[]): T[] => [...new Set(values)];

/** Pure; a region without a name in the gazetteer shows its code. */
export function toDocument(
  article: Article,
  gazetteer: Gazetteer,
  groups: TextAndStory,
): IndexedArticle {
  const { extracted, tags } = article;
  const name = (code: RegionCode): string => gazetteer.regionName(code) ?? code;
  const province = tags.primary === null ? null : provinceOf(tags.primary);
  const areas = regionsOf(tags);
  return {
    id: article.id,
    version: article.version,
    site: article.site,
    outlet: article.outlet,
    url: article.url,
    title: extracted.title,
    text: extracted.text,
    published: extracted.published?.at ?? null,
    published_basis: extracted.published?.basis ?? null,
    local_day: article.localDay,
    local_month: article.localDay?.slice(0, 7) ?? null,
    decision: tags.decision,
    relevant: tags.relevant,
    relevance: tags.relevance,
    regions: tags.regions,
    region_names: tags.regions.map((code) => name(code)),
    areas,
    area_names: areas.map((code) => name(code)),
    primary: tags.primary,
    primary_name: tags.primary === null ? null : name(tags.primary),
    province,
    province_name: province === null ? null : name(province),
    location: tags.primary === null ? null : gazetteer.location(tags.primary),
    elections: tags.elections.map(({ election }) => election),
    contests: unique(tags.elections.flatMap(({ contests }) => contests)),
    stage: tags.stage,
    coverage: tags.coverage,
    actors: tags.actors,
    violations: tags.violations,
    advertorial: tags.advertorial,
    speakers: unique(tags.speakers.map((speaker) => speaker.name)),
    institutions: institutionsOf(tags),
    speaker_roles: unique(tags.speakers.map((speaker) => speaker.role)),
    authors: extracted.authors,
    section: extracted.section,
    text_id: groups.text,
    story_id: groups.story,
    text_key: article.textKey,
    first_seen: article.firstSeen,
    gone_at: article.goneAt,
  };
}

/** A source's day with the names of its region; a national source has none. */
export function toCoverageDocument(day: CoverageDay, gazetteer: Gazetteer): CoverageDocument {
  const province = day.region === null ? null : provinceOf(day.region);
  return {
    ...day,
    region_name: day.region === null ? null : (gazetteer.regionName(day.region) ?? day.region),
    province,
    province_name: province === null ? null : (gazetteer.regionName(province) ?? province),
    location: day.region === null ? null : gazetteer.location(day.region),
  };
}
