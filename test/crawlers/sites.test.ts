// Entries of the source list: right ones, and every fault of wrong ones with its line.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { patternFault } from '../../crawlers/pattern.ts';
import { loadSites, parseSite } from '../../crawlers/sites.ts';

const GOOD = `id: natmed-id
name: Natmed
home: https://natmed.id
region: '64.74'
discover:
  - { kind: feed, url: https://natmed.id/feed/ }
`;
const faults = (
  yaml: string,
  file = 'natmed-id.yaml',
  isRegion?: (code: string) => boolean,
): string[] => {
  const result = parseSite(yaml, file, isRegion);
  return result.ok ? [] : result.error;
};

test('a right entry, with its defaults', () => {
  expect(parseSite(GOOD, 'natmed-id.yaml')).toMatchObject({
    ok: true,
    value: {
      id: 'natmed-id',
      delay: 2,
      interval: { min: 15, max: 240 },
      hosts: [],
      browser: false,
      loopback: false,
      extract: [],
    },
  });
});

const withLines = (lines: string): string => `${GOOD}${lines}\n`;

test.for([
  {
    name: 'mistyped key',
    yaml: withLines('intervall: 30'),
    want: ['natmed-id.yaml:7: intervall: unknown key; did you mean interval?'],
  },
  {
    name: 'mistyped key in a source',
    yaml: GOOD.replace('url:', 'ulr:'),
    want: [
      'natmed-id.yaml:6: discover.0.url: is missing',
      'natmed-id.yaml:6: discover.0.ulr: unknown key; did you mean url?',
    ],
  },
  {
    name: 'a key of another kind of source',
    yaml: GOOD.replace('/feed/ }', '/feed/, links: a }'),
    want: ['natmed-id.yaml:6: discover.0.links: unknown key'],
  },
  {
    name: 'mistyped kind',
    yaml: GOOD.replace('kind: feed', 'kind: fed'),
    want: [
      'natmed-id.yaml:6: discover.0.kind: one of feed, sitemap, wordpress, listing; did you mean feed?',
    ],
  },
  {
    name: 'mistyped key in an extract block',
    yaml: withLines('extract:\n  - { boddy: .post }'),
    want: ['natmed-id.yaml:8: extract.0.boddy: unknown key; did you mean body?'],
  },
  {
    name: 'nothing like it',
    yaml: withLines('zzzzzz: 1'),
    want: ['natmed-id.yaml:7: zzzzzz: unknown key'],
  },
  {
    name: 'code without quotes',
    yaml: GOOD.replace("'64.74'", '64.74'),
    want: [
      "natmed-id.yaml:4: region: put the code in quotes, as in '64.74': YAML reads it as a number",
    ],
  },
  {
    name: 'no code',
    yaml: GOOD.replace("'64.74'", "'Bontang'"),
    want: ["natmed-id.yaml:4: region: a Kemendagri code such as '64' or '64.74', quoted in YAML"],
  },
  {
    name: 'name missing',
    yaml: GOOD.replace('name: Natmed\n', ''),
    want: ['natmed-id.yaml: name: is missing'],
  },
  {
    name: 'id is not the file name',
    yaml: GOOD.replace('id: natmed-id', 'id: natmed'),
    want: ['natmed-id.yaml:1: id: must equal the file name: natmed-id'],
  },
  {
    name: 'delay under a second',
    yaml: withLines('delay: 0.5'),
    want: ['natmed-id.yaml:7: delay: under 1 s only with loopback: true'],
  },
  {
    name: 'a private home',
    yaml: GOOD.replaceAll('natmed.id', '10.0.0.1'),
    want: [
      'natmed-id.yaml:3: home: a private address: only with loopback: true',
      'natmed-id.yaml:6: discover.0.url: a private address: only with loopback: true',
    ],
  },
  {
    name: 'an expression that explodes',
    yaml: withLines("include: '(a+)+$'"),
    want: ['natmed-id.yaml:7: include: repeats a group that repeats or chooses inside'],
  },
  {
    name: 'no expression',
    yaml: withLines("exclude: '(a'"),
    want: ['natmed-id.yaml:7: exclude: Invalid regular expression: /(a/: Unterminated group'],
  },
  {
    name: 'no cron',
    yaml: withLines("cron: '61 * * * *'"),
    want: ['natmed-id.yaml:7: cron: 61 is a invalid expression for minute'],
  },
  {
    name: 'cron with seconds',
    yaml: withLines("cron: '0 5 * * * *'"),
    want: ['natmed-id.yaml:7: cron: five fields: minute hour day month weekday'],
  },
  {
    name: 'a host with scheme',
    yaml: withLines('hosts: [https://m.natmed.id]'),
    want: [
      'natmed-id.yaml:7: hosts.0: a host name in lower case without scheme and path, as in m.natmed.id',
    ],
  },
  {
    name: 'no address',
    yaml: GOOD.replace('https://natmed.id/feed/', 'ftp://natmed.id/feed'),
    want: ['natmed-id.yaml:6: discover.0.url: an http or https address'],
  },
  {
    name: 'several at once',
    yaml: 'id: natmed-id\nnam: x\nhome: x\nregion: null\ndiscover: []\n',
    want: [
      'natmed-id.yaml: name: is missing',
      'natmed-id.yaml:2: nam: unknown key; did you mean name?',
      'natmed-id.yaml:3: home: an http or https address',
      'natmed-id.yaml:5: discover: Too small: expected array to have >=1 items',
    ],
  },
  {
    name: 'the same key twice',
    yaml: withLines('name: Again'),
    want: ['natmed-id.yaml:7: Map keys must be unique'],
  },
  {
    name: 'no YAML',
    yaml: 'a: [',
    want: [
      'natmed-id.yaml:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  },
  {
    name: 'an empty file',
    yaml: '',
    want: ['natmed-id.yaml: Invalid input: expected object, received null'],
  },
  {
    name: 'a list',
    yaml: '- a',
    want: ['natmed-id.yaml: Invalid input: expected object, received array'],
  },
])('$name', ({ yaml, want }) => {
  expect(faults(yaml)).toEqual(want);
});

test('a selector that is none', () => {
  expect(faults(withLines('extract:\n  - { body: "a[" }'))).toEqual([
    expect.stringMatching(/^natmed-id.yaml:8: extract.0.body: no CSS selector: /),
  ]);
});

test('a code of no region', () => {
  expect(faults(GOOD, 'natmed-id.yaml', (code) => code !== '64.74')).toEqual([
    'natmed-id.yaml:4: region: no region has the code 64.74',
  ]);
});

test('aliases that multiply are refused, not expanded', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const name of 'bcdefgh')
    lines.push(
      `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(10)}]`,
    );
  expect(faults(lines.join('\n')).length).toBeGreaterThan(0);
});

