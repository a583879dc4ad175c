// Lawu Ekspres' pages: the markup of the Promedia network; long articles over several pages, with or without 'semua'.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { boldDateline, neighbours, scripts, shareLinks, sprite, ticker } from '../../clutter.ts';
import { longDate, printed } from '../../dates.ts';
import { type Markup, markup, raw, scriptJson } from '../../html.ts';
import type { Issue } from '../../paper.ts';
import { type Range, creditIn, pagesOf, printRange, wholeOf } from '../../split.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Lawu Ekspres';

const channelOf = (piece: Piece): string => slugOf(piece.section);

/** '/jawa-tengah/33113450017/judul-berita' */
export const permalink = (piece: Piece): string =>
  `/${channelOf(piece)}/${33_113_450_000 + numberOf(piece) * 13}/${slugOf(piece.title)}`;

const imageOf = (piece: Piece): string => `/crop/0x0:0x0/750x500/photo/${numberOf(piece)}.jpeg`;

/** Articles of six paragraphs and more stand on several pages, three paragraphs on each. */
export const rangesOf = (piece: Piece): Range[] =>
  piece.paragraphs.length >= 6 ? pagesOf(piece, 3) : [wholeOf(piece)];

/** Every second one of them has a link to all of it on one page. */
export const hasWhole = (piece: Piece): boolean =>
  rangesOf(piece).length > 1 && numberOf(piece) % 2 === 0;

function structured(piece: Piece, issue: Issue): Markup {
  return markup`<script type="application/ld+json">${scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': issue.origin + permalink(piece) },
    headline: piece.title,
    image: [issue.origin + imageOf(piece)],
    datePublished: piece.at,
    dateModified: piece.at,
    author: { '@type': 'Person', name: piece.author, url: `${issue.origin}/author/1187` },
    publisher: {
      '@type': 'Organization',
      name: NAME,
      logo: { '@type': 'ImageObject', url: `${issue.origin}/logo.png` },
    },
    description: (piece.paragraphs[0] ?? '').slice(0, 150),
  })}</script>`;
}

const head = (piece: Piece, issue: Issue): Markup => markup`<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${piece.title} - ${NAME}</title>
<meta name="title" content="${piece.title} - ${NAME}"><meta name="description" content="${(piece.paragraphs[0] ?? '').slice(0, 150)}"><meta name="keywords" content="${piece.tags.join(', ')}"><meta name="content_creation_date" content="${(piece.at ?? '').slice(0, 19).replace('T', ' ')}"><meta name="content_author" content="${piece.author ?? ''}"><meta name="content_editor" content="${piece.editor ?? ''}">
<meta property="og:type" content="article"><meta property="og:title" content="${piece.title} - ${NAME}"><meta property="og:url" content="${issue.origin + permalink(piece)}"><meta property="og:site_name" content="${NAME}"><meta property="og:image" content="${issue.origin + imageOf(piece)}">
<link rel="canonical" href="${issue.origin + permalink(piece)}">
${structured(piece, issue)}
<style>${raw(STYLE)}</style>${scripts(NAME, ['desktop-top', 'desktop-right-1', 'desktop-right-2', 'para-1', 'para-2', 'bottom-frame'])}
</head>`;

const CHANNELS = [
  'Solo Raya',
  'Jawa Tengah',
  'Yogyakarta',
  'Jawa Timur',
  'Jawa Barat',
  'Banten',
  'Politik',
  'Pemerintahan',
  'Olahraga',
  'Opini',
];

const navigation = markup`${sprite()}<header class="header"><div class="logo"><a href="/">lawu<b>ekspres</b></a></div><nav class="nav"><ul class="nav__wrap">${CHANNELS.map((channel) => markup`<li class="nav__item"><a href="/${slugOf(channel)}" class="nav__link">${channel}</a></li>`)}</ul></nav><div class="breaking"><span>Sorotan</span>${ticker(9, 5).map((line) => markup`<a href="/tag/sorotan">${line}</a>`)}</div></header>`;

const latest = (piece: Piece): Markup =>
  markup`<div class="latest__item"><div class="latest__img"><a href="${permalink(piece)}" class="latest__link"><img src="${imageOf(piece)}" alt="${piece.title}" width="150" height="100"></a></div><div class="latest__right"><h4 class="latest__subtitle"><a href="/${channelOf(piece)}">${piece.section}</a></h4><h2 class="latest__title"><a href="${permalink(piece)}" class="latest__link">${piece.title}</a></h2><date class="latest__date">${longDate(piece.at ?? '')} | ${printed(piece.at ?? '').time} WIB</date></div></div>`;

