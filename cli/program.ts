// The verbs and their help: verbs/ declares them, commands/<verb>.ts does the work, loaded only when it is asked for.
import { Command } from 'commander';
import { addAccess } from './verbs/access.ts';
import { addAsking } from './verbs/asking.ts';
import { addCrawling } from './verbs/crawling.ts';
import { addEvidence } from './verbs/evidence.ts';
import { addKeeping } from './verbs/keeping.ts';
import { addKibana } from './verbs/kibana.ts';
import { addOversight } from './verbs/oversight.ts';
import { addReading } from './verbs/reading.ts';
import { addWatches } from './verbs/watches.ts';
import { addStreams } from './verbs/streams.ts';

const EXAMPLES = `
First steps:
  npm run demo                             the whole job on a press row of small newspapers on this machine
  npm start                                the real source list, until stopped
  npm run -s pantau -- status              what was read, what waits, what failed
  npm run -s pantau -- VERB --help         what a verb does, with examples

Data lies in --data DIR (default ./data, or PANTAU_DATA); settings in DIR/pantau.yaml and the environment
('doctor' prints them all). Results go to stdout, logs to stderr. Exit 0 done, 1 failed, 2 wrong use.`;

/** The command line; parsing runs the verb. Throws CommanderError for wrong use, Failure for what a person can mend. */
export function createProgram(): Command {
  const program = new Command('pantau')
    .description(
      'Watches the regional press of Indonesia for one question: do civil servants (ASN) stay neutral in elections?',
    )
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showHelpAfterError('(add --help for what it takes)')
    .configureHelp({ sortSubcommands: false });
  addReading(program);
  addCrawling(program);
  addAsking(program);
  addWatches(program);
  addOversight(program);
  addAccess(program);
  addEvidence(program);
  addKeeping(program);
  addKibana(program);
  addStreams(program);
  return program;
}
