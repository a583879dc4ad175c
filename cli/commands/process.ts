// Pages not read yet, or read by an older version of code or knowledge → articles; or what that would change.
import { articleIdOf } from '../../archive/fingerprint.ts';
import { type Workplace, openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { groupPending } from '../grouping.ts';
import { showProgress } from '../progress.ts';
import { type ReaderDeps, readPending, readStale, readerDeps } from '../reading.ts';
import { readSourceList } from '../sources.ts';
import { type StaleReport, compareStale } from '../stale.ts';
import { print, table } from '../table.ts';

type Options = { data: string; sites?: string; stale?: boolean; dryRun?: boolean; json?: boolean };

export async function processVerb(options: Options): Promise<void> {
  if (options.dryRun === true && options.stale !== true) {
    throw new Failure('--dry-run goes with --stale: it shows what reading again would change.', 2);
  }
  const workplace = openWorkplace(options.data);
  try {
    const reader = readerDeps(workplace, readSourceList(options.sites).sites);
    const work = options.dryRun === true ? compare : read;
    await work(workplace, reader, options);
  } finally {
    workplace.archive.close();
  }
}

async function read(workplace: Workplace, reader: ReaderDeps, options: Options): Promise<void> {
  const { archive } = workplace;
  const counts = await readPending(reader);
  if (options.stale === true) {
    const bar = showProgress('reading again', archive.status().pages);
    const again = await readStale(reader, (done) => bar.update(done));
    bar.stop();
    const keys = [
      'pages',
      'added',
      'changed',
      'same',
      'skipped',
      'failed',
      'dropped',
      'due',
    ] as const;
    for (const key of keys) counts[key] += again[key];
  }
  await groupPending(workplace);
  print(counts, table(Object.keys(counts), [Object.values(counts)]), options.json);
}

async function compare(
  { archive }: Workplace,
  reader: ReaderDeps,
  options: Options,
): Promise<void> {
  const bar = showProgress('comparing', archive.status().pages);
  const report = await compareStale(
    reader,
    (url) => archive.article(archive.presentId(articleIdOf(url))),
    (done) => bar.update(done),
  );
  bar.stop();
  print(report, describe(report), options.json);
}

/** Cases shown to a person; JSON has all. */
const SHOWN = 40;

function describe(report: StaleReport): string {
  const { pages, same, articles, endings } = report;
  const signed = (tags: string[], sign: string): string[] => tags.map((tag) => `${sign}${tag}`);
  const cases = articles
    .slice(0, SHOWN)
    .map(
      (article) =>
        `${article.title}\n  ${article.url}\n  ${[...signed(article.gained, '+'), ...signed(article.lost, '-'), ...signed(article.changed, '~')].join('  ')}`,
    );
  const more =
    articles.length > SHOWN ? [`… and ${articles.length - SHOWN} more: --json has all`] : [];
  const moved = endings.map(({ url, reading }) => `${url} would now be read as: ${reading}`);
  const counts = report.tags.map(({ tag, gained, lost }) => [tag, gained, lost]);
  return [
    `${pages} pages were read by an older version; ${same} would read the same, ${articles.length} articles would change. Nothing was written.`,
    ...(counts.length === 0 ? [] : [table(['tag', 'gained', 'lost'], counts)]),
    ...cases,
    ...more,
    ...moved,
  ].join('\n\n');
}
