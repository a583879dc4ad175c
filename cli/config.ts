// DATA/pantau.yaml and the environment → Config. Nothing starts half configured: all faults are listed at once.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { CONFIG_ENV, Config } from '../schemas/config.ts';
import { nearest } from '../schemas/nearest.ts';
import { Failure } from './failure.ts';

const KEYS = Object.keys(Config.shape);

/** Reads the configuration of a data folder; throws Failure naming each wrong key with the nearest right one. */
export function loadConfig(dataDir: string, env: NodeJS.ProcessEnv): Config {
  const file = join(dataDir, 'pantau.yaml');
  const values = existsSync(file) ? readConfigFile(file) : {};
  const faults = Object.keys(values)
    .filter((key) => !KEYS.includes(key))
    .map((key) => unknownKey(file, key));
  if (faults.length > 0) throw new Failure(faults.join('\n'), 2);
  const origin: Record<string, string> = {};
  for (const [key, name] of Object.entries(CONFIG_ENV)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    values[key] = fromText(key, text);
    origin[key] = `environment variable ${name}`;
  }
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('PANTAU_') && !KNOWN_ENV.has(name),
  );
  if (unknown.length > 0) {
    const list = unknown.map((name) => `${name}${suggest(name, [...KNOWN_ENV])}`).join('\n');
    throw new Failure(`Unknown environment variable:\n${list}`, 2);
  }
  const parsed = Config.safeParse(values);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const key = String(issue.path[0] ?? '');
    return `${origin[key] ?? file}: ${key}: ${issue.message}`;
  });
  throw new Failure(
    `${lines.join('\n')}\n'pantau doctor' prints every setting with its meaning.`,
    2,
  );
}

const NUMERIC = new Set(['port', 'concurrency']);
const YES_OR_NO = new Set(['publicRead', 'webhookLoopback', 'evidenceViews']);

/** What is no number or neither 'true' nor 'false' stays as it is, for the schema to refuse. */
function fromText(key: string, text: string): unknown {
  if (NUMERIC.has(key)) return Number(text);
  if (YES_OR_NO.has(key) && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** Read elsewhere (tests, the browser finder), so not a mistyped setting. */
const KNOWN_ENV = new Set<string>([
  ...Object.values(CONFIG_ENV),
  'PANTAU_DATA',
  'PANTAU_REQUIRE_ALL',
]);

function readConfigFile(file: string): Record<string, unknown> {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const first = document.errors[0];
  if (first !== undefined) throw new Failure(`${file}: ${first.message}`, 2);
  const value: unknown = document.toJS();
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Failure(`${file}: expected 'key: value' lines, found ${typeof value}.`, 2);
  }
  return { ...value };
}

const suggest = (word: string, words: string[]): string => {
  const right = nearest(word, words);
  return right === null ? '' : ` (did you mean ${right}?)`;
};

const unknownKey = (file: string, key: string): string =>
  `${file}: unknown key '${key}'${suggest(key, KEYS)}. Known keys: ${KEYS.join(', ')}.`;
