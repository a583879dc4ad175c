// The press row and the process that reads it; what its archive and Elasticsearch then hold, in a form to compare.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../archive/open.ts';
import type { RoundReport } from '../../crawlers/report.ts';
import type { Article } from '../../schemas/article.ts';
import type { Site } from '../../schemas/site.ts';

const ROUND = join(import.meta.dirname, 'round.ts');

export type Place = { folder: string; data: string; sites: string };

/** A folder for one archive, gone after the test. */
export function newPlace(sites: Site[]): Place {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-e2e-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'sites.json');
  writeFileSync(file, JSON.stringify(sites));
  return { folder, data: join(folder, 'data'), sites: file };
}

export type Finished = { report: RoundReport; sent: string | null };

export type Running = {
  /** Ends the process at once, as a power cut would. */
  kill: () => void;
  /** What it printed at its end; null where it was killed. Rejects where it failed. */
  finished: Promise<Finished | null>;
};

export function startRound(place: Place, env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [ROUND, place.sites, place.data], {
    env: { ...process.env, PANTAU_LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const finished = new Promise<Finished | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) resolve(null);
      else if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`the round ended with ${code}: ${errors}`));
    });
  });
  return { kill: () => child.kill('SIGKILL'), finished };
}

export async function fullRound(place: Place, env?: Record<string, string>): Promise<Finished> {
  const finished = await startRound(place, env).finished;
  if (finished === null) throw new Error('the round was killed');
  return finished;
}

export function reading<T>(place: Place, ask: (archive: Archive) => T): T {
  const archive = openArchive(join(place.data, 'pantau.sqlite'), { readOnly: true });
  try {
    return ask(archive);
  } finally {
    archive.close();
  }
}

/** Every article at its newest version, by id, without the moments at which things happened. */
export function articlesOf(place: Place): Record<string, object> {
  return reading(place, (archive) => {
    const ids = [...new Set(archive.changesAfter(0, 100_000).map(({ article }) => article))].sort();
    return Object.fromEntries(ids.map((id) => [id, comparable(archive.article(id))]));
  });
}

function comparable(article: Article | null): object {
  if (article === null) return {};
  const { version, url, outlet, extracted, tags, localDay, textKey } = article;
  return { version, url, outlet, extracted, tags, localDay, textKey };
}
