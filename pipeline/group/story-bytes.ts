// What tells a story apart → bytes that a store keeps, and back: to read an article and view it again takes fifty times as long.
import type { HashSet } from './hash-set.ts';
import type { StoryView } from './story.ts';

const SETS = ['names', 'openings', 'speakers', 'numbers', 'counts', 'dates'] as const;
/** What is no number. */
type Words = Pick<StoryView, 'primary' | 'day' | 'coverage'> & { elections: string[] };

/** The number of hashes in each set, in the topic and of bytes of the words; these bytes, the weights in halves, the hashes. */
export function storyBytes(view: StoryView): Uint8Array {
  const { primary, day, coverage, elections, topic } = view;
  const said: Words = { primary, day, coverage, elections: [...elections] };
  const words = Buffer.from(JSON.stringify(said));
  const sets = [...SETS.map((name) => view[name]), topic.stems];
  const sizes = Uint32Array.of(...sets.map(({ length }) => length), words.length);
  const weights = Uint8Array.from(topic.weights, (weight) => weight * 2);
  return Buffer.concat([...[sizes, ...sets].map(asBytes), weights, words]);
}

export function storyOfBytes(bytes: Uint8Array): StoryView {
  // hashes lie at fours from the beginning, which those of a buffer of its own do
  const { buffer } = new Uint8Array(bytes);
  const sizes = new Uint32Array(buffer, 0, SETS.length + 2);
  let at = sizes.byteLength;
  const next = (index: number): HashSet => {
    const set = new Uint32Array(buffer, at, sizes[index]);
    at += set.byteLength;
    return set;
  };
  const [names, openings, speakers, numbers, counts, dates, stems] = [
    next(0),
    next(1),
    next(2),
    next(3),
    next(4),
    next(5),
    next(6),
  ];
  const weights = Float32Array.from(new Uint8Array(buffer, at, stems.length), (half) => half / 2);
  const words = Buffer.from(buffer, at + stems.length, sizes[SETS.length + 1]);
  const { elections, ...said }: Words = JSON.parse(words.toString());
  return {
    ...said,
    elections: new Set(elections),
    names,
    openings,
    speakers,
    numbers,
    counts,
    dates,
    topic: { stems, weights },
  };
}

const asBytes = (hashes: Uint32Array): Uint8Array =>
  new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
