// The head of the log in; a trusted time stamp on it, or why there is none, kept beside it.
import type { TimeStamp } from '../../schemas/evidence.ts';
import { fail, type Result } from '../../schemas/result.ts';
import type { AskService, EvidenceStore } from './ports.ts';
import { readStamp, stampRequest, type Stamp } from './stamp.ts';

export type StampDeps = {
  evidence: EvidenceStore;
  /** The service's address, as it is stated. */
  service: string;
  ask: AskService;
  /** UTC milliseconds. */
  now: () => number;
  /** Eight bytes of chance. */
  nonce: () => Uint8Array;
};

/** One stamp covers all lines before it, so a service is asked once a minute at most, and rests after a failure. */
const BETWEEN_MS = 60_000;
const AFTER_FAILURE_MS = 10 * 60_000;

/** Asks for a stamp on the head, where it has none and the service's turn has come. Null where nothing was to be done. */
export async function stampHead(deps: StampDeps): Promise<TimeStamp | null> {
  const { evidence, service, now } = deps;
  const head = evidence.head();
  if (head === null || evidence.stampFrom(head.seq) !== null) return null;
  const last = evidence.lastStamp();
  const rest = (last?.failure ?? null) === null ? BETWEEN_MS : AFTER_FAILURE_MS;
  if (last !== null && now() - Date.parse(last.at) < rest) return null;
  const { seq, hash } = head;
  const answer = await request(deps, hash);
  const stamp: TimeStamp = {
    seq,
    hash,
    at: new Date(now()).toISOString(),
    service,
    response: answer.ok ? answer.value : null,
    failure: answer.ok ? null : answer.error,
  };
  evidence.saveStamp(stamp);
  return stamp;
}

async function request(
  { ask, nonce }: StampDeps,
  hash: string,
): Promise<Result<Uint8Array, string>> {
  const chance = nonce();
  const response = await ask(stampRequest(hash, chance));
  if (!response.ok) return response;
  const stamp: Result<Stamp, string> = await readStamp(response.value, hash, { nonce: chance });
  return stamp.ok ? response : fail(stamp.error);
}
