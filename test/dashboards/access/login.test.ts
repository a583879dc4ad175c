// Signing in and out in a browser's manner; what a stranger tries instead.
import { describe, expect, test } from 'vitest';
import { nextPath } from '../../../dashboards/access/next.ts';
import { type Stage, PASSWORD, addAccount, newBrowser, newWebsite, signedIn } from './website.ts';

const BY = { who: null, from: 'test' };

async function withAdmin(settings: Parameters<typeof newWebsite>[0] = {}): Promise<Stage> {
  const stage = newWebsite(settings);
  await stage.access.add({ name: 'admin', role: 'admin', regions: null, password: PASSWORD }, BY);
  return stage;
}
const GOOD = { nama: 'admin', sandi: PASSWORD };

test('a person is sent to the login, signs in, goes on where they wanted to, and signs out', async () => {
  const { app, access } = await withAdmin();
  const browser = newBrowser(app);
  const turned = await browser.get('/artikel?q=netral');
  expect([turned.status, turned.headers.get('location')]).toEqual([
    303,
    '/masuk?lanjut=%2Fartikel%3Fq%3Dnetral',
  ]);
  const login = turned.headers.get('location') ?? '';
  const wrong = await browser.submit(login, login, { ...GOOD, sandi: 'bukan kata sandinya' });
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain('tidak cocok');
  const right = await browser.submit(login, login, GOOD);
  expect([right.status, right.headers.get('location')]).toEqual([303, '/artikel?q=netral']);
  expect((await browser.get('/artikel?q=netral')).status).toBe(200);
  expect((await browser.get('/akun')).text).toContain('admin');
  const session = browser.cookies.get('pantau') ?? '';
  await browser.submit('/akun', '/keluar', {});
  expect(browser.cookies.has('pantau')).toBe(false);
  browser.cookies.set('pantau', session);
  expect((await browser.get('/')).status).toBe(303);
  expect(access.audit.entries({ who: 'admin' }, 9).map(({ action }) => action)).toEqual([
    'logout',
    'login',
    'login.failed',
  ]);
});

test.for([
  [{}, /^pantau=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/],
  [
    { publicUrl: 'https://pantau.example.org' },
    /^__Host-pantau=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  ],
] as const)('the cookie of a session, settings %j', async ([settings, shape]) => {
  const { app } = await withAdmin(settings);
  const { headers } = await newBrowser(app).submit('/masuk', '/masuk', GOOD);
  expect(headers.getSetCookie()).toEqual([expect.stringMatching(shape)]);
});

test('session fixation: a planted key is never taken on, and each login makes a fresh one', async () => {
  const { app, archive } = await withAdmin();
  const victim = newBrowser(app);
  const planted = 'A'.repeat(43);
  victim.cookies.set('pantau', planted);
  await victim.submit('/masuk', '/masuk', GOOD);
  const first = victim.cookies.get('pantau') ?? '';
  expect(first).not.toBe(planted);
  const attacker = newBrowser(app);
  attacker.cookies.set('pantau', planted);
  expect((await attacker.get('/')).status).toBe(303);
  await victim.submit('/akun', '/masuk', GOOD);
  expect(victim.cookies.get('pantau')).not.toBe(first);
  attacker.cookies.set('pantau', first);
  expect((await attacker.get('/')).status).toBe(303);
  expect(archive.desk.sessions.get(planted)).toBeNull();
});

