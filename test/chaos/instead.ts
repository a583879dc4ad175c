// What hosts serve in the place of an article, and the one ending of each.
import { ARTICLE, articlePage } from './article.ts';
import type { Kind } from './kind.ts';

/** A page that is no article whatever its status says. */
const instead = (name: string, html: string, ending: string): Kind => ({
  name: `instead: ${name}`,
  routes: () => ({ '/x/berita-1': html }),
  listed: ['/x/berita-1'],
  ending,
});

const plain = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="id"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;

export const INSTEAD: Kind[] = [
  instead(
    'challenge',
    plain(
      'Just a moment...',
      '<p>Checking if the site connection is secure</p>',
      '<script src="/cdn-cgi/challenge-platform/x.js"></script>',
    ),
    'skipped blocked',
  ),
  instead('captcha', plain('Captcha', '<form><input name="captcha"></form>'), 'skipped blocked'),
  instead(
    'login',
    plain('Login', '<h1>Login</h1><form method="post"><input type="password" name="p"></form>'),
    'skipped blocked',
  ),
  instead(
    'error page',
    plain('Halaman tidak ditemukan', '<h1>404</h1><p>Halaman tidak ditemukan</p>'),
    'skipped soft-404',
  ),
  instead(
    'database error',
    plain('Error', '<h1>Error establishing a database connection</h1>'),
    'skipped soft-404',
  ),
  instead(
    'parked domain',
    plain('contoh.com', '<h1>This domain is for sale</h1><p>Buy this domain</p>'),
    'skipped parked',
  ),
  instead(
    'suspended',
    plain('Account Suspended', '<h1>Account Suspended</h1><p>This Account has been suspended.</p>'),
    'skipped parked',
  ),
  instead(
    'hijacked',
    plain(
      'Slot Gacor Maxwin Hari Ini - Daftar Situs Slot Online',
      `<article><h1>Slot Gacor Maxwin Hari Ini</h1>${'<p>Daftar situs slot gacor maxwin, slot online pragmatic play dengan RTP tertinggi, togel dan judi online terpercaya, bonus new member setiap hari.</p>'.repeat(6)}</article>`,
    ),
    'skipped hijacked',
  ),
  instead(
    'shell',
    plain('Warta', '<div id="root"></div><script src="/app.js"></script>'),
    'skipped shell',
  ),
  instead('script redirect', plain('', '<script>location.href="/lain"</script>'), 'skipped shell'),
  instead(
    'meta refresh',
    plain('', '', '<meta http-equiv="refresh" content="0; url=/lain">'),
    'skipped no-text',
  ),
  instead('empty', '', 'skipped no-text'),
  instead(
    'a section',
    plain(
      'Politik',
      `<h1>Politik</h1><ul>${'<li><a href="/a">Judul berita yang lain</a></li>'.repeat(30)}</ul>`,
    ),
    'skipped no-text',
  ),
  instead('nul bytes', '\u0000'.repeat(5000), 'skipped no-text'),
  instead('the future', articlePage(ARTICLE, '2037-01-01T00:00:00+07:00'), 'kept'),
  instead('deep nesting', `<html><body>${'<div>'.repeat(5000)}x`, 'skipped no-text'),
];
