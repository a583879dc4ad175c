// A thread that takes a source and a host in the archive of `workerData` for a minute, and dies of a bug.
import { workerData } from 'node:worker_threads';
import { openArchive } from '../../archive/open.ts';
import { processHolder } from '../../cli/holder.ts';
import { claimFor } from '../../crawlers/pace.ts';

const archive = openArchive(String(workerData));
const claim = claimFor(processHolder(), Date.now(), 60_000);
archive.claimSource('natmed', 'round', claim);
archive.claimHost('natmed.test', 0, claim, claim.at);
throw new Error('a bug');
