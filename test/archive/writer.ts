// A process of its own that crawls and processes addresses FROM … TO-1 of the archive at PATH, as a test's victim:
// node writer.ts PATH NAME FROM TO. Prints each number once it is kept, and the kind of the error that stopped it.
import { ArchiveError } from '../../archive/errors.ts';
import { openArchive } from '../../archive/open.ts';
import { AT, by, candidate, content, extracted, page, site } from './make.ts';

const [path = '', name = '', from = '0', to = '0'] = process.argv.slice(2);
/** Large enough that a body spills over several database pages. */
const FILLING = 'Netralitas ASN di Bontang. '.repeat(400);

function write(): void {
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  for (let n = Number(from); n < Number(to); n += 1) {
    const key = `${name}-${n}`;
    archive.addCandidates('natmed', [candidate(key)], AT);
    const body = Buffer.from(`<p>${key} ${FILLING}</p>`);
    archive.savePage(page(key, { body }));
    archive.transaction(() => {
      for (const { url, pages } of archive.pending(1)) {
        const ids = pages.map(({ id }) => id);
        const said = extracted({ title: url, text: FILLING });
        const kept = content(key, ids, { url, extracted: said, textKey: url });
        archive.saveArticle({ ...by(key, ids[0] ?? 0), url }, kept, AT);
      }
    });
    process.stdout.write(`${n}\n`);
  }
  archive.close();
}

try {
  write();
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  process.stdout.write(`${error.kind}\n`);
  process.exitCode = 1;
}
