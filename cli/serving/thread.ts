// The thread of the jobs: started with JobOptions, ends itself after 'stop'. What a person can mend goes back as text.
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { ArchiveError } from '../../archive/errors.ts';
import { Failure } from '../failure.ts';
import { type JobOptions, runJobs } from './jobs.ts';
import type { FromThread, ToThread } from './supervise.ts';

const stop = new AbortController();
parentPort?.on('message', (message: ToThread) => {
  if (message === 'stop') stop.abort();
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const refuse = (message: FromThread): void => parentPort?.postMessage(message);

try {
  await runJobs(workerData as JobOptions, stop.signal); // whoever starts the thread gives these
} catch (error) {
  if (error instanceof Failure) refuse({ kind: 'refused', text: error.message, exit: error.exit });
  else if (error instanceof ArchiveError && error.kind !== 'busy')
    refuse({ kind: 'refused', text: error.message, exit: 1 });
  else throw error;
}
// a connection to a mail server that does not answer may be open still: nothing waits for it
process.exit(); // ends the thread, not the process
