// A file that 'backup' made → the archive of the data folder; what was there is set aside.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restoreFrom } from '../../archive/backup.ts';
import { openArchive } from '../../archive/open.ts';
import { Failure } from '../failure.ts';
import { ARCHIVE_FILE } from '../paths.ts';
import { print } from '../table.ts';

type Options = { data: string; force?: boolean; json?: boolean };

export async function restore(file: string, options: Options): Promise<void> {
  if (!existsSync(file))
    throw new Failure(`${file}: there is no such file. Name what 'backup' wrote.`, 2);
  const to = join(options.data, ARCHIVE_FILE);
  const before = existsSync(to);
  if (before && options.force !== true) {
    throw new Failure(
      `${options.data} holds an archive already. With --force it is set aside as ${ARCHIVE_FILE}.before-restore; or name another folder with --data.`,
    );
  }
  mkdirSync(options.data, { recursive: true });
  const copy = await restoreFrom(resolve(file), to);
  // brings an older copy up to date, and proves that it opens
  openArchive(to).close();
  print(
    copy,
    [
      `${copy.file}: ${(copy.bytes / 1_000_000).toFixed(1)} MB restored, checked`,
      ...(before ? [`The archive that was there: ${to}.before-restore`] : []),
      "Next: 'index --rebuild' if you use Elasticsearch, then 'serve' goes on from there.",
    ].join('\n'),
    options.json,
  );
}
