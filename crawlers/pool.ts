// Fetches in, run at most so many at a time: the one place where crawlee is used.
import type {
  Configuration,
  IRequestManager,
  Request,
  RequestQueueOperationInfo,
} from '@crawlee/http';

/** Nothing of ours takes as long; a task that hangs for this long is a bug, and crawlee says so. */
const TASK_SECONDS = 3600;

export type Pool = {
  /** Runs `work` as soon as there is room and settles as it does; rejects where `cut` aborts before it began. */
  run: <T>(url: string, work: () => Promise<T>, cut: AbortSignal) => Promise<T>;
  /** Ends once everything that was handed in has ended. */
  close: () => Promise<void>;
};

const none = (): Promise<RequestQueueOperationInfo> =>
  Promise.reject(new Error('the ledger adds requests'));

/**
 * What crawlee asks for requests: only those whose turn has come, so no request ever goes back into a queue.
 * The ledger of addresses is in the archive; this list lives as long as the round.
 */
class ReadyList implements IRequestManager {
  readonly #ready: Request[] = [];
  #taken = 0;
  #handled = 0;
  closed = false;

  push(request: Request): void {
    this.#ready.push(request);
  }
  isEmpty = (): Promise<boolean> => Promise.resolve(this.#ready.length === 0);
  isFinished = (): Promise<boolean> =>
    Promise.resolve(this.closed && this.#ready.length === 0 && this.#taken === this.#handled);
  handledCount = (): Promise<number> => Promise.resolve(this.#handled);
  getTotalCount = (): number => this.#taken + this.#ready.length;
  getPendingCount = (): number => this.#ready.length;
  fetchNextRequest<T extends Record<string, unknown>>(): Promise<Request<T> | null> {
    const next = this.#ready.shift();
    if (next === undefined) return Promise.resolve(null);
    this.#taken += 1;
    return Promise.resolve(next as Request<T>); // crawlee's own type parameter for userData, which stays empty
  }
  markRequestHandled(): Promise<null> {
    this.#handled += 1;
    return Promise.resolve(null);
  }
  reclaimRequest = none;
  addRequest = none;
  addRequestsBatched = (): Promise<never> => Promise.reject(new Error('the ledger adds requests'));
  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (let next = await this.fetchNextRequest(); next; next = await this.fetchNextRequest())
      yield next;
  }
}

/** Persistence and the look at the process list that crawlee takes each second are off: both cost more than the fetch. */
const SETTINGS = {
  persistStorage: false,
  purgeOnStart: false,
  systemInfoIntervalMillis: 24 * 3600 * 1000,
  memoryMbytes: 1024 * 1024,
} as const satisfies ConstructorParameters<typeof Configuration>[0];

/**
 * Opens a pool of `concurrency` fetches on crawlee. It starts at full width (desiredConcurrency) and stays there:
 * the gate of each host sets the pace, not the load of this machine.
 */
export async function openPool(concurrency: number): Promise<Pool> {
  const crawlee = await import('@crawlee/http');
  const list = new ReadyList();
  const works = new Map<string, () => Promise<void>>();
  const log = new crawlee.Log({ level: crawlee.LogLevel.OFF });
  class LedgerCrawler extends crawlee.BasicCrawler {
    // its constructor's option check refuses this option (3.18.1)
    protected override requestManager: IRequestManager = list;
  }
  const crawler = new LedgerCrawler(
    {
      requestHandler: async ({ request }) => works.get(request.uniqueKey)?.(),
      useSessionPool: false,
      maxRequestRetries: 0,
      requestHandlerTimeoutSecs: TASK_SECONDS,
      statisticsOptions: { persistenceOptions: { enable: false }, saveErrorSnapshots: false },
      autoscaledPoolOptions: {
        minConcurrency: concurrency,
        maxConcurrency: concurrency,
        desiredConcurrency: concurrency,
        loggingIntervalSecs: null,
      },
      log,
    },
    new crawlee.Configuration(SETTINGS),
  );
  const running = crawler.run();
  let count = 0;
  return {
    run: <T>(url: string, work: () => Promise<T>, cut: AbortSignal): Promise<T> => {
      count += 1;
      const uniqueKey = String(count);
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const onCut = (): void => {
        works.delete(uniqueKey);
        reject(cut.reason as Error);
      };
      cut.addEventListener('abort', onCut, { once: true });
      works.set(uniqueKey, async () => {
        works.delete(uniqueKey);
        cut.removeEventListener('abort', onCut);
        await work().then(resolve, reject);
      });
      list.push(new crawlee.Request({ url, uniqueKey }));
      void crawler.autoscaledPool?.notify();
      return promise;
    },
    close: async () => {
      list.closed = true;
      void crawler.autoscaledPool?.notify();
      await running;
    },
  };
}
