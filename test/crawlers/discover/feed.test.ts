// Feeds as the press serves them → entries.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../crawlers/discover/feed.ts';
import { decodeXml } from '../../../crawlers/discover/xml.ts';

const WITA = 480;
const item = (inside: string): string => `<item><title>Judul</title>${inside}</item>`;
const rss = (...items: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>X</title><link>https://x.id</link><item-free/>${items.join('')}</channel></rss>`;
const LINK = '<link>https://x.id/a</link>';
const hrefs = (text: string): string[] | undefined =>
  parseFeed(text, WITA)?.found.map(({ href }) => href);

test('RSS 2.0 with all fields', () => {
  const text = rss(
    `<item><title>Wali Kota &amp; ASN</title>${LINK}<guid isPermaLink="false">https://x.id/?p=1</guid><pubDate>Tue, 05 Nov 2024 10:23:00 +0800</pubDate><media:title>Foto</media:title></item>`,
  );
  expect(parseFeed(text, WITA)).toEqual({
    found: [
      {
        href: 'https://x.id/a',
        title: 'Wali Kota & ASN',
        published: '2024-11-05T10:23:00+08:00',
        modified: null,
      },
    ],
    more: false,
  });
});

test('Atom: the alternate link, both dates', () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>X</title><link href="https://x.id/"/><entry><id>tag:blogger.com,1</id><title type="html">Judul</title><link rel="replies" href="https://x.id/r"/><link rel="alternate" href="https://x.id/2024/11/a.html"/><published>2024-11-05T10:23:00.001+08:00</published><updated>2024-11-06T09:00:00.000+08:00</updated><source><title>lain</title></source></entry></feed>`;
  expect(parseFeed(text, WITA)?.found).toEqual([
    {
      href: 'https://x.id/2024/11/a.html',
      title: 'Judul',
      published: '2024-11-05T10:23:00+08:00',
      modified: '2024-11-06T09:00:00+08:00',
    },
  ]);
});

test('RSS 1.0 (RDF)', () => {
  const text = `<rdf:RDF xmlns:rdf="x"><channel/><item rdf:about="https://x.id/a"><title>T</title>${LINK}<dc:date>2024-11-05T10:23:00+08:00</dc:date></item></rdf:RDF>`;
  expect(parseFeed(text, WITA)?.found).toMatchObject([
    { href: 'https://x.id/a', published: '2024-11-05T10:23:00+08:00' },
  ]);
});

test.for([
  {
    name: 'guid that is a link',
    text: rss(item('<guid>https://x.id/g</guid>')),
    want: ['https://x.id/g'],
  },
  {
    name: 'guid that is none',
    text: rss(item('<guid isPermaLink="false">https://x.id/g</guid>')),
    want: [''],
  },
  {
    name: 'feedburner',
    text: rss(item(`${LINK}<feedburner:origLink>https://x.id/o</feedburner:origLink>`)),
    want: ['https://x.id/o'],
  },
  {
    name: 'CDATA',
    text: rss(item('<link><![CDATA[ https://x.id/a?b=1&c=2 ]]></link>')),
    want: ['https://x.id/a?b=1&c=2'],
  },
  {
    name: 'empty link, atom link beside',
    text: rss(item('<link/><atom:link href="https://x.id/a"/>')),
    want: ['https://x.id/a'],
  },
  { name: 'no address', text: rss(item('')), want: [''] },
  {
    name: 'junk before',
    text: `\n<br/>Warning: x in y on line 3\n${rss(item(LINK))}`,
    want: ['https://x.id/a'],
  },
  {
    name: 'junk behind',
    text: `${rss(item(LINK))}<!-- cached --><script>x</script>`,
    want: ['https://x.id/a'],
  },
  {
    name: 'cut off in the third entry',
    text: rss(item(LINK), item(LINK), item(LINK)).slice(0, -60),
    want: ['https://x.id/a', 'https://x.id/a'],
  },
  {
    name: 'an entry that is never closed',
    text: rss(`<item>${LINK}`, item(LINK)),
    want: ['https://x.id/a', 'https://x.id/a'],
  },
  {
    name: 'stray ampersand and control characters',
    text: rss(item(`<x>A & B \u0008</x>${LINK}`)),
    want: ['https://x.id/a'],
  },
  {
    name: 'capitals',
    text: '<RSS><CHANNEL><ITEM><LINK>https://x.id/a</LINK></ITEM></CHANNEL></RSS>',
    want: ['https://x.id/a'],
  },
  { name: 'no entries', text: rss(), want: [] },
  { name: 'a page instead', text: '<!doctype html><html><body>404</body></html>', want: undefined },
  { name: 'nothing', text: '', want: undefined },
  { name: 'JSON', text: '{"version":"https://jsonfeed.org/version/1"}', want: undefined },
])('$name', ({ text, want }) => {
  expect(hrefs(text)).toEqual(want);
});

test('a feed of a hundred thousand entries is read to the twenty thousandth, at once', () => {
  const text = rss(item(LINK).repeat(100_000));
  const started = performance.now();
  const feed = parseFeed(text, WITA);
  expect(feed?.found.length).toBe(20_000);
  expect(feed?.more).toBe(true);
  expect(performance.now() - started).toBeLessThan(10_000);
});

describe('decodeXml', () => {
  const latin = Uint8Array.from(
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><t>caf\u00e9</t>', 'latin1'),
  );
  test.for([
    { name: 'UTF-8', body: new TextEncoder().encode('<t>café</t>'), type: '', want: '<t>café</t>' },
    {
      name: 'declared Latin-1',
      body: latin,
      type: '',
      want: '<?xml version="1.0" encoding="ISO-8859-1"?><t>café</t>',
    },
    {
      name: 'sent as Latin-1',
      body: Uint8Array.from(Buffer.from('<t>caf\u00e9</t>', 'latin1')),
      type: 'text/xml; charset=iso-8859-1',
      want: '<t>café</t>',
    },
    {
      name: 'says UTF-8, is Windows-1252',
      body: Uint8Array.from(
        Buffer.from('<?xml encoding="utf-8"?><t>\x93caf\u00e9\x94</t>', 'latin1'),
      ),
      type: 'text/xml; charset=utf-8',
      want: '<?xml encoding="utf-8"?><t>“café”</t>',
    },
    {
      name: 'byte order mark',
      body: Uint8Array.from([0xef, 0xbb, 0xbf, 0x3c, 0x74, 0x3e]),
      type: '',
      want: '<t>',
    },
    {
      name: 'UTF-16',
      body: Uint8Array.from([0xff, 0xfe, 0x3c, 0, 0x74, 0, 0x3e, 0]),
      type: '',
      want: '<t>',
    },
    {
      name: 'an unknown charset',
      body: new TextEncoder().encode('<?xml encoding="klingon"?><t/>'),
      type: '',
      want: '<?xml encoding="klingon"?><t/>',
    },
    { name: 'nothing', body: new Uint8Array(), type: '', want: '' },
  ])('$name', ({ body, type, want }) => {
    expect(decodeXml(body, type)).toBe(want);
  });
});

test('any text is read without an exception', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '<item>',
            '</item>',
            '<link>',
            '</link>',
            '<entry',
            '<![CDATA[',
            ']]>',
            '&#x',
            '<link href="',
          ),
          fc.string(),
        ),
      ),
      (pieces) => {
        parseFeed(pieces.join(''), WITA);
      },
    ),
    { numRuns: 500 },
  );
});
