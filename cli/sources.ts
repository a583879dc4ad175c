// A folder of YAML entries → the source list.
import { existsSync } from 'node:fs';
import { type SourceList, loadSites } from '../crawlers/sites.ts';
import { nearest } from '../schemas/nearest.ts';
import type { Site } from '../schemas/site.ts';
import { Failure } from './failure.ts';
import { SITES_DIR } from './paths.ts';

/** The entries of a folder; one that cannot be read is a fault beside the others. */
export function readSourceList(dir: string = SITES_DIR): SourceList {
  if (!existsSync(dir)) throw new Failure(`${dir}: there is no such folder of source entries.`, 2);
  return loadSites(dir);
}

/** Ids named to whoever wrote a part of one. */
const FEW = 3;

/** What to say of an id that no entry has: the nearest one, or those that it is a part of. */
export function noSuchSource(id: string, sites: readonly Site[]): string {
  const ids = sites.map((entry) => entry.id);
  const near = nearest(id, ids);
  const parts = id.length > 2 ? ids.filter((one) => one.includes(id.toLowerCase())) : [];
  const meant = near === null ? parts.slice(0, FEW) : [near];
  const hint = meant.length === 0 ? '' : ` (did you mean ${meant.join(' or ')}?)`;
  return `There is no source '${id}'${hint}. 'site list' names them all`;
}
