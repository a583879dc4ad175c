// An address → a trial of it, and an entry for it in the source list that waits for a person's look.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSite } from '../../crawlers/sites.ts';
import { entryText } from '../../crawlers/try/entry.ts';
import { draftSite } from '../../crawlers/try/draft.ts';
import { nowText } from '../deps.ts';
import { Failure } from '../failure.ts';
import { SITES_DIR } from '../paths.ts';
import { summaryLine } from './site-print.ts';
import { type TryOptions, forJson, printTrial } from './site-try.ts';
import { addressOf, doubts, knownAs } from './site-visit.ts';

type Options = TryOptions & { force?: boolean };

/** Tries the address and writes its entry; throws Failure, with nothing written, where it is known or not usable. */
export async function addSource(word: string, options: Options): Promise<void> {
  const address = addressOf(word);
  if (address === null) {
    throw new Failure(
      `'${word}' is no address. Give the home page, for example https://contoh.id/`,
      2,
    );
  }
  const dir = options.sites ?? SITES_DIR;
  const site = draftSite(address, options.loopback === true);
  const file = join(dir, `${site.id}.yaml`);
  refuseKnown(address, file, options);
  const report = await printTrial(site, options);
  if (!report.usable) {
    if (options.json === true) process.stdout.write(`${JSON.stringify(forJson(report))}\n`);
    throw new Failure(
      `\n${summaryLine(report)}\nNo entry was written: mend what failed, or write ${file} by hand (docs/adding-a-source.md).`,
    );
  }
  const text = entryText(report, nowText().slice(0, 10));
  const parsed = parseSite(text, file);
  if (!parsed.ok)
    throw new Error(`the entry made for ${word} cannot be read: ${parsed.error.join('; ')}`);
  mkdirSync(dir, { recursive: true });
  // 'wx': another process may have added it meanwhile
  writeFileSync(file, text, { flag: options.force === true ? 'w' : 'wx' });
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ file, ...forJson(report) })}\n`);
    return;
  }
  const look = ['name and region', ...doubts(report).map(({ name }) => name)].join(', ');
  process.stdout.write(
    `\n${summaryLine(report)}\nWrote ${file}\nLook at: ${look}. Then: site try ${site.id}, and set verified: true.\n`,
  );
}

function refuseKnown(address: URL, file: string, { sites, force }: Options): void {
  if (force === true) return;
  if (existsSync(file)) {
    throw new Failure(
      `${file} is there already. Look at it with 'site try', or replace it with --force.`,
    );
  }
  const known = existsSync(sites ?? SITES_DIR) ? knownAs(address, sites) : null;
  if (known !== null) {
    throw new Failure(`${address.host} is read already, as ${known.id}: site try ${known.id}`);
  }
}
