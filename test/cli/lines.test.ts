import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerLines, readLines } from '../../cli/lines.ts';

async function answers(
  input: (string | Buffer)[],
  read: (value: Record<string, unknown>) => object = (value) => ({ got: value['x'] }),
): Promise<{ lines: Record<string, unknown>[]; errors: number }> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const errors = await answerLines(Readable.from(input), output, read);
  const text = Buffer.concat(chunks).toString('utf8');
  const lines: Record<string, unknown>[] = text
    .split('\n')
    .slice(0, -1)
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { lines, errors };
}

test('each line has its answer, in order, whatever the line is', async () => {
  const { lines, errors } = await answers([
    '{"id":"a","x":1}\n',
    'not json\n',
    '\n',
    '[1,2]\n',
    Buffer.from([0, 255, 254, 10]),
    `{"id":7,"x":"${'y'.repeat(5_000_000)}"}\n`,
    'null\n{"x":2}',
  ]);
  expect(errors).toBe(5);
  expect(lines.map((line) => [line['line'], 'error' in line, line['id']])).toEqual([
    [undefined, false, 'a'],
    [2, true, undefined],
    [3, true, undefined],
    [4, true, undefined],
    [5, true, undefined],
    [undefined, false, 7],
    [7, true, undefined],
    [undefined, false, undefined],
  ]);
});

test('an answer that throws is an error of that line alone, with its id', async () => {
  const { lines, errors } = await answers(['{"id":"a"}\n{"id":"b","x":1}\n'], (value) => {
    if (value['x'] === undefined) throw new Error('no x');
    return {};
  });
  expect(errors).toBe(1);
  expect(lines).toEqual([{ line: 1, id: 'a', error: 'no x' }, { id: 'b' }]);
});

test('a line above the cap is reported with its length and not kept', async () => {
  const lines = [];
  for await (const line of readLines(Readable.from(['abcdefghij', 'klm\nshort\n']), 10))
    lines.push(line);
  expect(lines).toEqual([{ tooLong: 13 }, { text: 'short' }]);
});

test('lines do not depend on how the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 7 }),
      async (texts, size) => {
        const expected = texts.map((text) => text.replaceAll('\n', ' '));
        const bytes = Buffer.from(expected.map((text) => `${text}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const got: string[] = [];
        for await (const line of readLines(Readable.from(chunks)))
          got.push('text' in line ? line.text : '');
        expect(got).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});
