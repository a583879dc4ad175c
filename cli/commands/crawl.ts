// One round over the source list, or some of it, then everything that came is read.
import type { RoundReport } from '../../crawlers/report.ts';
import type { Site } from '../../schemas/site.ts';
import { openWorkplace } from '../deps.ts';
import { readerDeps } from '../reading.ts';
import { noSuchSource, readSourceList } from '../sources.ts';
import { Failure } from '../failure.ts';
import { openProjection } from '../projection.ts';
import { openRounds, runRound } from '../rounds.ts';
import { stopSignal } from '../signals.ts';
import { print, table, total } from '../table.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { trackLedger } from '../track.ts';

type Options = { data: string; sites?: string; json?: boolean };

export async function crawl(ids: string[], options: Options): Promise<void> {
  const { sites, faults } = readSourceList(options.sites);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  const chosen = chooseSites(sites, ids);
  const workplace = openWorkplace(options.data);
  const crawler = openRounds(workplace);
  const { signal, dispose } = stopSignal();
  try {
    const { config } = workplace;
    // pages are read elsewhere: here it is for the rules of the election calendar and for Elasticsearch only
    const wanted = config.schedule.length > 0 || config.elasticsearch !== null;
    const knowledge = wanted ? loadKnowledge(KNOWLEDGE_DIR) : null;
    const tracking = trackLedger(workplace.archive);
    const report = await runRound(
      workplace,
      crawler,
      readerDeps(workplace, sites, knowledge ?? undefined),
      {
        verb: 'crawl',
        sites: chosen,
        signal,
        ...(knowledge !== null && { knowledge }),
      },
    );
    tracking.stop();
    if (knowledge !== null) await sendOn(await openProjection(workplace, knowledge, signal));
    const summary = workplace.archive.summary(report.startedAt);
    print({ round: report, summary }, describe(report, summary), options.json);
    if (report.stopped !== null)
      throw new Failure(
        `The round ended early: ${report.stopped}\nNothing that was read is lost; run the same command again.`,
      );
  } finally {
    dispose();
    await crawler.close();
    workplace.archive.close();
  }
}

async function sendOn(projection: Awaited<ReturnType<typeof openProjection>>): Promise<void> {
  if (projection === null) return;
  await projection.project();
  await projection.close();
}

function chooseSites(sites: Site[], ids: string[]): Site[] {
  if (ids.length === 0) return sites;
  return ids.map((id) => {
    const site = sites.find((entry) => entry.id === id);
    if (site !== undefined) return site;
    throw new Failure(`${noSuchSource(id, sites)}.`, 2);
  });
}

type Summary = ReturnType<ReturnType<typeof openWorkplace>['archive']['summary']>;

function describe(report: RoundReport, { all }: Summary): string {
  const rows = report.sites.map((site) => [
    site.site,
    site.discovery.map(({ answer }) => answer).join(' '),
    site.found,
    site.fetched,
    total(site.skipped),
    total(site.failed),
    site.left ?? '',
  ]);
  const { relevant, review, irrelevant } = all.articles;
  return `${table(['source', 'discovery', 'found', 'fetched', 'skipped', 'failed', 'left because'], rows)}\n\n${all.kept} articles: ${relevant} relevant, ${review} to review, ${irrelevant} irrelevant`;
}
