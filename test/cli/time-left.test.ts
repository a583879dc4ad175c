import { expect, test } from 'vitest';
import { aboutSeconds, secondsLeft } from '../../cli/time-left.ts';

test.for([
  ['nothing left', { due: 0, requests: 0, elapsedMs: 0, delayMs: 5000 }, 0],
  [
    'before anything was seen, the delay',
    { due: 100, requests: 0, elapsedMs: 0, delayMs: 5000 },
    500,
  ],
  ['a few say nothing yet', { due: 100, requests: 5, elapsedMs: 60_000, delayMs: 5000 }, 500],
  ['the pace seen', { due: 100, requests: 50, elapsedMs: 500_000, delayMs: 5000 }, 1000],
  ['never quicker than the delay', { due: 100, requests: 50, elapsedMs: 1000, delayMs: 5000 }, 500],
] as const)('%s', ([, pace, want]) => {
  expect(secondsLeft(pace)).toBe(want);
});

test.for([
  [0, 'a minute'],
  [61, '2 minutes'],
  [7199, '120 minutes'],
  [7201, '3 hours'],
  [172_799, '48 hours'],
  [172_800, '2 days'],
  [172_801, '3 days'],
] as const)('%i seconds are about %s', ([seconds, words]) => {
  expect(aboutSeconds(seconds)).toBe(words);
});
