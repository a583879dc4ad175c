// Knowledge → what each token of a field begins: an office, a place, a title or degree. Built once, used by the speakers.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { ReadField } from '../document.ts';
import { buildMatcher } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import { compileLexicon } from './lexicon.ts';
import type { Labels } from './roles.ts';

/** 'person': a phrase that holds the name of a place and is none ('Bima Arya'). */
type PlaceKind = 'place' | 'person';

export function createLabeller(knowledge: Knowledge): (field: ReadField) => Labels {
  const offices = compileLexicon(knowledge.lexicon.offices, 'all');
  const names = compileLexicon(knowledge.lexicon.names, 'all');
  const places = buildMatcher(placeNames(knowledge));
  return (field) => {
    const labels: Labels = { office: [], place: [], name: [] };
    // Hits come in order of start, then of length: the longest of each start remains.
    for (const hit of offices(field)) labels.office[hit.from] = hit;
    for (const hit of names(field)) labels.name[hit.from] = hit;
    for (const hit of places(field.tokens, 'all')) {
      if (field.tokens[hit.from]?.capital !== true) continue;
      labels.place[hit.from] = hit.value === 'place' ? { to: hit.to } : null;
    }
    return labels;
  };
}

function placeNames(knowledge: Knowledge): Phrase<PlaceKind>[] {
  const place = (words: string): Phrase<PlaceKind> => ({ words, value: 'place' });
  return [
    ...knowledge.regions.flatMap(({ name, short }) => [place(name), place(short)]),
    ...knowledge.aliases.map(({ alias }) => place(alias)),
    ...knowledge.towns.map(({ name }) => place(name)),
    ...knowledge.districts.map(({ name }) => place(name)),
    ...knowledge.macroRegions.map(({ name }) => place(name)),
    ...knowledge.guards
      .filter(({ why }) => why === 'person')
      .map(({ phrase }): Phrase<PlaceKind> => ({ words: phrase, value: 'person' })),
  ];
}
