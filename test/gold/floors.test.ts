// The tagger holds every committed floor on every committed gold set.
import { expect, test } from 'vitest';
import { below, readFloors } from './floors.ts';
import { OWN_SETS, scoreSet } from './run.ts';
import { goldTagger } from './tagger.ts';

test.for(OWN_SETS)('no measure of $name lies below its floor', (set) => {
  const { figures } = scoreSet(set, goldTagger());
  expect(below(readFloors(), set.name, figures)).toEqual([]);
});
