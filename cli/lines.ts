// A stream of bytes → its lines, and JSON Lines in → JSON Lines out: same order, one line each, whatever the line is.
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A line longer than this many bytes is reported and not kept in memory. */
const LINE_CAP = 64 * 1024 * 1024;

export type Line = { text: string } | { tooLong: number };

/** Splits at \n (and \r\n). The last line counts even without an ending; an empty last one does not. */
export async function* readLines(input: Readable, cap = LINE_CAP): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  const line = (): Line => {
    const result: Line = length > cap ? { tooLong: length } : { text: joined(parts) };
    parts = [];
    length = 0;
    return result;
  };
  for await (const chunk of input) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    let from = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      keep(bytes.subarray(from, at));
      yield line();
      from = at + 1;
    }
    keep(bytes.subarray(from));
  }
  if (length > 0) yield line();

  function keep(bytes: Buffer): void {
    length += bytes.length;
    if (length <= cap) parts.push(bytes);
    else parts = [];
  }
}

/** One string of the parts of a line, which are most often one. */
const joined = (parts: Buffer[]): string =>
  (parts.length === 1 ? parts[0] : Buffer.concat(parts))?.toString('utf8') ?? '';

/**
 * Answers each line of `input` with one line on `output`: the answer of `read`, or { line, error } with the id of
 * the input where it has one. Returns how many lines had an error.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  read: (value: Record<string, unknown>) => object,
): Promise<number> {
  let number = 0;
  let errors = 0;
  for await (const line of readLines(input)) {
    number += 1;
    const answer = answerLine(line, read);
    if ('error' in answer) errors += 1;
    const text = JSON.stringify('error' in answer ? { line: number, ...answer } : answer);
    if (!output.write(`${text}\n`)) await once(output, 'drain');
  }
  return errors;
}

function answerLine(line: Line, read: (value: Record<string, unknown>) => object): object {
  if ('tooLong' in line)
    return { error: `the line has ${line.tooLong} bytes; at most ${LINE_CAP} are read` };
  const text = line.text.trim();
  if (text === '') return { error: 'the line is empty; expected a JSON object' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      error: `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`,
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'expected a JSON object' };
  }
  const id = 'id' in value ? { id: value.id } : {};
  try {
    return { ...id, ...read({ ...value }) };
  } catch (error) {
    return { ...id, error: error instanceof Error ? error.message : String(error) };
  }
}
