// RSS 2.0, RSS 1.0 (RDF) or Atom text → the addresses it names.
import { atOnce, mapped, type Steps } from '../steps.ts';
import type { Found } from './candidates.ts';
import { isoDate } from './dates.ts';
import { readRecords, textOf, type XmlRecord } from './xml.ts';

/** Entries read of one feed; a feed of a whole archive is cut here. A round takes fewer (budget.ts). */
const MAX_ENTRIES = 20_000;

function hrefOf(record: XmlRecord): string | null {
  const original = textOf(record, 'feedburner:origlink');
  if (original !== null) return original;
  const text = textOf(record, 'link');
  if (text !== null) return text;
  const alternate = record.fields.find(
    ({ path, attributes: { href, rel = 'alternate' } }) =>
      (path === 'link' || path === 'atom:link') && rel === 'alternate' && href !== undefined,
  );
  if (alternate?.attributes['href'] !== undefined) return alternate.attributes['href'];
  const guid = record.fields.find(({ path }) => path === 'guid' || path === 'id');
  const isLink =
    guid?.attributes['isPermaLink'] !== 'false' && /^https?:/.test(guid?.text.trim() ?? '');
  return isLink ? (guid?.text.trim() ?? null) : null;
}

/**
 * The entries of a feed in its order, at most 20,000; `more` where it has others. An entry without an address
 * has href '' and is counted by the selection. null: this is no feed at all (an error page, an empty body).
 * @param zone minutes east of UTC for dates without a zone
 */
export function* feedOf(
  text: string,
  zone: number,
): Steps<{ found: Found[]; more: boolean } | null> {
  const { records, more } = yield* readRecords(text, ['item', 'entry'], MAX_ENTRIES);
  if (records.length === 0 && !/<(?:rss|feed|rdf:rdf)\b/i.test(text)) return null;
  const found = yield* mapped(records, (record) => ({
    href: hrefOf(record) ?? '',
    title: textOf(record, 'title'),
    published: isoDate(textOf(record, 'pubdate', 'published', 'dc:date', 'issued'), zone),
    modified: isoDate(
      textOf(record, 'updated', 'atom:updated', 'dcterms:modified', 'modified'),
      zone,
    ),
  }));
  return { found, more };
}

/** The same in one go. */
export const parseFeed = (text: string, zone: number) => atOnce(feedOf(text, zone));
