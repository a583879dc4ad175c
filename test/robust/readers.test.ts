// Whatever a stranger's feed, sitemap, listing, robots.txt, answer of WordPress or entry says: an answer, the same one
// each time, in time that grows with the length and no faster. (Pages: test/pipeline/extract/robust.test.ts, texts:
// test/pipeline/tag/properties.test.ts, the worst input of each pattern: test/regex.)
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeed } from '../../crawlers/discover/feed.ts';
import { parseListing } from '../../crawlers/discover/listing.ts';
import { parseSitemap } from '../../crawlers/discover/sitemap.ts';
import { parsePosts } from '../../crawlers/discover/wordpress.ts';
import { decodeXml } from '../../crawlers/discover/xml.ts';
import { parseRobots } from '../../crawlers/robots.ts';
import { parseSite } from '../../crawlers/sites.ts';
import {
  findPrintedDates,
  parseMachineDate,
  parseRelativeDate,
} from '../../pipeline/normalise/date.ts';
import { repairMojibake } from '../../pipeline/normalise/mojibake.ts';
import { cleanText } from '../../pipeline/normalise/text.ts';
import { canonicalUrl } from '../../pipeline/normalise/url.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { createTagger } from '../../pipeline/tag/tag.ts';

const WIB = 420;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const tag = createTagger(loadKnowledge(KNOWLEDGE_DIR));

const ITEM =
  '<item><title>Bawaslu &amp; ASN</title><link>https://contoh.id/a</link><pubDate>Tue, 05 Nov 2024 10:23:00 +0800</pubDate></item>';
const ENTRY =
  '<entry><title>ASN</title><link rel="alternate" href="https://contoh.id/b"/><updated>2024-11-05T10:23:00+08:00</updated></entry>';
const PLACE =
  '<url><loc>https://contoh.id/c</loc><lastmod>2024-11-05</lastmod><news:news><news:title>ASN</news:title></news:news></url>';
const POST = JSON.stringify({
  link: 'https://contoh.id/d',
  date: '2024-11-05T10:23:00',
  date_gmt: '2024-11-05T02:23:00',
  modified_gmt: '2024-11-05T02:23:00',
  title: { rendered: 'ASN &#8211; <b>netral</b>' },
});
const SITE =
  'id: contoh\nname: Contoh\nhome: https://contoh.id/\nregion: "64.74"\ndiscover:\n  - { kind: feed, url: https://contoh.id/feed }\nextract:\n  - { preset: wordpress, drop: [.iklan] }\n';
const ROBOTS =
  'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/ajax.php\nCrawl-delay: 3\nSitemap: https://contoh.id/sitemap.xml\n';
const LIST = '<ul><li><a href="/a">Satu</a></li><li><a href="/b?page=2">Dua</a></li></ul>';
const TEXT =
  'BONTANG – Bawaslu Kota Bontang, Selasa (5/11/2024), meminta ASN netral pada Pilkada 2024. “Jangan berpihak,” kata Aldy.';

/** Each reader with a text that it reads well, and one that can be repeated without end. */
const READERS: Record<string, { read: (text: string) => unknown; good: string; more: string }> = {
  'a feed': {
    read: (text) => parseFeed(text, WIB),
    good: `<rss>${ITEM}${ENTRY}</rss>`,
    more: ITEM,
  },
  'the bytes of a feed': {
    read: (text) => parseFeed(decodeXml(utf8(text)), WIB),
    good: `<?xml version="1.0" encoding="windows-1252"?><feed>${ENTRY}</feed>`,
    more: ENTRY,
  },
  'a sitemap': {
    read: (text) => parseSitemap(text, WIB),
    good: `<urlset>${PLACE}</urlset>`,
    more: PLACE,
  },
  'a listing': {
    read: (text) => parseListing(text, 'https://contoh.id/', 'a[href]', 'a.next'),
    good: LIST,
    more: LIST,
  },
  'an answer of WordPress': {
    read: (text) => parsePosts(text, WIB),
    good: `[${POST}]`,
    more: `${POST},`,
  },
  'robots.txt': {
    read: (text) => {
      const { allows, ...rules } = parseRobots('https://contoh.id/robots.txt', text);
      return { ...rules, may: allows('https://contoh.id/wp-admin/x') };
    },
    good: ROBOTS,
    more: ROBOTS,
  },
  'a source entry': { read: (text) => parseSite(text, 'contoh.yaml'), good: SITE, more: '# ya\n' },
  'a printed date': {
    read: findPrintedDates,
    good: 'Selasa, 5 November 2024 10:23 WITA',
    more: '5 Nov ',
  },
  'a date for machines': { read: parseMachineDate, good: '2024-11-05T10:23:00+08:00', more: '20' },
  'a relative date': {
    read: (text) => parseRelativeDate(text, '2024-11-05T02:23:00Z', WIB),
    good: '2 jam lalu',
    more: '2 jam ',
  },
  'a text': { read: cleanText, good: TEXT, more: ' \n\u00A0ﬁ' },
  'wrongly decoded text': {
    read: repairMojibake,
    good: 'â€œNetralâ€\u009D kata diaâ€¦',
    more: 'â€',
  },
  'an address': {
    read: (text) => canonicalUrl(text, 'https://contoh.id/'),
    good: 'https://m.contoh.id/a/amp/?utm_source=x&page=all',
    more: '/a?b=c&',
  },
  'an article': {
    read: (text) =>
      tag({
        url: null,
        outlet: null,
        outletRegion: null,
        title: text.slice(0, 200),
        text,
        published: null,
        markedAdvertorial: false,
      }),
    good: TEXT,
    more: `${TEXT} `,
  },
};

const MARKS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '\n',
  '\u0000',
  '\uD800',
  ']]>',
  '<!--',
  '&#x',
  ': ',
  '- ',
  '{',
  '[',
];
const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 60 }),
    fc.constantFrom(...MARKS, ''),
  ),
  { maxLength: 10 },
);
/** A good text with pieces cut out and odd marks put in, or no such text at all. */
const damaged = (good: string): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: edits.map((list) =>
        list.reduce((text, [where, length, mark]) => {
          const at = Math.floor(where * text.length);
          return text.slice(0, at) + mark + text.slice(at + length);
        }, good),
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );

test.for(Object.keys(READERS))('%s, damaged: an answer, twice the same', (name) => {
  const { read, good } = READERS[name] ?? { read: String, good: '' };
  fc.assert(
    fc.property(damaged(good), (text) => {
      expect(read(text)).toEqual(read(text));
    }),
    { numRuns: 200 },
  );
});

const SIZE = 400_000;
/** Seconds of the processor: what takes the square of the length would need hours. */
const LIMIT = 10;

test.for(Object.keys(READERS))('%s, long', { timeout: 60_000 }, (name) => {
  const { read, good, more } = READERS[name] ?? { read: String, good: '', more: ' ' };
  const many = more.repeat(Math.ceil(SIZE / more.length));
  for (const text of [good + many, many, good.slice(0, good.length / 2) + many + good]) {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(LIMIT);
  }
});
