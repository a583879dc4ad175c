// Codes of articles in; small numbers for each set of them out, so that a column is a list of numbers.

export type Dictionary = {
  /** The number of a set, written as codes with spaces between; the empty set is 0. */
  number(codes: string): number;
  /** By number. */
  readonly sets: readonly (readonly string[])[];
};

export function dictionary(): Dictionary {
  const sets: string[][] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  return {
    sets,
    number: (codes) => {
      const known = numbers.get(codes);
      if (known !== undefined) return known;
      numbers.set(codes, sets.length);
      sets.push(codes.split(' '));
      return sets.length - 1;
    },
  };
}