function content(piece: Piece, issue: Issue, range: Range): Markup[] {
  const others = neighbours(issue, piece, 4);
  const [from, to] = range;
  return printRange(piece, range, (text, index) => {
    const paragraph = markup`<p>${index === 0 ? boldDateline(markup`${text}`) : text}</p>`;
    const other = others[index - from];
    const last = index === to - 1;
    if (last || other === undefined || index % 2 === 0) return paragraph;
    return markup`${paragraph}\n<p><strong class="read__others">Baca Juga: <a href="${permalink(other)}">${other.title}</a></strong></p>`;
  });
}

/** 'Halaman: 1 2 Selanjutnya', and 'Tampilkan Semua' where the article has it. */
function paging(piece: Piece, current: number): Markup {
  const pages = rangesOf(piece);
  if (pages.length === 1) return raw('');
  const url = permalink(piece);
  return markup`<div class="paging paging--article clearfix"><div class="paging__wrap clearfix"><div class="paging__item">Halaman:</div>${pages.map((_, index) => markup`<div class="paging__item"><a href="${url}?page=${index + 1}" class="paging__link${index + 1 === current ? ' paging__link--active' : ''}">${index + 1}</a></div>`)}${current < pages.length && markup`<div class="paging__item"><a href="${url}?page=${current + 1}" class="paging__link paging__link--next">Selanjutnya</a></div>`}</div>${hasWhole(piece) && markup`<div class="paging__all"><a href="${url}?page=all" class="paging__link paging__link--show">Tampilkan Semua</a></div>`}</div>`;
}

/** A page of an article: number `current` with these paragraphs. 0 is the whole on one page. */
export function articlePage(piece: Piece, issue: Issue, current: number): Markup {
  const at = piece.at ?? '';
  const range = current === 0 ? wholeOf(piece) : (rangesOf(piece)[current - 1] ?? wholeOf(piece));
  const credit = creditIn(piece, range);
  return markup`<!DOCTYPE html>
<html lang="id">
${head(piece, issue)}
<body>${navigation}
<div class="container"><div class="row"><section class="main"><ul class="breadcrumb"><li class="breadcrumb__item"><a href="/" class="breadcrumb__link">Home</a></li><li class="breadcrumb__item"><a href="/${channelOf(piece)}" class="breadcrumb__link">${piece.section}</a></li></ul>
<section class="read"><div class="read__header"><h1 class="read__title">${piece.title}</h1><div class="read__info"><div class="read__info__author"><a href="/author/1187">${piece.author}</a></div><div class="read__info__date">- ${longDate(at)} | ${printed(at).time} WIB</div></div></div>
<div class="social social--article">${shareLinks(issue.origin + permalink(piece), 'social__link')}</div>
<div class="photo"><div class="photo__img"><img src="${imageOf(piece)}" alt="${piece.caption}" width="750" height="500"></div><div class="photo__caption">${piece.caption}</div></div>
<div class="read__content"><article class="read__article clearfix">
${content(piece, issue, range)}
${credit !== null && markup`<p>${credit}</p>`}
</article></div>
${paging(piece, current)}
<div class="read__info__editor"><p>Editor: <a href="/editor/22">${piece.editor}</a></p></div>
<div class="read__google">Ikuti berita dan update Lawu Ekspres lainnya di <a href="/google-news">Google News</a></div>
<div class="read__tagging"><h4>Tags</h4><ul class="tag__list">${piece.tags.map((tag) => markup`<li class="tag__item"><a href="/tag/${slugOf(tag)}" class="tag__link">${tag}</a></li>`)}</ul></div></section>
<section class="latest"><h3 class="title__default">Terkini</h3>${neighbours(issue, piece, 10, 4).map(latest)}</section>
<section class="komentar"><h3>Komentar</h3><p>Bagaimana tanggapan Anda? Tulis komentar dengan bijak.</p></section></section>
<aside class="side"><section class="most"><h3 class="title__default">Terpopuler</h3><div class="most__wrap">${neighbours(issue, piece, 6, 15).map((other, index) => markup`<div class="most__item"><div class="most__number">${index + 1}</div><div class="most__right"><a href="${permalink(other)}" class="most__link"><h2 class="most__title">${other.title}</h2></a></div></div>`)}</div></section><div class="ads">ADVERTISEMENT</div></aside></div></div>
<footer class="footer"><p>&copy; Lawu Ekspres. Koran ini rekaan untuk peragaan.</p><a href="/tentang">Tentang Kami</a> <a href="/redaksi">Redaksi</a> <a href="/pedoman">Pedoman Media Siber</a></footer></body></html>`;
}

/** The front page: every article of the issue. */
export const homePage = (issue: Issue): Markup => markup`<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${NAME}</title><style>${raw(STYLE)}</style></head><body>${navigation}<div class="container"><section class="latest">${issue.pieces.map(latest)}</section></div></body></html>`;
