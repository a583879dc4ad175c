// The machine and the versions that figures were taken with; without them they mean nothing.
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Machine = {
  system: string;
  processor: string;
  cores: number;
  memoryGb: number;
  /** Over the last minute, before the first run: above 0.5 others were at work. */
  loadBefore: number;
  versions: Record<string, string>;
};

const PACKAGES = ['@crawlee/http', 'undici', 'htmlparser2', '@elastic/elasticsearch', 'hono'];

export function describeMachine(commit: string, more: Record<string, string>): Machine {
  const processors = cpus();
  return {
    system: `${type()} ${release()}`,
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1e9),
    loadBefore: loadavg()[0] ?? 0,
    versions: {
      pantau: commit,
      node: process.versions.node,
      sqlite: process.versions['sqlite'] ?? 'unknown',
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
      ...more,
    },
  };
}

function versionOf(name: string): string {
  const file = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }; // npm requires it
  return version;
}
