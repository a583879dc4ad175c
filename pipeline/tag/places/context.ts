// Words around names: offices and levels, facilities, past offices. In: knowledge. Out: for a field, what ends where.
import type { Facility, Knowledge, Office } from '../../../schemas/knowledge.ts';
import type { ReadField } from '../document.ts';
import { leftmostLongest } from '../phrases.ts';
import type { Hit, PhraseBook } from '../phrases.ts';

export type Level = 'kota' | 'kabupaten' | 'province';

/** Words that say the level of the name behind them. */
export const LEVEL_WORDS = new Map<string, Level>([
  ['kota', 'kota'],
  ['kotamadya', 'kota'],
  ['kabupaten', 'kabupaten'],
  ['kab', 'kabupaten'],
  ['provinsi', 'province'],
  ['propinsi', 'province'],
  ['prov', 'province'],
]);

export type Surroundings = {
  offices: Hit<Office>[];
  /** Token index after the last → the longest office phrase that ends there. */
  officeEndingAt: Map<number, Hit<Office>>;
  facilityEndingAt: Map<number, Hit<Facility>>;
};

export type SurroundingsReader = (field: ReadField) => Surroundings;

export function createSurroundingsReader(
  knowledge: Knowledge,
  book: PhraseBook,
): SurroundingsReader {
  const findOffices = book.add(
    knowledge.offices.map((value) => ({ words: value.phrase, value })),
    'all',
  );
  const findFacilities = book.add(
    knowledge.facilities.map((value) => ({ words: value.phrase, value })),
    'all',
  );
  return (field) => {
    const all = findOffices(field);
    return {
      offices: leftmostLongest(all),
      officeEndingAt: endings(all),
      facilityEndingAt: endings(findFacilities(field)),
    };
  };
}

function endings<T>(hits: Hit<T>[]): Map<number, Hit<T>> {
  const ends = new Map<number, Hit<T>>();
  for (const hit of hits) {
    const known = ends.get(hit.to);
    if (known === undefined || hit.from < known.from) ends.set(hit.to, hit);
  }
  return ends;
}
