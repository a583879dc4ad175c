// Which days of its calendar an article falls on. Sentences of our own.
import { expect, test } from 'vitest';
import { electionsOf } from './tagged.ts';

const BONTANG = '64.74';

test.for([
  { published: '2024-09-01', stage: 'pencalonan' },
  { published: '2024-10-10', stage: 'kampanye' },
  { published: '2024-11-25', stage: 'masa-tenang' },
  { published: '2024-11-27T08:00:00+07:00', stage: 'pemungutan-suara' },
  { published: '2024-12-05', stage: 'pasca' },
  { published: '2023-12-05', stage: null },
  { published: null, stage: null },
])('the stage of Pilkada 2024 on $published', ({ published, stage }) => {
  const text = 'ASN wajib netral pada Pilkada 2024.';
  expect(electionsOf({ text, published }, BONTANG).stage).toBe(stage);
});

test('the stage has the date as its reason', () => {
  const text = 'Netral pada Pilkada 2024, kata dia, Selasa (5/11/2024).';
  const { stage, day, reasons } = electionsOf({ text }, BONTANG);
  expect({ stage, day }).toEqual({ stage: 'kampanye', day: '2024-11-05' });
  expect(reasons.find(({ tag }) => tag === 'stage:kampanye')?.quote).toBe('Selasa (5/11/2024');
});

test('the quiet days of a re-vote are those of its region', () => {
  const stageOn = (published: string): string | null =>
    electionsOf({ text: 'ASN netral pada PSU.', published }, '63.72').stage;
  expect(stageOn('2025-04-17')).toBe('masa-tenang');
  expect(stageOn('2025-04-19')).toBe('pemungutan-suara');
  expect(stageOn('2025-03-19')).toBeNull();
});
