// The number of a newspaper and of an article in it → the article: title, date, 300 to 400 words, address.
import { readPieces } from '../../demo/articles.ts';
import { type Chance, chance } from './chance.ts';
import { CITIES, SLOTS, TOPICS, type Topic } from './words.ts';

export type PressArticle = {
  title: string;
  section: string;
  city: string;
  author: string;
  /** ISO 8601, +07:00. */
  published: string;
  paragraphs: string[];
  /** From the root of its site. */
  path: string;
};

const WORDS = 320;
const DAY = 86_400_000;
/** The newest article is of this day; each is half a day older than the one before. */
const NEWEST = Date.parse('2024-11-20T05:00:00Z');

/** `host` and `number` count from 1; the same two give the same article. */
export function articleOf(host: number, number: number): PressArticle {
  const dice = chance(host * 100_003 + number);
  const city = CITIES[(host - 1) % CITIES.length] ?? CITIES[0];
  const topic = dice.pick(TOPICS);
  const title = filled(dice.pick(topic.titles), city, dice);
  const moment = new Date(NEWEST - number * (DAY / 2) + dice.below(3600) * 1000);
  const published = new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19);
  const [year = '', month = '', day = ''] = published.slice(0, 10).split('-');
  return {
    title,
    section: topic.section,
    city,
    author: filled('{depan} {belakang}', city, dice),
    published: `${published}+07:00`,
    paragraphs: paragraphsOf(topic, city, dice),
    path: `/${year}/${month}/${day}/${slugOf(title)}-${number}/`,
  };
}

const SENTENCE = /[^.!?]+[.!?]+["”)]*/g;

/** Sentences of the demo's articles: with filled ones alone, pages of a newspaper would be more alike than real ones. */
const printed = Map.groupBy(
  readPieces(1).flatMap(({ text, labels: { relevant } }) =>
    (text.match(SENTENCE) ?? []).map((said) => ({ relevant, said: said.trim() })),
  ),
  ({ relevant }) => relevant,
);

function sentence({ relevant, sentences }: Topic, city: string, dice: Chance): string {
  const others = printed.get(relevant) ?? [];
  if (others.length > 0 && dice.below(3) > 0) return dice.pick(others).said;
  return filled(dice.pick(sentences), city, dice);
}

function paragraphsOf(topic: Topic, city: string, dice: Chance): string[] {
  const paragraphs: string[] = [];
  let words = 0;
  while (words < WORDS) {
    const said = Array.from({ length: 1 + dice.below(2) }, () => sentence(topic, city, dice));
    const opening = paragraphs.length === 0 ? `${city.toUpperCase()} - ` : '';
    const paragraph = opening + said.join(' ');
    words += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

const filled = (pattern: string, city: string, dice: Chance): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'kota') return city;
    if (slot === 'angka') return String(2 + dice.below(400));
    if (slot === 'ribu') return `${5 + dice.below(90)}.${100 * (1 + dice.below(9))}`;
    return dice.pick(SLOTS[slot] ?? [slot]);
  });

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
