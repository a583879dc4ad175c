// What gets through the door: by host, by account, role and scope, by where a form comes from. Routes are taken from the
// application itself, so that a new one is held to the same.
import { describe, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { clientAddress, isOwnHost } from '../../../dashboards/access/hosts.ts';
import { needOf } from '../../../dashboards/access/rules.ts';
import { HOST, addAccount, addToken, newBrowser, newWebsite, signedIn } from './website.ts';

/** Every way to write that the application has, with something in the place of its parameters. */
const writes = (app: Hono): { method: string; path: string }[] =>
  app.routes
    .filter(({ method }) => !['GET', 'HEAD', 'ALL', 'OPTIONS'].includes(method))
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:\w+(\{[^}]*\})?\??/g, '0') }));

/** Every page, likewise. */
const pages = (app: Hono): string[] => [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
      .map(({ path }) => path.replaceAll(/:\w+(\{[^}]*\})?\??/g, '0123456789abcdef')),
  ),
];

const OPEN_PAGES = /^\/(healthz|ikon\.svg|peta-garis\.svg|[a-z-]+\.css|[a-z-]+\.js|masuk)$/;

describe('without accounts', () => {
  test.for(['127.0.0.1:8030', 'localhost:8030', '[::1]:8030', '127.0.0.1', 'pantau.localhost'])(
    'whoever sits at the machine may do all at %s',
    async (host) => {
      const { app } = newWebsite();
      expect((await newBrowser(app, host).get('/kelola/akun')).status).toBe(200);
    },
  );

  test.for([
    'evil.example',
    'evil.example:8030',
    '127.0.0.1.evil.example',
    '192.168.1.5:8030',
    'localhost.evil.example',
    '',
  ])('DNS rebinding: the name %j is answered by nothing of ours', async (host) => {
    const { app } = newWebsite();
    const { status, text } = await newBrowser(app).get('/', { host });
    expect(status).toBe(421);
    expect(text).not.toContain('<');
  });

  test('the first account is added in the browser, and from then on it takes one', async () => {
    const { app } = newWebsite();
    const browser = newBrowser(app);
    const fields = { nama: 'admin', peran: 'reader', wilayah: '', sandi: 'kuda laut di Bontang' };
    const refused = await browser.submit('/kelola/akun', '/kelola/akun', fields);
    expect(refused.text).toContain('harus pengelola');
    const done = await browser.submit('/kelola/akun', '/kelola/akun', {
      ...fields,
      peran: 'admin',
    });
    expect(done.status).toBe(303);
    expect((await browser.get('/')).headers.get('location')).toBe('/masuk');
  });
});

test.for([
  ['127.0.0.1:8030', true],
  ['192.168.1.5:8030', true],
  ['[fd00::5]:8030', true],
  ['pantau.example.org', true],
  ['PANTAU.example.org:443', true],
  ['server.desa', true],
  ['evil.example', false],
  ['pantau.example.org.evil.example', false],
  ['pantau.example.org@evil.example', false],
  ['evil.example#pantau.example.org', false],
  ['', false],
] as const)('with accounts the host %s: %s', ([header, own]) => {
  const hosts = { publicUrl: 'https://pantau.example.org', host: 'server.desa' };
  expect(isOwnHost(header, hosts, true)).toBe(own);
});

test.for([
  ['127.0.0.1', '198.51.100.7', 'https://x.example', '198.51.100.7'],
  ['127.0.0.1', '203.0.113.1, 198.51.100.7', 'https://x.example', '198.51.100.7'],
  ['127.0.0.1', 'bukan alamat', 'https://x.example', '127.0.0.1'],
  ['127.0.0.1', '198.51.100.7', null, '127.0.0.1'],
  ['192.0.2.66', '198.51.100.7', 'https://x.example', '192.0.2.66'],
  ['127.0.0.1', undefined, 'https://x.example', '127.0.0.1'],
] as const)('%s with X-Forwarded-For %s, publicUrl %s is %s', ([peer, said, publicUrl, client]) => {
  expect(clientAddress(peer, said, { publicUrl, host: '127.0.0.1' })).toBe(client);
});

