// The sentences of a reading that belong to the article. In: Reading. Out: where each hit stands: title, lead or body.
import type { LexiconHit } from './lexicon.ts';
import type { ReadName, Reading } from './reading.ts';

export type Zone = 'title' | 'lead' | 'body';

/** A hit in the article itself; `slot` numbers the sentences, title first. */
export type PlacedHit = LexiconHit & { field: 'title' | 'text'; zone: Zone; slot: number };

/** Sentences of the text that count as its lead. */
const LEAD = 3;

/** Live sentences of the text, in order: index in the field's sentences → ordinal from 0; noise is absent. */
export function ordinals(reading: Reading): Map<number, number> {
  const order = new Map<number, number>();
  reading.text.field.sentences.forEach((sentence, index) => {
    if (!sentence.noise) order.set(index, order.size);
  });
  return order;
}

export function placed(reading: Reading, name: ReadName, order: Map<number, number>): PlacedHit[] {
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
