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
  hits: Record<ReadName, PlacedHit[]>;
};

/** Sentences of the text that count as its lead. */
export const LEAD = 3;

export function setScene(reading: Reading): Scene {
  const order = new Map<number, number>();
  reading.text.field.sentences.forEach((sentence, index) => {
    if (!sentence.noise) order.set(index, order.size);
  });
  const hits = {} as Record<ReadName, PlacedHit[]>; // every name is set below
  for (const name of READ_NAMES) hits[name] = place(reading, name, order);
  return { reading, order, hits };
}

function place(reading: Reading, name: ReadName, order: Map<number, number>): PlacedHit[] {
  const found: PlacedHit[] = reading.title.hits[name].map((hit) => ({
    ...hit,
    field: 'title',
    zone: 'title',
    slot: -1,
  }));
  for (const hit of reading.text.hits[name]) {
    const slot = order.get(hit.sentence);
    if (slot === undefined) continue;
    found.push({ ...hit, field: 'text', zone: slot < LEAD ? 'lead' : 'body', slot });
  }
  return found;
}