describe('with accounts', () => {
  test('nothing but the login and its files opens to a stranger', async () => {
    const stage = newWebsite();
    addAccount(stage, 'admin', 'admin');
    for (const path of pages(stage.app)) {
      if (OPEN_PAGES.test(path)) continue;
      const { status, headers } = await newBrowser(stage.app).get(path);
      expect([path, status, headers.get('location')?.split('?')[0]]).toEqual([path, 303, '/masuk']);
      const program = await newBrowser(stage.app).get(path, { accept: 'application/json' });
      expect([path, program.status]).toEqual([path, 401]);
      expect(program.headers.get('content-type')).toBe('application/problem+json');
      expect(program.headers.get('www-authenticate')).toMatch(/^(Bearer|Basic)/);
    }
  });

  test.for(['reader', 'reviewer', 'admin'] as const)(
    'a %s gets what the rules say',
    async (role) => {
      const stage = newWebsite();
      addAccount(stage, 'kepala', 'admin');
      addAccount(stage, 'saya', role);
      const rank = { reader: 0, reviewer: 1, admin: 2 };
      const browser = signedIn(stage, 'saya');
      for (const path of pages(stage.app)) {
        const may = rank[role] >= rank[needOf('GET', path).role];
        expect([path, (await browser.get(path)).status === 403]).toEqual([path, !may]);
      }
      expect((await browser.get('/kelola/akun')).status).toBe(role === 'admin' ? 200 : 403);
      expect((await browser.get('/')).text.includes('/kelola/catatan')).toBe(role === 'admin');
    },
  );

  test('what was seen is not kept for the next at the same browser', async () => {
    const stage = newWebsite();
    addAccount(stage, 'admin', 'admin');
    const { headers } = await signedIn(stage, 'admin').get('/artikel');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('vary')).toBe('Cookie, Authorization');
  });
});

describe('CSRF: every way to write', () => {
  test('there are some, and each takes a form of ours', async () => {
    const stage = newWebsite();
    addAccount(stage, 'admin', 'admin');
    const all = writes(stage.app);
    expect(all.length).toBeGreaterThan(6);
    const own = { origin: `http://${HOST}` };
    for (const { method, path } of all) {
      const browser = signedIn(stage, 'admin');
      const { text } = await browser.get('/akun');
      const [, token = ''] = /name="_kunci" value="([^"]*)"/.exec(text) ?? [];
      const other = signedIn(stage, 'admin');
      const [, foreign = ''] =
        /name="_kunci" value="([^"]*)"/.exec((await other.get('/akun')).text) ?? [];
      const attempts = [
        await browser.post(path, {}, own),
        await browser.post(path, { _kunci: '' }, own),
        await browser.post(path, { _kunci: foreign }, own),
        await browser.post(path, { _kunci: token }, { origin: 'https://evil.example' }),
        await browser.post(path, { _kunci: token }, { origin: 'null' }),
        await browser.post(path, { _kunci: token }, {}),
        await browser.post(path, { _kunci: token }, { ...own, 'sec-fetch-site': 'cross-site' }),
        await browser.post(path, { _kunci: token }, { ...own, 'sec-fetch-site': 'same-site' }),
        await browser.post(path, { _kunci: token }, { ...own, 'content-type': 'text/plain' }),
        await browser.post(path, { _kunci: token }, { ...own, 'content-type': 'application/json' }),
      ];
      if (method === 'POST')
        expect([path, ...attempts.map(({ status }) => status)]).toEqual([
          path,
          ...attempts.map(() => 403),
        ]);
    }
    expect(stage.access.audit.entries({}, 50)).toEqual([]);
  });

  test('also without accounts, and also the login', async () => {
    const { app, access } = newWebsite();
    const fields = { nama: 'musuh', peran: 'admin', sandi: 'kuda laut di Bontang' };
    const forged = await newBrowser(app).post('/kelola/akun', fields, { origin: `http://${HOST}` });
    expect(forged.status).toBe(403);
    expect(access.accounts()).toEqual([]);
    expect(
      (await newBrowser(app).post('/masuk', fields, { origin: `http://${HOST}` })).status,
    ).toBe(403);
  });

  test('a form of ours over https behind a proxy is ours', async () => {
    const stage = newWebsite({ publicUrl: 'https://pantau.example.org' });
    addAccount(stage, 'admin', 'admin');
    const browser = newBrowser(stage.app, 'pantau.example.org');
    const [, token = ''] =
      /name="_kunci" value="([^"]*)"/.exec((await browser.get('/masuk')).text) ?? [];
    const fields = { _kunci: token, nama: 'admin', sandi: 'salah sama sekali' };
    const answer = await browser.post('/masuk', fields, { origin: 'https://pantau.example.org' });
    expect(answer.status).toBe(401);
  });

  test('no write is let through for a reader, a token that reads, or the public', async () => {
    const stage = newWebsite({ publicRead: true });
    addAccount(stage, 'admin', 'admin');
    addAccount(stage, 'baca', 'reader');
    const bearer = { authorization: `Bearer ${addToken(stage, 'admin', ['read', 'export'])}` };
    for (const { path } of writes(stage.app)) {
      if (/^\/(masuk|keluar)$/.test(path)) continue;
      const reader = signedIn(stage, 'baca');
      const answers = [
        ...(path.startsWith('/akun/') ? [] : [await reader.submit('/akun', path, {})]),
        await newBrowser(stage.app).post(path, {}, bearer),
        await newBrowser(stage.app).submit('/masuk', path, {}),
      ];
      for (const { status, headers } of answers)
        expect([path, status === 403 || headers.get('location')?.startsWith('/masuk')]).toEqual([
          path,
          true,
        ]);
    }
  });
});

