// What is new → the watches, their messages → mail, webhooks and Telegram, for as long as 'serve' runs.
import type { Watching } from '../watching/open.ts';
import { repeat } from './loop.ts';

/** Milliseconds between looks for what is new and for what is due. */
const EVERY = 1_000;

/** What is under way when the signal comes is broken off and tried again at the next start. */
export async function keepAlerting(watching: Watching, signal: AbortSignal): Promise<void> {
  await repeat(EVERY, signal, async () => {
    await watching.tell();
    watching.send();
  });
  await watching.idle();
}
