// The whole log of an archive in; what is wrong with it, line by line, out.
import { checkChain, keysOf } from './chain.ts';
import { readEntry } from './entries.ts';
import type { EvidenceArchive } from './ports.ts';
import { keysInLog } from './signing.ts';
import { readStamp } from './stamp.ts';

export type AuditOptions = {
  /** Read every part too. */
  parts: boolean;
  /** Called after each line. */
  progress?: (seq: number) => void;
};

export type Audit = { lines: number; parts: number; faults: string[] };

/** Checks every line, its place and its signature, and that each part it names is there. */
export function auditLog(archive: Pick<EvidenceArchive, 'evidence'>, options: AuditOptions): Audit {
  const { evidence } = archive;
  const chain = checkChain(keysOf(keysInLog(archive)));
  const audit: Audit = { lines: 0, parts: 0, faults: [] };
  const head = evidence.head();
  for (const line of evidence.lines(1, head?.seq ?? 0)) {
    if (audit.lines === 0 && line.seq !== 1)
      audit.faults.push(`log: the lines before ${line.seq} are missing`);
    audit.lines += 1;
    audit.faults.push(...chain.next(line).faults);
    const entry = readEntry(line.entry);
    if (entry === null) audit.faults.push(`log line ${line.seq}: its entry has no known form`);
    if (options.parts && entry !== null && entry.kind !== 'key') {
      for (const { role, sha256 } of entry.parts) {
        audit.parts += 1;
        const fault = partFault(evidence, sha256);
        if (fault !== null) audit.faults.push(`log line ${line.seq}: its ${role}: ${fault}`);
      }
    }
    options.progress?.(line.seq);
  }
  return audit;
}

function partFault(evidence: EvidenceArchive['evidence'], hash: string): string | null {
  try {
    return evidence.part(hash) === null ? `part ${hash} is missing` : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether the newest stamp is on this log: the part up to it is then as old as the stamp says. */
export async function newestStamp({
  evidence,
}: Pick<EvidenceArchive, 'evidence'>): Promise<
  { seq: number; time: string; signer: string } | { fault: string } | null
> {
  const stamp = evidence.lastGranted();
  if (stamp === null || stamp.response === null) return null;
  const line = evidence.line(stamp.seq);
  if (line?.hash !== stamp.hash)
    return { fault: `log line ${stamp.seq} is missing or not the one that was stamped` };
  const read = await readStamp(stamp.response, stamp.hash);
  if (!read.ok) return { fault: `the stamp on log line ${stamp.seq}: ${read.error}` };
  return { seq: stamp.seq, time: read.value.time, signer: read.value.signer };
}

/** Whether the lines of a pack stand in this log as they stand there: sentences where not. */
export const foreignLines = (
  { evidence }: Pick<EvidenceArchive, 'evidence'>,
  lines: readonly { seq: number; content: string }[],
): string[] =>
  lines
    .filter(({ seq, content }) => evidence.line(seq)?.content !== content)
    .map(({ seq }) => `log line ${seq} of the pack is not line ${seq} of this log`);
