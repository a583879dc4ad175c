// A path in; the archive out: the record of what was found, fetched, read and tagged, and the only SQL of the product.
import { addresses } from './ledger.ts';
import type { Addresses } from './ledger.ts';
import { articles } from './articles.ts';
import type { Articles } from './articles.ts';
import { changes } from './changes.ts';
import type { Changes } from './changes.ts';
import { connect } from './database.ts';
import type { Database } from './database.ts';
import { coverage } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import { discoveryState } from './discovery.ts';
import type { DiscoveryState } from './discovery.ts';
import { endings } from './endings.ts';
import { migrate, requireNewest } from './migrate.ts';
import { pages } from './pages.ts';
import type { Pages } from './pages.ts';
import { processing } from './processing.ts';
import type { Processing } from './process-port.ts';
import { siteClock, sites } from './sites.ts';
import type { Sites } from './sites.ts';

export type Archive = Addresses &
  Articles &
  Changes &
  DiscoveryState &
  Pages &
  Pick<Coverage, 'coverageAfter'> &
  Processing &
  Sites &
  Pick<Database, 'transaction' | 'close'>;

/**
 * Opens the archive at `path` (':memory:' for one that is gone after), creating and migrating the file as needed;
 * its folder must exist. Several processes may have it open; a writer waits up to 10 s for another. `readOnly`
 * neither creates nor migrates.
 * @throws ArchiveError folder-missing, not-writable, not-an-archive, newer, older, busy. Each call of a method may
 *   throw ArchiveError disk-full, busy, damaged; what was committed before stays.
 */
export function openArchive(path: string, options: { readOnly?: boolean } = {}): Archive {
  const db = connect(path, options.readOnly ?? false);
  try {
    if (options.readOnly) requireNewest(db);
    else migrate(db);
    return assemble(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function assemble(db: Database): Archive {
  const clock = siteClock(db);
  const days = coverage(db);
  const parts = { db, clock, coverage: days, endings: endings(db, clock, days) };
  const store = pages(parts);
  return {
    ...sites(db),
    ...addresses(parts),
    ...discoveryState(db),
    ...store,
    ...processing(parts, store),
    ...articles(parts),
    ...changes(db),
    coverageAfter: (seq, limit) => days.coverageAfter(seq, limit),
    transaction: (work) => db.transaction(work),
    close: () => {
      db.close();
    },
  };
}
