// Pages that stand in the place of an article are told by name; articles that speak of such pages stay articles.
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { extractPage } from '../../../pipeline/extract/extract.ts';
import { ASKED, HINTS, read } from './read.ts';
import { page as pageOf, PARAGRAPHS } from '../extract/sample.ts';

const short = (title: string, text: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${text}</body></html>`;
const menu = Array.from(
  { length: 40 },
  (_, n) => `<li><a href="/k${n}">Berita Daerah ${n}</a></li>`,
);
const framed = (title: string, text: string): string =>
  short(`${title} - Contoh`, `<nav><ul>${menu.join('')}</ul></nav><main>${text}</main>`);

/** What stands there, the kind, the id of its sign, the page, and where a redirect led. */
const WALLS: [string, string, string, string, string?][] = [
  [
    'Cloudflare',
    'blocked',
    'wall:cloudflare:just-a-moment',
    short(
      'Just a moment...',
      '<h1>contoh.id</h1><noscript>Enable JavaScript and cookies to continue</noscript>',
    ),
  ],
  [
    'Cloudflare in Indonesian',
    'blocked',
    'wall:challenge:cf-chl-opt',
    short('Tunggu sebentar...', '<p>contoh.id</p><script>window._cf_chl_opt={}</script>'),
  ],
  [
    'a refusal of Cloudflare',
    'blocked',
    'wall:cloudflare:attention-required',
    short('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>'),
  ],
  [
    'Imperva',
    'blocked',
    'wall:challenge:incapsula-resource',
    short('', '<iframe src="/_Incapsula_Resource?x=1"></iframe><script>1</script>'),
  ],
  [
    'Imperva in words',
    'blocked',
    'wall:challenge:request-unsuccessful-incapsula-incident',
    short('contoh.id', 'Request unsuccessful. Incapsula incident ID: 4420-33'),
  ],
  [
    'DataDome',
    'blocked',
    'wall:challenge:geo-captcha-delivery-com',
    short(
      'contoh.id',
      '<p>Please enable JS</p><script src="https://geo.captcha-delivery.com/c.js"></script>',
    ),
  ],
  [
    'Akamai',
    'blocked',
    'wall:cloudflare:access-denied',
    short('Access Denied', "<h1>Access Denied</h1>You don't have permission. Reference #18.2f"),
  ],
  [
    'Sucuri',
    'blocked',
    'wall:challenge:sucuri-website-firewall-access-denied',
    short('Sucuri WebSite Firewall - Access Denied', 'Block ID'),
  ],
  [
    'a test cookie of a cheap host',
    'blocked',
    'wall:challenge:slowaes-decrypt',
    short('', '<script>document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b))</script>'),
  ],
  [
    'a captcha in Indonesian',
    'blocked',
    'wall:challenge:buktikan-bahwa-anda-bukan-robot',
    short('Contoh', '<p>Buktikan bahwa Anda bukan robot untuk melanjutkan</p>'),
  ],
  [
    'too many requests with status 200',
    'blocked',
    'wall:challenge:429-too-many-requests',
    short('429 Too Many Requests', '<h1>429 Too Many Requests</h1>'),
  ],
  [
    'a consent page',
    'blocked',
    'wall:consent:before-you-continue-to',
    short('Contoh', '<p>Before you continue to Contoh, accept cookies</p>'),
  ],
  [
    'a consent host',
    'blocked',
    'wall:consent:consent',
    short('Contoh', '<p>Setujui</p>'),
    'https://consent.contoh.id/?to=asn',
  ],
  [
    'a login page',
    'blocked',
    'wall:login:login',
    framed('Login', '<form><input name="user"></form>'),
  ],
  [
    'a redirect to a login page',
    'blocked',
    'wall:login:login-2',
    framed('Akun', '<p>Kata sandi</p>'),
    'https://contoh.id/login?next=/politik',
  ],
  [
    'a login wall',
    'blocked',
    'wall:login:silakan-login-2',
    framed('Berita', '<h1>Berita</h1><p>Silakan login untuk membaca artikel ini.</p>'),
  ],
  [
    'a pay wall',
    'blocked',
    'wall:paywall:khusus-untuk-pelanggan',
    framed(
      'ASN Diminta Netral',
      `<h1>ASN Diminta Netral</h1><p>${(PARAGRAPHS[0] ?? '').slice(0, 90)}</p><p>Artikel ini khusus untuk pelanggan.</p>`,
    ),
  ],
  [
    'not found, in English',
    'soft-404',
    'wall:soft-404:page-not-found',
    framed('Page not found', `<h1>Oops!</h1><ul>${menu.join('')}</ul>`),
  ],
  [
    'not found, in Indonesian',
    'soft-404',
    'wall:soft-404:halaman-tidak-ditemukan',
    framed('Halaman Tidak Ditemukan', `<ul>${menu.join('')}</ul>`),
  ],
  [
    'not found, in the heading',
    'soft-404',
    'wall:soft-404:404',
    framed('Contoh', '<h1>404</h1><p>Kembali ke beranda</p>'),
  ],
  [
    'not found: the home page instead',
    'soft-404',
    'wall:soft-404:sent-home',
    framed('Contoh', `<ul>${menu.join('')}</ul>`),
    'https://contoh.id/',
  ],
  [
    'a database that is down',
    'soft-404',
    'wall:broken:database-error',
    short('Database Error', '<h1>Error establishing a database connection</h1>'),
  ],
  [
    'WordPress that broke',
    'soft-404',
    'wall:broken:there-has-been-a-critical-error-on-this',
    short('', '<p>There has been a critical error on this website.</p>'),
  ],
  [
    'maintenance',
    'soft-404',
    'wall:broken:maintenance-mode',
    short('Maintenance Mode', 'Kami segera kembali'),
  ],
  [
    'a domain for sale',
    'parked',
    'wall:parked:buy-this-domain',
    short('contoh.id', '<p>Buy this domain. Related searches: asuransi</p>'),
  ],
  [
    'a suspended account',
    'parked',
    'wall:parked:account-suspended-2',
    short('Account Suspended', '<p>Contact your hosting provider</p>'),
  ],
  [
    'a domain dealer',
    'parked',
    'wall:parked:sedoparking-com',
    short('contoh.id', '<script src="https://img.sedoparking.com/x.js"></script>'),
  ],
  [
    'the first page of a web server',
    'parked',
    'wall:parked:welcome-to-nginx',
    short('Welcome to nginx!', '<h1>Welcome to nginx!</h1>'),
  ],
  [
    'a gambling page in a newspaper',
    'hijacked',
    'wall:bait:slot-gacor',
    framed(
      'Slot Gacor Maxwin Hari Ini: Link Alternatif Terpercaya',
      `<p>${'Nikmati bonus new member dan deposit pulsa di situs slot resmi. '.repeat(12)}</p>`,
    ),
  ],
  [
    'a gambling text under a harmless title',
    'hijacked',
    'wall:bait:slot-gacor',
    framed(
      'Kabar Hari Ini',
      `<article><h1>Kabar Hari Ini</h1><p>${'Daftar sekarang di situs slot gacor dengan RTP live tertinggi, bonus new member, withdraw cepat dan pola slot gampang menang setiap hari untuk semua pemain. '.repeat(6)}</p></article>`,
    ),
  ],
  [
    'an empty shell',
    'shell',
    'wall:shell:empty',
    short('Contoh', '<div id="root"></div><script src="/app.js"></script>'),
  ],
  [
    'a redirect by script',
    'shell',
    'wall:shell:script-redirect',
    short('Contoh', '<script>window.location.href="/asn"</script>'),
  ],
  [
    'a redirect by meta',
    'shell',
    'wall:shell:meta-refresh',
    short('Contoh', '<script>1</script>', '<meta http-equiv="refresh" content="0; url=/asn">'),
  ],
];

test.for(WALLS)('%s: %s, %s', ([, kind, id, html, finalUrl]) => {
  expect(read(html, finalUrl)).toMatchObject({ kind, text: '' });
  expect(read(html, finalUrl).detail).toBe(id);
});

test('any bytes are read, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(read(text)).toHaveProperty('kind');
    }),
  );
  for (const bad of [
    '<a ',
    '<script',
    '<title>',
    '<!--',
    '</script ',
    '<h1 <',
    '&#',
    '<noscript>',
  ]) {
    expect(read(bad.repeat(100_000))).toHaveProperty('kind');
  }
});

test('a page that is no wall reads as it does without them', () => {
  const html = pageOf();
  const body = new TextEncoder().encode(html);
  const plain = extractPage(
    {
      url: ASKED,
      body,
      contentType: null,
      fetchedAt: '2025-07-12T02:00:00Z',
      hints: HINTS,
      lastModified: null,
    },
    null,
  );
  expect(read(html)).toEqual(plain);
});
