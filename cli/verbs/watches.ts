// The verbs of watches: list, check, rehearse, test, send, secret.
import { type Command, Option } from 'commander';
import { dataOption, json, sitesOption, wholeNumber } from './options.ts';

const HELP = `
A watch is a file DATA/watches/<id>.yaml, for example:

  name: ASN Kalimantan Timur
  regions: ['64']
  kinds: [dugaan, penanganan, sanksi]
  channels:
    - { kind: email, to: desk@example.org }
    - { kind: webhook, url: https://example.org/pantau }
  quiet: { from: '21:00', to: '06:00' }
  zone: WITA

docs/watches.md has every key. 'serve' tells and sends; the dashboard has the same watches under Pantauan.`;

export function addWatches(program: Command): void {
  const watch = program
    .command('watch')
    .summary('watches of oversight bodies and the alerts they send')
    .addHelpText('after', HELP);
  watch
    .command('list')
    .description('Lists the watches with what they sent, what waits, and what failed.')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .action(async (options) => (await import('../commands/watch.ts')).listWatches(options));
  watch
    .command('check')
    .description(
      'Reads watches and names every fault; without a file all those of the data folder.',
    )
    .argument('[file...]', 'YAML files')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .action(async (files, options) =>
      (await import('../commands/watch.ts')).checkWatches(files, options),
    );
  watch
    .command('rehearse')
    .description(
      'What a watch would have sent in the last days, and what would make it less. Sends nothing.',
    )
    .argument('<watch>', 'id, or a YAML file')
    .option('--days <n>', 'how far back', wholeNumber(1, 3650), 90)
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .action(async (name, options) =>
      (await import('../commands/watch-rehearse.ts')).rehearseWatch(name, options),
    );
  addSending(watch);
}

function addSending(watch: Command): void {
  watch
    .command('test')
    .description(
      "Sends the newest alert, or a made-up one, through a watch's channels, marked as a test.",
    )
    .argument('<id>')
    .addOption(
      new Option('--channel <kind>', 'only channels of this kind').choices([
        'email',
        'webhook',
        'telegram',
      ]),
    )
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .action(async (id, options) =>
      (await import('../commands/watch-send.ts')).testWatch(id, options),
    );
  watch
    .command('send')
    .description(
      "Tells the watches what is new and sends what is due, once, as 'serve' does all along.",
    )
    .option('--dead', 'also try again what was given up')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .action(async (options) => (await import('../commands/watch-send.ts')).sendNow(options));
  watch
    .command('secret')
    .description(
      'Prints the secret with which the webhooks of a watch are signed (Standard Webhooks).',
    )
    .argument('<id>')
    .addOption(dataOption())
    .action(async (id, options) =>
      (await import('../commands/watch-send.ts')).printSecret(id, options),
    );
}
