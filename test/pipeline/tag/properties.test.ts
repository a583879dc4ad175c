// What holds for the tags of any input: nothing throws, every tag has a reason, every quote equals its span.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTagger } from '../../../pipeline/tag/tag.ts';
import type { TagInput, Tags } from '../../../schemas/tag.ts';
import { Tags as TagsShape } from '../../../schemas/tag.ts';
import { inputOf, knowledge } from './input.ts';
import { readGold } from './variants.ts';

const tag = createTagger(knowledge);
const gold = [...readGold('test/gold/given.jsonl'), ...readGold('test/gold/own-dev.jsonl')];

/** Tags that speak only where words do. */
const OURS = /^(?:region|primary|election|contest|stage):/;

/** Tags of places and elections that no reason speaks for, and reasons whose quote is not their span. */
function faults(input: TagInput, tags: Tags): string[] {
  const reasons = new Set(tags.reasons.map((reason) => reason.tag));
  const needed = [
    ...tags.regions.map((code) => `region:${code}`),
    ...(tags.primary === null ? [] : [`primary:${tags.primary}`]),
    ...tags.elections.map(({ election }) => `election:${election}`),
    ...tags.elections.flatMap(({ election, contests }) =>
      contests.map((contest) => `contest:${election}/${contest}`),
    ),
    ...(tags.stage === null ? [] : [`stage:${tags.stage}`]),
  ];
  const silent = needed.filter((name) => !reasons.has(name));
  const wrong = tags.reasons.filter(
    ({ tag: name, field, start, end, quote }) =>
      (input[field] ?? '').slice(start, end) !== quote || (quote === '' && OURS.test(name)),
  );
  return [...silent, ...wrong.map((reason) => JSON.stringify(reason))];
}

test.for(gold)('$id: every tag has a reason, every quote is its span', ({ input }) => {
  const tags = tag(input);
  expect(TagsShape.parse(tags)).toEqual(tags);
  expect(faults(input, tags)).toEqual([]);
  if (tags.primary !== null) expect(tags.regions).toContain(tags.primary);
});

const WORDS = gold.flatMap(({ input }) => input.text.split(/\s+/)).slice(0, 6000);
/** Text of real words in a wrong order, with odd marks between them. */
const shuffled = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 120 })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', '\n', '\n\n', ', ', ' (', ') – ', '. ', '-'), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((gaps) => words.map((word, index) => `${word}${gaps[index] ?? ''}`).join('')),
  );

test('no input makes it throw, and what holds for gold holds for any text', () => {
  const text = fc.oneof(shuffled, fc.string({ unit: 'binary', maxLength: 200 }));
  fc.assert(
    fc.property(
      fc.record({
        url: fc.option(fc.oneof(fc.webUrl(), fc.string())),
        outlet: fc.option(fc.oneof(fc.domain(), fc.constantFrom('latestbontang.com', 'x'))),
        title: text,
        text,
        published: fc.option(
          fc.oneof(fc.constantFrom('2024-10-05', '2018-02-30', '5/11'), fc.string()),
        ),
      }),
      (fields) => {
        const input = inputOf(fields);
        expect(faults(input, tag(input))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test('the same input gives the same tags', () => {
  for (const { input } of gold.slice(0, 20)) expect(tag(input)).toEqual(tag(input));
});

test('time grows with the length of the text, not with its square', () => {
  const body = gold.map(({ input }) => input.text).join('\n\n');
  const short = inputOf({ text: body.slice(0, 200_000) });
  const long = inputOf({ text: body.slice(0, 200_000).repeat(4) });
  const cost = (input: TagInput): number => {
    const from = process.cpuUsage();
    tag(input);
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  cost(short);
  const best = (input: TagInput): number => Math.min(cost(input), cost(input), cost(input));
  expect(best(long) / best(short)).toBeLessThan(10);
});
