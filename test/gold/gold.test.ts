// The gold set keeps its own rules, and the scorer counts as the labelling guide says.
import { expect, test } from 'vitest';
import type { Tags } from '../../schemas/tag.ts';
import { areaNames } from './areas.ts';
import { below, raise } from './floors.ts';
import { wilson } from '../../oversight/review/wilson.ts';
import { bootstrap } from './interval.ts';
import { readGold, type GoldLine } from './lines.ts';
import { compare, measure } from './measures.ts';
import { namesMet, sameName } from './names.ts';
import { broken } from './rules.ts';
import { OWN_SETS } from './run.ts';
import { setOf } from './split.ts';

const sets = OWN_SETS.map(({ name, file }) => ({ name, lines: readGold(file) }));
const all = sets.flatMap((set) => set.lines);
const own = sets.flatMap((set) => (set.name === 'given' ? [] : set.lines));

test.for(sets)('$name keeps the rules of labelling', ({ name, lines }) => {
  // The press sets are labelled as the given ones are, bends included.
  const strict = name !== 'given' && !name.startsWith('press');
  expect(lines.flatMap((line) => broken(line, strict))).toEqual([]);
});

test('ids and texts stand once over all sets', () => {
  expect(new Set(all.map((line) => line.id)).size).toBe(all.length);
  expect(new Set(all.map((line) => line.text)).size).toBe(all.length);
  expect(new Set(own.map((line) => line.title)).size).toBe(own.length);
});

test('every region code is one of idn-area-data', () => {
  const areas = areaNames();
  expect(areas.size).toBe(552);
  const unknown = all.flatMap((line) => line.labels.regions.filter((code) => !areas.has(code)));
  expect(unknown).toEqual([]);
});

test('our own lines lie in the file that their id says', () => {
  for (const { name, lines } of sets) {
    if (name === 'given') continue;
    const strays = lines.filter((line) => !name.startsWith(setOf(line.id)));
    expect(strays.map((line) => line.id)).toEqual([]);
  }
});

const line = all[0] as GoldLine; // the given set is committed with 140 lines
const tagsOf = ({ labels }: GoldLine): Tags => ({
  ...labels,
  relevance: 1,
  decision: 'relevant',
  candidates: [],
  stage: null,
  reasons: [],
});

test('tags equal to the labels reach 1 in every measure', () => {
  const figures = measure(all.map((one) => compare(one.labels, tagsOf(one))));
  for (const figure of Object.values(figures)) expect(figure?.value).toBe(1);
});

test('each measure falls when its own answer is wrong, and only that one', () => {
  const labels = { ...line.labels, speakers: [{ name: 'Sunggono', role: '' }] };
  const tags = { ...tagsOf({ ...line, labels }), primary: '64.71' };
  const figures = measure([compare(labels, tags)]);
  expect(figures.primary?.value).toBe(0);
  expect(figures['regions F1']?.value).toBe(1);
  expect(figures['violations F1']).toBeNull();
});

test('a missed relevant article costs recall, a false one precision, and only relevance is asked of it', () => {
  const negative = { ...line.labels, relevant: false };
  const yes = tagsOf(line);
  const no: Tags = { ...yes, relevant: false };
  const figures = measure([
    compare(line.labels, yes),
    compare(line.labels, no),
    compare(negative, yes),
    compare(negative, no),
  ]);
  expect(figures['relevance precision']?.value).toBe(0.5);
  expect(figures['relevance recall']?.value).toBe(0.5);
  expect(compare(negative, yes).primary).toBeNull();
});

test.for([
  ['Drs. H. Sutiaji, M.Si', 'Sutiaji', true],
  ['Andi Faizal', 'Andi Faizal Sofyan Hasdam', true],
  ['AKBP Budi Haryanto', 'Budi Haryanto', true],
  ['Haryanto', 'Budi Haryanto', true],
  ['Budi Haryanto', 'Budi Hartono', false],
  ['Ani', 'Yani', false],
  ['', 'Budi', false],
] as const)('%s and %s the same name: %s', ([one, other, same]) => {
  expect(sameName(one, other)).toBe(same);
});

test('a tagged name meets only one wanted name', () => {
  expect(namesMet(['Budi Haryanto', 'Heri Haryanto'], ['Haryanto'])).toBe(1);
});

test('intervals hold their value, narrow with more articles and repeat', () => {
  const few = wilson(9, 10);
  const many = wilson(90, 100);
  expect(few.low).toBeLessThan(0.9);
  expect(many.low).toBeGreaterThan(few.low);
  expect(wilson(10, 10).high).toBeCloseTo(1);
  const mean = (sample: number[]): number => sample.reduce((a, b) => a + b, 0) / sample.length;
  const items = [0, 1, 1, 1, 0, 1, 1, 1];
  expect(bootstrap(items, mean)).toEqual(bootstrap(items, mean));
  expect(bootstrap(items, mean).low).toBeLessThan(0.75);
});

test('floors rise and never fall', () => {
  const good = measure([compare(line.labels, tagsOf(line))]);
  const bad = measure([compare(line.labels, { ...tagsOf(line), coverage: 'data' })]);
  const floors = raise({}, 'given', good);
  expect(floors.given?.coverage).toBe(1);
  expect(raise(floors, 'given', bad).given?.coverage).toBe(1);
  expect(below(floors, 'given', bad).map((miss) => miss.measure)).toEqual(['coverage']);
});
