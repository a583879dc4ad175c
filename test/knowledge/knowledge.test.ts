// The data of knowledge/: complete, consistent with its sources and with itself; and the loader's messages.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { KnowledgeError, knowledgeVersion, loadKnowledge } from '../../cli/knowledge.ts';
import { provinceOf } from '../../schemas/region.ts';

const knowledge = loadKnowledge('knowledge');
const codes = new Set(knowledge.regions.map(({ id }) => id));

/** A file of idn-area-data, the source of the names. */
function areas(file: string): { code: string; name: string }[] {
  const path = join('node_modules', 'idn-area-data', 'data', file);
  return parse(readFileSync(path, 'utf8'), { columns: true });
}

test('the version alone is that of the whole', () => {
  expect(knowledgeVersion('knowledge')).toBe(knowledge.version);
});

test('the regions are those of idn-area-data: 38 provinces, 514 kabupaten and kota', () => {
  const source = [...areas('provinces.csv'), ...areas('regencies.csv')];
  const ours = new Map(knowledge.regions.map(({ id, name }) => [id, name]));
  expect(ours).toEqual(new Map(source.map(({ code, name }) => [code, name])));
  expect(knowledge.regions.filter(({ kind }) => kind === 'province')).toHaveLength(38);
});

test('the kecamatan are those of idn-area-data, each in a regency we know', () => {
  const ours = new Map(knowledge.districts.map(({ id, name }) => [id, name]));
  expect(ours).toEqual(new Map(areas('districts.csv').map(({ code, name }) => [code, name])));
  expect(knowledge.districts.filter(({ id }) => !codes.has(id.slice(0, 5)))).toEqual([]);
});

test('every row that names a region names one that there is', () => {
  const named = [
    ...knowledge.aliases.map(({ id, region }) => ({ id, region })),
    ...knowledge.towns.map(({ id, region }) => ({ id, region })),
    ...knowledge.revotes.map(({ id, region }) => ({ id, region })),
    ...knowledge.participation.map(({ id }) => ({ id, region: id })),
    ...knowledge.outlets.map(({ id, region }) => ({ id, region })),
    ...knowledge.macroRegions.map(({ id, province }) => ({ id, region: province })),
  ];
  expect(named.filter(({ region }) => region !== null && !codes.has(region))).toEqual([]);
});

test('a point lies near the other points of its province', () => {
  const provinces = new Map(knowledge.regions.map((region) => [region.id, region]));
  const far = knowledge.regions.filter((region) => {
    const province = provinces.get(provinceOf(region.id));
    if (province === undefined) return true;
    return Math.hypot(region.lat - province.lat, region.lon - province.lon) > 6;
  });
  expect(far).toEqual([]);
});

test('the kind of a kabupaten or kota is what its name says', () => {
  const wrong = knowledge.regions.filter(
    ({ name, kind }) =>
      (kind === 'kota' && !name.startsWith('Kota ')) ||
      (kind === 'kabupaten' && !name.startsWith('Kabupaten ')),
  );
  expect(wrong).toEqual([]);
});

// Sums as the KPU published them: 269, 101, 171, 270 and 545 regions.
test.for([
  { election: 'pilkada-2015', pilgub: 9, pilbup: 224, pilwalkot: 36 },
  { election: 'pilkada-2017', pilgub: 7, pilbup: 76, pilwalkot: 18 },
  { election: 'pilkada-2018', pilgub: 17, pilbup: 115, pilwalkot: 39 },
  { election: 'pilkada-2020', pilgub: 9, pilbup: 224, pilwalkot: 37 },
  { election: 'pilkada-2024', pilgub: 37, pilbup: 415, pilwalkot: 93 },
] as const)('$election is held where the KPU held it', ({ election, ...expected }) => {
  const held = knowledge.participation.filter(({ elections }) => elections.includes(election));
  const count = (contest: string): number => held.filter((row) => row.contest === contest).length;
  expect({
    pilgub: count('pilgub'),
    pilbup: count('pilbup'),
    pilwalkot: count('pilwalkot'),
  }).toEqual(expected);
});

test('a pilkada of the law is on a Wednesday, in its window, and its stages do not overlap', () => {
  for (const { id, votes, window, stages } of knowledge.elections) {
    for (const vote of votes) {
      expect(new Date(`${vote}T00:00:00Z`).getUTCDay(), `${id} ${vote}`).toBe(3);
      expect(window !== null && window.from <= vote && vote <= window.to, id).toBe(true);
    }
    for (const [index, stage] of stages.entries()) {
      expect(stage.from <= stage.to, `${id} ${stage.stage}`).toBe(true);
      const next = stages[index + 1];
      if (next !== undefined) expect(stage.to < next.from, `${id} ${next.stage}`).toBe(true);
    }
  }
});

test('a re-vote is repeated where the pilkada was held', () => {
  const rows = new Map(knowledge.participation.map((row) => [row.id, row]));
  const strays = knowledge.revotes.filter(
    ({ region }) => rows.get(region)?.elections.includes('pilkada-2024') !== true,
  );
  expect(strays).toEqual([]);
});

function copy(): string {
  const dir = mkdtempSync(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync('knowledge', dir, { recursive: true });
  return dir;
}

function change(dir: string, file: string, edit: (text: string) => string): void {
  const path = join(dir, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

test.for([
  {
    fault: 'a region code that is none',
    file: 'towns.csv',
    line: 'town:x,Entah,99.999,,press usage',
    says: /towns\.csv:345: region: .*Kemendagri/,
  },
  {
    fault: 'an id that stands twice',
    file: 'towns.csv',
    line: 'town:tapaktuan:11.01,Tapak,11.01,,press usage',
    says: /towns\.csv:345: id 'town:tapaktuan:11\.01' stands in line 2 already/,
  },
  {
    fault: 'a row without source',
    file: 'noise.csv',
    line: 'noise:x,lihat peta,start,',
    says: /noise\.csv:\d+: source: /,
  },
  {
    fault: 'a level that is none',
    file: 'offices.csv',
    line: 'office:x,raja,kingdom,government,press usage',
    says: /offices\.csv:\d+: level: /,
  },
])('names file, line and reason of $fault', ({ file, line, says }) => {
  const dir = copy();
  change(dir, file, (text) => `${text.trimEnd()}\n${line}\n`);
  expect(() => loadKnowledge(dir)).toThrow(KnowledgeError);
  expect(() => loadKnowledge(dir)).toThrow(says);
});

test('names the line of a faulty election', () => {
  const dir = copy();
  change(dir, 'elections.yaml', (text) => text.replace('kind: pilkades', 'kind: desa'));
  expect(() => loadKnowledge(dir)).toThrow(/elections\.yaml:\d+: kind: /);
});

test('names a file that is missing', () => {
  const dir = copy();
  rmSync(join(dir, 'guards.csv'));
  expect(() => loadKnowledge(dir)).toThrow(/guards\.csv: missing/);
});

test('the version is of the bytes: equal for a copy, another after any change', () => {
  const dir = copy();
  expect(loadKnowledge(dir).version).toBe(knowledge.version);
  change(dir, 'guards.csv', (text) => `${text.trimEnd()}\nguard:x,Bima Suci,person,press usage\n`);
  expect(loadKnowledge(dir).version).not.toBe(knowledge.version);
});
