// Knowledge → what each token of a field begins: an office, a place, a title or degree; and which may belong to a name.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { LexiconRow } from '../../../schemas/lexicon.ts';
import type { ReadField } from '../document.ts';
import type { Phrase, PhraseBook } from '../phrases.ts';
import { tokenise } from '../words.ts';
import { compileLexicon } from './lexicon.ts';
import type { LexiconHit } from './lexicon.ts';

/** What is known of each token, by the token at which a phrase starts; undefined where none does. */
export type Labels = {
  office: (LexiconHit | undefined)[];
  place: (PlaceLabel | undefined)[];
  name: (LexiconHit | undefined)[];
  /** 1 where the token is a word of the language: no name of its own. */
  common: Uint8Array;
  /** 1 where the token may belong to a proper noun: capitalised, or in a text without case no common word. */
  proper: Uint8Array;
  /** 1 where the token is set in capitals alone in a text that is not: an abbreviation. */
  acronym: Uint8Array;
};

/** `wide`: a region or its seat; a kecamatan may be named as people are. */
export type PlaceLabel = { to: number; wide: boolean };

export type Labeller = (field: ReadField, speech: LexiconHit[]) => Labels;

/** 'person': a phrase that holds the name of a place and is none ('Bima Arya'). */
type PlaceKind = 'wide' | 'district' | 'person';

/** Share of capitalised words from which, and up to which, capitals tell names. */
const CASE_TELLS = { from: 0.02, to: 0.9 };
/** Shorter texts have too few words to tell. */
const FEW_TOKENS = 20;

export function createLabeller(knowledge: Knowledge, book: PhraseBook): Labeller {
  const { words: commonWords, others } = splitCommon(knowledge.lexicon.names);
  const isCommon = book.addWords(commonWords);
  const findOffices = compileLexicon(knowledge.lexicon.offices, 'all', book);
  const findNames = compileLexicon(others, 'all', book);
  const findPlaces = book.add(placeNames(knowledge), 'all');
  return (field, speech) => {
    const count = field.tokens.length;
    const labels: Labels = {
      office: unset(field),
      place: unset(field),
      name: unset(field),
      common: new Uint8Array(count),
      proper: new Uint8Array(count),
      acronym: new Uint8Array(count),
    };
    for (let at = 0; at < count; at++) {
      if (isCommon(field.tokens[at]!)) labels.common[at] = 1;
    }
    for (const hit of findOffices(field)) {
      const other = labels.office[hit.from];
      if (other === undefined || hit.to > other.to || hit.row.class === 'head') {
        labels.office[hit.from] = hit;
      }
    }
    for (const hit of findNames(field)) {
      if (hit.row.class !== 'common') labels.name[hit.from] = hit;
      if (hit.row.class === 'common' || hit.row.class === 'never') {
        labels.common.fill(1, hit.from, hit.to);
      }
    }
    markProper(field, labels);
    for (const { from } of speech) labels.proper[from] = 0;
    for (const hit of findPlaces(field)) {
      if (labels.proper[hit.from] !== 1) continue;
      labels.place[hit.from] =
        hit.value === 'person' ? undefined : { to: hit.to, wide: hit.value === 'wide' };
    }
    return labels;
  };
}

/** A place without a value for each token. */
function unset<T>({ tokens }: ReadField): (T | undefined)[] {
  return tokens.map(() => undefined);
}

/** Single common words stand in every sentence: a look-up each, instead of a hit each. */
function splitCommon(rows: LexiconRow[]): { words: Set<string>; others: LexiconRow[] } {
  const words = new Set<string>();
  const others: LexiconRow[] = [];
  for (const row of rows) {
    const options = /[\s_~]/.test(row.pattern)
      ? []
      : row.pattern.split('|').map((option) => tokenise(option));
    const single = options.every((tokens) => tokens.length === 1);
    if (row.class !== 'common' || options.length === 0 || !single) others.push(row);
    else for (const [token] of options) if (token !== undefined) words.add(token.norm);
  }
  return { words, others };
}

/** A text in capitals alone or in lower case alone does not tell names from other words. */
function hasCase(field: ReadField): boolean {
  const words = field.tokens.filter(({ numeral }) => !numeral);
  if (words.length < FEW_TOKENS) return true;
  const share = words.filter(({ capital }) => capital).length / words.length;
  return share >= CASE_TELLS.from && share <= CASE_TELLS.to;
}

function markProper(field: ReadField, { common, proper, acronym }: Labels): void {
  const cased = hasCase(field);
  field.tokens.forEach(({ start, end, capital }, at) => {
    if (!cased) proper[at] = common[at] === 1 ? 0 : 1;
    else if (capital) {
      const word = field.raw.slice(start, end);
      proper[at] = 1;
      acronym[at] = word.length > 1 && word === word.toUpperCase() ? 1 : 0;
    }
  });
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
