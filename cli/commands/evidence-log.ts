// The archive's evidence log → whether all of it holds, and its newest lines.
import { existsSync } from 'node:fs';
import type { Archive } from '../../archive/open.ts';
import { auditLog, foreignLines, newestStamp } from '../../oversight/evidence/audit.ts';
import { readEntry } from '../../oversight/evidence/entries.ts';
import { linesOfPack } from '../../oversight/evidence/verify.ts';
import { openToRead } from '../deps.ts';
import { Failure } from '../failure.ts';
import { showProgress } from '../progress.ts';
import { print, table } from '../table.ts';

type Options = { data: string; last: number; parts?: boolean; pack?: string; json?: boolean };

export async function showLog(options: Options): Promise<void> {
  if (!Number.isInteger(options.last) || options.last < 0)
    throw new Failure('--last: a whole number from 0', 2);
  const { archive } = openToRead(options.data);
  try {
    const counts = archive.evidence.counts();
    const bar = showProgress('log', counts.lines);
    const audit = auditLog(archive, {
      parts: options.parts ?? false,
      progress: (seq) => {
        if (seq % 100 === 0) bar.update(seq);
      },
    });
    bar.stop();
    const stamp = await newestStamp(archive);
    const faults = [
      ...audit.faults,
      ...(stamp !== null && 'fault' in stamp ? [stamp.fault] : []),
      ...(options.pack === undefined ? [] : await packFaults(archive, options.pack)),
    ];
    const lines = newest(archive, options.last);
    const lastAsked = archive.evidence.lastStamp();
    const value = {
      ...audit,
      ...counts,
      faults,
      stamp,
      lastAsked: asked(lastAsked),
      newest: lines,
    };
    const state = [
      faults.length === 0
        ? `The log holds: ${audit.lines} lines about ${counts.articles} articles, each on the one before, all signed.`
        : `The log DOES NOT HOLD:\n${faults.map((fault) => `  ✖ ${fault}`).join('\n')}`,
      `${(counts.bytes / 1e6).toFixed(1)} MB of parts${options.parts === true ? `, ${audit.parts} read again` : ''}; ${counts.waiting} pages wait to be drawn`,
      stampLine(stamp, asked(lastAsked)),
    ];
    const rows = lines.map(({ seq, at, kind, about, hash }) => [seq, at, kind, about, hash]);
    const shown =
      rows.length === 0 ? [] : ['', table(['line', 'at', 'entry', 'about', 'hash'], rows)];
    print(value, [...state, ...shown].join('\n'), options.json);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    archive.close();
  }
}

type Evidence = Archive['evidence'];

/** The last time a service was asked, without the bytes of its answer. */
const asked = (stamp: ReturnType<Evidence['lastStamp']>) =>
  stamp === null
    ? null
    : { seq: stamp.seq, at: stamp.at, service: stamp.service, failure: stamp.failure };

function stampLine(
  stamp: Awaited<ReturnType<typeof newestStamp>>,
  last: ReturnType<typeof asked>,
): string {
  const granted =
    stamp !== null && 'time' in stamp
      ? `time stamp: ${stamp.time} by ${stamp.signer}, up to line ${stamp.seq}`
      : 'no time stamp';
  if (last === null) return `${granted}: no service was asked (setting timestampService)`;
  return last.failure === null
    ? granted
    : `${granted}; ${last.service} failed at ${last.at}: ${last.failure}`;
}

async function packFaults(archive: Archive, pack: string): Promise<string[]> {
  if (!existsSync(pack)) throw new Failure(`--pack ${pack}: there is no such file.`, 2);
  const lines = await linesOfPack(pack);
  return lines.ok ? foreignLines(archive, lines.value) : [`${pack}: ${lines.error}`];
}

type Shown = { seq: number; at: string; kind: string; about: string; hash: string };

function newest({ evidence }: Archive, count: number): Shown[] {
  const head = evidence.head()?.seq ?? 0;
  return [...evidence.lines(Math.max(1, head - count + 1), head)].map(({ seq, hash, entry }) => {
    const read = readEntry(entry);
    if (read === null) return { seq, at: '', kind: 'unknown', about: '', hash };
    const { at, kind } = read;
    if (read.kind === 'key') return { seq, at, kind, about: read.fingerprint.slice(0, 16), hash };
    const what = read.kind === 'capture' ? ` ${read.what}` : '';
    return { seq, at, kind, about: `${read.article} v${read.version}${what}`, hash };
  });
}
