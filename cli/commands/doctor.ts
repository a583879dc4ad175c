// This machine, this data folder and these settings → what is in order, what is missing, and what to do about it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError } from '../../archive/errors.ts';
import { openArchive } from '../../archive/open.ts';
import { findChromium } from '../../crawlers/chromium.ts';
import { connect } from '../../search/client.ts';
import { Config, variableOf } from '../../schemas/config.ts';
import { loadConfig } from '../config.ts';
import { readSourceList } from '../sources.ts';
import { loadKnowledge } from '../knowledge.ts';
import { ARCHIVE_FILE, KNOWLEDGE_DIR } from '../paths.ts';
import { print, table } from '../table.ts';

type Check = { check: string; state: 'ok' | 'warning' | 'failed'; found: string; next: string };

export async function doctor(options: { data: string; json?: boolean }): Promise<void> {
  const settings = attempt(
    'settings',
    () => loadConfig(options.data, process.env),
    (config) => `contact: ${config.contact}`,
  );
  const config = settings.value ?? Config.parse({});
  const checks = [
    checkNode(),
    settings.check,
    checkArchive(options.data),
    attempt(
      'knowledge',
      () => loadKnowledge(KNOWLEDGE_DIR),
      ({ version, regions }) => `version ${version}, ${regions.length} regions`,
    ).check,
    checkSources(),
    checkChromium(config),
    await checkElasticsearch(config),
  ];
  const rows = checks.map(({ check, state, found, next }) => [check, state, found, next]);
  const table1 = table(['check', 'state', 'found', 'next step'], rows);
  print(
    { checks, settings: settingRows(config) },
    `${table1}\n\n${table(['setting', 'value', 'environment', 'meaning'], settingRows(config))}`,
    options.json,
  );
  if (checks.some(({ state }) => state === 'failed')) process.exitCode = 1;
}

const passed = (check: string, found: string): Check => ({ check, state: 'ok', found, next: '' });

function attempt<T>(
  check: string,
  work: () => T,
  describe: (value: T) => string,
): { check: Check; value: T | null } {
  try {
    const value = work();
    return { check: passed(check, describe(value)), value };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      check: { check, state: 'failed', found: error.message, next: 'mend what is named' },
      value: null,
    };
  }
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const found = `Node ${process.versions.node}`;
  if (major > 24 || (major === 24 && minor >= 12)) return passed('runtime', found);
  return {
    check: 'runtime',
    state: 'failed',
    found,
    next: "install Node 24.12 or newer, or start with 'npm run -s pantau --'",
  };
}

function checkArchive(data: string): Check {
  const file = join(data, ARCHIVE_FILE);
  if (!existsSync(file))
    return passed('archive', `none in ${data} yet; the first crawl creates it`);
  try {
    const archive = openArchive(file, { readOnly: true });
    const { pages, due } = archive.status();
    archive.close();
    return passed('archive', `${pages} pages, ${due} addresses due`);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return {
      check: 'archive',
      state: 'failed',
      found: error.message,
      next: 'see docs/operations.md',
    };
  }
}

function checkSources(): Check {
  const { sites, faults } = readSourceList();
  const unverified = sites.filter(({ verified }) => !verified).length;
  if (faults.length > 0)
    return {
      check: 'sources',
      state: 'failed',
      found: `${faults.length} entries cannot be read`,
      next: "'site list' names each fault",
    };
  const found = `${sites.length} sources, ${unverified} not verified`;
  return unverified === 0
    ? passed('sources', found)
    : {
        check: 'sources',
        state: 'warning',
        found,
        next: 'docs/adding-a-source.md says how to verify one',
      };
}

function checkChromium(config: Config): Check {
  const path = findChromium(config.chromium, process.env);
  if (path !== null) return passed('browser', path);
  return {
    check: 'browser',
    state: 'warning',
    found: 'no Chromium',
    next: 'apt-get install chromium, or set PANTAU_CHROMIUM; sites that need JavaScript are skipped until then',
  };
}

async function checkElasticsearch(config: Config): Promise<Check> {
  if (config.elasticsearch === null) {
    return {
      check: 'elasticsearch',
      state: 'warning',
      found: 'not configured',
      next: 'set ELASTICSEARCH_URL to have one followed; the dashboard works without',
    };
  }
  const client = connect({ url: config.elasticsearch, apiKey: config.elasticsearchApiKey });
  try {
    const { status, cluster_name: name } = await client.cluster.health();
    return passed('elasticsearch', `${name} at ${config.elasticsearch}: ${status}`);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return {
      check: 'elasticsearch',
      state: 'failed',
      found: `${config.elasticsearch}: ${found}`,
      next: 'start it, or correct the address; nothing is lost meanwhile',
    };
  } finally {
    await client.close();
  }
}

function settingRows(config: Config): string[][] {
  return Object.entries(Config.shape).map(([key, field]) => {
    const name = key as keyof Config; // Object.entries forgets the type of its keys
    const secret = name === 'elasticsearchApiKey' && config[name] !== null;
    return [
      key,
      secret ? '(set)' : textOf(config[name]),
      variableOf(name) ?? '',
      field.description ?? '',
    ];
  });
}

const textOf = (value: Config[keyof Config]): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
