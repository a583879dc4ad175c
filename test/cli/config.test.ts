import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../cli/config.ts';
import { Failure } from '../../cli/failure.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pantau-config-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

test('without a file everything has its default', () => {
  expect(loadConfig(dir, {})).toMatchObject({ host: '127.0.0.1', port: 8030, elasticsearch: null });
});

test('the environment overrides the file', () => {
  writeFileSync(join(dir, 'pantau.yaml'), 'port: 9000\ncontact: redaksi@contoh.id\n');
  expect(loadConfig(dir, { PANTAU_PORT: '9100' })).toMatchObject({
    port: 9100,
    contact: 'redaksi@contoh.id',
  });
});

const wrong: { name: string; yaml: string; env?: Record<string, string>; says: RegExp[] }[] = [
  {
    name: 'a mistyped key',
    yaml: 'prot: 9000',
    says: [/pantau\.yaml/, /'prot'/, /did you mean port/],
  },
  { name: 'a wrong value', yaml: 'port: many', says: [/pantau\.yaml: port/] },
  { name: 'a list', yaml: '- port', says: [/key: value/] },
  { name: 'no YAML', yaml: 'port: [1', says: [/pantau\.yaml/] },
  {
    name: 'a wrong value in the environment',
    yaml: '',
    env: { PANTAU_PORT: 'x' },
    says: [/PANTAU_PORT/],
  },
  {
    name: 'a mistyped variable',
    yaml: '',
    env: { PANTAU_PROT: '1' },
    says: [/PANTAU_PROT/, /did you mean PANTAU_PORT/],
  },
  {
    name: 'no address of Elasticsearch',
    yaml: 'elasticsearch: localhost',
    says: [/elasticsearch/],
  },
];

test.for(wrong)('$name is named, with the next step', ({ yaml, env = {}, says }) => {
  writeFileSync(join(dir, 'pantau.yaml'), yaml);
  let message = '';
  try {
    loadConfig(dir, env);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    message = error instanceof Failure ? error.message : '';
  }
  for (const part of says) expect(message).toMatch(part);
});
