// One GET over undici: headers, the body as it came over the wire within its caps, or why not.
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { FetchError, FetchErrorKind } from '../schemas/page.ts';
import { fail, ok, type Result } from '../schemas/result.ts';
import { PRIVATE_ADDRESS } from './address.ts';

export type Limits = {
  /** Bytes over the wire, and after Content-Encoding is undone. */
  bytes: number;
  inflated: number;
  /** Milliseconds until the headers are there, and until the body is complete; both from the start. */
  headersMs: number;
  totalMs: number;
};

export type Exchange = {
  agent: Dispatcher;
  url: URL;
  headers: Record<string, string>;
  limits: Limits;
  signal: AbortSignal;
  /** The request goes onto the socket now. */
  onSent: () => void;
  /** Looks at the headers before the body comes; an error here ends the exchange. */
  judge?: (status: number, headers: Record<string, string>) => FetchError | null;
  /** Keep what came within the cap and drop the rest (robots.txt) instead of too-large. */
  truncate?: boolean;
};

export type WireAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
};

const KIND_OF: [RegExp, FetchErrorKind][] = [
  [new RegExp(`^${PRIVATE_ADDRESS}$`), 'private-address'],
  [/^(?:ENOTFOUND|ENODATA|ESERVFAIL|EAI_)/, 'dns'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN|EACCES|EPERM)$/, 'connect'],
  [/^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/^UND_ERR_(?:HEADERS_OVERFLOW|RES_EXCEEDED_MAX_SIZE)|HPE_HEADER_OVERFLOW$/, 'too-large'],
  [/CERT|ERR_TLS|ERR_SSL|EPROTO|SIGNATURE|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|CRL/, 'tls'],
];

/** The kind of a connection that failed; 'reset' for whatever broke off or was no HTTP. */
export function connectionError(error: unknown): FetchError {
  const outer = error as { code?: string; message?: string; cause?: unknown; errors?: unknown[] };
  const inner = (outer.errors?.[0] ?? outer.cause) as { code?: string } | undefined;
  const code = outer.code ?? inner?.code ?? '';
  const detail = `${outer.message ?? ''}${code && ` (${code})`}`;
  if (detail.includes('before secure TLS connection')) return { kind: 'tls', detail };
  return { kind: KIND_OF.find(([pattern]) => pattern.test(code))?.[1] ?? 'reset', detail };
}

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

const DONE = new Error('exchange is over');

/** Collects one answer; settles once, and takes the request off the socket when it does. */
class Receiver implements Dispatcher.DispatchHandler {
  readonly #task: Exchange;
  readonly #settle: (end: () => void) => void;
  readonly #resolve: (result: Result<WireAnswer, FetchError>) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #started = performance.now();
  readonly #chunks: Buffer[] = [];
  readonly #onAbort = (): void => this.#settle(() => this.#reject(this.#task.signal.reason));
  #timer: NodeJS.Timeout;
  #control: Dispatcher.DispatchController | null = null;
  #settled = false;
  #size = 0;
  #status = 0;
  #headers: Record<string, string> = {};

  constructor(
    task: Exchange,
    resolve: (result: Result<WireAnswer, FetchError>) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#task = task;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = this.#limit('headers', task.limits.headersMs);
    this.#settle = (end) => {
      if (this.#settled) return;
      this.#settled = true;
      clearTimeout(this.#timer);
      task.signal.removeEventListener('abort', this.#onAbort);
      end();
    };
    task.signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  #limit(what: string, ms: number): NodeJS.Timeout {
    const left = ms - (performance.now() - this.#started);
    const detail = `no ${what} within ${ms / 1000} s`;
    return setTimeout(() => this.lose({ kind: 'timeout', detail }), Math.max(1, left));
  }

  #drop(): void {
    if (this.#control?.aborted === false) this.#control.abort(DONE);
  }

  #win(): void {
    const body = Buffer.concat(this.#chunks, this.#size);
    this.#settle(() => this.#resolve(ok({ status: this.#status, headers: this.#headers, body })));
  }

  lose(error: FetchError): void {
    this.#settle(() => this.#resolve(fail(error)));
    this.#drop();
  }

  onRequestStart(control: Dispatcher.DispatchController): void {
    this.#control = control;
    if (this.#settled) return this.#drop();
    try {
      this.#task.onSent();
    } catch (error) {
      this.#settle(() => this.#reject(error)); // the ledger cannot be written: no request without its stamp
      this.#drop();
    }
  }

  onResponseStart(
    _control: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (this.#settled || status < 200) return; // 103 Early Hints and the like
    this.#status = status;
    this.#headers = flat(headers);
    const error = this.#task.judge?.(status, this.#headers) ?? null;
    if (error) return this.lose(error);
    const announced = Number(this.#headers['content-length']);
    const { limits, truncate } = this.#task;
    if (announced > limits.bytes && truncate !== true) {
      return this.lose({ kind: 'too-large', detail: `content-length ${announced}` });
    }
    clearTimeout(this.#timer);
    this.#timer = this.#limit('end of the body', limits.totalMs);
  }

  onResponseData(_control: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    const { limits, truncate } = this.#task;
    const room = limits.bytes - this.#size;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#size += Math.min(chunk.length, room);
    if (chunk.length <= room) return;
    if (truncate !== true) {
      return this.lose({ kind: 'too-large', detail: `more than ${limits.bytes} bytes` });
    }
    this.#win();
    this.#drop();
  }

  onResponseEnd(): void {
    this.#win();
  }

  onResponseError(_control: Dispatcher.DispatchController, error: Error): void {
    this.lose(connectionError(error));
  }
}

/**
 * Sends one GET without following redirects and without undoing Content-Encoding. Rejects only when `signal`
 * aborts or `onSent` throws; everything that a server can do comes back as a value.
 */
export function exchange(task: Exchange): Promise<Result<WireAnswer, FetchError>> {
  if (task.signal.aborted) return Promise.reject(task.signal.reason as Error);
  return new Promise((resolve, reject) => {
    const receiver = new Receiver(task, resolve, reject);
    const { origin, pathname, search } = task.url;
    const { headers, agent } = task;
    try {
      agent.dispatch({ origin, path: pathname + search, method: 'GET', headers }, receiver);
    } catch (error) {
      receiver.lose(connectionError(error));
    }
  });
}
