// Pages → their readings, from a thread of its own, so that reading keeps nobody waiting and a page that hangs can be ended.
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';
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
/** Megabytes for young objects; the thread keeps twice that. A page that outgrows them costs a third more time. */
const YOUNG = 8;
/** Longer than any page takes on the slowest machine (two seconds, docs/robustness.md). */
const LONGEST_MS = 60_000;
/** Then its memory is given back, some 60 MB: a new one begins within a second. */
const IDLE_MS = 60_000;

export type ThreadParts = {
  /** The module that the thread runs. */
  script?: URL;
  longestMs?: number;
  /** With nothing to read for so long, milliseconds, the thread ends as with `rest`. */
  idleMs?: number;
};

export type ReadingThread = {
  read: (sources: Sources) => Promise<Reading>;
  /** Ends the thread and gives its memory back, unless it reads; the next page begins a new one. */
  rest: () => void;
};

/**
 * Reads pages in the order in which they come. The thread begins with the first page and does not keep the process
 * alive. A page over which it dies or hangs is rejected, the others go on in a new one; ReaderBroken where it cannot
 * even begin.
 */
export function openReaderThread(parts: ThreadParts = {}): ReadingThread {
  const thread = new ReaderThread(parts);
  return { read: (sources) => thread.read(sources), rest: () => thread.rest() };
}

class ReaderThread {
  readonly #script: URL;
  readonly #longestMs: number;
  readonly #idleMs: number;
  readonly #waiting: Task[] = [];
  readonly #given: Task[] = [];
  #worker: Worker | null = null;
  /** A channel of our own: what it holds can be taken out after its thread has died. */
  #port: MessagePort | null = null;
  #begun = false;
  #timer: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor({
    script = new URL('reader-worker.ts', import.meta.url),
    longestMs = LONGEST_MS,
    idleMs = IDLE_MS,
  }: ThreadParts) {
    this.#script = script;
    this.#longestMs = longestMs;
    this.#idleMs = idleMs;
  }

  read(sources: Sources): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sources, resolve, reject });
      this.#giveOn();
    });
  }

  rest(): void {
    if (this.#given.length === 0) this.#end();
  }

  #giveOn(): void {
    if (this.#worker === null) this.#start();
    const free = AHEAD - this.#given.length;
    for (const task of this.#waiting.splice(0, free)) {
      this.#given.push(task);
      this.#port?.postMessage(task.sources);
    }
    const busy = this.#given.length > 0;
    clearTimeout(this.#idle);
    if (!busy) this.#idle = setTimeout(() => this.rest(), this.#idleMs).unref();
    for (const end of [this.#worker, this.#port]) {
      if (busy) end?.ref();
      else end?.unref();
    }
    if (!busy || !this.#begun) return;
    const hangs = new Error(`not read within ${this.#longestMs / 1000} s`);
    this.#timer ??= setTimeout(() => this.#lose(hangs), this.#longestMs);
  }

  #start(): void {
    const { port1: port, port2: theirs } = new MessageChannel();
    // read as a thread begins; before the limit that a thread may be given
    setFlagsFromString(`--max-semi-space-size=${YOUNG}`);
    const worker = new Worker(this.#script, {
      name: 'reader',
      resourceLimits: LIMITS,
      workerData: theirs,
      transferList: [theirs],
    });
    port.on('message', (said: Answer | 'ready') => {
      if (port !== this.#port) return;
      this.#heard(said);
      this.#giveOn();
    });
    worker.on('error', (error) => {
      if (worker === this.#worker)
        this.#lose(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker = worker;
    this.#port = port;
  }

  #heard(said: Answer | 'ready'): void {
    this.#stopClock();
    if (said === 'ready') {
      this.#begun = true;
      return;
    }
    const task = this.#given.shift();
    if ('reading' in said) task?.resolve(said.reading);
    else task?.reject(Object.assign(new Error(), { message: said.error, stack: said.error }));
  }

  #stopClock(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** What the thread has answered already, before its end is told. */
  #hearAll(port: MessagePort): void {
    for (
      let next = receiveMessageOnPort(port);
      next !== undefined;
      next = receiveMessageOnPort(port)
    )
      this.#heard(next.message as Answer | 'ready'); // our own module sent it
  }

  /** The thread is gone, or is ended now, over the page that it was reading. */
  #lose(error: Error): void {
    if (this.#port !== null) this.#hearAll(this.#port);
    const begun = this.#begun;
    this.#end();
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

  #end(): void {
    this.#stopClock();
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#port?.close();
    this.#worker = null;
    this.#port = null;
    this.#begun = false;
  }
}
