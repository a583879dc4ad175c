// The verb kibana: the dashboards for Kibana, printed, checked and imported.
import type { Command } from 'commander';
import { dataOption, json } from './options.ts';

export function addKibana(program: Command): void {
  const kibana = program
    .command('kibana')
    .summary('dashboards for Kibana: import, check, build')
    .description(
      'Three dashboards (Ringkasan, Wilayah, Sumber dan cakupan), a map and a saved search over the indices of Elasticsearch.',
    );
  kibana
    .command('import')
    .summary('send them to Kibana (KIBANA_URL) and check its answer')
    .description(
      'Overwrites what an earlier import left. Believed only when Kibana says that every object is there, and, from Kibana 9.4 on, shows every dashboard without a warning.',
    )
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/kibana.ts')).kibanaImport(options));
  kibana
    .command('check')
    .summary('ask Elasticsearch the question of every panel, control, search and map')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/kibana.ts')).kibanaCheck(options));
  kibana
    .command('build')
    .summary('print the import file, for Stack Management > Saved Objects > Import')
    .addOption(dataOption())
    .action(async (options) => (await import('../commands/kibana.ts')).kibanaBuild(options));
}
