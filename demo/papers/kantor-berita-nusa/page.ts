// Kantor Berita Nusa's pages: an article in the markup of a national news agency, and the front page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import {
  PROVINCES,
  boldDateline,
  neighbours,
  scripts,
  shareLinks,
  sprite,
  ticker,
} from '../../clutter.ts';
import { longDate, printed, zoneWord } from '../../dates.ts';
import { type Markup, markup, raw, scriptJson } from '../../html.ts';
import type { Issue } from '../../paper.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Kantor Berita Nusa';

/** '/berita/4012345/judul-berita' */
export const permalink = (piece: Piece): string =>
  `/berita/${4_000_000 + numberOf(piece) * 131}/${slugOf(piece.title)}`;

const imageOf = (piece: Piece): string => `/cache/800x450/foto/${numberOf(piece)}.jpg`;

/** The whole text as one string, 'Baca juga' in it: agencies fill articleBody from the editor's field. */
function structured(piece: Piece, issue: Issue): Markup {
  const [also] = neighbours(issue, piece, 1);
  const body = [...piece.paragraphs];
  if (also !== undefined) body.splice(2, 0, `Baca juga: ${also.title}`);
  return markup`<script type="application/ld+json">${scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': issue.origin + permalink(piece) },
    headline: piece.title,
    image: { '@type': 'ImageObject', url: issue.origin + imageOf(piece), width: 800, height: 450 },
    datePublished: piece.at,
    dateModified: piece.at,
    author: { '@type': 'Person', name: piece.author ?? NAME },
    editor: { '@type': 'Person', name: piece.editor ?? NAME },
    publisher: { '@type': 'Organization', name: NAME },
    description: (piece.paragraphs[0] ?? '').slice(0, 140),
    articleBody: body.join(' '),
  })}</script>
<script type="application/ld+json">${scriptJson({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, item: { '@id': `${issue.origin}/`, name: 'Beranda' } },
      {
        '@type': 'ListItem',
        position: 2,
        item: { '@id': `${issue.origin}/daerah`, name: piece.section },
      },
    ],
  })}</script>`;
}

