// What 'site try', 'add' and 'record' share: which source is meant, and a trial of it with the real network and reader.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { resolveByDns } from '../../crawlers/address.ts';
import { findChromium } from '../../crawlers/chromium.ts';
import { openCrawler } from '../../crawlers/crawl.ts';
import type { Check, TryDeps, TryReport } from '../../crawlers/try/report.ts';
import { draftSite, idOf } from '../../crawlers/try/draft.ts';
import { trySite } from '../../crawlers/try/try-site.ts';
import { createPageReader } from '../../pipeline/read-page.ts';
import type { Site } from '../../schemas/site.ts';
import { loadConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import { processHolder } from '../holder.ts';
import { loadKnowledge } from '../knowledge.ts';
import { outletGuesser } from '../outlet.ts';
import { ARCHIVE_FILE, KNOWLEDGE_DIR } from '../paths.ts';
import { regionNames } from '../regions.ts';
import { stopSignal } from '../signals.ts';
import { noSuchSource, readSourceList } from '../sources.ts';
import { packageVersion } from '../version.ts';

/** The http(s) address that a word is meant as: with its scheme, or a host name alone; null for an id. */
export function addressOf(word: string): URL | null {
  const url = URL.parse(/^https?:\/\//i.test(word) ? word : `https://${word}`);
  const isHost = /^https?:\/\//i.test(word) || /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(word);
  return isHost && url !== null ? url : null;
}

/** The entry of that id. Throws Failure (wrong use) with the nearest id, or with the faults of the entry. */
export function siteById(id: string, dir: string | undefined): Site {
  const { sites, faults } = readSourceList(dir);
  const site = sites.find((entry) => entry.id === id);
  if (site !== undefined) return site;
  const own = faults.filter(
    (fault) => fault.startsWith(`${id}.yaml`) || fault.startsWith(`${id}.yml`),
  );
  if (own.length > 0) throw new Failure(`The entry of ${id} cannot be read:\n${own.join('\n')}`);
  if ([' ', ':', '/'].some((sign) => id.includes(sign))) {
    const fault = /^https?:/i.test(id)
      ? 'is no address that can be read'
      : 'is neither a source nor an address: an address begins with https:// (or http://)';
    throw new Failure(`'${id}' ${fault}, as in: site try https://contoh.id/`, 2);
  }
  throw new Failure(
    `${noSuchSource(id, sites)}; an address is tried too: site try https://contoh.id/`,
    2,
  );
}

/** The source that a person names by its id or address; an address gets a draft. */
export function siteFor(word: string, options: { sites?: string; loopback?: boolean }): Site {
  const address = addressOf(word);
  return address === null
    ? siteById(word, options.sites)
    : draftSite(address, options.loopback === true);
}

/** The entry that reads this host already; null where none does. */
export function knownAs(address: URL, dir: string | undefined): Site | null {
  const id = idOf(address);
  return readSourceList(dir).sites.find(({ home }) => idOf(new URL(home)) === id) ?? null;
}

type Told = Pick<TryDeps, 'onCheck' | 'onStep'>;

/** A trial through the gate; its pace is shared with other processes where the data folder holds an archive. */
export async function visit(site: Site, data: string, told: Told): Promise<TryReport> {
  const config = loadConfig(data, process.env);
  const file = join(data, ARCHIVE_FILE);
  const archive = openArchive(existsSync(file) ? file : ':memory:');
  const crawler = openCrawler({
    ledger: archive,
    now: Date.now,
    concurrency: 1,
    version: packageVersion(),
    contact: config.contact,
    chromium: findChromium(config.chromium, process.env),
    holder: processHolder(),
  });
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const regionName = regionNames(knowledge).name;
  const { signal, dispose } = stopSignal();
  try {
    return await trySite(site, {
      crawler,
      resolve: resolveByDns,
      read: createPageReader(knowledge.walls),
      guessOutlet: outletGuesser(knowledge, regionName),
      regionName,
      signal,
      ...told,
    });
  } catch (error) {
    if (signal.aborted) throw new Failure('Stopped.');
    throw error;
  } finally {
    dispose();
    await crawler.close();
    archive.close();
  }
}

/** Checks that want a person's eye. */
export const doubts = ({ checks }: TryReport): Check[] =>
  checks.filter(({ status }) => status !== 'ok');
