// Options that several verbs share: one wording, one default.
import { type Command, InvalidArgumentError, Option } from 'commander';

export const dataOption = (): Option =>
  new Option('--data <dir>', 'folder of the archive').default('./data').env('PANTAU_DATA');
export const sitesOption = (): Option =>
  new Option('--sites <dir>', 'folder of source entries (default: the real source list)');
export const json = ['--json', 'print JSON instead of a table'] as const;
export const port = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
};

export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
  };

/** What narrows articles, read by cli/filters.ts. */
export const filters = (command: Command): Command =>
  command
    .option('--region <code>', "a region and all below it, for example '64' or '64.74'")
    .option('--election <id>', 'for example pilkada-2024')
    .option('--coverage <kind>', 'for example dugaan')
    .option('--decision <word>', 'relevant, review, irrelevant, or seen for the first two', 'seen')
    .option('--site <id>', 'one source')
    .option('--from <day>', 'first local day, YYYY-MM-DD')
    .option('--to <day>', 'last local day, YYYY-MM-DD');
