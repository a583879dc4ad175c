// Routes of a small newspaper for tests: twelve articles, one a day until today, and lists that name them.
import type { Route } from '../press-server.ts';

const DAY = 86_400_000;
const WORDS =
  'Wali kota mengingatkan seluruh pegawai agar tidak memihak pasangan mana pun selama masa kampanye berlangsung di daerah ini. ';
export const TITLES = Array.from(
  { length: 12 },
  (_, at) => `Wali Kota Ingatkan ASN Bersikap Netral, Bagian ke-${at + 1}`,
);
export const paths = TITLES.map((_, at) => `/berita/${at + 1}`);

export const article = (title: string, at: string): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="${at}"></head><body><article><h1>${title}</h1>${[1, 2, 3, 4].map((count) => `<p>${count}. ${WORDS.repeat(count)}</p>`).join('')}</article></body></html>`;

export const home = (body = ''): string =>
  `<!doctype html><html><head><title>Kabar Contoh</title></head><body><h1>Kabar Contoh</h1><p>${WORDS.repeat(4)}</p>${body}</body></html>`;

/** Twelve articles, one a day until today. */
const momentOf = (at: number): string => new Date(Date.now() - at * DAY).toISOString();
export const articles = (): Record<string, Route> =>
  Object.fromEntries(
    TITLES.map((title, at) => [`/berita/${at + 1}`, article(title, momentOf(at))]),
  );

export const feedOf =
  (age = 0): Route =>
  (response, request) => {
    const origin = `http://${request.headers.host}`;
    const items = paths.map(
      (path, at) =>
        `<item><title>${TITLES[at]}</title><link>${origin}${path}</link><pubDate>${new Date(Date.now() - (at + age) * DAY).toUTCString()}</pubDate></item>`,
    );
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel>${items.join('')}</channel></rss>`,
    );
  };
export const headlines = paths
  .map((path, at) => `<h3><a href="${path}">${TITLES[at]}</a></h3>`)
  .join('');
export const healthy = (): Record<string, Route> => ({
  '/': home(),
  '/feed/': feedOf(),
  ...articles(),
});

/** The posts route of a site whose clock shows `local` for a moment in UTC. */
const postsOf =
  (local: (at: string) => string): Route =>
  (response, request) => {
    const origin = `http://${request.headers.host}`;
    const posts = paths.map((path, at) => {
      const utc = momentOf(at).slice(0, 19);
      return {
        link: origin + path,
        title: { rendered: TITLES[at] },
        date: local(utc),
        date_gmt: utc,
        modified: utc,
        modified_gmt: utc,
      };
    });
    response.setHeader('x-wp-total', '812').end(JSON.stringify(posts));
  };
export const wordpress = (local: (at: string) => string): Record<string, Route> => ({
  ...healthy(),
  '/': home('<img src="/wp-content/uploads/a.jpg">'),
  '/wp-json/wp/v2/posts': postsOf(local),
});
export const ahead =
  (hours: number) =>
  (utc: string): string =>
    new Date(Date.parse(`${utc}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
