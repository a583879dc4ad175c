// Pos Rangkiang's pages: WordPress with the Newspaper theme, its AMP copies, a photo page without text, a section page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { neighbours, scripts, shareLinks, sprite, ticker } from '../../clutter.ts';
import { longDate, printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Issue } from '../../paper.ts';
import { META, mistakeOf } from './charset.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Pos Rangkiang';

/** '/2024/10/judul-berita/' */
export function permalink(piece: Piece): string {
  const { year, month } = printed(piece.at ?? '');
  return `/${year}/${month}/${slugOf(piece.title)}/`;
}
/** '/amp/1013': nothing in it tells which article it is a copy of, only the page itself does. */
export const ampPath = (piece: Piece): string => `/amp/${1000 + numberOf(piece)}`;
/** The address before the site was moved. */
export const oldPath = (piece: Piece): string => `/berita-${1000 + numberOf(piece)}.html`;

const imageOf = (piece: Piece): string => `/wp-content/uploads/foto-${numberOf(piece)}-696x464.jpg`;
const SECTIONS = [
  'Padang',
  'Bukittinggi',
  'Payakumbuh',
  'Solok',
  'Pesisir Selatan',
  'Mentawai',
  'Riau',
  'Jambi',
  'Politik',
  'Opini',
];

const navigation = (issue: Issue): Markup =>
  markup`${sprite()}<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-wrap td-header-style-1"><div class="td-header-top-menu"><ul class="top-header-menu"><li><a href="/redaksi/">Redaksi</a></li><li><a href="/tentang/">Tentang</a></li></ul></div><div class="td-header-sp-logo"><a class="td-main-logo" href="${issue.origin}/">POS<b>RANGKIANG</b></a></div><div class="td-header-menu-wrap"><ul class="sf-menu">${SECTIONS.map((section) => markup`<li class="menu-item"><a href="/category/${slugOf(section)}/">${section}</a></li>`)}</ul></div></div><div class="td-trending-now-wrapper"><div class="td-trending-now-title">Trending</div>${ticker(1, 4).map((line) => markup`<h3 class="entry-title td-module-title"><a href="/tag/trending/">${line}</a></h3>`)}</div>`;

const module6 = (piece: Piece): Markup =>
  markup`<div class="td_module_6 td_module_wrap"><div class="td-module-thumb"><a href="${permalink(piece)}" rel="bookmark" title="${piece.title}"><img width="100" height="70" class="entry-thumb" src="${imageOf(piece)}" alt="" /></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="${permalink(piece)}" rel="bookmark">${piece.title}</a></h3><div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date updated td-module-date">${longDate(piece.at ?? '')}</time></span></div></div></div>`;

function content(piece: Piece, issue: Issue): Markup[] {
  const [also] = neighbours(issue, piece, 1);
  const inline =
    also === undefined
      ? raw('')
      : markup`<div class="td_block_wrap td_block_related_inline"><span>BACA JUGA</span> <a href="${permalink(also)}">${also.title}</a></div>\n`;
  const parts = piece.paragraphs.flatMap((text, index) => {
    const paragraph = piece.headings.includes(index)
      ? markup`<h4>${text}</h4>\n`
      : markup`<p style="text-align: justify;">${text}</p>\n`;
    return index === 1 && piece.paragraphs.length > 2 ? [paragraph, inline] : [paragraph];
  });
  return piece.credit === null
    ? parts
    : [...parts, markup`<p style="text-align: justify;"><strong>${piece.credit}</strong></p>\n`];
}

const aside = (piece: Piece, issue: Issue): Markup =>
  markup`<div class="td-pb-span4 td-main-sidebar"><div class="td-ss-main-sidebar"><aside class="widget"><h4 class="block-title"><span>Terpopuler</span></h4>${neighbours(issue, piece, 7, 6).map(module6)}</aside><aside class="widget td-a-rec"><span class="td-adspot-title">- Advertisement -</span></aside><aside class="widget"><h4 class="block-title"><span>Kategori</span></h4><ul>${SECTIONS.map((section) => markup`<li><a href="/category/${slugOf(section)}/">${section}</a></li>`)}</ul></aside></div></div>`;

const footer = markup`<div class="td-footer-wrapper"><div class="td-sub-footer-copy">&copy; Pos Rangkiang. Koran ini rekaan untuk peragaan.</div></div></div>`;

const related = (piece: Piece, issue: Issue): Markup =>
  markup`<div class="td_block_related_posts"><h4 class="td-related-title"><a class="td-related-left td-cur-simple-item" href="#">ARTIKEL TERKAIT</a><a class="td-related-right" href="#">DARI PENULIS</a></h4>${neighbours(issue, piece, 6, 1).map(module6)}</div><div class="comments" id="comments"><h3 class="comment-reply-title">TINGGALKAN KOMENTAR <small><a rel="nofollow" href="#respond">Batal balasan</a></small></h3></div>`;

