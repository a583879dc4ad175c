// Long work of the thread that fetches, cut into steps → its result, with every other host served between them.
import { setImmediate as others } from 'node:timers/promises';

/** Work that may rest wherever it yields. */
export type Steps<T> = Generator<void, T>;

/** Milliseconds of work in one piece: a list of 50,000 addresses takes hundreds, in which no request would go out. */
const SLICE_MS = 8;

/** Does the work in pieces of a few milliseconds. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await others();
    until = performance.now() + SLICE_MS;
  }
}

/** Does the work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Entries that take a millisecond or two. */
const FEW = 200;

/** `each` of the items, with a rest after every few. */
export function* mapped<In, Out>(items: readonly In[], each: (item: In) => Out): Steps<Out[]> {
  const results: Out[] = [];
  for (const item of items) {
    results.push(each(item));
    if (results.length % FEW === 0) yield;
  }
  return results;
}
