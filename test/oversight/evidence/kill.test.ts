// kill -9 at random moments: the log is whole after each, and in the end everything is in it once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditLog } from '../../../oversight/evidence/audit.ts';
import { CONSUMER } from '../../../oversight/evidence/capture.ts';
import { readKey } from '../../../oversight/evidence/key.ts';
import { NOW, newFolder, rig } from './rig.ts';

const CAPTURER = join(import.meta.dirname, 'capturer.ts');
const ARTICLES = 150;
const KILLS = 10;

test(
  'killed again and again, nothing is lost and nothing twice',
  { timeout: 240_000 },
  async () => {
    const folder = newFolder();
    const path = join(folder, 'a.sqlite');
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const keyFile = join(folder, 'key.pem');
    writeFileSync(keyFile, pem);
    const made = rig(path, readKey(pem.toString()));
    made.archive.transaction(() => {
      for (let n = 1; n <= ARTICLES; n += 1) made.save(n, 0);
    });
    let killed = 0;
    for (let round = 0; ; round += 1) {
      const child = spawn(process.execPath, [CAPTURER, path, keyFile, String(NOW)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      if (round < KILLS) {
        // after so many further lines: within the work, whatever the machine's speed
        const from = made.archive.evidence.counts().lines;
        const wanted = from + 1 + Math.floor(Math.random() * 20);
        while (child.exitCode === null && made.archive.evidence.counts().lines < wanted)
          await new Promise((resolve) => setImmediate(resolve));
        killed += Number(child.kill('SIGKILL'));
      }
      const [code] = (await ended) as [number | null];
      expect(auditLog(made.archive, { parts: true }).faults).toEqual([]);
      if (code === 0) break;
    }
    expect(killed).toBeGreaterThanOrEqual(5);
    expect(made.archive.evidence.counts()).toMatchObject({
      lines: 1 + 2 * ARTICLES,
      articles: ARTICLES,
      waiting: 0,
    });
    expect(made.archive.changesAfter(made.archive.cursor(CONSUMER), 10)).toEqual([]);
  },
);
