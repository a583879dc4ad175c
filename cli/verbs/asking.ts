// The verbs that ask the archive: search, export, status, doctor.
import { type Command, Option } from 'commander';
import type { Format } from '../../dashboards/export/formats.ts';
import { dataOption, filters, json } from './options.ts';

/** As dashboards/export/formats.ts writes them; named here so that help needs no load of it. */
const FORMATS = ['jsonl', 'csv', 'parquet', 'rss', 'atom'] as const satisfies Format[];

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
  filters(program.command('export').summary('a view as JSON Lines, CSV, Parquet, RSS or Atom'))
    .description(
      'Writes every article of the view (feeds: the newest 50), newest first. What it is (query, total, time, SHA-256 over the versions that it holds) is said on stderr, in the metadata of Parquet and in the head of a feed. CSV is for Excel with Indonesian settings: semicolons, decimal commas, UTF-8 with a mark.',
    )
    .addOption(dataOption())
    .addOption(new Option('--format <format>').choices(FORMATS).default('jsonl'))
    .option('--query <words>', 'words, "a phrase", OR, -without')
    .option('--out <file>', 'write there instead of stdout; it appears when it is whole')
    .option('--statement', 'end CSV with a row, JSON Lines with a line, that says what the file is')
    .action(async (options) => (await import('../commands/export.ts')).exportVerb(options));
  program
    .command('status')
    .summary('health of the sources, alarms, backlog, cursors and disk')
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
