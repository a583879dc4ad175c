// Addresses as the press writes them → one form each.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignToHome, canonicalUrl, hostsOf, outletOf } from '../../../pipeline/normalise/url.ts';

const SAME: [name: string, from: string, to: string | null][] = [
  ['plain', 'https://natmed.id/slug/', 'https://natmed.id/slug/'],
  ['host in capitals', 'HTTPS://NatMed.ID/Slug', 'https://natmed.id/Slug'],
  ['default port', 'https://natmed.id:443/a', 'https://natmed.id/a'],
  ['http on port 443', 'http://natmed.id:443/a', 'https://natmed.id/a'],
  ['other port stays', 'http://127.0.0.1:8081/a', 'http://127.0.0.1:8081/a'],
  ['credentials', 'https://u:p@natmed.id/a', 'https://natmed.id/a'],
  ['dot at the end of the host', 'https://natmed.id./a', 'https://natmed.id/a'],
  ['fragment', 'https://x.id/a#komentar', 'https://x.id/a'],
  ['no path', 'https://x.id', 'https://x.id/'],
  ['utm', 'https://x.id/a?utm_source=fb&utm_medium=b', 'https://x.id/a'],
  ['escaped ampersand', 'https://x.id/a?id=2&amp;utm_source=x', 'https://x.id/a?id=2'],
  ['click ids', 'https://x.id/a?fbclid=1&gclid=2&igsh=3', 'https://x.id/a'],
  ['share button', 'https://x.id/a/?share=twitter&nb=1', 'https://x.id/a/'],
  ['query sorted', 'https://x.id/?b=2&a=1&a=0', 'https://x.id/?a=0&a=1&b=2'],
  ['doubled parameter', 'https://x.id/?a=1&a=1', 'https://x.id/?a=1'],
  ['name without value', 'https://x.id/index.php?12345', 'https://x.id/index.php?12345'],
  ['session id', 'https://x.id/a;jsessionid=AB12?PHPSESSID=9', 'https://x.id/a'],
  ['short sid is kept', 'https://x.id/a?sid=12', 'https://x.id/a?sid=12'],
  ['long sid is a session', 'https://x.id/a?sid=0123456789abcdef01', 'https://x.id/a'],
  ['AMP tail', 'https://x.id/2024/11/slug/amp/', 'https://x.id/2024/11/slug/'],
  ['AMP tail without slash', 'https://x.id/d-7524113/slug/amp', 'https://x.id/d-7524113/slug'],
  [
    'AMP head with date',
    'https://makassar.tribunnews.com/amp/2024/08/28/slug',
    'https://makassar.tribunnews.com/2024/08/28/slug',
  ],
  ['AMP head with month', 'https://x.id/amp/2024/08/slug.html', 'https://x.id/2024/08/slug.html'],
  ['AMP head with words', 'https://x.id/amp/daerah/slug', 'https://x.id/daerah/slug'],
  [
    'AMP head with a number, Disway',
    'https://sumeksradio.disway.id/amp/7778/slug/16',
    'https://sumeksradio.disway.id/read/7778/slug/16',
  ],
  [
    'AMP head with date and number, RMOL',
    'https://rmol.id/amp/2025/05/28/668041',
    'https://rmol.id/read/2025/05/28/668041',
  ],
  ['AMP head with a number, unknown host', 'https://x.id/amp/991/a', 'https://x.id/amp/991/a'],
  ['AMP parameter', 'https://x.id/a?amp=1', 'https://x.id/a'],
  ['bare AMP parameter', 'https://x.id/a?amp', 'https://x.id/a'],
  ['noamp', 'https://x.id/a/?noamp=mobile', 'https://x.id/a/'],
  ['Blogger mobile', 'https://x.id/2024/11/a.html?m=1', 'https://x.id/2024/11/a.html'],
  ['WordPress month archive', 'https://x.id/?m=202411', 'https://x.id/?m=202411'],
  ['mobile host stays', 'https://m.tribunnews.com/a', 'https://m.tribunnews.com/a'],
  ['part', 'https://x.id/a?page=2', 'https://x.id/a?page=2'],
  ['all parts', 'https://x.id/a?page=all&utm_id=1', 'https://x.id/a?page=all'],
  ['WordPress permalink', 'https://x.id/?p=123', 'https://x.id/?p=123'],
  ['twitter tail', 'https://x.id/slug/twitter.com', 'https://x.id/slug/'],
  ['whatsapp tail', 'https://x.id/slug/whatsapp:/send?text=Hai', 'https://x.id/slug/?text=Hai'],
  ['doubled slashes', 'https://x.id//2024//a', 'https://x.id/2024/a'],
  ['dot segments', 'https://x.id/a/../b/./c', 'https://x.id/b/c'],
  ['escapes', 'https://x.id/%7euser/%c3%a9?q=a%20b', 'https://x.id/~user/%C3%A9?q=a+b'],
  ['letters outside ASCII', 'https://x.id/é', 'https://x.id/%C3%A9'],
  ['IDN host', 'https://bücher.id/a', 'https://xn--bcher-kva.id/a'],
  ['spaces around', '  https://x.id/a\n', 'https://x.id/a'],
  ['IPv4 in disguise', 'http://0x7f.1/a', 'http://127.0.0.1/a'],
  ['mailto', 'mailto:redaksi@x.id', null],
  ['javascript', 'javascript:void(0)', null],
  ['file', 'file:///etc/passwd', null],
  ['relative without a base', '/a/b', null],
  ['nothing', '', null],
  ['too long', `https://x.id/${'a'.repeat(2000)}`, null],
];

