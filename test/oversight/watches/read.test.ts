// Files of watches: every fault with its line and what was meant, and the way from rules to a file and back.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Known, loadWatches, parseWatch } from '../../../oversight/watches/read.ts';
import { idFor, watchYaml, writeWatch } from '../../../oversight/watches/write.ts';
import { Coverage, ElectionId } from '../../../schemas/tag.ts';
import { PACES, WatchEvent } from '../../../schemas/watch.ts';
import { watch } from '../make.ts';

const known: Known = {
  isRegion: (code) => ['64', '64.74', '32'].includes(code),
  sources: () => ['natmed-id', 'kaltimpost'],
  isAccount: (name) => name === 'desk-kaltim',
};
const faults = (yaml: string, file = 'kaltim.yaml'): string[] => {
  const read = parseWatch(yaml, file, known);
  return read.ok ? [] : read.error;
};

test('the least is a name', () => {
  expect(parseWatch('name: Kaltim', 'kaltim.yaml', known)).toMatchObject({
    ok: true,
    value: { id: 'kaltim', name: 'Kaltim', pace: 'at-once', cap: 12, advertorials: false },
  });
});

test.for<[string, string]>([
  ['', "kaltim.yaml: 'key: value' lines are expected, 'name:' at least"],
  ['- a list', "kaltim.yaml: 'key: value' lines are expected, 'name:' at least"],
  ['name: [', 'kaltim.yaml:1: '],
  ['nama: x', 'kaltim.yaml:1: nama: unknown key; did you mean name?'],
  [
    'name: x\nregions: [64]',
    "kaltim.yaml:2: regions.0: put the code in quotes, as in '64.74': YAML reads it as a number",
  ],
  ["name: x\nregions: ['65.01']", 'kaltim.yaml:2: regions.0: 65.01 names no region'],
  ['name: x\nkinds: [dugan]', 'did you mean dugaan?'],
  ['name: x\nelections: [pilkada-2042]', 'kaltim.yaml:2: elections.0: "pilkada-2042" is none of'],
  [
    'name: x\nsources: [natmed-di]',
    'kaltim.yaml:2: sources.0: natmed-di is no source; did you mean natmed-id?',
  ],
  ['name: x\naccount: nobody', 'kaltim.yaml:2: account: nobody is no account'],
  ['name: x\nwords: ["??"]', 'kaltim.yaml:2: words.0: holds no word to search for'],
  [
    'name: x\nchannels: [{ kind: emial, to: a@b.id }]',
    'channels.0.kind: one of email, webhook, telegram; did you mean email?',
  ],
  [
    'name: x\nchannels: [{ kind: email, too: a@b.id }]',
    'channels.0.too: unknown key; did you mean to?',
  ],
  [
    'name: x\nchannels: [{ kind: email, to: a@b.id }, { kind: email, to: A@B.id }]',
    'channels.1: stands there twice',
  ],
  [
    'name: x\nchannels: [{ kind: webhook, url: "ftp://x.id" }]',
    'channels.0.url: an http or https address',
  ],
  ['name: x\nquiet: { from: 25, to: "06:00" }', 'kaltim.yaml:2: quiet.from: '],
  [
    'name: x\nquiet: { from: "25:00", to: "06:00" }',
    "quiet.from: a time of day such as '07:30', quoted in YAML",
  ],
  ['name: x\nevents: []', 'kaltim.yaml:2: events: '],
  ['name: x\na: &a [1,1]\nb: [*a,*a]', 'unknown key'],
])('%j', ([yaml, fault]) => {
  expect(faults(yaml).join('\n')).toContain(fault);
});

test('all faults come at once, in the order of the file', () => {
  const lines = faults('nama: x\nkinds: [dugan]\nchanels: []').map((line) => line.slice(0, 13));
  expect(lines).toEqual(['kaltim.yaml: ', 'kaltim.yaml:1', 'kaltim.yaml:2', 'kaltim.yaml:3']);
});

