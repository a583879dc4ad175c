// Knowledge → what each token of a field begins: an office, a place, a title or degree; and which may belong to a name.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { ReadField } from '../document.ts';
import { buildMatcher } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import { compileLexicon } from './lexicon.ts';
import type { LexiconHit, LexiconMatcher } from './lexicon.ts';

/** What is known of each token, by the token at which a phrase starts; undefined where none does. */
export type Labels = {
  office: (LexiconHit | undefined)[];
  place: (PlaceLabel | undefined)[];
  name: (LexiconHit | undefined)[];
  /** The token is a word of the language: no name of its own. */
  common: boolean[];
  /** The token may belong to a proper noun: capitalised, or in a text without case no common word. */
  proper: boolean[];
  /** The token is set in capitals alone in a text that is not: an abbreviation. */
  acronym: boolean[];
};

/** `wide`: a region or its seat; a kecamatan may be named as people are. */
export type PlaceLabel = { to: number; wide: boolean };

export type Labeller = (field: ReadField, speech: LexiconHit[]) => Labels;

/** 'person': a phrase that holds the name of a place and is none ('Bima Arya'). */
type PlaceKind = 'wide' | 'district' | 'person';

/** Share of capitalised words from which, and up to which, capitals tell names. */
const CASE_TELLS = { from: 0.02, to: 0.75 };
/** Shorter texts have too few words to tell. */
const FEW_TOKENS = 12;

export function createLabeller(knowledge: Knowledge): Labeller {
  const offices = compileLexicon(knowledge.lexicon.offices, 'all');
  const names = compileLexicon(knowledge.lexicon.names, 'all');
  const places = buildMatcher(placeNames(knowledge));
  return (field, speech) => {
    const labels: Labels = {
      office: [],
      place: [],
      name: [],
      common: [],
      proper: [],
      acronym: [],
    };
    const cased = hasCase(field);
    const common = commonTokens(field, names);
    for (const hit of offices(field)) {
      const other = labels.office[hit.from];
      if (other === undefined || hit.to > other.to || hit.row.class === 'head') {
        labels.office[hit.from] = hit;
      }
    }
    for (const hit of names(field)) if (hit.row.class !== 'common') labels.name[hit.from] = hit;
    const spoken = new Set(speech.map(({ from }) => from));
    field.tokens.forEach((token, at) => {
      const word = field.raw.slice(token.start, token.end);
      labels.common[at] = common.has(at);
      labels.proper[at] = cased ? token.capital : !common.has(at);
      if (spoken.has(at)) labels.proper[at] = false;
      labels.acronym[at] = cased && word.length > 1 && word === word.toUpperCase();
    });
    for (const hit of places(field.tokens, 'all')) {
      if (labels.proper[hit.from] !== true) continue;
      labels.place[hit.from] =
        hit.value === 'person' ? undefined : { to: hit.to, wide: hit.value === 'wide' };
    }
    return labels;
  };
}

/** A text in capitals alone or in lower case alone does not tell names from other words. */
function hasCase(field: ReadField): boolean {
  const words = field.tokens.filter(({ norm }) => !/^\d/.test(norm));
  if (words.length < FEW_TOKENS) return true;
  const share = words.filter(({ capital }) => capital).length / words.length;
  return share >= CASE_TELLS.from && share <= CASE_TELLS.to;
}

function commonTokens(field: ReadField, names: LexiconMatcher): Set<number> {
  const common = new Set<number>();
  for (const { row, from, to } of names(field)) {
    if (row.class !== 'common' && row.class !== 'never') continue;
    for (let at = from; at < to; at++) common.add(at);
  }
  return common;
}

function placeNames(knowledge: Knowledge): Phrase<PlaceKind>[] {
  const place = (words: string): Phrase<PlaceKind> => ({ words, value: 'wide' });
  return [
    ...knowledge.districts.map(({ name }): Phrase<PlaceKind> => ({
      words: name,
      value: 'district',
    })),
    ...knowledge.regions.flatMap(({ name, short }) => [place(name), place(short)]),
    ...knowledge.aliases.map(({ alias }) => place(alias)),
    ...knowledge.towns.map(({ name }) => place(name)),
    ...knowledge.macroRegions.map(({ name }) => place(name)),
    ...knowledge.guards
      .filter(({ why }) => why === 'person')
      .map(({ phrase }): Phrase<PlaceKind> => ({ words: phrase, value: 'person' })),
  ];
}
