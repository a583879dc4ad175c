// A question that costs → answers kept up to a number of bytes, those asked last.
import type { KeyedText } from './article.ts';
import type { StoryView } from './story.ts';

export type Remembering<T> = { get(id: string): T | null; forget(id: string): void };

/** Bytes that the views of each kind may take: 700 texts or 2,000 stories of 350 words. */
const BYTES = 8 * 2 ** 20;

/** Null is not kept. `size`: bytes that an answer takes, about. */
export function remembering<T>(
  ask: (id: string) => T | null,
  size: (answer: T) => number,
  most = BYTES,
): Remembering<T> {
  const kept = new Map<string, { answer: T; bytes: number }>();
  let total = 0;
  const forget = (id: string): void => {
    total -= kept.get(id)?.bytes ?? 0;
    kept.delete(id);
  };
  return {
    get(id) {
      const found = kept.get(id);
      const answer = found?.answer ?? ask(id);
      if (answer === null) return null;
      const bytes = found?.bytes ?? size(answer);
      // The one asked last is the last to go.
      forget(id);
      for (const oldest of kept.keys()) {
        if (total + bytes <= most) break;
        forget(oldest);
      }
      kept.set(id, { answer, bytes });
      total += bytes;
      return answer;
    },
    forget,
  };
}

/** What an array, an object, a slot take besides what they hold; measured on Node 24. */
const ARRAY = 180;
const SLOT = 110;

export const sizeOfText = ({
  view: { title, body, pairs, triples, bag, slots, places },
  sketch,
}: KeyedText): number =>
  12 * ARRAY +
  [title, body.hashes, body.kinds, pairs, triples, bag, places, sketch].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  ) +
  slots.size * SLOT;

export const sizeOfStory = ({ topic, ...view }: StoryView): number =>
  14 * ARRAY +
  [view.names, view.openings, view.speakers, view.numbers, topic.stems, topic.weights].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
