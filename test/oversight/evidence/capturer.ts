// argv: an archive, a PEM of a key → enters and draws all that waits in it, in small steps: a process to be killed.
import { readFileSync } from 'node:fs';
import { openArchive } from '../../../archive/open.ts';
import { captureSome } from '../../../oversight/evidence/capture.ts';
import { readKey } from '../../../oversight/evidence/key.ts';
import { adoptKey } from '../../../oversight/evidence/signing.ts';
import { drawWaiting } from '../../../oversight/evidence/view.ts';
import { ok } from '../../../schemas/result.ts';

const [path = '', pem = '', clock = ''] = process.argv.slice(2);
const archive = openArchive(path);
const key = readKey(readFileSync(pem, 'utf8'));
const now = (): number => Number(clock);
adoptKey(archive, key, new Date(now()).toISOString());
process.stdout.write('begun\n');
const look = async () =>
  ok({
    html: Buffer.alloc(20_000, 'x'),
    picture: Buffer.alloc(50_000, 'y'),
    cut: false,
    resources: new Map(),
    refused: 0,
  });
for (;;) {
  const { taken } = await captureSome({ archive, key, now, wanted: 'seen', views: 'follows' }, 5);
  await drawWaiting({ archive, key, now, look }, new AbortController().signal);
  if (taken === 0) break;
}
archive.close();
