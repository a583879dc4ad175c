// Codes of articles in; small numbers for each set of them out, so that a column is a list of numbers.

export type Dictionary = {
  /** The number of a set, written as codes with spaces between; the empty set is 0. */
  number(codes: string): number;
  /** By number. */
  readonly sets: readonly (readonly string[])[];
  /** Each code that is in any of the sets, and by number of the set which of them it holds. */
  readonly values: readonly string[];
  readonly members: readonly (readonly number[])[];
};

export function dictionary(): Dictionary {
  const sets: string[][] = [[]];
  const members: number[][] = [[]];
  const values: string[] = [];
  const numbers = new Map<string, number>([['', 0]]);
  const places = new Map<string, number>();
  const placeOf = (code: string): number => {
    const known = places.get(code);
    if (known !== undefined) return known;
    places.set(code, values.length);
    return values.push(code) - 1;
  };
  return {
    sets,
    values,
    members,
    number: (codes) => {
      const known = numbers.get(codes);
      if (known !== undefined) return known;
      const set = codes.split(' ');
      numbers.set(codes, sets.length);
      members.push(set.map(placeOf));
      return sets.push(set) - 1;
    },
  };
}
