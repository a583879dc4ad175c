// The verbs that read stdin and write stdout, a line for a line.
import type { Command } from 'commander';

export function addStreams(program: Command): void {
  program
    .command('extract')
    .summary('pages on stdin → articles on stdout, JSON Lines')
    .description(
      'Reads {id?, url, html} a line, writes {id?, url, title, text, published, published_basis, authors, …}: same order, one line each; a line that cannot be read gets {line, error}, and the exit is 1.',
    )
    .action(async () => (await import('../commands/extract.ts')).extract());
  program
    .command('tag')
    .summary('articles on stdin → tags with reasons on stdout, JSON Lines')
    .description(
      'Reads {id?, url?, outlet?, title?, text, published?} a line, writes the tags and the reason of each: same order, one line each; a line that cannot be read gets {line, error}, and the exit is 1.',
    )
    .action(async () => (await import('../commands/tag.ts')).tag());
}
