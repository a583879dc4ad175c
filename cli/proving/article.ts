// What a person names an article by → its id.
import type { Archive } from '../../archive/open.ts';
import { Failure } from '../failure.ts';

/** An id, or an address that the ledger knows. Throws Failure for another. */
export function articleIn(archive: Archive, name: string): string {
  const known = archive.presentId(name);
  const id = archive.article(known) === null ? archive.articleAt(name) : known;
  if (id !== null && archive.article(id) !== null) return id;
  throw new Failure(
    `The archive has no article '${name}'. 'search' finds articles; the export of articles gives their ids.`,
    2,
  );
}
