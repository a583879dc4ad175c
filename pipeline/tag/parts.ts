// The contract between the taggers: what each part gives and what the content taggers are told.
import type { RegionCode } from '../../schemas/region.ts';
import type { Tags } from '../../schemas/tag.ts';
import type { TagDocument } from './document.ts';

export type PlaceTags = Pick<Tags, 'regions' | 'primary' | 'candidates' | 'reasons'> & {
  /** Bodies of the regions chosen, with their level: 'bawaslu kabupaten', 'panwaslu kota'. */
  bodies: Set<string>;
};

export type ElectionTags = Pick<Tags, 'elections' | 'stage' | 'reasons'> & {
  /** Local day 'YYYY-MM-DD' of the article: as published, else as its text tells; null if unknown. */
  day: string | null;
};

/** What the content taggers may know of the article besides its words. */
export type ContentContext = {
  regions: RegionCode[];
  primary: RegionCode | null;
  elections: Tags['elections'];
  stage: Tags['stage'];
  day: string | null;
};

export type ContentTags = Pick<
  Tags,
  | 'relevant'
  | 'relevance'
  | 'decision'
  | 'coverage'
  | 'actors'
  | 'violations'
  | 'advertorial'
  | 'speakers'
  | 'reasons'
>;

export type ContentTagger = (document: TagDocument, context: ContentContext) => ContentTags;
