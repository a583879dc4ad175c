// The verbs of a desk: review of tags, and cases.
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { CaseState } from '../../schemas/case.ts';
import { dataOption, json, wholeNumber } from './options.ts';

const REVIEW_HELP = `
A tag is written as 'search --json' and the API write it: relevance, region:64.74, primary:64.74,
election:pilkada-2024, contest:pilkada-2024/pilwalkot, coverage:dugaan, violation:media_sosial, actor:asn, advertorial.

  review list                                        what waits: the borderline, then the random sample
  review show 04be98a3c7121c1a                       an article with its tags and what was said of them
  review confirm 04be98a3c7121c1a                    every tag is right
  review correct 04be98a3c7121c1a --holds coverage:sanksi --quote 'dijatuhi sanksi' --why 'putusan KASN'
  review export --gold > desk.jsonl                  articles reviewed whole, as lines of a gold set

The dashboard has the same under Tinjauan. docs/review.md tells what a review does, and what it does not.`;

const several = (value: string, before: string[]): string[] => [...before, value];

export function addOversight(program: Command): void {
  addReviewing(program);
  addCases(program);
}

function addReviewing(program: Command): void {
  const review = program
    .command('review')
    .summary('confirm and correct the tags of articles; how accurate the tagger is')
    .addHelpText('after', REVIEW_HELP);
  review
    .command('list')
    .description('What waits for review: the borderline first, then the random sample.')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/review.ts')).listReviews(options));
  review
    .command('show')
    .description('The tags of an article, what the tagger itself says, and every review.')
    .argument('<article>', 'id, 16 hexadecimal digits')
    .addOption(dataOption())
    .option(...json)
    .action(async (id, options) =>
      (await import('../commands/review.ts')).showReviews(id, options),
    );
  review
    .command('confirm')
    .description('Confirms tags of an article; without a tag every one: then it is reviewed whole.')
    .argument('<article>', 'id, 16 hexadecimal digits')
    .argument('[tag...]')
    .addOption(new Option('--why <text>', 'why').default(''))
    .addOption(dataOption())
    .option(...json)
    .action(async (id, tags, options) =>
      (await import('../commands/review.ts')).confirmTags(id, tags, options),
    );
  addCorrecting(review);
}

function addCorrecting(review: Command): void {
  review
    .command('correct')
    .description('Says which tags of an article hold and which do not.')
    .argument('<article>', 'id, 16 hexadecimal digits')
    .addOption(
      new Option('--holds <tag>', 'a tag that holds; may be given several times')
        .argParser(several)
        .default([], 'none'),
    )
    .addOption(
      new Option('--wrong <tag>', 'a tag that does not hold; may be given several times')
        .argParser(several)
        .default([], 'none'),
    )
    .option(
      '--quote <words>',
      'the words that the tags which hold rest on, as the article has them',
    )
    .requiredOption('--why <text>', 'why')
    .option('--whole', 'every other tag was looked at and is right')
    .addOption(dataOption())
    .option(...json)
    .action(async (id, options) =>
      (await import('../commands/review.ts')).correctTags(id, options),
    );
  review
    .command('export')
    .description('Articles that were reviewed whole, as lines of a gold set, on stdout.')
    .option('--gold', 'the format of the gold set (the only one, and the default)')
    .addOption(dataOption())
    .action(async (options) => (await import('../commands/review.ts')).exportGold(options));
  review
    .command('status')
    .description('How accurate the tagger is by the reviewed random sample, with 95 % intervals.')
    .option('--most <n>', 'rows of tags and regions', wholeNumber(1, 1000), 20)
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/review.ts')).reviewStatus(options));
}

const caseNumber = wholeNumber(1, 999_999_999);

function addCases(program: Command): void {
  const desk = program
    .command('case')
    .summary('cases: articles and stories on their way through the institutions');
  desk
    .command('list')
    .description('Cases, newest first, with what is new in each.')
    .option('--quiet', 'only those without news for 21 days')
    .addOption(dataOption())
    .option(...json)
    .action(async (options) => (await import('../commands/case.ts')).listCases(options));
  desk
    .command('show')
    .description('One case: its articles and all that happened to it.')
    .argument('<case>', 'number', caseNumber)
    .addOption(dataOption())
    .option(...json)
    .action(async (n, options) => (await import('../commands/case.ts')).showCase(n, options));
  desk
    .command('add')
    .description('Opens a case with an article and its story, or adds them to one.')
    .argument('<article>', 'id, 16 hexadecimal digits')
    .option('--case <n>', 'the case; without it a new one is opened', caseNumber)
    .option('--title <text>', "of a new case; without it the article's")
    .option('--no-story', 'the article alone, not what groups with it')
    .addOption(dataOption())
    .option(...json)
    .action(async (id, options) => (await import('../commands/case.ts')).addToCase(id, options));
  desk
    .command('note')
    .description('Adds a note to a case.')
    .argument('<case>', 'number', caseNumber)
    .argument('<text>')
    .addOption(dataOption())
    .option(...json)
    .action(async (n, text, options) =>
      (await import('../commands/case.ts')).noteCase(n, text, options),
    );
  desk
    .command('move')
    .description('Moves a case to another state; also back.')
    .argument('<case>', 'number', caseNumber)
    .addArgument(new Argument('<state>').choices(CaseState.options))
    .addOption(new Option('--why <text>', 'remark').default(''))
    .option('--next <day>', 'when to look at it next, YYYY-MM-DD', day)
    .addOption(dataOption())
    .option(...json)
    .action(async (n, state, options) =>
      (await import('../commands/case.ts')).moveCase(n, state, options),
    );
}

const day = (text: string): string => {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError('A day is YYYY-MM-DD.');
};
