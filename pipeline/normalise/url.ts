// An address as a page, feed or sitemap writes it → the one form under which Pantau keeps it.

/** Longer addresses are traps (calendars, sessions, filters), not articles. */
const MAX_LENGTH = 2000;

/** Parameters that name the visit and never the article; lower case. */
const TRACKING = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh srsltid _ga _gl ref ref_src ref_url
  share shared nb cmpid ocid ncid tblci spm zarsrc fromtaboola replytocom amp noamp`.split(/\s+/),
);
const TRACKING_PREFIX = /^(?:utm|mc|fb|pk|mtm|hsa|relatedposts|_x_tr|vero|oly)_/;
const SESSION = new Set(['phpsessid', 'jsessionid', 'aspsessionid', 'sessionid', 'session_id']);
const SESSION_SHORT = /^(?:sid|sess|session|s)$/;

/** Share buttons whose broken links end up as tails of the article's own address (DOMAIN: '/twitter.com'). */
const SHARE_TAIL =
  /\/(?:(?:https?:\/*)?(?:www\.)?(?:twitter|facebook|instagram|pinterest|linkedin|youtube|tiktok)\.com|(?:whatsapp|viber|tg|mailto|javascript):)(?:\/.*)?$/i;

/** Networks whose '/amp/<id>…' stands for '/read/<id>…'; elsewhere '/amp/<id>' is left as it is. */
const AMP_IS_READ =
  /(?:^|\.)(?:disway\.id|bacakoran\.co|rmol\w*\.(?:id|com)|okezone\.com|liputan6\.com|tempo\.co)$/;

/** %-escapes in upper case, those of unreserved characters undone (RFC 3986 §6.2.2). */
const normaliseEscapes = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const char = String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(char) ? char : escape.toUpperCase();
  });

const isSession = (name: string, value: string): boolean =>
  SESSION.has(name) || (SESSION_SHORT.test(name) && /^[\da-z]{16,}$/i.test(value));

/** AMP and mobile switches: ?amp, ?noamp=mobile, ?outputType=amp, and Blogger's ?m=1 (?m=202410 is a month). */
const isVariant = (name: string, value: string): boolean =>
  (name === 'outputtype' && value.startsWith('amp')) ||
  (name === 'm' && /^[01]?$/.test(value)) ||
  (name === 'mode' && value === 'amp');

function cleanQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .map((pair) => normaliseEscapes(pair.replace(/^(?:amp;)+/i, '')).replaceAll('%20', '+'))
    .filter((pair) => {
      const cut = pair.indexOf('=');
      const name = (cut < 0 ? pair : pair.slice(0, cut)).toLowerCase();
      const value = cut < 0 ? '' : pair.slice(cut + 1);
      return (
        name !== '' &&
        !TRACKING.has(name) &&
        !TRACKING_PREFIX.test(name) &&
        !isSession(name, value) &&
        !isVariant(name, value)
      );
    });
  return [...new Set(kept)].sort().join('&');
}

/** The path of the article that an AMP path is a copy of; the same path where that is not certain. */
function withoutAmp(path: string, host: string): string {
  const tail = /^(.+)\/amp(\/?)$/i.exec(path);
  if (tail) return `${tail[1]}${tail[2]}`;
  const head = /^\/amp(\/.+)$/i.exec(path)?.[1];
  if (head === undefined) return path;
  const byNumber = /^\/(?:\d{4}\/\d{2}\/\d{2}\/)?\d+(?:\/|$)/.test(head);
  const dated = /^\/\d{4}\/\d{2}\/(?:\d{2}\/)?(?!\d+(?:\/|$))[^/]+/.test(head);
  if (!byNumber || dated) return head;
  return AMP_IS_READ.test(host) ? `/read${head}` : path;
}

function cleanPath(path: string, host: string): string {
  const plain = normaliseEscapes(path)
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(SHARE_TAIL, '/')
    .replace(/\/{2,}/g, '/');
  return withoutAmp(plain, host) || '/';
}

/**
 * The canonical form of an http(s) address; null for anything else, for addresses over 2,000 characters, and
 * never an exception. Host in lower case, default port, credentials and fragment off; tracking and session
 * parameters off; query sorted; doubled slashes and broken share-button tails off.
 * AMP copies: '/slug/amp', '/amp/slug', '?amp=1', '?noamp=mobile' and Blogger's '?m=1' become the article's
 * address. '/amp/<number>' does only on networks where its form is known. Hosts are never rewritten (amp.x.id,
 * m.x.id, www.x.id): whether the twin exists is known only to the site, so rel=canonical and redirects decide.
 * '?page=2', '?page=all' and '?p=123' stay: they name a part or a post.
 * @param base address of the page that a relative href stands on
 */
export function canonicalUrl(href: string, base?: string): string | null {
  if (href.length > 4 * MAX_LENGTH) return null;
  const url = URL.parse(href.trim(), base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const secure = url.protocol === 'https:' || url.port === '443';
  const host = url.hostname.replace(/\.+$/, '');
  if (host === '') return null;
  const port = url.port === '443' && secure ? '' : url.port;
  let path = cleanPath(url.pathname, host);
  for (let next = cleanPath(path, host); next !== path; next = cleanPath(path, host)) path = next;
  const query = cleanQuery(url.search);
  const text = `${secure ? 'https' : 'http'}://${host}${port && `:${port}`}${path}${query && `?${query}`}`;
  return text.length <= MAX_LENGTH && URL.canParse(text) ? text : null;
}

const withoutWww = (host: string): string => host.replace(/^www\./, '');

/** The server behind an address: its host without 'www.', and the port where it is not the default one. */
export const hostKey = (url: URL): string => withoutWww(url.host);

/** The host of an address without 'www.': the outlet's name in articles. '' for what is no address. */
export const outletOf = (url: string): string => withoutWww(URL.parse(url)?.hostname ?? '');

/**
 * The same address on the site's own form: scheme and 'www.' of its home, so that http/https and www twins
 * are one address. Other hosts are left alone.
 */
export function alignToHome(url: string, home: string): string {
  const [target, own] = [URL.parse(url), URL.parse(home)];
  if (target === null || own === null) return url;
  if (hostKey(target) !== hostKey(own)) return url;
  return `${own.protocol}//${own.host}${target.pathname}${target.search}`;
}

/** What newspapers put before their host for phones and AMP copies. */
const TWINS = ['', 'm.', 'mobile.', 'wap.', 'amp.'];

/**
 * The hosts that carry a source, as hostKey() writes them: that of its home, its further ones, and the
 * mobile and AMP twins of each, whose articles say by rel=canonical or a redirect which they are.
 */
export function hostsOf({ home, hosts }: { home: string; hosts: readonly string[] }): Set<string> {
  const own = [URL.parse(home)?.host ?? '', ...hosts].map(withoutWww);
  return new Set(own.flatMap((host) => TWINS.map((twin) => twin + host)));
}
