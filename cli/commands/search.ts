// Words and filters → articles of the archive, best first, on stdout.
import { openToRead } from '../deps.ts';
import { regionNames } from '../regions.ts';
import { Failure } from '../failure.ts';
import { readFilter } from '../filters.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { print } from '../table.ts';

type Options = Record<string, unknown> & { data: string; limit: number; json?: boolean };

export function search(words: string[], options: Options): void {
  const filter = { ...readFilter(options), query: words.join(' ') };
  if (!Number.isInteger(options.limit) || options.limit < 1 || options.limit > 1000) {
    throw new Failure('--limit: a whole number from 1 to 1000', 2);
  }
  const { archive } = openToRead(options.data);
  try {
    const { rows, total } = archive.reports.articles(filter, 1, options.limit);
    const regions = regionNames(loadKnowledge(KNOWLEDGE_DIR));
    const lines = rows.map((row) => {
      const place = row.primary === null ? '' : ` · ${regions.name(row.primary)}`;
      const snippet = row.snippet.replaceAll('\uE000', '«').replaceAll('\uE001', '»');
      return `${row.day ?? '----------'}  ${row.title}\n            ${row.siteName} · ${row.coverage}${place}\n            ${snippet}\n            ${row.url}`;
    });
    const note = total > rows.length ? `\n(${total - rows.length} more: --limit N)` : '';
    const none =
      'No article has these words. Fewer words, OR between them, or --decision irrelevant may help.';
    const text = total === 0 ? none : `${lines.join('\n\n')}\n\n${total} articles${note}`;
    print({ total, articles: rows }, text, options.json);
  } finally {
    archive.close();
  }
}
