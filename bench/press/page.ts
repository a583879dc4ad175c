// An article → its page in one of five make-ups, 60 to 120 KB, as Indonesian news sites print them.
import { type PressArticle, articleOf } from './article.ts';
import { type Clutter, teaser } from './clutter.ts';

type Frame = { article: PressArticle; name: string; body: string };

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const LONG_DAY = new Intl.DateTimeFormat('id', { dateStyle: 'full', timeZone: 'UTC' });

/** 'Rabu, 20 November 2024 | 12:00 WIB' */
function longDate(published: string): string {
  const day = LONG_DAY.format(new Date(`${published.slice(0, 19)}Z`));
  return `${day} | ${published.slice(11, 16)} WIB`;
}

const jsonLd = (type: string, { article, name }: Frame): string =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name, potentialAction: { '@type': 'SearchAction', target: '/?s={q}' } },
      {
        '@type': type,
        headline: article.title,
        datePublished: article.published,
        dateModified: article.published,
        author: { '@type': 'Person', name: article.author },
        articleSection: article.section,
        publisher: { '@type': 'Organization', name },
      },
    ],
  })}</script>`;

const wordpress = (frame: Frame): string => {
  const { article, body } = frame;
  return `${jsonLd('NewsArticle', frame)}<article class="post type-post status-publish hentry"><header class="entry-header"><h1 class="entry-title">${article.title}</h1><div class="entry-meta"><span class="author vcard"><a class="url fn n" href="/author/redaksi/">${article.author}</a></span> <time class="entry-date published" datetime="${article.published}">${longDate(article.published)}</time></div></header><div class="entry-content">${body}</div></article>`;
};

const tribun = (frame: Frame): string => {
  const { article, body } = frame;
  return `${jsonLd('NewsArticle', frame)}<div class="content" id="article"><h1 class="f50 black2 f400 crimson" id="arttitle">${article.title}</h1><div class="mt10"><time class="grey">Tayang: ${longDate(article.published)}</time></div><div class="credit"><div id="penulis">Penulis: ${article.author}</div></div><div class="side-article txt-article multi-fontsize">${body}</div></div>`;
};

const disway = ({ article, body }: Frame): string =>
  `<div class="post"><h1 class="text-black">${article.title}</h1><div class="date"><span class="reporter">Reporter: ${article.author}</span> | ${longDate(article.published)}</div><div class="content-article" itemprop="articleBody">${body}</div></div>`;

const blogger = (frame: Frame): string => {
  const { article, body } = frame;
  return `${jsonLd('BlogPosting', frame)}<div class="post hentry"><h1 class="post-title entry-title">${article.title}</h1><div class="post-header">oleh <span class="fn">${article.author}</span> <abbr class="published" title="${article.published}">${longDate(article.published)}</abbr></div><div class="post-body entry-content">${body}</div></div>`;
};

const plain = ({ article, body }: Frame): string =>
  `<section class="detail"><h1>${article.title}</h1><p class="info">${longDate(article.published)} - ${article.author}</p><div class="isi">${body}</div></section>`;

const THEMES = [wordpress, tribun, disway, blogger, plain] as const;

function bodyOf(host: number, number: number, paragraphs: string[]): string {
  const related = articleOf(host, number + 1);
  return paragraphs
    .map((text, index) => {
      const aside =
        index === 3
          ? `\n<p class="baca-juga"><strong>Baca juga: <a href="${related.path}">${related.title}</a></strong></p>`
          : '';
      return `<p>${text}</p>${aside}`;
    })
    .join('\n<div class="ads-inline" data-slot="in-article"></div>\n');
}

/** The HTML of an article. Its canonical address has no host, so that a site may be served from anywhere. */
export function pageOf(host: number, number: number, clutter: Clutter): string {
  const article = articleOf(host, number);
  const name = `Harian ${article.city}`;
  const theme = THEMES[(host - 1) % THEMES.length] ?? plain;
  const body = bodyOf(host, number, article.paragraphs);
  const related = Array.from({ length: 10 }, (_, n) =>
    teaser(host, number + n + 2, 'related-post'),
  ).join('\n');
  const summary = quoted((article.paragraphs[0] ?? '').slice(0, 150));
  return `<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>${article.title} - ${name}</title>
<link rel="canonical" href="${article.path}"><meta name="description" content="${summary}">
<meta property="og:type" content="article"><meta property="og:title" content="${quoted(article.title)}"><meta property="og:site_name" content="${name}">
<meta property="article:published_time" content="${article.published}"><meta property="article:section" content="${article.section}"><meta name="author" content="${article.author}">
<link rel="alternate" type="application/rss+xml" href="/feed/">
${clutter.head}</head>
<body class="single single-post"><header class="site-header"><a href="/">${name}</a><nav>${clutter.menu}</nav></header>
<main class="site-main">${theme({ article, name, body })}
<div class="tags">Tag: <a href="/tag/pilkada/" rel="tag">Pilkada 2024</a> <a href="/tag/${article.section.toLowerCase()}/" rel="tag">${article.section}</a></div>
<section class="related"><h2>Berita terkait</h2>${related}</section></main>
<aside class="sidebar"><h2>Terpopuler</h2>${clutter.sidebar}</aside>
<footer class="site-footer">${clutter.footer}</footer></body></html>
`;
}
