// The archive → one file that holds all of it, checked; may run beside everything else.
import { join, resolve } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { backUp } from '../../archive/backup.ts';
import { openToRead } from '../deps.ts';
import { Failure } from '../failure.ts';
import { ARCHIVE_FILE } from '../paths.ts';
import { showProgress } from '../progress.ts';
import { print } from '../table.ts';

type Options = { data: string; json?: boolean };

export async function backup(file: string, options: Options): Promise<void> {
  if (existsSync(file))
    throw new Failure(`${file} exists already, and a copy replaces nothing. Name another file.`, 2);
  // says what is wrong with the folder, in its words
  openToRead(options.data).archive.close();
  const progress = showProgress('pages', 1);
  try {
    const copy = await backUp(join(options.data, ARCHIVE_FILE), resolve(file), (done, total) => {
      progress.update(done, total);
    });
    const beside = readdirSync(options.data).filter((name) => !name.startsWith(ARCHIVE_FILE));
    print(
      { ...copy, notCopied: beside },
      [
        `${copy.file}: ${(copy.bytes / 1_000_000).toFixed(1)} MB, sha256 ${copy.sha256}, checked`,
        ...(beside.length === 0
          ? []
          : [
              `Not in it, copy them too: ${beside.map((name) => join(options.data, name)).join(', ')}`,
            ]),
      ].join('\n'),
      options.json,
    );
  } finally {
    progress.stop();
  }
}
