// crawlers/sites/*.yaml → the source list, and the faults of entries that cannot be read.
import { readSourceList } from '../sources.ts';
import { regionNames } from '../regions.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { print, table } from '../table.ts';

export function listSites(options: { sites?: string; json?: boolean }): void {
  const { sites, faults } = readSourceList(options.sites);
  const regions = regionNames(loadKnowledge(KNOWLEDGE_DIR));
  const rows = sites.map((site) => [
    site.id,
    site.name,
    site.region === null ? 'nasional' : `${site.region} ${regions.name(site.region)}`,
    site.discover.map(({ kind }) => kind).join(' '),
    site.verified ? 'yes' : 'no',
  ]);
  print(
    { sites, faults },
    `${table(['id', 'name', 'region', 'discovery', 'verified'], rows)}\n\n${sites.length} sources`,
    options.json,
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