test.for(SAME)('%s', ([, from, to]) => {
  expect(canonicalUrl(from)).toBe(to);
});

test.for([
  ['/b', 'https://x.id/a/c', 'https://x.id/b'],
  ['b?x=1', 'https://x.id/a/c', 'https://x.id/a/b?x=1'],
  ['//y.id/b', 'https://x.id/', 'https://y.id/b'],
  ['?page=2', 'https://x.id/a?page=1', 'https://x.id/a?page=2'],
  ['/b', 'not an address', null],
] as const)('%s on %s', ([href, base, to]) => {
  expect(canonicalUrl(href, base)).toBe(to);
});

describe('properties', () => {
  const segment = fc.oneof(
    fc.constantFrom(
      'amp',
      'AMP',
      '2024',
      '08',
      '991',
      'slug',
      'read',
      '',
      '..',
      'twitter.com',
      '%2e',
      'a%zz',
    ),
    fc.string({ maxLength: 6 }),
  );
  const pair = fc.oneof(
    fc.constantFrom(
      'utm_source=x',
      'amp=1',
      'amp;a=1',
      'page=2',
      'm=1',
      'a',
      '=b',
      'sid=12',
      '%41=%20',
    ),
    fc.string({ maxLength: 6 }).map((text) => text.replaceAll('#', '')),
  );
  const address = fc
    .tuple(
      fc.constantFrom(
        'http://x.id',
        'https://www.rmol.id',
        'https://x.id:443',
        'http://127.0.0.1:80',
      ),
      fc.array(segment, { maxLength: 6 }),
      fc.array(pair, { maxLength: 5 }),
    )
    .map(([origin, path, query]) => ({
      origin,
      path: path.join('/').replaceAll(/[?#]/g, ''),
      query,
    }));

  test('canonical is a fixed point', () => {
    fc.assert(
      fc.property(address, ({ origin, path, query }) => {
        const once = canonicalUrl(`${origin}/${path}?${query.join('&')}`);
        expect(once === null ? null : canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of the parameters does not matter', () => {
    fc.assert(
      fc.property(address, ({ origin, path, query }) => {
        // the URL parser trims blanks at the end, so a parameter that is dropped stands there
        const forth = canonicalUrl(`${origin}/${path}?${query.join('&')}&amp`);
        expect(canonicalUrl(`${origin}/${path}?${query.toReversed().join('&')}&amp`)).toBe(forth);
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws, and gives http(s) or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
        expect(canonicalUrl(text) ?? 'http://').toMatch(/^https?:\/\//);
        expect(canonicalUrl(text, text) ?? 'http://').toMatch(/^https?:\/\//);
        outletOf(text);
      }),
      { numRuns: 2000 },
    );
  });
});

test.for([
  ['https://www.natmed.id/a', 'natmed.id'],
  ['https://kota.natmed.id/a', 'kota.natmed.id'],
  ['http://127.0.0.1:8081/a', '127.0.0.1'],
  ['no address', ''],
] as const)('outlet of %s', ([url, outlet]) => {
  expect(outletOf(url)).toBe(outlet);
});

test.for([
  ['http://www.x.id/a?b=1', 'https://x.id', 'https://x.id/a?b=1'],
  ['https://x.id/a', 'https://www.x.id/', 'https://www.x.id/a'],
  ['https://m.x.id/a', 'https://x.id', 'https://m.x.id/a'],
  ['http://127.0.0.1:81/a', 'http://127.0.0.1:82', 'http://127.0.0.1:81/a'],
  ['no address', 'https://x.id', 'no address'],
] as const)('%s aligned to %s', ([url, home, want]) => {
  expect(alignToHome(url, home)).toBe(want);
});

test.for([
  ['x.id', true],
  ['m.x.id', true],
  ['amp.x.id', true],
  ['kabar.y.id', true],
  ['m.kabar.y.id', true],
  ['y.id', false],
  ['gaya.x.id', false],
  ['m.x.id.jahat.id', false],
  ['x.id:8080', false],
] as const)('%s carries the source: %s', ([host, want]) => {
  const hosts = hostsOf({ home: 'https://www.x.id', hosts: ['www.kabar.y.id'] });
  expect(hosts.has(host)).toBe(want);
});
