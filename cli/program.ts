// The verbs and their help. Each verb's work is in commands/<verb>.ts, loaded only when it is asked for.
import { Command, InvalidArgumentError, Option } from 'commander';

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
  addStreams(program);
  return program;
}

const dataOption = (): Option =>
  new Option('--data <dir>', 'folder of the archive').default('./data').env('PANTAU_DATA');
const sitesOption = (): Option =>
  new Option('--sites <dir>', 'folder of source entries (default: the real source list)');
const json = ['--json', 'print JSON instead of a table'] as const;
const port = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
};

function addReading(program: Command): void {
  program
    .command('demo')
    .summary('the whole job on a press row of small newspapers on this machine')
    .description(
      'Starts several small newspapers on loopback, crawls them over real HTTP, reads and tags their articles and serves the dashboard over them.',
    )
    .option('--once', 'stop when all is crawled and processed, and print a summary')
    .option('--port <n>', 'port of the dashboard', port)
    .option('--press-port <n>', 'first port of the newspapers', port, 8041)
    .addOption(new Option('--data <dir>', 'folder of the archive').default('./data/demo'))
    .option(...json)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run demo\n  npm run -s pantau -- demo --once --json --data /tmp/demo',
    )
    .action(async (options) => (await import('./commands/demo.ts')).demo(options));
  program
    .command('serve')
    .summary('scheduler, processing, Elasticsearch and dashboard, until stopped')
    .description(
      'Runs everything in one process until SIGTERM or Ctrl-C, which end it cleanly within 10 s.',
    )
    .addOption(dataOption())
    .addOption(sitesOption())
    .option('--port <n>', 'port of the dashboard', port)
    .option('--no-crawl', 'do not crawl: processing, Elasticsearch and dashboard only')
    .action(async (options) => (await import('./commands/serve.ts')).serve(options));
}

function addCrawling(program: Command): void {
  program
    .command('crawl')
    .summary('one round now, then process what came')
    .argument('[site...]', 'ids of sources; all of them when none is given')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .addHelpText('after', '\nExample:\n  npm run -s pantau -- crawl natmed-id mediasi-com')
    .action(async (sites, options) => (await import('./commands/crawl.ts')).crawl(sites, options));
  const site = program
    .command('site')
    .summary('the source list')
    .description('The source list: crawlers/sites/<id>.yaml.');
  site
    .command('list')
    .description('Lists the sources, and the faults of entries that cannot be read.')
    .addOption(sitesOption())
    .option(...json)
    .action(async (options) => (await import('./commands/site.ts')).listSites(options));
  addSources(site);
  program
    .command('process')
    .summary('read pages that were not read yet, or again with newer knowledge')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option('--stale', 'read again what an older version of code or knowledge has read')
    .option('--dry-run', 'with --stale: show which tags would change, and write nothing')
    .option(...json)
    .action(async (options) => (await import('./commands/process.ts')).processVerb(options));
  program
    .command('index')
    .summary('send what is new to Elasticsearch')
    .description(
      'Sends what Elasticsearch has not seen yet. Elasticsearch is a projection: nothing is lost when it is down or emptied.',
    )
    .addOption(dataOption())
    .option(
      '--rebuild',
      'fill a new index from the archive, then swap the alias; readers are served all along',
    )
    .option(...json)
    .action(async (options) => (await import('./commands/index.ts')).indexVerb(options));
}

const loopback = ['--loopback', 'the address is on this machine: tests and demo only'] as const;

function addSources(site: Command): void {
  site
    .command('try')
    .summary('can this source be read? every check by name, with reason and next step')
    .description(
      'Asks the site twenty to forty times at its own pace (about a minute) and reads ten of its articles. Exit 0: usable, 1: not.',
    )
    .argument('<source>', 'id of an entry, or the address of a home page')
    .addOption(sitesOption())
    .addOption(dataOption())
    .option(...loopback)
    .option(...json)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run -s pantau -- site try https://natmed.id/\n  npm run -s pantau -- site try natmed-id',
    )
    .action(async (source, options) =>
      (await import('./commands/site-try.ts')).trySource(source, options),
    );
  site
    .command('add')
    .summary('try an address and write its entry, to be looked at')
    .argument('<address>', 'of the home page')
    .addOption(sitesOption())
    .addOption(dataOption())
    .option('--force', 'replace an entry that is there')
    .option(...loopback)
    .option(...json)
    .addHelpText('after', '\nExample:\n  npm run -s pantau -- site add https://natmed.id/')
    .action(async (address, options) =>
      (await import('./commands/site-add.ts')).addSource(address, options),
    );
  site
    .command('record')
    .summary('keep some articles of a source with their reading, as a test')
    .argument('<id>', 'of an entry')
    .addOption(sitesOption())
    .addOption(dataOption())
    .addOption(new Option('--pages <dir>', 'folder of golden pages (default: test/pages)'))
    .option(...json)
    .addHelpText('after', '\nExample:\n  npm run -s pantau -- site record natmed-id')
    .action(async (id, options) =>
      (await import('./commands/site-record.ts')).recordSource(id, options),
    );
}

const filters = (command: Command): Command =>
  command
    .option('--region <code>', "a region and all below it, for example '64' or '64.74'")
    .option('--election <id>', 'for example pilkada-2024')
    .option('--coverage <kind>', 'for example dugaan')
    .option('--decision <word>', 'relevant, review, irrelevant, or seen for the first two', 'seen')
    .option('--site <id>', 'one source')
    .option('--from <day>', 'first local day, YYYY-MM-DD')
    .option('--to <day>', 'last local day, YYYY-MM-DD');

function addAsking(program: Command): void {
  filters(
    program
      .command('search')
      .summary('full-text search in the archive')
      .argument('<words...>', 'words, "a phrase", OR, -without'),
  )
    .addOption(dataOption())
    .option('--limit <n>', 'at most so many', Number, 20)
    .option(...json)
    .action(async (words, options) =>
      (await import('./commands/search.ts')).search(words, options),
    );
  filters(program.command('export').summary('articles as JSON Lines or CSV'))
    .addOption(dataOption())
    .addOption(new Option('--format <format>').choices(['jsonl', 'csv']).default('jsonl'))
    .action(async (options) => (await import('./commands/export.ts')).exportVerb(options));
  program
    .command('status')
    .summary('sources, backlog, cursors and disk')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('./commands/status.ts')).status(options));
  program
    .command('doctor')
    .summary('what is missing on this machine, and what to do; every setting with its meaning')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('./commands/doctor.ts')).doctor(options));
}

function addStreams(program: Command): void {
  program
    .command('extract')
    .summary('pages on stdin → articles on stdout, JSON Lines')
    .description(
      'Reads {id?, url, html} a line, writes {id?, url, title, text, published, published_basis, authors, …}: same order, one line each; a line that cannot be read gets {line, error}, and the exit is 1.',
    )
    .action(async () => (await import('./commands/extract.ts')).extract());
  program
    .command('tag')
    .summary('articles on stdin → tags with reasons on stdout, JSON Lines')
    .description(
      'Reads {id?, url?, outlet?, title?, text, published?} a line, writes the tags and the reason of each: same order, one line each; a line that cannot be read gets {line, error}, and the exit is 1.',
    )
    .action(async () => (await import('./commands/tag.ts')).tag());
}
