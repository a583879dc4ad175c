// npm run soak: a press with faults is read by processes that are killed while Elasticsearch comes and goes; ends with
// an account that must balance. Tables on stdout, progress on stderr; exit 1 where it does not balance.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Archive, openArchive } from '../../archive/open.ts';
import { ARCHIVE_FILE } from '../../cli/paths.ts';
import { table } from '../../cli/table.ts';
import { openDoor } from '../../test/elasticsearch/door.ts';
import { launchElasticsearch } from '../../test/elasticsearch/server.ts';
import { OPTIONS, mainOf } from '../child.ts';
import { chance } from '../press/chance.ts';
import { type Press, openPress } from '../press/open.ts';
import { balances, compareAccounts, expectedAccount, seenAccount } from './account.ts';
import { type SoakSample, chartOf, sampleOf } from './samples.ts';

const USE = `npm run soak [-- --pages N --hosts N --minutes N --kills N --json FILE --svg FILE]

  --pages N     pages that the press has (default 100000)
  --hosts N     newspapers (default 200)
  --minutes N   is over by then; what is not read by then makes the account wrong (default 30)
  --kills N     how often the crawling process is ended by SIGKILL (default 8)
  --json FILE   writes the account and all samples
  --svg FILE    draws memory, open files and the size of the archive over time`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    pages: { type: 'string', default: '100000' },
    hosts: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '30' },
    kills: { type: 'string', default: '8' },
    json: { type: 'string' },
    svg: { type: 'string' },
  },
});
if (values.help) {
  process.stdout.write(`${USE}\n`);
  process.exit();
}
const [pages, hosts] = [Number(values.pages), Number(values.hosts)];
const kills = Number(values.kills);
const endsAt = performance.now() + Number(values.minutes) * 60_000;
const MAIN = mainOf(join(import.meta.dirname, '..', '..'));
const SAMPLE_MS = 2_000;
/** Elasticsearch is away for a third of the time. */
const DOOR_MS = 20_000;
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

type Place = { data: string; sites: string; env: Record<string, string> };

function start(verb: string, { data, sites, env }: Place): ChildProcess {
  const args = [
    ...OPTIONS,
    MAIN,
    verb,
    '--data',
    data,
    ...(verb === 'crawl' ? ['--sites', sites] : []),
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PANTAU_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null
    ? once(child, 'exit')
    : Promise.resolve(child.exitCode);

const reading = <T>(data: string, ask: (archive: Archive) => T): T => {
  const archive = openArchive(join(data, ARCHIVE_FILE), { readOnly: true });
  try {
    return ask(archive);
  } finally {
    archive.close();
  }
};

type Course = { samples: SoakSample[]; killed: number; starts: number };

/** Rounds until all is read or the time is over; killed so many times at moments spread over the work. */
async function endure(place: Place, press: Press): Promise<Course> {
  const course: Course = { samples: [], killed: 0, starts: 0 };
  const started = performance.now();
  const draw = chance(20241127);
  for (let open = 1; open > 0 && performance.now() < endsAt;) {
    const child = start('crawl', place);
    course.starts += 1;
    const alive = { yes: true };
    void ended(child).then(() => (alive.yes = false));
    const before = await press.count();
    /** Answers after which this process is killed: each gets its share of the pages, give or take a half. */
    const share = pages / (kills + 1);
    const killAfter = course.killed < kills ? share * (0.5 + draw.below(1000) / 1000) : Infinity;
    while (alive.yes) {
      await pause(SAMPLE_MS);
      const requests = await press.count();
      const seconds = (performance.now() - started) / 1000;
      course.samples.push(
        sampleOf(child.pid, join(place.data, ARCHIVE_FILE), { seconds, requests }),
      );
      if (alive.yes && requests - before > killAfter) {
        child.kill('SIGKILL');
        course.killed += 1;
        say(`${seconds.toFixed(0)} s, ${requests} asked for: killed`);
      } else if (alive.yes && performance.now() > endsAt) child.kill('SIGTERM');
    }
    await ended(child);
    ({ open } = reading(place.data, (archive) => archive.summary().all));
    say(`${((performance.now() - started) / 1000).toFixed(0)} s: ${open} addresses open`);
  }
  return course;
}

/** Away for one turn of three, until the signal. */
async function comeAndGo(door: Awaited<ReturnType<typeof openDoor>>, signal: AbortSignal) {
  for (let turn = 0; !signal.aborted; turn++) {
    door.behave(() => (turn % 3 === 1 ? 'down' : 'pass'));
    await pause(DOOR_MS, undefined, { signal }).catch(() => {});
  }
  door.behave(() => 'pass');
}

async function countDocuments(url: string): Promise<number> {
  // what was written last is counted only after it
  await fetch(`${url}/soak-articles/_refresh`, { method: 'POST' });
  const answer = await fetch(`${url}/soak-articles/_count`);
  const { count } = (await answer.json()) as { count: number }; // the count API
  return count;
}

/** What was started and what was written goes with it: both hang on its exit. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const scratch = mkdtempSync(join(tmpdir(), 'pantau-soak-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
const press = await openPress({ hosts, pages, latencyMs: 0, faults: true });
const server = await launchElasticsearch({ ES_JAVA_OPTS: '-Xms1g -Xmx1g', ...process.env });
if ('missing' in server) say(`without Elasticsearch: ${server.missing}`);
const door = 'missing' in server ? null : await openDoor(server.url);
const place: Place = {
  data: join(scratch, 'data'),
  sites: join(scratch, 'sites'),
  env: door === null ? {} : { ELASTICSEARCH_URL: door.url, PANTAU_INDEX_PREFIX: 'soak' },
};
press.writeSites(place.sites, 0);
const over = new AbortController();
const going = door === null ? null : comeAndGo(door, over.signal);
const course = await endure(place, press);
over.abort();
await going;
if (door !== null) {
  const child = start('index', place);
  await ended(child);
  say(`'index' ended with ${child.exitCode}`);
}

const requests = await press.count();
const account = reading(place.data, (archive) => {
  const summary = archive.summary();
  return {
    lines: compareAccounts(expectedAccount({ hosts, pages }), seenAccount(summary)),
    shown: summary.all.articles.relevant + summary.all.articles.review,
    stored: archive.status().pages,
  };
});
const documents = 'missing' in server ? null : await countDocuments(server.url);
const whole = balances(account.lines) && (documents === null || documents === account.shown);
process.stdout.write(
  `${table(
    ['ending', 'articles of the press', 'in the archive'],
    account.lines.map(({ ending, expected, seen }) => [ending, expected, seen]),
  )}\n\n${requests} requests for articles; ${account.stored} pages stored; ${course.starts} processes, ${course.killed} of them killed\n${documents === null ? 'no Elasticsearch' : `${documents} documents in Elasticsearch, ${account.shown} articles to be shown in the archive`}\n${whole ? 'The account balances.' : 'The account does NOT balance.'}\n`,
);
if (values.svg !== undefined) writeFileSync(values.svg, chartOf(course.samples));
if (values.json !== undefined) {
  const { samples, ...counts } = course;
  writeFileSync(
    values.json,
    `${JSON.stringify({ pages, hosts, ...counts, requests, ...account, documents, balances: whole, samples }, null, 1)}\n`,
  );
}
await door?.close();
if (!('missing' in server)) await server.stop();
await press.close();
process.exitCode = whole ? 0 : 1;
