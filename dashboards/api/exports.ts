// A view as a file or a feed: streamed, with what it is in its headers and in the file itself.
import { z } from 'zod';
import { ArticleFilter } from '../../schemas/filter.ts';
import { ok } from '../../schemas/result.ts';
import { type Statement, prepareExport } from '../export/export.ts';
import { FORMATS, type Format, MEDIA_TYPES, fileName, write } from '../export/formats.ts';
import { articlesPath } from '../export/home.ts';
import { type Operation, filterOf, operation } from './operation.ts';
import type { ApiArchive } from './ports.ts';

export type ExportParts = {
  archive: ApiArchive;
  /** UTC, ISO 8601. */
  now: () => string;
  version: string;
  regionName: (code: string) => string;
};

const Question = ArticleFilter.extend({
  format: z.enum(FORMATS).default('csv'),
  statement: z
    .boolean()
    .default(true)
    .describe(
      'false leaves out the last row (CSV) or line (JSON Lines), which says what the file is',
    ),
});

export const exportOperations = (parts: ExportParts): Operation[] => [
  operation({
    path: '/export',
    summary: 'A view as CSV, JSON Lines, Parquet, RSS or Atom',
    description:
      "All articles of the view (feeds: the newest 50), at their versions of this moment. Query, total, time and hash stand in the headers pantau-… and in the file: CSV's last row, JSON Lines' last line, Parquet's metadata, the feed's description. The hash is SHA-256 over 'id version hash' and a line feed of each article in order.",
    parameters: Question,
    answers: { files: Object.values(MEDIA_TYPES) },
    example: { format: 'csv', coverage: 'dugaan' },
    cost: 10,
    run: ({ format, statement: stated, ...values }, asked) => {
      const filter = filterOf(values, asked);
      const prepared = prepareExport(filter, parts);
      const { statement } = prepared;
      const pieces = write(prepared, format, {
        stated,
        self: asked.url,
        home: asked.origin + articlesPath(filter),
        regionName: parts.regionName,
      });
      const etag = `${statement.hash.slice(0, 32)}-${format}-${stated}`;
      return ok({ kind: 'file', pieces, headers: headersOf(statement, format), etag });
    },
  }),
];

function headersOf(statement: Statement, format: Format): Record<string, string> {
  const isFeed = format === 'rss' || format === 'atom';
  return {
    'content-type': MEDIA_TYPES[format],
    ...(isFeed
      ? {}
      : { 'content-disposition': `attachment; filename="${fileName(statement, format)}"` }),
    'pantau-query': statement.query,
    'pantau-total': String(statement.total),
    'pantau-time': statement.time,
    'pantau-hash': statement.hash,
  };
}
