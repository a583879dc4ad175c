// The verbs that fetch, read again and send on.
import type { Command } from 'commander';
import { dataOption, json, sitesOption } from './options.ts';
import { addSources } from './sources.ts';

export function addCrawling(program: Command): void {
  program
    .command('crawl')
    .summary('one round now, then process what came')
    .argument('[site...]', 'ids of sources; all of them when none is given')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .addHelpText('after', '\nExample:\n  npm run -s pantau -- crawl natmed-id mediasi-com')
    .action(async (sites, options) => (await import('../commands/crawl.ts')).crawl(sites, options));
  addBackfill(program);
  const site = program
    .command('site')
    .summary('the source list')
    .description('The source list: crawlers/sites/<id>.yaml.');
  site
    .command('list')
    .description('Lists the sources, and the faults of entries that cannot be read.')
    .addOption(sitesOption())
    .option(...json)
    .action(async (options) => (await import('../commands/site.ts')).listSites(options));
  addSources(site);
  program
    .command('process')
    .summary('read pages that were not read yet, or again with newer knowledge')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option('--stale', 'read again what an older version of code or knowledge has read')
    .option('--dry-run', 'with --stale: show which tags would change, and write nothing')
    .option(...json)
    .action(async (options) => (await import('../commands/process.ts')).processVerb(options));
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
    .action(async (options) => (await import('../commands/index.ts')).indexVerb(options));
}

function addBackfill(program: Command): void {
  program
    .command('backfill')
    .summary('older articles of a source, through its sitemaps, WordPress route and listings')
    .description(
      'Reads the lists of the source backwards and fetches what they name for these days, at its own pace. Stopped or killed, the same command goes on where it was; it may run beside serve.',
    )
    .argument('<site>', 'id of a source')
    .requiredOption('--from <day>', 'first local day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last local day, YYYY-MM-DD')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s pantau -- backfill natmed-id --from 2024-09-01 --to 2024-11-30',
    )
    .action(async (id, options) => (await import('../commands/backfill.ts')).backfill(id, options));
}
