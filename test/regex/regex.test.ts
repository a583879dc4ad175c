// No regular expression of ours may be driven into time that grows without bound; each one was judged by a tool.
import { expect, test } from 'vitest';
import { regexLiterals } from './literals.ts';
import { knownVerdicts } from './verdicts.ts';

test('each regular expression was judged, and none grows faster than a power of its input', () => {
  const known = knownVerdicts();
  const unjudged = regexLiterals().filter(
    ({ pattern, flags }) => !known.has(`/${pattern}/${flags}`),
  );
  expect(unjudged, 'not judged yet: npm run regex').toEqual([]);
  const exponential = [...known.values()].filter(({ growth }) => growth.startsWith('exponential'));
  expect(exponential).toEqual([]);
});

test('no verdict is left of a pattern that is gone', () => {
  const here = new Set(regexLiterals().map(({ pattern, flags }) => `/${pattern}/${flags}`));
  expect([...knownVerdicts().keys()].filter((key) => !here.has(key))).toEqual([]);
});
