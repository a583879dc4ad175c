// Pages → their readings, from a thread of its own, so that reading keeps nobody waiting and a page that hangs can be ended.
import { Worker } from 'node:worker_threads';
import type { Reading, Sources } from '../pipeline/process.ts';
import { ReaderBroken } from './read-as.ts';

/** What the thread says of the page that it was given. */
export type Answer = { reading: Reading } | { error: string };

type Task = {
  sources: Sources;
  resolve: (reading: Reading) => void;
  reject: (error: Error) => void;
};

/** Given to the thread at a time: the one that it reads, and the next. */
const AHEAD = 2;
/** Enough for pages of 5 MB of nothing but tags; V8 cleans up the sooner the less it may have. */
const LIMITS = { maxOldGenerationSizeMb: 384 };
/** Longer than any page takes on the slowest machine (two seconds, docs/robustness.md). */
const LONGEST_MS = 60_000;

export type ThreadParts = {
  /** The module that the thread runs. */
  script?: URL;
  longestMs?: number;
};

/**
 * Reads pages in the order in which they come. The thread begins with the first page and does not keep the process
 * alive. A page over which it dies or hangs is rejected, the others go on in a new one; ReaderBroken where it cannot
 * even begin.
 */
export function openReaderThread(parts: ThreadParts = {}): (sources: Sources) => Promise<Reading> {
  const thread = new ReaderThread(parts);
  return (sources) => thread.read(sources);
}

class ReaderThread {
  readonly #script: URL;
  readonly #longestMs: number;
  readonly #waiting: Task[] = [];
  readonly #given: Task[] = [];
  #worker: Worker | null = null;
  #begun = false;
  #timer: NodeJS.Timeout | undefined;

  constructor({
    script = new URL('reader-worker.ts', import.meta.url),
    longestMs = LONGEST_MS,
  }: ThreadParts) {
    this.#script = script;
    this.#longestMs = longestMs;
  }

  read(sources: Sources): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sources, resolve, reject });
      this.#giveOn();
    });
  }

  #giveOn(): void {
    const worker = (this.#worker ??= this.#start());
    const free = AHEAD - this.#given.length;
    for (const task of this.#waiting.splice(0, free)) {
      this.#given.push(task);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(task.sources);
    }
    if (this.#given.length === 0) return worker.unref();
    worker.ref();
    if (!this.#begun) return;
    const hangs = new Error(`not read within ${this.#longestMs / 1000} s`);
    this.#timer ??= setTimeout(() => this.#lose(hangs), this.#longestMs);
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { name: 'reader', resourceLimits: LIMITS });
    worker.on('message', (said: Answer | 'ready') => {
      if (worker === this.#worker) this.#heard(said);
    });
    worker.on('error', (error) => {
      if (worker === this.#worker)
        this.#lose(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  #heard(said: Answer | 'ready'): void {
    this.#stopClock();
    if (said === 'ready') this.#begun = true;
    else {
      const task = this.#given.shift();
      if ('reading' in said) task?.resolve(said.reading);
      else task?.reject(Object.assign(new Error(), { message: said.error, stack: said.error }));
    }
    this.#giveOn();
  }

  #stopClock(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The thread is gone, or is ended now, over the page that it was reading. */
  #lose(error: Error): void {
    this.#stopClock();
    const begun = this.#begun;
    void this.#worker?.terminate();
    this.#worker = null;
    this.#begun = false;
    const [first, ...next] = this.#given.splice(0);
    this.#waiting.unshift(...next);
    if (begun) first?.reject(error);
    else {
      const reason = `the thread that reads pages cannot begin: ${error.message}`;
      const broken = new ReaderBroken(reason, { cause: error });
      for (const task of [first, ...this.#waiting.splice(0)]) task?.reject(broken);
    }
    if (this.#waiting.length > 0) this.#giveOn();
  }
}
