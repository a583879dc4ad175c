// Words of speech → whom they give the word to. In: a field, its mentions, its verbs. Out: pairs of verb and mention.
import type { ReadField } from '../document.ts';
import type { LexiconHit } from './lexicon.ts';
import { isAlias, opensSentence } from './people.ts';
import type { Mention } from './persons.ts';
import { gapBefore } from './roles.ts';

export type Spoken = { verb: LexiconHit; mention: Mention };

/** Mentions and verbs stand in order of their start; mentions do not overlap. */
type Speech = { field: ReadField; mentions: Mention[]; verbs: LexiconHit[] };

/** Words that may stand between a verb and its speaker. */
const FILLERS = new Set(['oleh', 'langsung', 'kembali', 'juga', 'pula', 'lagi', 'sang']);
/** Words after which a person is not the one who acts. */
const OBJECT_MARKS = new Set(
  (
    'kepada dengan oleh terhadap dari untuk bersama didampingi melalui pada bagi atas tentang ' +
    'mendampingi mendukung dukung mewakili bahwa calon pasangan memilih menggantikan digantikan asal di ' +
    'ke melaporkan dihadiri menemui bernama berinisial yakni yaitu versus vs memenangkan menyambut antara'
  ).split(' '),
);
/** Offices of which a place has one. */
const SOLE_OFFICES = new Set(
  'bupati wali walikota gubernur camat lurah sekda kapolres kapolda wabup wagub'.split(' '),
);
/** Words of an address. */
const ADDRESS = 7;
const PRONOUNS = new Set(['ia', 'dia', 'beliau', 'dirinya']);
/** Tokens between a person and the verb of what he says; more for who opens the sentence: 'X, yang …, mengatakan'. */
const REACH = { within: 16, opening: 30 };
/** Mentions before 'ujarnya' among which its speaker is looked for. */
const BACK = 12;

/** In the order of the verbs; time is linear in verbs and mentions. */
export function speakersOf(field: ReadField, mentions: Mention[], verbs: LexiconHit[]): Spoken[] {
  const speech: Speech = { field, mentions, verbs };
  const starts = new Map(mentions.map((mention) => [mention.from, mention]));
  const found: Spoken[] = [];
  let before = -1;
  verbs.forEach((verb, index) => {
    while ((mentions[before + 1]?.to ?? Infinity) <= verb.from) before++;
    for (const mention of chosen(speech, { verb, index, before, starts })) {
      found.push({ verb, mention });
    }
  });
  return found;
}

/** A verb, its index, the index of the last mention before it, and mentions by their first token. */
type Place = { verb: LexiconHit; index: number; before: number; starts: Map<number, Mention> };

function chosen(speech: Speech, place: Place): Mention[] {
  switch (place.verb.row.class) {
    case 'say':
    case 'told':
      return behind(speech, place);
    case 'state':
      return PRONOUNS.has(speech.field.tokens[place.verb.from - 1]?.norm ?? '')
        ? spokenOfLast(speech, place)
        : ahead(speech, place);
    case 'he':
      return spokenOfLast(speech, place);
    default:
      return [];
  }
}

function behind({ field }: Speech, { verb, starts }: Place): Mention[] {
  let at = verb.to;
  for (let skipped = 0; skipped < 2 && FILLERS.has(field.tokens[at]?.norm ?? ''); skipped++) at++;
  if (field.sentenceOf[at] !== field.sentenceOf[verb.from]) return [];
  if (!/^[ ,]+$/.test(gapBefore(field, at))) return [];
  const mention = starts.get(at);
  return mention === undefined || isAlias(field, mention) ? [] : [mention];
}

function ahead(speech: Speech, place: Place): Mention[] {
  const { field, mentions } = speech;
  const { verb } = place;
  const found: Mention[] = [];
  for (let index = place.before; index >= 0; index--) {
    const mention = mentions[index];
    if (mention === undefined || field.sentenceOf[mention.from] !== field.sentenceOf[verb.from])
      break;
    if (verb.from - mention.to > reachOf(field, mention, verb)) break;
    if (saysAnother(speech, place, mention)) break;
    if (isObject(field, mention) || isAlias(field, mention) || isGeneric(field, mention)) continue;
    found.push(mention);
    const lead = field.tokens[mention.from - 1]?.norm;
    if (opensSentence(field, mention) || (lead !== 'dan' && lead !== 'serta')) break;
  }
  return found;
}

/** 'pelapor', 'warga' in lower case and without a name: nobody in particular. 'bupati' there is only one. */
function isGeneric(field: ReadField, { from, nameFrom, nameTo }: Mention): boolean {
  const token = field.tokens[from];
  return nameFrom === nameTo && token?.capital !== true && !SOLE_OFFICES.has(token?.norm ?? '');
}

function reachOf(field: ReadField, mention: Mention, verb: LexiconHit): number {
  const apart = gapBefore(field, verb.from).startsWith(',');
  return apart && opensSentence(field, mention) ? REACH.opening : REACH.within;
}

function isObject(field: ReadField, mention: Mention): boolean {
  if (opensSentence(field, mention)) return false;
  const joined = gapBefore(field, mention.from) === ' ';
  if (joined && OBJECT_MARKS.has(field.tokens[mention.from - 1]?.norm ?? '')) return true;
  return mention.role === null && isAddress(field, mention);
}

/** 'di Aula HBS, Cimareme,': what stands behind a place and a comma is a place too. */
function isAddress(field: ReadField, { from }: Mention): boolean {
  for (let at = from - 1; at > from - ADDRESS && field.tokens[at]?.capital === true; at--) {
    if (!/^,? $/.test(gapBefore(field, at))) return false;
    const before = field.tokens[at - 1]?.norm;
    if (before === 'di' || before === 'ke') return true;
  }
  return false;
}

/** Another verb of speech stands between: what follows it is said by somebody else. */
function saysAnother({ verbs }: Speech, { verb, index }: Place, mention: Mention): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const other = verbs[at];
    if (other === undefined || other.from < mention.to) return false;
    if (other.to <= verb.from && other.row.class !== 'he') return true;
  }
  return false;
}

/** 'ujarnya': the last person who opened a sentence, else the last named in an office; at most a paragraph back. */
function spokenOfLast({ field, mentions }: Speech, { verb, before }: Place): Mention[] {
  const paragraph = field.paragraphOf[verb.from] ?? 0;
  const near = mentions
    .slice(Math.max(0, before + 1 - BACK), before + 1)
    .filter(
      ({ from, nameFrom, nameTo }) =>
        nameFrom !== nameTo && (field.paragraphOf[from] ?? 0) >= paragraph - 1,
    );
  const mention =
    near.findLast((candidate) => opensSentence(field, candidate)) ??
    near.findLast((candidate) => candidate.role !== null && !isObject(field, candidate));
  return mention === undefined ? [] : [mention];
}
