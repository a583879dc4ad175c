// The verbs that ask the archive: search, export, status, doctor.
import { type Command, Option } from 'commander';
import { dataOption, filters, json } from './options.ts';

export function addAsking(program: Command): void {
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
      (await import('../commands/search.ts')).search(words, options),
    );
  filters(program.command('export').summary('articles as JSON Lines or CSV'))
    .addOption(dataOption())
    .addOption(new Option('--format <format>').choices(['jsonl', 'csv']).default('jsonl'))
    .action(async (options) => (await import('../commands/export.ts')).exportVerb(options));
  program
    .command('status')
    .summary('sources, backlog, cursors and disk')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/status.ts')).status(options));
  program
    .command('doctor')
    .summary('what is missing on this machine, and what to do; every setting with its meaning')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/doctor.ts')).doctor(options));
}
