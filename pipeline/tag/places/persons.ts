// Mentions of title and text → those that are a person's name are marked: 'Medan Sandabunga', later 'Medan' alone.
import { isAuthority } from './neighbours.ts';
import type { Mention } from './mentions.ts';

/** So often must 'Medan Siregar' stand there to be taken for a person throughout. */
const FIRM = 2;

/**
 * A name that is followed by the same capitalised word more than once, and never stands behind an office or a level,
 * is a person's: then it is one wherever it stands alone.
 */
export function markPersons(mentions: Mention[]): void {
  const pairs = new Map<string, number>();
  const places = new Set<string>();
  for (const mention of mentions) {
    const name = nameOf(mention);
    if (mention.level !== null || mention.dateline || isAuthority(mention.office)) places.add(name);
    const next = followerOf(mention);
    if (next !== null) pairs.set(`${name} ${next}`, (pairs.get(`${name} ${next}`) ?? 0) + 1);
  }
  const persons = new Set<string>();
  for (const mention of mentions) {
    const name = nameOf(mention);
    const often = (pairs.get(`${name} ${followerOf(mention) ?? ''}`) ?? 0) >= FIRM;
    if (often && !places.has(name)) persons.add(name);
  }
  for (const mention of mentions) if (persons.has(nameOf(mention))) mention.person = true;
}

const nameOf = ({ field, start, end }: Mention): string =>
  field.raw.slice(start, end).toLowerCase();

/** The capitalised word right behind the name, in lower case. */
function followerOf({ field, to, end }: Mention): string | null {
  const next = field.tokens[to];
  if (next === undefined || !next.capital || next.start !== end + 1) return null;
  return /^\p{Lu}\p{Ll}+$/u.test(field.raw.slice(next.start, next.end)) ? next.norm : null;
}
