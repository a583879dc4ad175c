// Linked nodes → groups. Deterministic: the same nodes and links give the same groups in whatever order they come.
import type { StoryLink } from './ports.ts';

/**
 * All that can be reached from `seed` over links, itself included, ascending. Null where that is more than `most`, or
 * leads to one of `large`; what was seen of it is then added there.
 */
export function within(
  seed: string,
  linked: (id: string) => string[],
  most: number,
  large: Set<string> = new Set(),
): string[] | null {
  const seen = new Set([seed]);
  // a Set that grows while it is walked is walked to its end
  for (const id of seen) {
    if (seen.size > most || large.has(id)) {
      for (const each of seen) large.add(each);
      return null;
    }
    for (const other of linked(id)) seen.add(other);
  }
  return [...seen].sort();
}

/** Two groups are one while their pairs, the unlinked ones counted as 0, score this on average. */
export const AVERAGE = 0.4;

/**
 * Average linkage over the links of one component: a chain of reports, each like the next, does not become one
 * story. Groups and their members ascending.
 */
export function cluster(
  nodes: readonly string[],
  linksOf: (id: string) => readonly StoryLink[],
): string[][] {
  const groups = new Map(nodes.map((node) => [node, [node]]));
  /** Sum of scores between two groups, by their first members. */
  const between = new Map<string, Map<string, number>>(
    nodes.map((node) => [
      node,
      new Map(
        linksOf(node)
          .filter(({ text }) => groups.has(text))
          .map(({ text, score }) => [text, score]),
      ),
    ]),
  );
  for (let pair = best(groups, between); pair !== null; pair = best(groups, between))
    merge(pair, groups, between);
  return [...groups.values()].map((members) => members.sort()).sort(byFirst);
}

type Groups = Map<string, string[]>;
type Between = Map<string, Map<string, number>>;

/** The two groups that belong together most; null where none do. */
function best(groups: Groups, between: Between): [string, string] | null {
  let found: [string, string] | null = null;
  let highest = AVERAGE;
  for (const [one, sums] of between)
    for (const [other, sum] of sums) {
      if (one >= other) continue;
      const average = sum / ((groups.get(one)?.length ?? 1) * (groups.get(other)?.length ?? 1));
      const ahead = average - highest;
      if (ahead > 1e-9 || (ahead > -1e-9 && isBefore([one, other], found))) {
        found = [one, other];
        highest = Math.max(highest, average);
      }
    }
  return found;
}

const isBefore = (a: [string, string], b: [string, string] | null): boolean =>
  b === null || a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** The second group goes into the first, which keeps the smaller name. */
function merge([into, from]: [string, string], groups: Groups, between: Between): void {
  groups.set(into, [...(groups.get(into) ?? []), ...(groups.get(from) ?? [])]);
  groups.delete(from);
  const kept = between.get(into) ?? new Map<string, number>();
  for (const [other, sum] of between.get(from) ?? []) {
    if (other === into) continue;
    const total = sum + (kept.get(other) ?? 0);
    kept.set(other, total);
    between.get(other)?.set(into, total);
    between.get(other)?.delete(from);
  }
  kept.delete(from);
  between.delete(from);
}

const byFirst = ([a = '']: string[], [b = '']: string[]): number => (a < b ? -1 : Number(a > b));
