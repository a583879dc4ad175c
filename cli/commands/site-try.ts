// An address or the id of an entry → every check of it by name, with its reason and the next step.
import type { Sample, TryReport } from '../../crawlers/try/report.ts';
import type { Site } from '../../schemas/site.ts';
import { addressOf, knownAs, siteFor, visit } from './site-visit.ts';
import { checkLines, columns, sampleLines, stepLine, summaryLine, wrap } from './site-print.ts';

export type TryOptions = { sites?: string; data: string; loopback?: boolean; json?: boolean };

/** Prints the trial; exit 1 where the source is not usable. */
export async function trySource(word: string, options: TryOptions): Promise<void> {
  const site = siteFor(word, options);
  const report = await printTrial(site, options);
  if (options.json === true) process.stdout.write(`${JSON.stringify(forJson(report))}\n`);
  else process.stdout.write(`\n${summaryLine(report)}\n${nextStep(word, report, options)}\n`);
  if (!report.usable) process.exitCode = 1;
}

/** Runs a trial and prints its checks as they are made, then its samples; nothing with --json. */
export async function printTrial(site: Site, { data, json }: TryOptions): Promise<TryReport> {
  const quiet = json === true;
  const step = stepLine();
  const report = await visit(site, data, {
    onStep: quiet ? () => {} : step.show,
    onCheck: (check) => {
      if (quiet) return;
      step.clear();
      process.stdout.write(`${checkLines(check, columns())}\n`);
    },
  });
  step.clear();
  if (quiet) return report;
  if (report.notRun.length > 0) {
    const line = `not tried, for what failed above: ${report.notRun.join(', ')}`;
    process.stdout.write(`${wrap(line, columns()).join('\n')}\n`);
  }
  if (report.samples.length > 0) {
    process.stdout.write(`\n${sampleLines(report.samples, columns())}\n`);
  }
  return report;
}

function nextStep(word: string, { usable, site }: TryReport, { sites }: TryOptions): string {
  const address = addressOf(word);
  const known = address === null ? null : knownAs(address, sites);
  if (known !== null) return `This host is read already, as ${known.id}: site try ${known.id}`;
  if (!usable) return 'Mend what failed, from the top, and try again.';
  if (address !== null) return `To add it: site add ${word}`;
  return site.verified
    ? 'Nothing to do but the warnings.'
    : `If the samples are right, set verified: true in ${site.id}.yaml; site record ${site.id} keeps some of them as a test.`;
}

/** The report without the bytes of pages. */
export function forJson({ samples, ...report }: TryReport): object {
  return { ...report, samples: samples.map(sampleFacts) };
}

function sampleFacts({ page, extracted, hints, ...facts }: Sample): object {
  return {
    ...facts,
    foundBy: hints.foundBy,
    listed: hints.published,
    via: page?.via ?? null,
    detail: extracted?.detail ?? '',
  };
}