describe('tokens', () => {
  test.for([
    [['read'], '/artikel', 200],
    [['read'], '/kelola/akun', 403],
    [['read'], '/akun', 403],
    [['read'], '/ekspor.csv', 403],
    [['review'], '/artikel', 403],
    [['export'], '/artikel', 403],
    [['read', 'review', 'export'], '/kelola/catatan', 403],
  ] as const)('%j at %s: %i', async ([scopes, path, status]) => {
    const stage = newWebsite();
    addAccount(stage, 'admin', 'admin');
    const authorization = `Bearer ${addToken(stage, 'admin', [...scopes])}`;
    expect((await newBrowser(stage.app).get(path, { authorization })).status).toBe(status);
  });

  test('as the password of Basic, for readers of feeds', async () => {
    const stage = newWebsite();
    addAccount(stage, 'admin', 'admin');
    const token = addToken(stage, 'admin', ['read']);
    const authorization = `Basic ${Buffer.from(`admin:${token}`).toString('base64')}`;
    expect((await newBrowser(stage.app).get('/artikel', { authorization })).status).toBe(200);
  });

  test('who shows a bad token is nobody, whatever cookie comes with it', async () => {
    const stage = newWebsite({ publicRead: true });
    addAccount(stage, 'admin', 'admin');
    const browser = signedIn(stage, 'admin');
    const { status } = await browser.get('/artikel', {
      authorization: 'Bearer salah',
      accept: '*/*',
    });
    expect(status).toBe(401);
  });
});

test('public mode lets read, and nothing else', async () => {
  const stage = newWebsite({ publicRead: true });
  const browser = newBrowser(stage.app);
  const statuses = async (): Promise<number[]> =>
    Promise.all(
      ['/', '/artikel', '/sumber', '/kelola/akun', '/akun', '/halaman-baru'].map(
        async (path) => (await browser.get(path)).status,
      ),
    );
  expect(await statuses()).toEqual([200, 200, 200, 303, 303, 303]);
  addAccount(stage, 'admin', 'admin');
  expect(await statuses()).toEqual([200, 200, 200, 303, 303, 303]);
});

test.for([
  '/../../../../etc/passwd',
  '/..%2f..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/package.json',
  '/akses.css/../../package.json',
  '/akses.css%2f..%2f..%2fpackage.json',
  '/pantau.css%00.html',
  '/artikel/..%2f..%2fpackage.json',
  '/..\\..\\package.json',
])('path traversal: %s is no file', async (path) => {
  const { app } = newWebsite();
  const { status, text } = await newBrowser(app).get(path);
  expect(status).toBe(404);
  expect(text).not.toMatch(/root:|"dependencies"/);
});

test('a form of more than a megabyte is refused unread', async () => {
  const { app } = newWebsite();
  const answer = await newBrowser(app).submit('/masuk', '/masuk', { nama: 'x'.repeat(1_100_000) });
  expect(answer.status).toBe(413);
});
