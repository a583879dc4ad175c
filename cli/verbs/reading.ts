// The verbs that do the whole job: demo and serve.
import { type Command, Option } from 'commander';
import { dataOption, json, port, sitesOption } from './options.ts';

export function addReading(program: Command): void {
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
    .action(async (options) => (await import('../commands/demo.ts')).demo(options));
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
    .action(async (options) => (await import('../commands/serve.ts')).serve(options));
}
