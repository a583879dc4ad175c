// The demo's articles, tagged once → any number of articles of their shape: other sources, days, regions, and words.
import { readPieces } from '../demo/articles.ts';
import { textKey } from '../pipeline/normalise/fingerprint.ts';
import { createTagger } from '../pipeline/tag/tag.ts';
import type { Extracted } from '../schemas/article.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { Tags } from '../schemas/tag.ts';
import { chance } from './press/chance.ts';
import { type Model, type Place, retold, vocabularyOf } from './retell.ts';

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
/** Articles come in within so many days. */
const LATE = 4;
/** One in so many carries the text of another newspaper, as in the demo. */
const COPIES = 13;
/** Of a hundred articles, those whose place stays as the demo has it; the others are spread over the country. */
const HOME = 30;
const NOWHERE: Place = { name: '', code: '' };

/** The article of that number, of so many in the order of their days; the same each time. */
export function createCorpus(
  knowledge: Knowledge,
  total: number,
): (number: number) => CorpusArticle {
  const tag = createTagger(knowledge);
  const models = readPieces(1).map(({ title, text, at }): Model => {
    const published = at?.slice(0, 10) ?? null;
    const input = { url: null, outlet: null, outletRegion: null, title, text, published };
    return { title, text, tags: tag({ ...input, markedAdvertorial: false }) };
  });
  const vocabulary = vocabularyOf(models);
  const places = knowledge.regions.map(({ id, short, kind }) => ({ code: id, name: short, kind }));
  const regencies = places.filter(({ kind }) => kind !== 'province');
  const placeOf = (code: string | null): Place =>
    places.find((place) => place.code === code) ?? NOWHERE;

  const original = (number: number): Model & { day: number } => {
    const dice = chance(number * 7919);
    const model = models[number % models.length] ?? dice.pick(models);
    const from = placeOf(model.tags.primary);
    const stays = from === NOWHERE || dice.below(100) < HOME;
    const to = stays ? from : dice.pick(regencies);
    return {
      ...retold(model, vocabulary, { from, to }, dice),
      day: Math.floor((number * DAYS) / total) + dice.below(LATE),
    };
  };
  return (number) => {
    const isCopy = number % COPIES === 0 && number > 0;
    // one of the COPIES - 1 before it, of which none is a copy
    const { title, text: told, tags, day } = original(isCopy ? number - 1 - (number % 11) : number);
    const text = isCopy ? `${told}\n\nArtikel ini telah tayang di Harian Contoh ${number}.` : told;
    const at = new Date(FIRST_DAY + (day + Number(isCopy)) * 86_400_000);
    const published = `${at.toISOString().slice(0, 10)}T08:30:00+07:00`;
    return { title, text, published, tags, textKey: textKey(title, text) };
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
