// A reading without what is not the article. In: Reading. Out: its hits placed in title, lead or body.
import type { LexiconHit } from './lexicon.ts';
import { READ_NAMES } from './reading.ts';
import type { ReadName, Reading } from './reading.ts';

export type Zone = 'title' | 'lead' | 'body';

/** A hit in the article itself; `slot` numbers its sentences, the title is -1. */
export type PlacedHit = LexiconHit & { field: 'title' | 'text'; zone: Zone; slot: number };

export type Scene = {
  reading: Reading;
  /** The sentences of the text that are the article's: index in the field → ordinal from 0. */
  order: Map<number, number>;
  /** Title first. */
  hits: Record<ReadName, PlacedHit[]>;
  /** The same by field, in order of their start. */
  fields: Record<'title' | 'text', Record<ReadName, PlacedHit[]>>;
};

/** Tokens before and behind a hit. */
export type Reach = { before: number; behind: number };

/** Sentences of the text that count as its lead. */
export const LEAD = 3;

/** Hits of one name in the field of another hit, that start within so many tokens of it; in order of their start. */
export function nearby(scene: Scene, name: ReadName, hit: PlacedHit, reach: Reach): PlacedHit[] {
  const hits = scene.fields[hit.field][name];
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.from ?? 0) < hit.from - reach.before) low = middle + 1;
    else high = middle;
  }
  const found: PlacedHit[] = [];
  for (let at = low; at < hits.length; at++) {
    const other = hits[at];
    if (other === undefined || other.from > hit.to + reach.behind) break;
    found.push(other);
  }
  return found;
}

export function setScene(reading: Reading): Scene {
  const order = new Map<number, number>();
  reading.text.field.sentences.forEach((sentence, index) => {
    if (!sentence.noise) order.set(index, order.size);
  });
  const fields = { title: {}, text: {} } as Scene['fields']; // every name is set below
  const hits = {} as Scene['hits'];
  for (const name of READ_NAMES) {
    fields.title[name] = placeTitle(reading.title.hits[name]);
    fields.text[name] = placeText(reading.text.hits[name], order);
    hits[name] = [...fields.title[name], ...fields.text[name]];
  }
  return { reading, order, hits, fields };
}

function placeTitle(hits: LexiconHit[]): PlacedHit[] {
  return byStart(hits).map((hit) => placed(hit, 'title', 'title', -1));
}

function placeText(hits: LexiconHit[], order: Map<number, number>): PlacedHit[] {
  const found: PlacedHit[] = [];
  for (const hit of byStart(hits)) {
    const slot = order.get(hit.sentence);
    if (slot === undefined) continue;
    found.push(placed(hit, 'text', slot < LEAD ? 'lead' : 'body', slot));
  }
  return found;
}

/** Each property by its name: a hit spread into another object costs several times as much. */
function placed(
  { row, start, end, from, to, sentence }: LexiconHit,
  field: PlacedHit['field'],
  zone: Zone,
  slot: number,
): PlacedHit {
  return { row, start, end, from, to, sentence, field, zone, slot };
}

/** Hits of gapped patterns are found at their end. */
function byStart(hits: LexiconHit[]): LexiconHit[] {
  const ordered = hits.every(
    ({ from }, index) => index === 0 || (hits[index - 1]?.from ?? 0) <= from,
  );
  return ordered ? hits : hits.toSorted((one, other) => one.from - other.from);
}