const titleBlock = (piece: Piece): Markup =>
  markup`<header class="td-post-title"><ul class="td-category"><li class="entry-category"><a href="/category/${slugOf(piece.section)}/">${piece.section}</a></li></ul><h1 class="entry-title">${piece.title}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Oleh</div> <a href="/author/redaksi/">${piece.author}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${piece.at}">${longDate(piece.at ?? '')}</time></span><div class="td-post-views"><span class="td-nr-views-1">${200 + numberOf(piece)}</span></div></div></header>`;

/** A post as the theme prints it, as text; charset.ts makes bytes of it. */
export const articlePage = (piece: Piece, issue: Issue): Markup => markup`<!doctype html >
<html lang="id">
<head>${raw(META[mistakeOf(piece)])}
<title>${piece.title} - ${NAME}</title><meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="canonical" href="${issue.origin + permalink(piece)}" /><link rel="amphtml" href="${issue.origin + ampPath(piece)}" /><link rel='shortlink' href='${issue.origin}/?p=${numberOf(piece)}' />
<style>${raw(STYLE)}</style>${scripts(NAME, ['header', 'sidebar', 'content-bottom'])}</head>
<body class="post-template-default single single-post single-format-standard td-full-layout">${navigation(issue)}
<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><a class="entry-crumb" href="/">Beranda</a> <a class="entry-crumb" href="/category/${slugOf(piece.section)}/">${piece.section}</a></div></div><div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content">
<article class="post type-post status-publish format-standard">${titleBlock(piece)}
<div class="td-post-sharing-top">${shareLinks(issue.origin + permalink(piece), 'td-social-network')}</div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img width="696" height="464" class="entry-thumb" src="${imageOf(piece)}" alt="" /><figcaption class="wp-caption-text">${piece.caption}</figcaption></figure></div>
${content(piece, issue)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li>${piece.tags.map((tag) => markup`<li><a href="/tag/${slugOf(tag)}/">${tag}</a></li>`)}</ul></div><div class="td-author-name vcard author" style="display: none"><span class="fn"><a href="/author/redaksi/">${piece.author}</a></span></div></footer></article>
${related(piece, issue)}</div></div>${aside(piece, issue)}</div></div></div>${footer}</body></html>`;

/** The AMP copy: the same text, its address of record named in rel=canonical. */
export const ampPage = (piece: Piece, issue: Issue): Markup => markup`<!doctype html>
<html amp lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,minimum-scale=1"><title>${piece.title}</title><link rel="canonical" href="${issue.origin + permalink(piece)}"><style amp-boilerplate>body{animation:-amp-start 8s steps(1,end) 0s 1 normal both}</style><style amp-custom>body{font-family:Georgia,serif;margin:0 auto;max-width:640px;padding:16px}</style></head>
<body><header class="amp-wp-header"><a href="/">${NAME}</a></header><article class="amp-wp-article"><h1 class="amp-wp-title">${piece.title}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">${piece.author}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="${piece.at}">${longDate(piece.at ?? '')}</time></div><figure class="amp-wp-article-featured-image"><amp-img src="${imageOf(piece)}" width="696" height="464" layout="responsive"></amp-img></figure><div class="amp-wp-article-content">
${piece.paragraphs.map((text) => markup`<p>${text}</p>\n`)}${piece.credit !== null && markup`<p>${piece.credit}</p>`}</div></article></body></html>`;

/** A gallery: pictures and one caption, no text to read. */
export const galleryPage = (title: string, issue: Issue): Markup => markup`<!doctype html >
<html lang="id"><head><meta charset="UTF-8" /><title>${title} - ${NAME}</title><style>${raw(STYLE)}</style></head><body class="single single-post single-format-gallery">${navigation(issue)}<div class="td-container"><article class="post format-gallery"><header class="td-post-title"><h1 class="entry-title">${title}</h1></header><div class="td-post-content tagdiv-type"><figure><img src="/wp-content/uploads/galeri-1.jpg" alt="" width="696" height="464" /></figure><figure><img src="/wp-content/uploads/galeri-2.jpg" alt="" width="696" height="464" /></figure><figure><img src="/wp-content/uploads/galeri-3.jpg" alt="" width="696" height="464" /></figure></div></article></div>${footer}</body></html>`;

/** A list of headlines: the front page, and the section page that the sitemap names by mistake. */
export const listPage = (
  title: string,
  issue: Issue,
  pieces: Piece[],
): Markup => markup`<!doctype html >
<html lang="id"><head><meta charset="UTF-8" /><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1.0"><style>${raw(STYLE)}</style></head><body class="archive category">${navigation(issue)}<div class="td-container"><h1 class="entry-title td-page-title">${title}</h1>${pieces.map(module6)}<div class="page-nav"><span class="current">1</span><a href="/page/2/">2</a></div></div>${footer}</body></html>`;