test('any text is a site or faults, never an exception', () => {
  const line = fc.constantFrom(
    'id: x',
    'discover:',
    '  - kind: feed',
    '  - 1',
    'extract: {}',
    'region: 1',
    'hosts: 5',
    '? [a]',
    '&a',
    '*a',
    '{',
    'delay: .nan',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      parseSite(lines.join('\n'), 'x.yaml');
    }),
    { numRuns: 500 },
  );
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-sites-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a bad entry never stops the others, a host has one entry', () => {
    writeFileSync(join(folder, 'natmed-id.yaml'), GOOD);
    writeFileSync(join(folder, 'bad.yaml'), 'id: [');
    writeFileSync(
      join(folder, 'twin.yaml'),
      GOOD.replace('id: natmed-id', 'id: twin').replace(
        'https://natmed.id\n',
        'http://www.natmed.id/\n',
      ),
    );
    writeFileSync(join(folder, 'notes.txt'), 'not an entry');
    const { sites, faults: found } = loadSites(folder);
    expect(sites.map(({ id }) => id)).toEqual(['natmed-id']);
    expect(found).toEqual([
      expect.stringMatching(/^bad.yaml:1: /),
      'twin.yaml: the same source as natmed-id: one entry for a host',
    ]);
  });

  test('the source list of this project has no fault', () => {
    const { sites, faults: found } = loadSites('crawlers/sites');
    expect(found).toEqual([]);
    expect(sites.length).toBe(readdirSync('crawlers/sites').length);
  });
});

describe('patternFault', () => {
  test.for([
    '/\\d{4}/\\d{2}/',
    '^https://x\\.id/(berita|daerah)/',
    '/(?:read|news)/\\d+/[a-z0-9-]+$',
    '[*+]+',
    'a{2,5}b',
    '\\(a+\\)',
    '',
  ])('%s may be used', (pattern) => {
    expect(patternFault(pattern)).toBeNull();
  });
  test.for([
    '(a+)+',
    '(a|aa)+',
    '(a*)*',
    '((a+))*',
    '(?:a+b?)+',
    '(a+){3,}',
    '([a-z]+)*$',
    '(a)\\1',
    '(?=a)',
    '(?<!a)',
    '.*.*.*x',
    'a'.repeat(301),
    '[',
  ])('%s may not', (pattern) => {
    expect(patternFault(pattern)).not.toBeNull();
  });
  test('what may be used is quick on a hostile address', () => {
    const pattern = '/.*-.*x$';
    expect(patternFault(pattern)).toBeNull();
    const started = performance.now();
    new RegExp(pattern).test(`https://x.id/${'/-'.repeat(243)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
