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

/** What narrows articles, read by cli/filters.ts. Several values of one option stand with commas. */
export const filters = (command: Command): Command =>
  command
    .option('--region <codes>', "regions and all below them, for example '64' or '64.74,64.02'")
    .option('--election <ids>', 'for example pilkada-2024')
    .option('--stage <stages>', 'pencalonan, kampanye, masa-tenang, pemungutan-suara, pasca')
    .option('--coverage <kinds>', 'kinds of report, for example dugaan')
    .option('--violation <acts>', 'acts of SKB 2022, for example media_sosial')
    .option('--actor <groups>', 'for example asn,kepala_desa')
    .option('--institution <ids>', 'of those who are quoted, for example bawaslu')
    .option('--decision <word>', 'relevant, review, irrelevant, or seen for the first two', 'seen')
    .option('--advertorial <word>', 'true or false; without it both')
    .option('--site <ids>', 'sources')
    .option('--from <day>', 'first local day, YYYY-MM-DD')
    .option('--to <day>', 'last local day, YYYY-MM-DD');