describe('open redirect', () => {
  test.for([
    ['/artikel?q=a&wilayah=64', '/artikel?q=a&wilayah=64'],
    [undefined, '/'],
    ['', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/./\\evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [' //evil.example', '/'],
    ['/masuk?lanjut=/x', '/'],
    ['/keluar', '/'],
    ['/artikel\r\nSet-Cookie: a=b', '/artikelSet-Cookie:%20a=b'],
  ] as const)('%j → %s', ([wanted, path]) => {
    expect(nextPath(wanted)).toBe(path);
    expect(new URL(nextPath(wanted), 'http://127.0.0.1').origin).toBe('http://127.0.0.1');
  });

  test('at the login itself', async () => {
    const { app } = await withAdmin();
    const login = `/masuk?lanjut=${encodeURIComponent('//evil.example/masuk')}`;
    const { headers } = await newBrowser(app).submit(login, login, GOOD);
    expect(headers.get('location')).toBe('/');
  });
});

test('too many wrong tries: 429 with when to come back', async () => {
  const { app } = await withAdmin();
  const browser = newBrowser(app);
  const wrong = { ...GOOD, sandi: 'bukan kata sandinya' };
  for (let n = 0; n < 5; n++) await browser.submit('/masuk', '/masuk', wrong);
  const limited = await browser.submit('/masuk', '/masuk', GOOD);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '900']);
  expect(limited.text).toContain('15 menit');
  expect(browser.cookies.has('pantau')).toBe(false);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
];
test.for(HOSTILE)('XSS: %s stays text wherever accounts show it', async (evil) => {
  const stage = newWebsite();
  addAccount(stage, 'admin', 'admin');
  stage.access.addToken({ account: 'admin', label: evil, scopes: ['read'], days: 1 }, BY);
  const browser = signedIn(stage, 'admin');
  const stranger = newBrowser(stage.app);
  const query = encodeURIComponent(evil);
  const answers = [
    await stranger.submit('/masuk', '/masuk', { nama: evil, sandi: evil }),
    await stranger.get(`/masuk?lanjut=${query}&bahasa=en&${query}=${query}`),
    await browser.submit('/kelola/akun', '/kelola/akun', {
      nama: evil,
      peran: 'admin',
      sandi: evil,
    }),
    await browser.submit('/kelola/akun', '/kelola/akun', { nama: 'a', peran: evil, sandi: evil }),
    await browser.get('/akun'),
    await browser.get('/kelola/akun'),
    await browser.get('/kelola/catatan'),
    await browser.get(`/kelola/catatan?siapa=${query}&tindakan=${query}&sebelum=${query}`),
  ];
  for (const { text, headers } of answers) {
    expect(text).not.toContain(evil);
    expect(text).not.toMatch(/<script|<img|onfocus='/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  const log = answers[6]?.text ?? '';
  expect(log).toContain('gagal masuk');
});

test.for([
  "admin' --",
  "' OR '1'='1",
  'admin"; DROP TABLE accounts; --',
  'admin\0',
  "admin' UNION SELECT 1",
])(
  'injection: %j as name, password, token, filter of the log finds and harms nothing',
  async (evil) => {
    const stage = newWebsite();
    addAccount(stage, 'admin', 'admin');
    const stranger = newBrowser(stage.app);
    expect((await stranger.submit('/masuk', '/masuk', { nama: evil, sandi: evil })).status).toBe(
      401,
    );
    const bearer = { authorization: `Bearer ${evil.replaceAll('\0', '')}`, accept: '*/*' };
    expect((await stranger.get('/', bearer)).status).toBe(401);
    stranger.cookies.set('pantau', encodeURIComponent(evil));
    expect((await stranger.get('/')).status).toBe(303);
    const browser = signedIn(stage, 'admin');
    const query = encodeURIComponent(evil);
    const { status, text } = await browser.get(`/kelola/catatan?siapa=${query}&sebelum=${query}`);
    expect(status).toBe(200);
    // Only the failed login of that very name: not the entries of others.
    expect(text.match(/<td><time/g)?.length ?? 0).toBeLessThanOrEqual(1);
    await browser.submit('/akun', '/akun/token/cabut', { token: evil });
    await browser.submit('/kelola/akun', '/kelola/akun/keadaan', {
      nama: evil,
      keadaan: 'nonaktif',
    });
    expect(stage.access.accounts()).toMatchObject([{ name: 'admin', disabledAt: null }]);
  },
);

test('a new password ends other sessions and keeps this one', async () => {
  const { app } = await withAdmin();
  const [here, elsewhere] = [newBrowser(app), newBrowser(app)];
  await here.submit('/masuk', '/masuk', GOOD);
  await elsewhere.submit('/masuk', '/masuk', GOOD);
  const refused = await here.submit('/akun', '/akun/sandi', {
    lama: 'salah',
    sandi: `${PASSWORD}!`,
  });
  expect(refused.status).toBe(422);
  const done = await here.submit('/akun', '/akun/sandi', { lama: PASSWORD, sandi: `${PASSWORD}!` });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/akun?pesan=done']);
  expect((await here.get('/akun')).status).toBe(200);
  expect((await elsewhere.get('/akun')).status).toBe(303);
});

test('a token is shown once', async () => {
  const stage = newWebsite();
  addAccount(stage, 'admin', 'admin');
  const browser = signedIn(stage, 'admin');
  const made = await browser.submit('/akun', '/akun/token', {
    untuk: 'skrip',
    boleh: 'read',
    hari: '30',
  });
  const [token = ''] = /pantau_[0-9a-f]{12}_[\w-]{43}/.exec(made.text) ?? [];
  expect(made.headers.get('cache-control')).toBe('private, no-store');
  const bearer = { authorization: `Bearer ${token}` };
  expect((await newBrowser(stage.app).get('/artikel', bearer)).status).toBe(200);
  expect((await browser.get('/akun')).text).not.toContain(token);
});
