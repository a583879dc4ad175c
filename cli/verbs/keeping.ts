// The verbs that keep the archive safe: backup, restore.
import type { Command } from 'commander';
import { dataOption, json } from './options.ts';

export function addKeeping(program: Command): void {
  program
    .command('backup')
    .summary('the archive as one checked file, beside everything that runs')
    .description(
      "Copies the archive as it is at one moment, also while 'serve' runs; checks every page of the copy, and writes its SHA-256 beside it (FILE.sha256). Settings, keys and watches are files of the data folder: it names those that are to be copied too.",
    )
    .argument('<file>', 'the copy; must not exist yet')
    .addOption(dataOption())
    .option(...json)
    .action(async (file, options) => (await import('../commands/backup.ts')).backup(file, options));
  program
    .command('restore')
    .summary("an archive from a file that 'backup' wrote")
    .description(
      'Checks the file (SHA-256 where FILE.sha256 is there, integrity, version), then puts it into the data folder. Nothing may run on that folder meanwhile.',
    )
    .argument('<file>', 'the copy')
    .addOption(dataOption())
    .option('--force', 'set an archive that is there aside, as pantau.sqlite.before-restore')
    .option(...json)
    .action(async (file, options) =>
      (await import('../commands/restore.ts')).restore(file, options),
    );
}
