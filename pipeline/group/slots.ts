// Words of an article → its slots: names and numbers with the words around them. A template release with another
// city's name fills the same slots with other names; a copy fills them with the same.
import { chain, NAME } from './words.ts';
import type { Words } from './words.ts';

/** From the hash of the words around to the words in the slot, a space between; null where one context has several fillers. */
export type Slots = Map<number, string | null>;

/** Longer runs of names are lists, not slots. */
const LONGEST = 8;

/** The slots of a text, each with two words before and one after. */
export function slotsOf({ words, hashes, kinds }: Words): Slots {
  const slots: Slots = new Map();
  let from = 0;
  while (from < words.length) {
    if ((kinds[from] ?? 0) < NAME) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < words.length && (kinds[to] ?? 0) >= NAME) to += 1;
    if (from >= 2 && to < words.length && to - from <= LONGEST) {
      const context = chain(chain(hashes[from - 2] ?? 0, hashes[from - 1] ?? 0), hashes[to] ?? 0);
      const filler = words.slice(from, to).join(' ');
      const before = slots.get(context);
      slots.set(context, before === undefined || sameFiller(before, filler) ? filler : null);
    }
    from = to;
  }
  return slots;
}

/** How often two texts fill the same slot alike, and how often otherwise. */
export function compareSlots(a: Slots, b: Slots): { same: number; other: number } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let same = 0;
  let other = 0;
  for (const [context, filler] of small) {
    const counterpart = large.get(context);
    if (filler === null || counterpart === undefined || counterpart === null) continue;
    if (sameFiller(filler, counterpart)) same += 1;
    else other += 1;
  }
  return { same, other };
}

/** Equal, one the short form of the other, or near in spelling: 'Kuriwamesa', 'Kuri Wamesa'. */
function sameFiller(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  if (a === b) return true;
  const [one, other] = [a.split(' '), b.split(' ')];
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const all = new Set(many);
  if (few.every((word) => all.has(word))) return true;
  return near(one.join(''), other.join(''));
}

/** Three quarters of the letter pairs shared (Dice), for words of five letters or more. */
function near(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || /\d/.test(a)) return false;
  const pairs = new Set<string>();
  for (let at = 1; at < a.length; at++) pairs.add(a.slice(at - 1, at + 1));
  let shared = 0;
  for (let at = 1; at < b.length; at++) if (pairs.has(b.slice(at - 1, at + 1))) shared += 1;
  return (2 * shared) / (a.length + b.length - 2) >= 0.75;
}
