// Filters → the articles of the view as a file or on stdout, newest first; what it is on stderr.
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { type Export, prepareExport } from '../../dashboards/export/export.ts';
import { type Format, write } from '../../dashboards/export/formats.ts';
import { nowText, openToRead, openWorkplace } from '../deps.ts';
import { articlesPath } from '../../dashboards/export/home.ts';
import { apiArchive } from '../exports.ts';
import { Failure } from '../failure.ts';
import { readFilter } from '../filters.ts';
import { noteExport } from '../noted.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { regionNames } from '../regions.ts';
import { packageVersion } from '../version.ts';

type Options = Record<string, unknown> & {
  data: string;
  format: Format;
  out?: string;
  statement?: boolean;
};

export async function exportVerb(options: Options): Promise<void> {
  const filter = readFilter(options);
  const { archive, config } = openToRead(options.data);
  try {
    const deps = { archive: apiArchive(archive), now: nowText, version: packageVersion() };
    const prepared = prepareExport(filter, deps);
    const pieces = write(prepared, options.format, {
      stated: options.statement ?? false,
      self: null,
      home: `http://${config.host}:${config.port}${articlesPath(filter)}`,
      regionName: regionNames(loadKnowledge(KNOWLEDGE_DIR)).name,
    });
    if (options.out === undefined) await writeAll(pieces, process.stdout);
    else await writeFile(pieces, options.out);
    process.stderr.write(`${state(prepared)}\n`);
    noteInLog(options, prepared);
  } finally {
    archive.close();
  }
}

/** Articles are read without holding a lock; only the entry in the audit log is written. */
function noteInLog({ data, format }: Options, { statement: { query, total } }: Export): void {
  const { archive } = openWorkplace(data);
  try {
    noteExport(archive, `${format}, ${total} articles: ${query}`);
  } finally {
    archive.close();
  }
}

const state = ({ statement: { query, total, time, hash } }: Export): string =>
  `${total} articles · query: ${query} · time: ${time} · sha256: ${hash}`;

async function writeAll(pieces: Iterable<Uint8Array>, to: Writable): Promise<void> {
  for (const piece of pieces) if (!to.write(piece)) await once(to, 'drain');
}

/** Written beside and put in place when it is whole: an export that was interrupted is no file. */
async function writeFile(pieces: Iterable<Uint8Array>, path: string): Promise<void> {
  const partial = `${path}.part`;
  try {
    const file = createWriteStream(partial);
    await once(file, 'open');
    await writeAll(pieces, file);
    file.end();
    await finished(file);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(
      `--out ${path}: ${error.message}. Name a file in a folder that can be written.`,
    );
  }
}
