// Groups found and groups known → precision, recall and F1 over pairs, and which pairs are wrong.
import type { Member } from './set.ts';

export type PairScore = {
  precision: number;
  recall: number;
  f1: number;
  /** How many pairs are truly together. */
  pairs: number;
  /** 'missed gold/retold' → how many. */
  wrong: Map<string, number>;
  examples: string[];
};

type Question = {
  /** The known group of a member. */
  known: (member: Member) => string;
  found: (member: Member) => string;
  /** Pairs that do not count, for example copies when only retellings are asked for. */
  ignore?: (a: Member, b: Member) => boolean;
};

export function scorePairs(members: Member[], { known, found, ignore }: Question): PairScore {
  let right = 0;
  let missed = 0;
  let merged = 0;
  const wrong = new Map<string, number>();
  const examples: string[] = [];
  for (const [a, b] of candidatePairs(members, known, found)) {
    if (ignore?.(a, b) === true) continue;
    const isKnown = known(a) === known(b);
    const isFound = found(a) === found(b);
    if (isKnown === isFound) {
      right += 1;
      continue;
    }
    if (isKnown) missed += 1;
    else merged += 1;
    const kind = `${isKnown ? 'missed' : 'merged'} ${[a.made, b.made].sort().join('/')}`;
    wrong.set(kind, (wrong.get(kind) ?? 0) + 1);
    examples.push(`${kind}: ${a.article.id} ${b.article.id}`);
  }
  const precision = right / Math.max(1, right + merged);
  const recall = right / Math.max(1, right + missed);
  const f1 = (2 * right) / Math.max(1, 2 * right + missed + merged);
  return { precision, recall, f1, pairs: right + missed, wrong, examples };
}

/** Pairs that are together in one way or the other, each once. */
function* candidatePairs(
  members: Member[],
  ...groupings: ((member: Member) => string)[]
): Generator<[Member, Member]> {
  const seen = new Set<string>();
  for (const grouping of groupings)
    for (const group of Map.groupBy(members, grouping).values())
      for (const [at, a] of group.entries())
        for (const b of group.slice(at + 1)) {
          const pair = `${a.article.id} ${b.article.id}`;
          if (seen.has(pair)) continue;
          seen.add(pair);
          yield [a, b];
        }
}
