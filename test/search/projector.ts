// A process of its own that projects the archive at PATH, as a test's victim:
// node projector.ts PATH URL PREFIX project|rebuild. Prints the state in which it ended.
import { openArchive } from '../../archive/open.ts';
import { connect } from '../../search/client.ts';
import { project } from '../../search/project.ts';
import { rebuild } from '../../search/rebuild.ts';
import { gazetteer } from './gazetteer.ts';

const [path = '', url = '', prefix = '', verb = ''] = process.argv.slice(2);
const archive = openArchive(path);
const client = connect({ url, apiKey: null });
const deps = { log: () => {}, now: Date.now, wait: async () => {} };
const run = verb === 'rebuild' ? rebuild : project;
const report = await run(archive, { client, prefix, gazetteer }, deps);
process.stdout.write(report.state);
await client.close();
archive.close();
