// Filters → whole articles on stdout, JSON Lines or CSV, newest first; the total on stderr.
import { once } from 'node:events';
import type { Article } from '../../schemas/article.ts';
import { openToRead } from '../deps.ts';
import { readFilter } from '../filters.ts';

type Options = Record<string, unknown> & { data: string; format: 'jsonl' | 'csv' };

export async function exportVerb(options: Options): Promise<void> {
  const filter = readFilter(options);
  const { archive } = openToRead(options.data);
  let total = 0;
  try {
    // The mark tells Excel that the file is UTF-8.
    if (options.format === 'csv') await write(`\uFEFF${csvLine(Object.keys(COLUMNS))}`);
    for (const article of archive.reports.articlesMatching(filter)) {
      total += 1;
      await write(
        options.format === 'csv'
          ? csvLine(Object.values(COLUMNS).map((of) => of(article)))
          : `${JSON.stringify(tagged(article))}\n`,
      );
    }
  } finally {
    archive.close();
  }
  process.stderr.write(`${total} articles\n`);
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** The article as other programs read it: what was extracted, the tags and their reasons. */
const tagged = ({
  id,
  version,
  site,
  url,
  outlet,
  localDay,
  firstSeen,
  goneAt,
  extracted,
  tags,
}: Article): object => ({
  id,
  version,
  site,
  url,
  outlet,
  title: extracted.title,
  published: extracted.published?.at ?? null,
  published_basis: extracted.published?.basis ?? null,
  local_day: localDay,
  first_seen: firstSeen,
  gone_at: goneAt,
  authors: extracted.authors,
  text: extracted.text,
  ...tags,
});

const COLUMNS: Record<string, (article: Article) => string> = {
  id: ({ id }) => id,
  day: ({ localDay }) => localDay ?? '',
  title: ({ extracted }) => extracted.title,
  outlet: ({ outlet }) => outlet,
  decision: ({ tags }) => tags.decision,
  relevance: ({ tags }) => tags.relevance.toFixed(3),
  primary: ({ tags }) => tags.primary ?? '',
  regions: ({ tags }) => tags.regions.join(' '),
  elections: ({ tags }) => tags.elections.map(({ election }) => election).join(' '),
  contests: ({ tags }) =>
    tags.elections
      .flatMap(({ election, contests }) => contests.map((contest) => `${election}/${contest}`))
      .join(' '),
  coverage: ({ tags }) => tags.coverage,
  actors: ({ tags }) => tags.actors.join(' '),
  violations: ({ tags }) => tags.violations.join(' '),
  advertorial: ({ tags }) => (tags.advertorial ? '1' : '0'),
  speakers: ({ tags }) => tags.speakers.map(({ name, role }) => `${name} (${role})`).join('; '),
  url: ({ url }) => url,
};

/** RFC 4180; a cell that a spreadsheet would run as a formula is made text by an apostrophe (OWASP: CSV injection). */
const csvLine = (cells: string[]): string =>
  `${cells
    .map((cell) => {
      const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(',')}\r\n`;