test.for(['Kaltim.yaml', 'a b.yaml', '-.yaml', '..yaml'])('%s is no name of a watch', (file) => {
  expect(faults('name: x', file)[0]).toContain('the name of the file is the id');
});

describe('a folder', () => {
  let dir = '';
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const folder = (files: Record<string, string>): string => {
    dir = mkdtempSync(join(tmpdir(), 'pantau-watches-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
    return dir;
  };

  test('one bad file does not stop the others; a folder that is not there has none', () => {
    const list = loadWatches(
      folder({ 'a.yaml': 'name: A', 'b.yaml': 'nama: B', 'c.txt': '?' }),
      known,
    );
    expect(list.watches.map(({ id }) => id)).toEqual(['a']);
    expect(list.faulty).toEqual(['b']);
    expect(loadWatches(join(dir, 'none'), known)).toEqual({ watches: [], faults: [], faulty: [] });
  });

  test('a directory of that name, and two files of one id, are faults', () => {
    const at = folder({ 'a.yaml': 'name: A', 'a.yml': 'name: B' });
    mkdirSync(join(at, 'd.yaml'));
    const { faults: all, watches } = loadWatches(at, known);
    expect(watches).toHaveLength(1);
    expect(all.join('\n')).toMatch(/a\.yml: a second file[^]*d\.yaml: cannot be read/);
  });

  test('writing keeps comments and what somebody put in order, and leaves no half file', () => {
    const at = folder({ 'a.yaml': '# ours\nname: A # short\nkinds: [dugaan]\n' });
    writeWatch(at, watch({ id: 'a', name: 'B', kinds: ['sanksi'] }));
    const text = readFileSync(join(at, 'a.yaml'), 'utf8');
    expect(text).toContain('# ours');
    expect(parseWatch(text, 'a.yaml', known)).toMatchObject({
      value: { name: 'B', kinds: ['sanksi'] },
    });
    expect(readdirSync(at)).toEqual(['a.yaml']);
  });

  test('an id that is none is never a path', () => {
    expect(() => writeWatch(folder({}), watch({ id: '../x' }))).toThrow(/no id/);
  });
});

test('rules to YAML and back are the same', () => {
  const rules = fc.record({
    name: fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() === text && text !== ''),
    kinds: fc.uniqueArray(fc.constantFrom(...Coverage.options)),
    elections: fc.uniqueArray(fc.constantFrom(...ElectionId.options)),
    events: fc.uniqueArray(fc.constantFrom(...WatchEvent.options), { minLength: 1 }),
    pace: fc.constantFrom(...PACES),
    advertorials: fc.boolean(),
    freshDays: fc.option(fc.integer({ min: 1, max: 99 })),
    quiet: fc.option(fc.constant({ from: '21:00', to: '06:00' })),
    words: fc.array(fc.string({ minLength: 2, maxLength: 20 }).map((text) => `a${text.trim()}b`)),
    channels: fc.array(fc.constant({ kind: 'email' as const, to: 'a@b.id' }), { maxLength: 1 }),
  });
  fc.assert(
    fc.property(rules, (some) => {
      const one = watch(some);
      expect(parseWatch(watchYaml(one), 'asn-kaltim.yaml', known)).toEqual({
        ok: true,
        value: one,
      });
    }),
  );
});

test.for<[string, string[], string]>([
  ['ASN Kalimantan Timur', [], 'asn-kalimantan-timur'],
  ['ASN Kalimantan Timur', ['asn-kalimantan-timur'], 'asn-kalimantan-timur-2'],
  ['Désa / Kota', [], 'desa-kota'],
  ['🙂', [], 'pantauan'],
  ['baru', ['baru'], 'baru-2'],
])('%s beside %j is %s', ([name, taken, id]) => {
  expect(idFor(name, taken)).toBe(id);
});
