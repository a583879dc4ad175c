// What reviews make of tags: the last word counts, the rest is the tagger's, and each tag by review says so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCorrections } from '../../../oversight/review/apply.ts';
import { tagNames } from '../../../oversight/review/tag-names.ts';
import type { Judgement } from '../../../schemas/review.ts';
import { Actor, Coverage, ElectionId, Tags, Violation } from '../../../schemas/tag.ts';
import { extracted, tags } from '../../archive/make.ts';
import { judged, review } from './make.ts';

const text = extracted();
const apply = (own: Partial<Tags>, ...said: Judgement[]): Tags =>
  applyCorrections(
    tags(own),
    text,
    said.map((one, index) => review(index + 1, [one])),
  );

test.for<[string, Partial<Tags>, Judgement[], Partial<Tags>]>([
  ['another kind', {}, [judged('coverage:sanksi')], { coverage: 'sanksi' }],
  ['the last word', {}, [judged('coverage:sanksi'), judged('coverage:data')], { coverage: 'data' }],
  ['a kind that is wrong', {}, [judged('coverage:imbauan', false)], { coverage: 'lainnya' }],
  [
    'no case',
    { violations: ['foto_simbol'] },
    [judged('relevance', false)],
    {
      relevant: false,
      relevance: 0,
      decision: 'irrelevant',
      coverage: 'lainnya',
      violations: [],
    },
  ],
  [
    'relevant after all',
    { relevant: false, relevance: 0.2, decision: 'irrelevant', coverage: 'lainnya' },
    [judged('relevance'), judged('coverage:dugaan')],
    { relevant: true, relevance: 1, decision: 'relevant', coverage: 'dugaan' },
  ],
  [
    'another main region',
    {},
    [judged('primary:64.02'), judged('region:64.74', false)],
    { regions: ['64.02'], primary: '64.02' },
  ],
  ['no region', {}, [judged('region:64.74', false)], { regions: [], primary: null }],
  [
    'an election with its contest',
    {},
    [judged('election:pemilu-2024'), judged('contest:pemilu-2024/pileg')],
    {
      elections: [
        { election: 'pilkada-2024', contests: ['pilwalkot'] },
        { election: 'pemilu-2024', contests: ['pileg'] },
      ],
    },
  ],
  ['no election', {}, [judged('election:pilkada-2024', false)], { elections: [] }],
  [
    'a contest less',
    {},
    [judged('contest:pilkada-2024/pilwalkot', false)],
    { elections: [{ election: 'pilkada-2024', contests: [] }] },
  ],
  ['acts', {}, [judged('violation:media_sosial')], { violations: ['media_sosial'] }],
  ['people', {}, [judged('actor:asn', false), judged('actor:tni')], { actors: ['tni'] }],
  ['paid', {}, [judged('advertorial')], { advertorial: true }],
])('%s', ([, own, said, expected]) => {
  expect(apply(own, ...said)).toMatchObject(expected);
});

test('a tag by review rests on the words that were named, or says that none were', () => {
  const span = { field: 'text', start: 0, end: 7, quote: 'BONTANG' } as const;
  const said = { tag: 'violation:media_sosial', holds: true, span };
  expect(apply({}, said, judged('actor:tni')).reasons.slice(1)).toEqual([
    { tag: 'actor:tni', rule: 'review:2', field: 'title', start: 0, end: 0, quote: '' },
    { tag: said.tag, rule: 'review:1', ...span },
  ]);
  // The words have moved, or are gone.
  const moved = { ...text, text: `Hari ini ${text.text}` };
  const [reason] = applyCorrections(tags(), moved, [review(1, [said])]).reasons.slice(-1);
  expect(reason).toMatchObject({ start: 9, end: 16, quote: 'BONTANG' });
  const lost = applyCorrections(tags(), { ...text, text: 'x' }, [review(1, [said])]).reasons;
  expect(lost.at(-1)).toMatchObject({ field: 'title', start: 0, end: 0, quote: '' });
});

test('without a word on it nothing changes', () => {
  const own = tags();
  expect(applyCorrections(own, text, [])).toBe(own);
  expect(apply({}, judged('relevance'))).toEqual(own);
});

const anyTag = fc.oneof(
  fc.constantFrom('relevance', 'advertorial', 'region:64.02', 'region:64.74', 'primary:64.02'),
  fc.constantFrom(...Coverage.options).map((kind) => `coverage:${kind}`),
  fc.constantFrom(...Violation.options).map((act) => `violation:${act}`),
  fc.constantFrom(...Actor.options).map((actor) => `actor:${actor}`),
  fc.constantFrom(...ElectionId.options).map((id) => `election:${id}`),
);
const someReviews = fc
  .array(fc.array(fc.record({ tag: anyTag, holds: fc.boolean(), span: fc.constant(null) })))
  .map((all) => all.map((judgements, index) => review(index + 1, judgements)));

test('whatever is said: valid tags, the same again, and reasons that name only what is tagged', () => {
  fc.assert(
    fc.property(someReviews, (reviews) => {
      const once = applyCorrections(tags(), text, reviews);
      expect(Tags.parse(once)).toEqual(once);
      expect(applyCorrections(once, text, reviews)).toEqual(once);
      const held = new Set([...tagNames(once), 'relevance']);
      expect(once.reasons.filter(({ tag }) => !held.has(tag))).toEqual([]);
      expect(once.primary === null).toBe(once.regions.length === 0);
      for (const { field, start, end, quote } of once.reasons)
        expect({ ...text, url: '', outlet: '', published: '' }[field].slice(start, end)).toBe(
          quote,
        );
    }),
  );
});

test('tags of which nobody said a word are as the tagger has them', () => {
  fc.assert(
    fc.property(someReviews, fc.subarray([...Violation.options]), (reviews, violations) => {
      const said = new Set(reviews.flatMap(({ judgements }) => judgements.map(({ tag }) => tag)));
      const after = applyCorrections(tags({ violations }), text, reviews);
      const silent = violations.filter((act) => !said.has(`violation:${act}`));
      if (after.relevant) expect(after.violations).toEqual(expect.arrayContaining(silent));
    }),
  );
});
