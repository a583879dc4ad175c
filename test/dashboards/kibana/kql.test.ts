// The part of KQL that our panels use.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKql } from '../../../dashboards/kibana/ask/kql.ts';

test.for([
  ['', { match_all: {} }, []],
  ['advertorial: true', { match: { advertorial: 'true' } }, ['advertorial']],
  ['not local_day: *', { bool: { must_not: [{ exists: { field: 'local_day' } }] } }, ['local_day']],
  ['completed > 0', { range: { completed: { gt: '0' } } }, ['completed']],
  ['completed>=10', { range: { completed: { gte: '10' } } }, ['completed']],
  ['title: "dua kata"', { match: { title: 'dua kata' } }, ['title']],
  [
    'a: 1 and (b: 2 or not c: "3")',
    {
      bool: {
        filter: [
          { match: { a: '1' } },
          {
            bool: {
              should: [{ match: { b: '2' } }, { bool: { must_not: [{ match: { c: '3' } }] } }],
              minimum_should_match: 1,
            },
          },
        ],
      },
    },
    ['a', 'b', 'c'],
  ],
] as const)('%s', ([text, query, fields]) => {
  expect(parseKql(text)).toEqual({ ok: true, value: { query, fields } });
});

test.for(['a:', ': b', '(a: 1', 'a: 1)', 'a 1', 'and', 'a: 1 b: 2', 'a: "open'])(
  '%s is refused',
  (text) => {
    expect(parseKql(text)).toMatchObject({
      ok: false,
      error: expect.stringContaining(text.trim()),
    });
  },
);

test('no text breaks it', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseKql(text)));
});
