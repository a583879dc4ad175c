// The demo's articles, tagged once → any number of articles of their shape: other sources, days, regions, and words.
import { readPieces } from '../demo/articles.ts';
import { textKey } from '../pipeline/normalise/fingerprint.ts';
import { createTagger } from '../pipeline/tag/tag.ts';
import type { Extracted } from '../schemas/article.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { provinceOf } from '../schemas/region.ts';
import type { Tags } from '../schemas/tag.ts';
import { chance } from './press/chance.ts';

export type CorpusArticle = {
  title: string;
  text: string;
  /** ISO 8601 with offset. */
  published: string;
  tags: Tags;
  textKey: string;
};

const FIRST_DAY = Date.parse('2023-09-01T00:00:00Z');
const DAYS = 900;
/** One in so many carries the text of another newspaper, as in the demo. */
const COPIES = 13;
/** Articles whose places stay as the demo has them; the others are spread over the country. */
const HOME = 0.3;

/** The article of that number; the same each time. */
export function createCorpus(knowledge: Knowledge): (number: number) => CorpusArticle {
  const tag = createTagger(knowledge);
  const models = readPieces(1).map(({ title, text, at }) => {
    const published = at?.slice(0, 10) ?? null;
    const input = { url: null, outlet: null, outletRegion: null, title, text, published };
    return { title, text, tags: tag({ ...input, markedAdvertorial: false }) };
  });
  const regions = knowledge.regions.filter(({ kind }) => kind !== 'province').map(({ id }) => id);
  return (number) => {
    const dice = chance(number * 7919);
    const model = models[number % models.length] ?? dice.pick(models);
    const original = number % COPIES === 0 && number > 0 ? number - models.length : number;
    const names = chance(original);
    const name = (): string => `Narasumber${names.below(40_000)}`;
    const text = `${model.text}\n\n${name()} dan ${name()} membenarkan hal itu pada hari ke-${names.below(9000)}.`;
    const day = new Date(FIRST_DAY + dice.below(DAYS) * 86_400_000).toISOString().slice(0, 10);
    const region = dice.pick(regions);
    const placed = { ...model.tags, primary: region, regions: [region, provinceOf(region)] };
    const tags = dice.below(100) < HOME * 100 ? model.tags : placed;
    const { title } = model;
    return { title, text, published: `${day}T08:30:00+07:00`, tags, textKey: textKey(title, text) };
  };
}

/** What extraction would have given for it. */
export const extractedOf = ({ title, text, published }: CorpusArticle): Extracted => ({
  kind: 'article',
  detail: '',
  title,
  text,
  authors: ['Rina Contoh'],
  editor: null,
  section: 'Politik',
  keywords: [],
  images: [],
  credit: null,
  published: { at: published, precision: 'minute', basis: 'json-ld', confidence: 1 },
  modified: null,
  canonicalUrl: null,
  language: 'id',
  charset: 'utf-8',
  repaired: 0,
  advertorial: false,
  partUrls: [],
  method: 'preset:wordpress',
  score: 0.97,
});
