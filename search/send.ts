// Documents to write and to delete → bulk requests, tried again while Elasticsearch is busy; what became of each document.
import type { Client, estypes } from '@elastic/elasticsearch';
import { fail, ok } from '../schemas/result.ts';
import type { Result } from '../schemas/result.ts';
import { toFailure } from './failure.ts';
import type { Failure } from './failure.ts';

/** One document at one version, or, with null, whatever its version was; a null document deletes it. */
export type Action = { id: string; version: number | null; document: object | null };

/** `already`: Elasticsearch had this version or a newer one, or had nothing to delete. */
export type Counts = { written: number; deleted: number; already: number; refused: number };

export type Refusal = { id: string; version: number | null; reason: string };
export type Sent = { counts: Counts; refusals: Refusal[] };

/** Elasticsearch does not take it now; nobody knows when it will. */
export type Waiting = { reason: string };

export type SendDeps = {
  /** Resolves after so many milliseconds, or at once when the work is to stop. */
  wait: (ms: number) => Promise<void>;
  /** Aborted when the work is to stop. */
  signal?: AbortSignal;
};

export type Target = { client: Client; alias: string };

type Line = { action: Action; text: string; bytes: number };

/** Milliseconds before each further try: 15 s in all. */
const DELAYS = [500, 1000, 2000, 4000, 7500];
const LONGEST_DELAY = 30_000;
/** A body of this size is sent fastest, and is far below the 100 MB that Elasticsearch takes at most. */
const REQUEST_BYTES = 5_000_000;

export const noCounts = (): Counts => ({ written: 0, deleted: 0, already: 0, refused: 0 });

export function addCounts(total: Counts, more: Counts): void {
  total.written += more.written;
  total.deleted += more.deleted;
  total.already += more.already;
  total.refused += more.refused;
}

/**
 * Sends everything through an alias with external versions, so that repeats and older versions do no harm. A document
 * that is refused for good comes back as a refusal, and the others go on. Does not throw for what the server or the
 * network does.
 */
export async function send(
  target: Target,
  actions: Action[],
  deps: SendDeps,
): Promise<Result<Sent, Waiting>> {
  const all: Sent = { counts: noCounts(), refusals: [] };
  for (const request of toRequests(actions)) {
    const result = await deliver(target, request, deps);
    if (!result.ok) return result;
    merge(all, result.value);
  }
  return ok(all);
}

function toRequests(actions: Action[]): Line[][] {
  const requests: Line[][] = [];
  let size = Infinity;
  for (const action of actions) {
    const line = toLine(action);
    if (size + line.bytes > REQUEST_BYTES) {
      requests.push([]);
      size = 0;
    }
    requests.at(-1)?.push(line);
    size += line.bytes;
  }
  return requests;
}

function toLine(action: Action): Line {
  const { id, version } = action;
  const meta = version === null ? { _id: id } : { _id: id, version, version_type: 'external' };
  const text =
    action.document === null
      ? JSON.stringify({ delete: meta })
      : `${JSON.stringify({ index: meta })}\n${JSON.stringify(action.document)}`;
  return { action, text, bytes: Buffer.byteLength(text) };
}

/** A document that was not taken this time. `own`: the failure is that document's, not the request's. */
type Busy = { line: Line; failure: Failure; own: boolean };

/** One request and its repeats, until each document has an end or waiting is over. */
async function deliver(
  target: Target,
  lines: Line[],
  deps: SendDeps,
): Promise<Result<Sent, Waiting>> {
  const sent: Sent = { counts: noCounts(), refusals: [] };
  let busy = await attempt(target, lines, sent, deps);
  for (const delay of DELAYS) {
    if (!busy.some(({ failure }) => failure.passing) || deps.signal?.aborted === true) break;
    const asked = Math.max(...busy.map(({ failure }) => failure.retryAfter ?? 0));
    await deps.wait(Math.min(Math.max(delay, asked), LONGEST_DELAY));
    busy = await attempt(
      target,
      busy.map(({ line }) => line),
      sent,
      deps,
    );
  }
  if (busy[0]?.failure.status === 413 && busy.length > 1) return halve(target, busy, sent, deps);
  const stuck = busy.find((one) => !isRefused(one));
  if (stuck !== undefined) return fail({ reason: stuck.failure.reason });
  for (const { line, failure } of busy) refuse(sent, line, failure.reason);
  return ok(sent);
}

/** A document that is too large alone, or that breaks the server again and again, is the document's fault. */
const isRefused = ({ failure, own }: Busy): boolean =>
  failure.status === 413 || (own && failure.status === 500);

/** For a server, or a proxy before it, whose limit on a body is below ours. */
async function halve(
  target: Target,
  busy: Busy[],
  sent: Sent,
  deps: SendDeps,
): Promise<Result<Sent, Waiting>> {
  const lines = busy.map(({ line }) => line);
  const middle = Math.ceil(lines.length / 2);
  for (const half of [lines.slice(0, middle), lines.slice(middle)]) {
    const result = await deliver(target, half, deps);
    if (!result.ok) return result;
    merge(sent, result.value);
  }
  return ok(sent);
}

/** Sends once; adds what came to an end to `sent` and returns the rest. */
async function attempt(
  { client, alias }: Target,
  lines: Line[],
  sent: Sent,
  deps: SendDeps,
): Promise<Busy[]> {
  try {
    const response = await client.bulk<string>(
      {
        index: alias,
        require_alias: true, // a missing index is never made by accident, without its mapping
        filter_path: ['items.*.status', 'items.*.error'],
        operations: lines.map(({ text }) => text),
      },
      deps.signal === undefined ? {} : { signal: deps.signal },
    );
    return lines.flatMap((line, n) => settle(line, response.items[n], sent));
  } catch (error) {
    const failure = toFailure(error);
    return lines.map((line) => ({ line, failure, own: false }));
  }
}

type Item = estypes.BulkResponse['items'][number];

function settle(line: Line, item: Item | undefined, sent: Sent): Busy[] {
  const outcome = item?.index ?? item?.delete;
  if (outcome === undefined) throw new Error('Elasticsearch left a document out of its answer');
  const { status, error } = outcome;
  const { counts } = sent;
  if (status === 409 || (status === 404 && error === undefined)) counts.already += 1;
  else if (status < 300 && line.action.document === null) counts.deleted += 1;
  else if (status < 300) counts.written += 1;
  else {
    const reason = [error?.reason ?? `status ${status}`, error?.caused_by?.reason ?? []]
      .flat()
      .join(': ');
    if (status !== 400 || error?.type === 'index_closed_exception')
      return [
        { line, failure: { reason, status, passing: status !== 404, retryAfter: null }, own: true },
      ];
    refuse(sent, line, reason);
  }
  return [];
}

function refuse(sent: Sent, { action }: Line, reason: string): void {
  sent.counts.refused += 1;
  sent.refusals.push({ id: action.id, version: action.version, reason });
}

function merge(all: Sent, more: Sent): void {
  addCounts(all.counts, more.counts);
  all.refusals.push(...more.refusals);
}
