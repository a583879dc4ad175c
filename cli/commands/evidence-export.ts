// Ids, words or filters → a signed pack of those articles, written whole or not at all.
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ZipSource, zipOf } from '../../oversight/evidence/zip.ts';
import { type Workplace, nowText, openToRead } from '../deps.ts';
import { Failure } from '../failure.ts';
import { readFilter } from '../filters.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { articleIn } from '../proving/article.ts';
import { makePack } from '../proving/pack.ts';
import { print } from '../table.ts';

type Options = Record<string, unknown> & {
  data: string;
  words?: string;
  out?: string;
  title?: string;
  force?: boolean;
  json?: boolean;
};

/** A pack of more is for nobody's file: several packs are. */
const MOST_ARTICLES = 200;

export async function exportEvidence(named: string[], options: Options): Promise<void> {
  const workplace = openToRead(options.data);
  try {
    const ids = chooseArticles(workplace, named, options);
    const out = placeOf(ids, options);
    const pack = await makePack(workplace, loadKnowledge(KNOWLEDGE_DIR), {
      ids,
      title: options.title ?? null,
      created: nowText(),
      archive: workplace.archive,
    });
    if (pack === null)
      throw new Failure(
        `No evidence is kept of ${ids.length === 1 ? 'this article' : `these ${ids.length} articles`} yet. 'serve' keeps it as articles come; 'evidence capture' does so now.`,
      );
    await writeWhole(out, pack.files);
    const { articles, without, pdf } = pack;
    const { size } = statSync(out);
    const notes = [
      ...(pdf ? [] : ['No Chromium on this machine: the report is in it as HTML, not as PDF.']),
      ...(without === 0 ? [] : [`${without} chosen articles have no evidence and are not in it.`]),
    ];
    const text = `${out}: ${articles} articles, ${(size / 1e6).toFixed(1)} MB`;
    print(
      { file: out, articles, without, bytes: size, pdf },
      [text, ...notes].join('\n'),
      options.json,
    );
  } finally {
    workplace.archive.close();
  }
}

function chooseArticles({ archive }: Workplace, named: string[], options: Options): string[] {
  if (named.length > 0) return [...new Set(named.map((name) => articleIn(archive, name)))];
  const narrowed = readFilter(options);
  const chosen = Object.entries(narrowed).some(
    ([name, value]) => name !== 'decision' && value !== undefined,
  );
  if (!chosen && options.words === undefined)
    throw new Failure(
      'Which articles? Give ids or addresses, --words, or filters such as --region (add --help for all).',
      2,
    );
  const filter = { ...narrowed, query: options.words };
  const ids: string[] = [];
  for (const { id } of archive.reports.articlesMatching(filter)) {
    ids.push(id);
    if (ids.length > MOST_ARTICLES)
      throw new Failure(
        `More than ${MOST_ARTICLES} articles match: narrow them with filters, and write several packs.`,
        2,
      );
  }
  if (ids.length === 0) throw new Failure('No article matches.');
  return ids;
}

function placeOf(ids: string[], { out, force }: Options): string {
  const name = ids.length === 1 ? (ids[0] ?? '') : nowText().slice(0, 10);
  const path = out ?? `bukti-${name}.wacz`;
  if (existsSync(path) && force !== true)
    throw new Failure(`${path} is there already: name another with --out, or add --force.`, 2);
  if (!existsSync(dirname(path)))
    throw new Failure(
      `${path}: its folder does not exist. Create it, or name another with --out.`,
      2,
    );
  return path;
}

/** Written aside, made durable, then named: a full disk or a kill leaves no half pack under that name. */
async function writeWhole(path: string, files: ZipSource[]): Promise<void> {
  const aside = `${path}.part`;
  try {
    await pipeline(Readable.from(zipOf(files)), createWriteStream(aside));
    const file = await open(aside, 'r+');
    await file.sync();
    await file.close();
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
