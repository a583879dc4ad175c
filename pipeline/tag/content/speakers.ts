// Who speaks, in which office. In: a field, its labels and its words of speech. Out: persons with the span that shows it.
import type { Speaker } from '../../../schemas/tag.ts';
import type { ReadField } from '../document.ts';
import type { LexiconHit } from './lexicon.ts';
import { gather, opensSentence } from './people.ts';
import type { Person } from './people.ts';
import { findMentions } from './persons.ts';
import type { Mention } from './persons.ts';
import { speakersOf } from './speech.ts';
import { gapBefore } from './roles.ts';
import type { Labels } from './labels.ts';
import type { Role } from './roles.ts';
import { quotedTokens } from './quotes.ts';

export type SpeakerEvidence = Speaker & { start: number; end: number; rule: string };

type Statement = { person: Person; verb: LexiconHit; mention: Mention };

/** People named further back than this many others are not meant by an office alone. */
const RECENT = 60;

/** The people who speak, in the order in which they do. Never throws; time is linear in the tokens. */
export function findSpeakers(
  field: ReadField,
  labels: Labels,
  speech: LexiconHit[],
): SpeakerEvidence[] {
  const live = (at: number): boolean => field.sentences[field.sentenceOf[at] ?? 0]?.noise !== true;
  const quoted = quotedTokens(field);
  const mentions = findMentions(field, labels).filter(({ from }) => live(from));
  const told = mentions.filter(({ from }) => quoted[from] !== 1);
  const people = gather(field, mentions);
  const verbs = speech.filter(
    ({ from }) => live(from) && quoted[from] !== 1 && !isWithinRun(field, labels, from),
  );
  const owners = new Map(people.flatMap((person) => person.mentions.map((own) => [own, person])));
  const statements = new Map<Person, Statement>();
  for (const { verb, mention } of speakersOf(field, told, verbs)) {
    const person = owners.get(mention) ?? holderOf(people, mention);
    if (person === null || statements.has(person)) continue;
    const statement = { person, verb, mention };
    if (isCredible(field, statement)) statements.set(person, statement);
  }
  return [...statements.values()].map((statement) => evidence(field, statement));
}

/** 'Ujoh Bilang': a verb only by its letters. */
function isWithinRun(field: ReadField, labels: Labels, at: number): boolean {
  return (
    field.tokens[at]?.capital === true &&
    labels.proper[at - 1] === 1 &&
    gapBefore(field, at) === ' '
  );
}

function evidence(field: ReadField, { person, verb, mention }: Statement): SpeakerEvidence {
  const from = Math.min(mention.from, verb.from);
  const to = Math.max(mention.to, verb.to);
  return {
    name: person.name,
    role: bestRole(person.roles),
    start: field.tokens[from]?.start ?? 0,
    end: field.tokens[to - 1]?.end ?? 0,
    rule: verb.row.id,
  };
}

function bestRole(roles: Role[]): string {
  let best = '';
  for (const { former, text } of roles) if (!former && text.length > best.length) best = text;
  return best;
}

/**
 * A capitalised word that opens a sentence need not be a name: it counts with an office, behind a verb of speech,
 * as two words or more, or if it stands capitalised within a sentence too.
 */
function isCredible(field: ReadField, { person, verb, mention }: Statement): boolean {
  if (person.roles.length > 0) return true;
  if (verb.row.class === 'say' && mention.from >= verb.to) return true;
  if (verb.row.class === 'state' && mention.to === verb.from) return true;
  const within = person.mentions.some((other) => !opensSentence(field, other));
  return verb.row.class !== 'he' && (within || person.words.length > 1);
}

/** The person an office alone means: the last one named in it. */
function holderOf(people: Person[], mention: Mention): Person | null {
  const head = mention.role?.head;
  if (head === undefined || mention.nameFrom !== mention.nameTo) return null;
  const holder = people
    .slice(-RECENT)
    .findLast(
      ({ roles, mentions }) =>
        (mentions[0]?.from ?? 0) < mention.from &&
        roles.some((role) => role.head === head && !role.former),
    );
  return holder ?? null;
}
