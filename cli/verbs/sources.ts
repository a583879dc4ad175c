// The verbs of the source list: try, add, record.
import { type Command, Option } from 'commander';
import { dataOption, json, sitesOption } from './options.ts';

const loopback = ['--loopback', 'the address is on this machine: tests and demo only'] as const;

export function addSources(site: Command): void {
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
      (await import('../commands/site-try.ts')).trySource(source, options),
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
      (await import('../commands/site-add.ts')).addSource(address, options),
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
      (await import('../commands/site-record.ts')).recordSource(id, options),
    );
}
