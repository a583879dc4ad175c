// What holds for the content tags of any input: nothing throws, every tag has a reason, quotes are spans, time is linear.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContentTags } from '../../../../pipeline/tag/parts.ts';
import type { TagInput } from '../../../../schemas/tag.ts';
import { Reason } from '../../../../schemas/tag.ts';
import { inputOf } from '../input.ts';
import { readGold } from '../variants.ts';
import { contentOf } from './read.ts';

const gold = [...readGold('test/gold/given.jsonl'), ...readGold('test/gold/own-dev.jsonl')];

/** Tags without a reason, and reasons that do not hold. */
function faults(input: TagInput, tags: ContentTags): string[] {
  const given = new Set(tags.reasons.map(({ tag }) => tag));
  const needed = [
    'relevance',
    `coverage:${tags.coverage}`,
    ...tags.actors.map((actor) => `actor:${actor}`),
    ...tags.violations.map((violation) => `violation:${violation}`),
    ...tags.speakers.map(({ name }) => `speaker:${name}`),
    ...(tags.advertorial ? ['advertorial'] : []),
  ];
  const extra = [...given].filter((tag) => !needed.includes(tag));
  const wrong = tags.reasons.filter(
    ({ field, start, end, quote }) => (input[field] ?? '').slice(start, end) !== quote,
  );
  for (const reason of tags.reasons) Reason.parse(reason);
  return [
    ...needed.filter((tag) => !given.has(tag)),
    ...extra,
    ...wrong.map((one) => JSON.stringify(one)),
  ];
}

test.for(gold)('$id: every tag has its reason and no other', ({ input }) => {
  const tags = contentOf(input);
  expect(faults(input, tags)).toEqual([]);
  expect(tags.relevance).toBeGreaterThan(0);
  expect(tags.relevance).toBeLessThan(1);
  if (!tags.relevant) expect([tags.coverage, tags.violations]).toEqual(['lainnya', []]);
  for (const { name } of tags.speakers) expect(`${input.title}\n${input.text}`).toContain(name);
});

const WORDS = gold.flatMap(({ input }) => input.text.split(/\s+/)).slice(0, 8000);
const MARKS = [
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  ', ',
  ' (',
  ') ',
  ' – ',
  '. ',
  '-',
  ' “',
  '” ',
  ': ',
  '"',
];
const shuffled = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS)), { maxLength: 150 })
  .map((pairs) => pairs.map(([word, mark]) => `${word}${mark}`).join(''));
const text = fc.oneof(shuffled, fc.string({ unit: 'binary', maxLength: 300 }));

test('any text is read without a fault', () => {
  fc.assert(
    fc.property(text, text, fc.option(fc.webUrl()), fc.boolean(), (title, body, url, marked) => {
      const input = inputOf({ title, text: body, url, markedAdvertorial: marked });
      expect(faults(input, contentOf(input))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('the same input gives the same tags, whatever was read between', () => {
  const [first, ...rest] = gold.slice(0, 12).map(({ input }) => input);
  if (first === undefined) throw new Error('no gold');
  const before = contentOf(first);
  for (const input of rest) contentOf(input);
  expect(contentOf(first)).toEqual(before);
});

const ONE_SENTENCE = 'kata ketua bawaslu Budi Santoso diduga unggah foto calon "bupati" ';

test.for([
  [
    'articles in a row',
    gold
      .map(({ input }) => input.text)
      .join('\n\n')
      .slice(0, 60_000),
  ],
  ['one sentence without end', ONE_SENTENCE.repeat(900)],
  ['quotes that never close', 'Ia berkata “ASN netral '.repeat(2500)],
  ['brackets within brackets', 'Ketua ('.repeat(8000)],
  ['names in a row', 'Budi Santoso Wijaya '.repeat(3000)],
] as const)('time grows with the length of the text, not with its square: %s', ([, part]) => {
  const cost = (repeat: number): number => {
    const input = inputOf({ title: 'Bawaslu Periksa ASN', text: part.repeat(repeat) });
    const from = process.cpuUsage();
    contentOf(input);
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  cost(1);
  const best = (repeat: number): number => Math.min(cost(repeat), cost(repeat), cost(repeat));
  expect(best(4) / best(1)).toBeLessThan(10);
});
