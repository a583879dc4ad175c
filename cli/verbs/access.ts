// The verbs of accounts and of the audit log.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { TokenScope } from '../../schemas/account.ts';
import { AuditAction } from '../../schemas/audit.ts';
import { Role } from '../../schemas/viewer.ts';
import { dataOption, json } from './options.ts';

const commands = () => import('../commands/account.ts');

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
  };

const roleOption = (): Option =>
  new Option(
    '--role <role>',
    'reader: sees; reviewer: also confirms and corrects; admin: all',
  ).choices(Role.options);
const regionOption = (): Option =>
  new Option(
    '--region <code...>',
    "limit to these regions and all below them, for example '64 65.71'",
  );

export function addAccess(program: Command): void {
  const account = program
    .command('account')
    .summary('who may enter the dashboard and the API')
    .description(
      'Accounts of the dashboard and the API. Without any, the dashboard answers on this machine only and asks nobody to sign in.',
    );
  account
    .command('add')
    .description(
      'Adds an account; asks for its password, or reads it from the first line of stdin.',
    )
    .argument('<name>')
    .addOption(dataOption())
    .addOption(roleOption().default('reader'))
    .addOption(regionOption())
    .action(async (name, options) => (await commands()).addAccount(name, options));
  account
    .command('list')
    .description('Lists accounts and API tokens.')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await commands()).listAccounts(options));
  account
    .command('change')
    .description('Changes what an account may.')
    .argument('<name>')
    .addOption(dataOption())
    .addOption(roleOption())
    .addOption(regionOption())
    .option('--all-regions', 'limit it no longer')
    .action(async (name, options) => (await commands()).changeAccount(name, options));
  account
    .command('password')
    .description('Sets a new password and ends the sessions of the account.')
    .argument('<name>')
    .addOption(dataOption())
    .action(async (name, options) => (await commands()).setPassword(name, options));
  for (const [verb, disabled, text] of [
    [
      'disable',
      true,
      'Ends its sessions; nobody signs in with it, its tokens stop. It is never deleted.',
    ],
    ['enable', false, 'Lets a disabled account in again.'],
  ] as const)
    account
      .command(verb)
      .description(text)
      .argument('<name>')
      .addOption(dataOption())
      .action(async (name, options) => (await commands()).setDisabled(name, disabled, options));
  addTokens(account);
  addAudit(program);
}

function addTokens(account: Command): void {
  const token = account.command('token').description('API tokens of an account.');
  token
    .command('add')
    .description('Makes a token and prints it, this once.')
    .argument('<account>')
    .addOption(dataOption())
    .addOption(new Option('--scope <scope...>').choices(TokenScope.options).default(['read']))
    .requiredOption('--label <text>', 'what it is for')
    .option('--days <n>', 'how long it is valid', whole(1, 730), 90)
    .option(...json)
    .action(async (name, options) => (await commands()).addToken(name, options));
  token
    .command('revoke')
    .description("Stops a token; 'account list' shows their ids.")
    .argument('<id>')
    .addOption(dataOption())
    .action(async (id, options) => (await commands()).revokeToken(id, options));
}

function addAudit(program: Command): void {
  program
    .command('audit')
    .summary('who did what, when, from where')
    .description(
      'Prints the audit log, newest first: logins, reviews, exports, settings, accounts.',
    )
    .addOption(dataOption())
    .option('--who <account>', 'only of this account')
    .addOption(new Option('--action <action>', 'only this').choices(AuditAction.options))
    .option('--limit <n>', 'at most so many', whole(1, 100_000), 50)
    .option(...json)
    .action(async (options) => (await import('../commands/audit.ts')).auditVerb(options));
}
