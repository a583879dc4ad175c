// Records → an RSS 2.0 or Atom feed of the newest of a view, which says of itself what it is.
import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import type { Statement } from './export.ts';
import { printable } from './printable.ts';
import type { ArticleRecord } from './record.ts';

/** Articles that a feed holds. */
const NEWEST = 50;
/** Characters of the text that an entry shows. */
const OPENING = 300;

export type FeedOptions = {
  statement: Statement;
  /** Where this feed is read, with its question; null where it is a file. */
  self: string | null;
  /** Where the articles of the view are shown to people. */
  home: string;
  regionName: (code: string) => string;
};

export function rss(records: Iterable<ArticleRecord>, options: FeedOptions): string {
  const { statement, self, home } = options;
  return generateRssFeed({
    title: asHtml(title(statement)),
    link: home,
    description: describe(statement),
    language: 'id',
    generator: `Pantau ${statement.version}`,
    lastBuildDate: new Date(statement.time),
    ...(self === null ? {} : { atom: { links: [{ href: self, rel: 'self' }] } }),
    items: newest(records).map((record) => ({
      title: asHtml(titleOf(record)),
      link: record.url,
      guid: { value: urn(record), isPermaLink: false },
      pubDate: new Date(record.published ?? record.first_seen),
      description: asHtml(entryText(record, options)),
      categories: categories(record).map((name) => ({ name })),
    })),
  });
}

export function atom(records: Iterable<ArticleRecord>, options: FeedOptions): string {
  const { statement, self, home } = options;
  return generateAtomFeed({
    id: `urn:pantau:view:${encodeURIComponent(statement.query)}`,
    title: { value: title(statement) },
    subtitle: { value: describe(statement) },
    updated: new Date(statement.time),
    generator: { text: 'Pantau', version: statement.version },
    authors: [{ name: 'Pantau' }],
    links: [
      { href: home, rel: 'alternate' },
      ...(self === null ? [] : [{ href: self, rel: 'self' }]),
    ],
    entries: newest(records).map((record) => ({
      id: urn(record),
      title: { value: titleOf(record) },
      links: [{ href: record.url, rel: 'alternate' }],
      updated: new Date(record.gone_at ?? record.first_seen),
      published: new Date(record.published ?? record.first_seen),
      authors: [{ name: record.outlet }],
      summary: { value: entryText(record, options) },
      categories: categories(record).map((term) => ({ term })),
    })),
  });
}

function newest(records: Iterable<ArticleRecord>): ArticleRecord[] {
  const found: ArticleRecord[] = [];
  for (const record of records) {
    found.push(record);
    if (found.length === NEWEST) break;
  }
  return found;
}

const titleOf = ({ title, url }: ArticleRecord): string => {
  const text = printable(title).trim();
  return text === '' ? url : text;
};

/** Readers take what stands in RSS for HTML: text has to be written as such. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const urn = ({ id }: ArticleRecord): string => `urn:pantau:article:${id}`;

const title = ({ query }: Statement): string =>
  query === '' ? 'Pantau' : `Pantau: ${printable(decodeURIComponent(query.replaceAll('+', ' ')))}`;

const describe = ({ query, total, time, hash }: Statement): string =>
  `query: ${query} · total: ${total} (at most ${NEWEST} are in the feed) · time: ${time} · sha256: ${hash}`;

function entryText(record: ArticleRecord, { regionName }: FeedOptions): string {
  const place = record.primary === null ? [] : [regionName(record.primary)];
  const opening = record.text.replaceAll(/\s+/g, ' ').slice(0, OPENING);
  return printable([record.outlet, ...place, record.coverage, opening].join(' · '));
}

const categories = (record: ArticleRecord): string[] => [
  `coverage:${record.coverage}`,
  ...record.regions.map((code) => `region:${code}`),
  ...record.elections.map(({ election }) => `election:${election}`),
  ...record.violations.map((act) => `violation:${act}`),
];
