// An archive that another process may be writing to → what is to be written first, done once it is free; or why not.
import { archiveError, ArchiveError } from './errors.ts';

export type Waiting = {
  /** Milliseconds, from any beginning. */
  now: () => number;
  /** Told once, where it takes longer: what is waited for, and for how many seconds at most. */
  waits: (path: string, atMostSeconds: number) => void;
};

/** Milliseconds: one try; how long nobody is told; when it is given up, longer than a migration takes. */
const TRY = 500;
const UNSAID = 2_000;
const AT_MOST = 120_000;

/**
 * Does `work`, which waits for the milliseconds it is given, as soon as no other process writes to the file.
 * @throws ArchiveError busy, after two minutes
 */
export function whenFree<T>(
  path: string,
  { now, waits }: Waiting,
  work: (patience: number) => T,
): T {
  const began = now();
  let said = false;
  for (;;) {
    try {
      return work(TRY);
    } catch (error) {
      if (!(error instanceof ArchiveError && error.kind === 'busy')) throw error;
      const waited = now() - began;
      if (waited >= AT_MOST) throw stillBusy(path, waited, error);
      if (said || waited < UNSAID) continue;
      said = true;
      waits(path, AT_MOST / 1000);
    }
  }
}

const stillBusy = (path: string, waited: number, cause: unknown): ArchiveError =>
  archiveError(
    'busy',
    path,
    `another process has been writing to it for ${Math.round(waited / 1000)} s without an end`,
    cause,
  );
