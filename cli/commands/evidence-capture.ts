// What is new in the archive → evidence, once, with drawing and stamping: for those who do not run 'serve'.
import { openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { openProof } from '../proving/open.ts';
import { openRounds } from '../rounds.ts';
import { stopSignal } from '../signals.ts';
import { readSourceList } from '../sources.ts';
import { print } from '../table.ts';

export async function capture(options: {
  data: string;
  sites?: string;
  json?: boolean;
}): Promise<void> {
  const { sites } = readSourceList(options.sites);
  const workplace = openWorkplace(options.data);
  const crawler = openRounds(workplace);
  const { signal, dispose } = stopSignal();
  try {
    const proof = openProof(workplace, crawler, sites);
    if (proof === null)
      throw new Failure("Evidence is switched off by the setting 'evidence'; 'doctor' shows it.");
    const captures = await proof.capture(signal);
    const views = await proof.draw(signal);
    await proof.stamp(signal);
    const { lines } = workplace.archive.evidence.counts();
    print(
      { captures, views, lines },
      `${captures} captures and ${views} views entered; the log has ${lines} lines`,
      options.json,
    );
  } finally {
    dispose();
    await crawler.close();
    workplace.archive.close();
  }
}
