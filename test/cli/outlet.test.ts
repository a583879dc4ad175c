// Host, masthead and home page → the likely region and owner, or an honest 'not sure'.
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { outletGuesser } from '../../cli/outlet.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { regionNames } from '../../cli/regions.ts';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const guess = outletGuesser(knowledge, regionNames(knowledge).name);
const times = (text: string, count: number): string => `${text}, `.repeat(count);

test.for([
  { host: 'natmed.id', region: '64.74', basis: 'the list of outlets' },
  { host: 'm.natmed.id', region: '64.74', basis: 'the list of outlets' },
  { host: 'kabarbaru.id', name: 'Kabar Bontang', region: '64.74', basis: "its name has 'bontang'" },
  { host: 'suarasumbar.net', region: '13', basis: "its host has 'sumbar'" },
  { host: 'bekasikini.id', region: '32', basis: "its host has 'bekasi'" }, // kota or kabupaten: the province is sure
  {
    host: 'x.id',
    text: times('Bontang', 9),
    region: '64.74',
    basis: 'the home page names Kota Bontang 9 times',
  },
  {
    host: 'x.id',
    text: times('Bontang', 4) + times('Samarinda', 4) + times('Berau', 4),
    region: '64',
    basis: 'the home page names Kalimantan Timur and its places 12 times',
  },
  { host: 'x.id', text: times('Bontang', 4), region: null, basis: null },
  { host: 'x.id', text: times('Bontang', 9) + times('Makassar', 8), region: null, basis: null },
  { host: 'x.id', text: '', region: null, basis: null },
])('$host $name: $region ($basis)', ({ host, name = '', text = '', region, basis }) => {
  expect(guess({ host, name, text })).toMatchObject({ region, basis });
});

test('not sure is told with what was seen', () => {
  const { seen } = guess({
    host: 'x.id',
    name: '',
    text: times('Bontang', 9) + times('Makassar', 8),
  });
  expect(seen).toBe(
    'the home page names places in 64 Kalimantan Timur 9, 73 Sulawesi Selatan 8 times',
  );
});

test('a host below a network belongs to it', () => {
  expect(guess({ host: 'kotabaru.tribunnews.com', name: '', text: '' }).network).toBe('Tribun');
  expect(guess({ host: 'contoh.co.id', name: '', text: '' }).network).toBeNull();
});
