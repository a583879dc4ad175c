// The id of one of our own lines → which file it belongs to.
import { createHash } from 'node:crypto';

/** A third of the b lines, chosen by a hash of the id so that nobody's taste decides; of the f lines every second. */
export const isHeldOut = (id: string): boolean =>
  id.startsWith('f') ? Number(id.slice(1)) % 2 === 0 : isHashedOut(id);

/**
 * How the name of the file begins that one of our own lines stands in. The r lines are all for work on the taggers; of
 * the press lines every third of each kind was held out by its author, so the id names the author only.
 */
export const setOf = (id: string): string => {
  if (id.startsWith('press')) return id.slice(0, 'press-a'.length);
  if (id.startsWith('r')) return 'retold';
  return `${id.startsWith('f') ? 'fresh' : 'own'}-${isHeldOut(id) ? 'heldout' : 'dev'}`;
};

const isHashedOut = (id: string): boolean =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 3 === 0;
