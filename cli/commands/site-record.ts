// The id of an entry → a few of its articles kept with their reading, so that a change of reader or site shows.
import { join } from 'node:path';
import type { Sample } from '../../crawlers/try/report.ts';
import { Failure } from '../failure.ts';
import { saveGolden } from '../golden.ts';
import { PAGES_DIR } from '../paths.ts';
import { columns, sampleLines, summaryLine } from './site-print.ts';
import { type TryOptions, printTrial } from './site-try.ts';
import { siteById } from './site-visit.ts';

type Options = TryOptions & { pages?: string };

const PAGES = 5;

/** Not a copy (AMP, an old address) of what stands elsewhere. */
const isOwn = ({ url, extracted }: Pick<Sample, 'url' | 'extracted'>): boolean =>
  (extracted?.canonicalUrl ?? url) === url;

/** Up to five of them: evenly over their ages, and one that goes on over further pages where there is one. */
function choose(samples: readonly Sample[]): Sample[] {
  const articles = samples.filter((sample) => sample.outcome === 'article' && isOwn(sample));
  const count = Math.min(PAGES, articles.length);
  const spread = Array.from(
    { length: count },
    (_, at) => articles[Math.floor((at * articles.length) / count)],
  );
  const chosen = new Set(spread.filter((sample) => sample !== undefined));
  const split = articles.find(({ parts }) => parts.length > 0);
  if (split !== undefined && ![...chosen].some(({ parts }) => parts.length > 0)) {
    chosen.delete([...chosen].at(-1) ?? split);
    chosen.add(split);
  }
  return [...chosen];
}

/** Tries the source and keeps what it reads; throws Failure, with nothing written, where it is not usable. */
export async function recordSource(id: string, options: Options): Promise<void> {
  const site = siteById(id, options.sites);
  const dir = options.pages ?? PAGES_DIR;
  const report = await printTrial(site, { ...options, json: true });
  const chosen = choose(report.samples);
  if (!report.usable || chosen.length === 0) {
    throw new Failure(
      `${summaryLine(report)}\nNothing was recorded: 'site try ${id}' tells what is wrong.`,
    );
  }
  const names = saveGolden(dir, site, chosen);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ site: id, folder: join(dir, id), pages: names })}\n`);
    return;
  }
  process.stdout.write(
    `${sampleLines(chosen, columns())}\n\nWrote ${names.length} pages and their readings to ${join(dir, id)}\nRead each .json beside its page: title, date, text whole and nothing else. Correct it by hand where the reader is wrong; the test then says so until it is right.\n`,
  );
}
