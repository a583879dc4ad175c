// An article with its reasons → another of the same shape that shares no more words with it than two reports of a press do:
// what a reason quotes stays, all else is drawn anew. Made-up news, with the tags of real ones.
import type { Reason, Tags } from '../schemas/tag.ts';
import type { Chance } from './press/chance.ts';

export type Model = { title: string; text: string; tags: Tags };
/** In place of the model's own: as texts say it, and its code. */
export type Place = { name: string; code: string };

const WORD = /\d+|\p{L}+/gu;
const CAPITAL = /^\p{Lu}/u;

export type Vocabulary = {
  /** A word that may stand after this one. */
  after(word: string, dice: Chance): string;
  /** 'Bawaslu', 'Senin': with a capital in many articles, and never without. */
  isEverybodys(word: string): boolean;
  /** A name of somebody or something. */
  isName(word: string): boolean;
};

/** One word in so many follows the one before as in a model; so 1 in 27 runs of four words is one that others have too, as in a press. */
const FOLLOWING = 3;
/** A name of so many models is everybody's. */
const MANY = 4;

/** The words of the models, as frequent as they are there. */
export function vocabularyOf(models: readonly Model[]): Vocabulary {
  const small: string[] = [];
  const next = new Map<string, string[]>();
  const named = new Map<string, Set<Model>>();
  for (const model of models) {
    let before = '';
    for (const [word] of `${model.title}\n${model.text}`.matchAll(WORD)) {
      if (/^\d/.test(word)) continue;
      if (CAPITAL.test(word)) {
        named.set(word, (named.get(word) ?? new Set()).add(model));
        continue;
      }
      small.push(word);
      next.set(before, [...(next.get(before) ?? []), word]);
      before = word;
    }
  }
  const isName = (word: string): boolean => CAPITAL.test(word) && !next.has(word.toLowerCase());
  return {
    after: (word, dice) =>
      dice.pick((dice.below(FOLLOWING) === 0 ? next.get(word) : undefined) ?? small),
    isEverybodys: (word) => isName(word) && (named.get(word)?.size ?? 0) >= MANY,
    isName,
  };
}

/** The model with other words, names and numbers, and in that place where it names its own. */
export function retold(
  { title, text, tags }: Model,
  vocabulary: Vocabulary,
  { from, to }: { from: Place; to: Place },
  dice: Chance,
): Model {
  const said = new Map<string, string>();
  const persons = new Set(tags.speakers.flatMap(({ name }) => name.match(WORD) ?? []));
  const nameFor = (word: string): string => {
    const known = said.get(word) ?? madeUpName(dice);
    said.set(word, known);
    return known;
  };
  const rewrite = (field: 'title' | 'text', before: string): Rewritten => {
    const stays = quotedIn(tags.reasons, field, before.length);
    let last = '';
    return rewritten(before, from.name, (word, at) => {
      if (word === from.name) return to.name;
      if (persons.has(word)) return nameFor(word);
      if (stays(at)) return word;
      if (/^\d/.test(word)) return numberLike(word, dice);
      if (vocabulary.isEverybodys(word)) return word;
      if (vocabulary.isName(word)) return nameFor(word);
      last = vocabulary.after(last, dice);
      return CAPITAL.test(word) ? last.charAt(0).toUpperCase() + last.slice(1) : last;
    });
  };
  const fields = { title: rewrite('title', title), text: rewrite('text', text) };
  const nameOf = (name: string): string =>
    name.replaceAll(WORD, (word) => (persons.has(word) ? nameFor(word) : word));
  const placed = moved(tags, from.code, to.code);
  return {
    title: fields.title.text,
    text: fields.text.text,
    tags: {
      ...placed,
      speakers: tags.speakers.map(({ name, role }) => ({ role, name: nameOf(name) })),
      reasons: placed.reasons.map((reason) =>
        shifted(
          reason.tag.startsWith('speaker:') ? { ...reason, tag: nameOf(reason.tag) } : reason,
          fields,
        ),
      ),
    },
  };
}

/** Whether a place in the field is quoted by a reason; one that quotes the most of the field says nothing of its words. */
function quotedIn(
  reasons: readonly Reason[],
  field: string,
  length: number,
): (at: number) => boolean {
  const quoted = reasons.filter(
    (each) => each.field === field && each.end - each.start < length * 0.6,
  );
  return (at) => quoted.some(({ start, end }) => start <= at && at < end);
}

type Rewritten = { text: string; at: (position: number) => number };

/** Each word, and the phrase (letters, spaces, hyphens) as one, replaced; where a place in it has gone to. */
function rewritten(
  text: string,
  phrase: string,
  replace: (word: string, at: number) => string,
): Rewritten {
  const edits: { end: number; longer: number }[] = [];
  const now = text.replaceAll(
    new RegExp(`${phrase === '' ? '' : `${phrase}|`}${WORD.source}`, 'gu'),
    (word: string, at: number) => {
      const other = replace(word, at);
      edits.push({ end: at + word.length, longer: other.length - word.length });
      return other;
    },
  );
  return {
    text: now,
    at: (position) =>
      edits.reduce((sum, { end, longer }) => (end <= position ? sum + longer : sum), position),
  };
}

function shifted(reason: Reason, fields: Record<'title' | 'text', Rewritten>): Reason {
  if (reason.field !== 'title' && reason.field !== 'text') return reason;
  const { text, at } = fields[reason.field];
  const [start, end] = [at(reason.start), at(reason.end)];
  return { ...reason, start, end, quote: text.slice(start, end) };
}

/** Said of another region than before. */
function moved(tags: Tags, from: string, to: string): Tags {
  const code = (each: string): string => (each === from ? to : each);
  return {
    ...tags,
    primary: tags.primary && code(tags.primary),
    regions: [...new Set(tags.regions.map(code))],
    candidates: tags.candidates.map((each) => ({ ...each, code: code(each.code) })),
    reasons: tags.reasons.map((each) =>
      each.tag === `region:${from}` || each.tag === `primary:${from}`
        ? { ...each, tag: `${each.tag.split(':', 1)[0]}:${to}` }
        : each,
    ),
  };
}

const BEGINNINGS = [
  'Sar',
  'Wid',
  'Har',
  'Nur',
  'Sul',
  'Mak',
  'Tam',
  'Lum',
  'Ber',
  'Kus',
  'Ram',
  'Dar',
  'Yul',
  'Ang',
  'Pra',
  'Fad',
];
const MIDDLES = ['a', 'i', 'u', 'o', 'ia', 'ari', 'ati', 'eni', 'ubu', 'osi', 'adi', 'ila'];
const ENDS = [
  'man',
  'to',
  'di',
  'wan',
  'yah',
  'ni',
  'lang',
  'sari',
  'dong',
  'bing',
  'rudin',
  'mita',
  'kel',
  'tari',
  'ring',
  'no',
];

const madeUpName = (dice: Chance): string =>
  dice.pick(BEGINNINGS) +
  dice.pick(MIDDLES) +
  dice.pick(MIDDLES).slice(0, dice.below(3)) +
  dice.pick(ENDS);

/** Years stay; days stay days. */
function numberLike(digits: string, dice: Chance): string {
  if (/^20[0-3]\d$/.test(digits)) return digits;
  return String(
    digits.length < 3 ? 1 + dice.below(28) : dice.below(10 ** Math.min(digits.length, 9)),
  );
}
