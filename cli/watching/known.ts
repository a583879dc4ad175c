// The knowledge, the source list and the archive → what watches are checked against.
import type { Archive } from '../../archive/open.ts';
import type { Known } from '../../oversight/watches/read.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';

/** `listed` gives the ids of the source list, which takes a while to read; sources that are no longer listed still have articles; `archive` is null where there is none yet. */
export function knownOf(
  { regions }: Pick<Knowledge, 'regions'>,
  listed: () => readonly string[],
  archive: Pick<Archive, 'reports' | 'desk'> | null,
): Known {
  const codes = new Set(regions.map(({ id }) => id));
  return {
    isRegion: (code) => codes.has(code),
    sources: () => {
      const held = archive?.reports.sources().map(({ id }) => id) ?? [];
      return [...new Set([...listed(), ...held])].sort();
    },
    isAccount: (name) => archive === null || archive.desk.accounts.get(name) !== null,
  };
}
