// The data folder → the public key that signs its evidence, for the desk to publish.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pemOf } from '../../oversight/evidence/layout.ts';
import { openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { ARCHIVE_FILE } from '../paths.ts';
import { openKey, renewKey } from '../proving/key.ts';
import { print } from '../table.ts';

export function showKey(options: { data: string; new?: boolean; json?: boolean }): void {
  if (!existsSync(join(options.data, ARCHIVE_FILE)))
    throw new Failure(
      `${options.data} holds no archive yet. Run 'crawl' or 'demo' first, or name another folder with --data.`,
    );
  const workplace = openWorkplace(options.data);
  try {
    const { fingerprint, publicKey } =
      options.new === true ? renewKey(workplace) : openKey(workplace);
    const text = `fingerprint  ${fingerprint}\n\n${pemOf(publicKey)}\nPublish the fingerprint where others can find it: with it they know whose evidence they hold.\nKeep evidence-key.pem in a backup, apart from the archive.`;
    print({ fingerprint, publicKey }, text, options.json);
  } finally {
    workplace.archive.close();
  }
}
