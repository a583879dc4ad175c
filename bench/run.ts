// npm run bench [-- MEASURE… --runs N --pages N --peer --against COMMIT --json FILE --profile DIR] → tables on stdout, progress on stderr.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkOut, headOf } from './against.ts';
import { describeMachine } from './machine.ts';
import type { Side } from './measure.ts';
import { MEASURES } from './measures.ts';
import { type Peers, openPeers } from './peers.ts';
import { machineLine, tableOf } from './report.ts';
import { type MeasureResult, take } from './rounds.ts';
import { join, resolve } from 'node:path';

const USE = `npm run bench [-- MEASURE… --runs N --pages N --peer --against COMMIT --json FILE --profile DIR]

${MEASURES.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}

  --runs N           of each candidate (default 3; a long measure has its own)
  --pages N          pages or articles of one run (default: each measure's own)
  --peer             installs Scrapy, trafilatura, news-please and readability, measures them in turn with ours
  --against COMMIT   measures that commit of ours in turn with this checkout
  --json FILE        writes all numbers, with machine and versions
  --profile DIR      V8 profiles of our processes, for bench/profile.ts; figures are slower then`;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new TypeError(`--${name}: a whole number above 0`);
};

function readArguments(argv: string[]) {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      pages: { type: 'string' },
      peer: { type: 'boolean', default: false },
      against: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((word) => MEASURES.every(({ name }) => name !== word));
  if (unknown.length > 0) throw new TypeError(`there is no measure ${unknown.join(', ')}`);
  const { peer, against, json, help, profile } = values;
  if (profile !== undefined) process.env['BENCH_PROFILE'] = resolve(profile);
  const chosen = MEASURES.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const [runs, pages] = [wholeNumber('runs', values.runs), wholeNumber('pages', values.pages)];
  return { chosen, runs, pages, peer, against, json, help };
}

type Arguments = ReturnType<typeof readArguments>;

async function peersWanted(peer: boolean): Promise<Peers | null> {
  if (!peer) return null;
  say('installing the peers, where they are not yet');
  const peers = await openPeers();
  if (typeof peers !== 'string') return peers;
  say(`${peers}\nmeasuring our side only`);
  return null;
}

/** Exit code: 1 where a run failed. */
async function main({ chosen, runs, pages, peer, against, json }: Arguments): Promise<number> {
  const peers = await peersWanted(peer);
  const before = against === undefined ? null : await checkOut(against);
  const sides: Side[] = [{ name: 'Pantau', root: join(import.meta.dirname, '..') }];
  if (before !== null) sides.push(before);
  const machine = describeMachine(await headOf(), peers?.versions ?? {});
  const results: MeasureResult[] = [];
  console.log(`${machineLine(machine)}\n`);
  for (const measure of chosen) {
    say(measure.name);
    const bench = { pages: pages ?? measure.pages, sides, peers, say };
    const result = await take(measure, runs ?? measure.runs, bench);
    if (typeof result === 'string') console.log(`**${measure.name}**: not taken: ${result}\n`);
    else results.push(result);
    if (typeof result !== 'string') console.log(tableOf(result));
    if (json !== undefined)
      writeFileSync(json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  }
  return results.some(({ candidates }) => candidates.some(({ faults }) => faults.length > 0))
    ? 1
    : 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  const read = readArguments(process.argv.slice(2));
  if (read.help) console.log(USE);
  else process.exitCode = await main(read);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  say(`${error.message}\n\n${USE}`);
  process.exitCode = 2;
}
