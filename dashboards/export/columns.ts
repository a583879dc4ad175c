// The columns of the formats that are tables: CSV and Parquet. Each is an article's field as plain values.
import type { ArticleRecord } from './record.ts';

export type Column =
  | { name: string; type: 'text'; of: (record: ArticleRecord) => string | null }
  | { name: string; type: 'integer' | 'decimal'; of: (record: ArticleRecord) => number }
  | { name: string; type: 'boolean'; of: (record: ArticleRecord) => boolean }
  | { name: string; type: 'list'; of: (record: ArticleRecord) => string[] }
  /** Region codes, of which a table for people shows the names too. */
  | { name: string; type: 'regions'; of: (record: ArticleRecord) => string[] }
  /** 'YYYY-MM-DD', or a moment in ISO 8601. */
  | { name: string; type: 'time'; of: (record: ArticleRecord) => string | null }
  /** Long: left out where a person reads the table. */
  | { name: string; type: 'body'; of: (record: ArticleRecord) => string };

export const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'version', type: 'integer', of: ({ version }) => version },
  { name: 'day', type: 'time', of: (record) => record.local_day },
  { name: 'title', type: 'text', of: ({ title }) => title },
  { name: 'outlet', type: 'text', of: ({ outlet }) => outlet },
  { name: 'site', type: 'text', of: ({ site }) => site },
  { name: 'decision', type: 'text', of: ({ decision }) => decision },
  { name: 'relevance', type: 'decimal', of: ({ relevance }) => relevance },
  { name: 'primary', type: 'regions', of: ({ primary }) => (primary === null ? [] : [primary]) },
  { name: 'regions', type: 'regions', of: ({ regions }) => regions },
  { name: 'elections', type: 'list', of: ({ elections }) => elections.map((one) => one.election) },
  {
    name: 'contests',
    type: 'list',
    of: ({ elections }) =>
      elections.flatMap(({ election, contests }) =>
        contests.map((contest) => `${election}/${contest}`),
      ),
  },
  { name: 'stage', type: 'text', of: ({ stage }) => stage },
  { name: 'coverage', type: 'text', of: ({ coverage }) => coverage },
  { name: 'actors', type: 'list', of: ({ actors }) => actors },
  { name: 'violations', type: 'list', of: ({ violations }) => violations },
  { name: 'advertorial', type: 'boolean', of: ({ advertorial }) => advertorial },
  {
    name: 'speakers',
    type: 'list',
    of: ({ speakers }) => speakers.map(({ name, role }) => `${name} (${role})`),
  },
  { name: 'institutions', type: 'list', of: ({ institutions }) => institutions },
  { name: 'text_id', type: 'text', of: (record) => record.text_id },
  { name: 'story_id', type: 'text', of: (record) => record.story_id },
  { name: 'url', type: 'text', of: ({ url }) => url },
  { name: 'published', type: 'time', of: ({ published }) => published },
  { name: 'published_basis', type: 'text', of: (record) => record.published_basis },
  { name: 'first_seen', type: 'time', of: (record) => record.first_seen },
  { name: 'gone_at', type: 'time', of: (record) => record.gone_at },
  { name: 'hash', type: 'text', of: ({ hash }) => hash },
  { name: 'text', type: 'body', of: ({ text }) => text },
];
