// A folder of YAML entries → the source list.
import { existsSync } from 'node:fs';
import { type SourceList, loadSites } from '../crawlers/sites.ts';
import { Failure } from './failure.ts';
import { SITES_DIR } from './paths.ts';

/** The entries of a folder; one that cannot be read is a fault beside the others. */
export function readSourceList(dir: string = SITES_DIR): SourceList {
  if (!existsSync(dir)) throw new Failure(`${dir}: there is no such folder of source entries.`, 2);
  return loadSites(dir);
}
