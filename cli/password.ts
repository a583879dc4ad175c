// A password from the terminal, unseen and typed twice, or the first line of stdin: never an argument, which others can see.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Failure } from './failure.ts';

/** Throws Failure where nothing was given or the two differ. */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    const [line = ''] = (await text(process.stdin)).split(/\r?\n/, 1);
    if (line === '')
      throw new Failure('No password on stdin: give it as its first line, or use a terminal.', 2);
    return line;
  }
  const first = await ask('Password: ');
  if ((await ask('The same again: ')) === first) return first;
  throw new Failure('The two passwords differ. Run the same command again.', 2);
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  // Where readline would show what is typed.
  const unseen = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const stop = new AbortController();
  terminal.on('SIGINT', () => {
    stop.abort();
  });
  try {
    return await terminal.question('', { signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw new Failure('Stopped; nothing was changed.');
    throw error;
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
