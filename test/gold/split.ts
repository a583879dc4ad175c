// The id of one of our own lines → which file it belongs to.
import { createHash } from 'node:crypto';

/** A third of the b lines, chosen by a hash of the id so that nobody's taste decides; of the f lines every second. */
export const isHeldOut = (id: string): boolean =>
  id.startsWith('f') ? Number(id.slice(1)) % 2 === 0 : isHashedOut(id);

/** The file of one of our own lines, by its name; the r lines are all for work on the taggers. */
export const setOf = (id: string): string =>
  id.startsWith('r')
    ? 'retold'
    : `${id.startsWith('f') ? 'fresh' : 'own'}-${isHeldOut(id) ? 'heldout' : 'dev'}`;

const isHashedOut = (id: string): boolean =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 3 === 0;
