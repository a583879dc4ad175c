// The two ledgers meet the same contract.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { siteAt } from '../crawlers/rig.ts';
import { describeLedger } from './ledger-contract.ts';
import { memoryLedger } from './memory-ledger.ts';

describeLedger('in memory', memoryLedger);

const folder = mkdtempSync(join(tmpdir(), 'pantau-ledger-'));
const open: { close: () => void }[] = [];
afterAll(() => {
  for (const archive of open) archive.close();
  rmSync(folder, { recursive: true });
});

describeLedger('the archive', () => {
  const archive = openArchive(join(folder, `${open.length}.db`));
  open.push(archive);
  archive.saveSites(
    [siteAt('https://warta.id', { loopback: false, delay: 2 })],
    '2024-11-05T00:00:00.000Z',
  );
  return archive;
});
