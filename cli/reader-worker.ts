// Thread: pages come in as messages, their readings go out. Knows neither archive nor network.
import { type MessagePort, workerData } from 'node:worker_threads';
import { createProcessor, type Sources } from '../pipeline/process.ts';
import { loadKnowledge } from './knowledge.ts';
import { KNOWLEDGE_DIR } from './paths.ts';
import type { Answer } from './reader-thread.ts';

const read = createProcessor(loadKnowledge(KNOWLEDGE_DIR));

function answer(sources: Sources): Answer {
  try {
    return { reading: read(sources) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Gives the bytes of a page back at once: a thread that makes little garbage of its own would keep hundreds of them. */
function release({ buffer }: Uint8Array): void {
  // the pages of a split article may lie in one
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}

const port = workerData as MessagePort; // reader-thread.ts gives it
port.on('message', (sources: Sources) => {
  port.postMessage(answer(sources));
  for (const { body } of [sources.first, ...sources.parts]) release(body);
});
port.postMessage('ready');