function head(piece: Piece, issue: Issue): Markup {
  const url = issue.origin + permalink(piece);
  const lead = (piece.paragraphs[0] ?? '').slice(0, 155);
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${piece.title} - ${NAME}</title>
<meta name="description" content="${lead}"><meta name="keywords" content="${piece.tags.join(', ')}">
<meta property="og:title" content="${piece.title}"><meta property="og:type" content="article"><meta property="og:url" content="${url}"><meta property="og:image" content="${issue.origin + imageOf(piece)}"><meta property="og:site_name" content="${NAME}">
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/rss+xml" title="Terkini" href="/rss/terkini.xml">
${structured(piece, issue)}
<style>${raw(STYLE)}</style>${scripts(NAME, ['leaderboard', 'mrec-1', 'mrec-2', 'parallax', 'bawah'])}
</head>`;
}

const navigation = markup`${sprite()}<div id="main-container"><header class="header-area"><div class="logo"><a href="/">KBN</a><span>${NAME}</span></div><nav id="navbar-collapse"><ul class="nav navbar-nav"><li><a href="/">Beranda</a></li><li><a href="/nasional">Nasional</a></li><li><a href="/politik">Politik</a></li><li class="dropdown"><a href="/daerah">Daerah</a><ul class="dropdown-menu">${PROVINCES.map((province) => markup`<li><a href="/daerah/${slugOf(province)}">${province}</a></li>`)}</ul></li><li><a href="/olahraga">Olahraga</a></li><li><a href="/foto">Foto</a></li></ul></nav></header>`;

const breaking = (issue: Issue): Markup =>
  markup`<div class="breaking-news"><span>Top News</span><ul>${ticker(issue.pieces.length + 1, 4).map((line) => markup`<li><a href="/top-news">${line}</a></li>`)}</ul></div>`;

const simplePost = (piece: Piece): Markup =>
  markup`<article class="simple-post simple-big clearfix"><div class="simple-thumb"><a href="${permalink(piece)}" title="${piece.title}"><img class="lazy" src="${imageOf(piece)}" data-src="${imageOf(piece)}" alt="${piece.title}"></a></div><header><h3><a href="${permalink(piece)}" title="${piece.title}">${piece.title}</a></h3><p class="simple-share"><span class="text-muted">${piece.at !== null && longDate(piece.at)}</span></p></header></article>`;

/** Paragraphs with what the agency puts between them: an advertisement, two lines of 'Baca juga'. */
function content(piece: Piece, issue: Issue): Markup[] {
  const [first, second] = neighbours(issue, piece, 2);
  const also = (other: Piece | undefined): Markup =>
    markup`${other !== undefined && markup`<p><span class="baca-juga"><b>Baca juga: </b><a href="${issue.origin + permalink(other)}" title="${other.title}">${other.title}</a></span></p>`}`;
  const between: Record<number, Markup> = {
    0: markup`<div class="paradetail-ads"><p class="para_caption">ADVERTISEMENT</p><div id="div-gpt-ad-1600000000000-0"></div><p class="para_caption">SCROLL TO RESUME CONTENT</p></div>`,
    1: also(first),
    3: also(second),
  };
  return piece.paragraphs.flatMap((text, index) => {
    const plain = markup`${text}`;
    const paragraph = piece.headings.includes(index)
      ? markup`<h3>${text}</h3>`
      : markup`<p>${index === 0 ? boldDateline(plain) : plain}</p>`;
    const last = index === piece.paragraphs.length - 1;
    return last ? [paragraph] : [paragraph, between[index] ?? raw('')];
  });
}

const credit = (piece: Piece): Markup =>
  markup`${piece.credit !== null && markup`<p>${piece.credit}</p>`}<p class="text-muted mt10 small">${piece.author !== null && markup`Pewarta : ${piece.author}<br>`}${piece.editor !== null && markup`Editor : ${piece.editor}<br>`}COPYRIGHT &copy; KBN ${printed(piece.at ?? '').year}</p><p class="mt10 small dilarang">Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini tanpa izin tertulis dari Kantor Berita Nusa.</p>`;

/** An article as the agency prints it. */
export function articlePage(piece: Piece, issue: Issue): Markup {
  const at = piece.at ?? '';
  const url = issue.origin + permalink(piece);
  return markup`<!DOCTYPE html>
<html lang="id">
${head(piece, issue)}
<body class="article-page">${navigation}${breaking(issue)}
<div class="container"><div class="row"><div class="col-md-8"><section class="content-post clearfix"><ol class="breadcrumb"><li><a href="/">Beranda</a></li><li><a href="/daerah">${piece.section}</a></li></ol>
<article class="post-wrapper clearfix" itemscope itemtype="http://schema.org/NewsArticle"><header class="post-header clearfix"><h1 class="post-title">${piece.title}</h1><p class="simple-share"><span class="article-date"><i class="fa fa-clock-o"></i> ${longDate(at)} ${printed(at).time} ${zoneWord(at)}</span> <span class="baca-waktu">| 2 menit baca</span></p><div class="share-bar">${shareLinks(url, 'bagi')}</div></header>
<figure class="image-overlay"><img src="${imageOf(piece)}" alt="${piece.title}" width="800" height="450"><figcaption class="wp-caption-text">${piece.caption}</figcaption></figure>
<div class="post-content clearfix">
${content(piece, issue)}
${credit(piece)}
</div>
<footer class="post-meta"><div class="tags-widget clearfix"><p>Tags:</p><ul>${piece.tags.map((tag) => markup`<li><a href="/tag/${slugOf(tag)}" title="${tag}">${tag}</a></li>`)}</ul></div><div class="komentar">Komentar<p>Komentar menjadi tanggung jawab anda sesuai UU ITE.</p></div></footer></article></section>
<section class="content-widget related"><header class="bar-title"><h2>Berita Terkait</h2></header>${neighbours(issue, piece, 9, 2).map(simplePost)}</section></div>
<div class="col-md-4 sidebar"><aside class="widget clearfix"><header><h4>Terpopuler</h4></header>${neighbours(issue, piece, 8, 12).map(simplePost)}</aside><aside class="widget"><header><h4>Rilis Pers</h4></header><ul>${ticker(7, 5).map((line) => markup`<li><a href="/rilis-pers">${line}</a></li>`)}</ul></aside></div></div></div>
<footer class="bottom-footer"><p>Copyright &copy; ${NAME}. Kantor berita ini rekaan untuk peragaan.</p><ul><li><a href="/ketentuan">Ketentuan Penggunaan</a></li><li><a href="/tentang">Tentang Kami</a></li><li><a href="/pedoman">Pedoman Media Siber</a></li></ul></footer></div></body></html>`;
}

/** The front page: every article of the issue. */
export const homePage = (issue: Issue): Markup => markup`<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${NAME}</title><link rel="alternate" type="application/rss+xml" title="Terkini" href="/rss/terkini.xml"><style>${raw(STYLE)}</style></head>
<body>${navigation}${breaking(issue)}<div class="container"><section class="content-widget">${issue.pieces.map(simplePost)}</section></div></div></body></html>`;
