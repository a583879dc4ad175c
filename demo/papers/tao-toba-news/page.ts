// Tao Toba News' pages: a post in the markup of a Blogger theme with its gadgets, and the front page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf } from '../../articles.ts';
import { PROVINCES, neighbours, scripts, shareLinks, sprite, ticker } from '../../clutter.ts';
import { longDate, printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Issue } from '../../paper.ts';
import { NAME, imageOf, permalink, postBody } from './post.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');

const LABELS = [
  'Daerah',
  'Hukum',
  'Medan',
  'Nias',
  'Pemerintahan',
  'Pilkada',
  'Politik',
  'Samosir',
  'Tapanuli',
  'Toba',
];

const head = (title: string, url: string): Markup =>
  markup`<head>
<meta content='width=device-width, initial-scale=1' name='viewport'/>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<link href='${url}' rel='canonical'/>
<title>${title}</title>
<style type='text/css'>${raw(STYLE)}</style>
${scripts(NAME, ['atas', 'samping', 'bawah'])}
</head>`;

const header = (issue: Issue): Markup =>
  markup`${sprite()}<header id='header-wrapper'><div class='header section' id='header'><div class='widget Header' data-version='1' id='Header1'><div class='titlewrapper'><h1 class='title'><a href='${issue.origin}/'>${NAME}</a></h1></div><p class='description'><span>Kabar dari tepian danau</span></p></div></div>
<div class='widget PageList' id='PageList1'><ul>${LABELS.map((label) => markup`<li><a href='/search/label/${label}'>${label}</a></li>`)}</ul></div></header>
<div class='widget HTML' id='HTML2'><div class='widget-content ticker'><b>Sekilas:</b> ${ticker(2, 4).map((line) => markup`<a href='/search/label/Sekilas'>${line}</a> `)}</div></div>`;

const gadgets = (issue: Issue, piece: Piece): Markup =>
  markup`<aside id='sidebar-wrapper'><div class='sidebar section' id='sidebar'>
<div class='widget BlogSearch'><form action='/search'><input name='q' placeholder='Cari di blog ini' type='text'/><input type='submit' value='Telusuri'/></form></div>
<div class='widget PopularPosts' id='PopularPosts1'><h2>Terpopuler</h2><div class='widget-content popular-posts'><ul>${neighbours(issue, piece, 7, 8).map((other) => markup`<li><div class='item-thumbnail'><a href='${permalink(other)}'><img alt='' border='0' src='${imageOf(other)}' width='72' height='72'/></a></div><div class='item-title'><a href='${permalink(other)}'>${other.title}</a></div></li>`)}</ul></div></div>
<div class='widget Label' id='Label1'><h2>Label</h2><ul>${PROVINCES.map((province, index) => markup`<li><a dir='ltr' href='/search/label/${encodeURIComponent(province)}'>${province}</a> <span dir='ltr'>(${90 - index})</span></li>`)}</ul></div>
<div class='widget BlogArchive' id='BlogArchive1'><h2>Arsip Blog</h2><ul class='hierarchy'>${[2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018].map((year) => markup`<li class='archivedate'><a class='post-count-link' href='/${year}/'>${year}</a> <span class='post-count'>(${year % 40})</span></li>`)}</ul></div>
</div></aside>`;

const footer = markup`<footer id='footer-wrapper'><div class='widget Attribution'>Copyright &copy; ${NAME}. Koran ini rekaan untuk peragaan. Diberdayakan oleh <a href='https://www.blogger.com' rel='nofollow'>Blogger</a>.</div></footer>`;

function post(piece: Piece, issue: Issue): Markup {
  const at = piece.at ?? '';
  const url = issue.origin + permalink(piece);
  const { weekday, day, monthName, year } = printed(at);
  return markup`<div class='date-outer'><h2 class='date-header'><span>${weekday}, ${day} ${monthName} ${year}</span></h2><div class='date-posts'><div class='post-outer'>
<div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>
<meta content='${issue.origin + imageOf(piece)}' itemprop='image_url'/>
<meta content='4412270098117' itemprop='blogId'/><meta content='${numberOf(piece)}' itemprop='postId'/>
<a name='${numberOf(piece)}'></a>
<h3 class='post-title entry-title' itemprop='name'>${piece.title}</h3>
<div class='post-header'><div class='post-header-line-1'></div></div>
<div class='share-atas'>${shareLinks(url, 'bagikan')}</div>
<div class='post-body entry-content' id='post-body-${numberOf(piece)}' itemprop='description articleBody'>
${postBody(piece, issue)}
<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'>${piece.author !== null && markup`<span class='post-author vcard'>Diposting oleh <span class='fn' itemprop='author' itemscope='itemscope' itemtype='http://schema.org/Person'><meta content='https://www.blogger.com/profile/0117' itemprop='url'/><a class='g-profile' href='https://www.blogger.com/profile/0117' rel='author'><span itemprop='name'>${piece.author}</span></a></span></span>`}
<span class='post-timestamp'>di <meta content='${url}' itemprop='url'/><a class='timestamp-link' href='${url}' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='${at}'>${printed(at).time}</abbr></a></span>
<span class='post-comment-link'></span></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>Label: <a href='/search/label/${encodeURIComponent(piece.section)}' rel='tag'>${piece.section}</a></span></div></div>
</div>
<div class='related-posts'><h4>Artikel Terkait</h4><ul>${neighbours(issue, piece, 5, 2).map((other) => markup`<li><a href='${permalink(other)}'>${other.title}</a></li>`)}</ul></div>
<div class='comments' id='comments'><a name='comments'></a><h4>Tidak ada komentar:</h4><p class='comment-footer'><a href='#comment-form'>Posting Komentar</a></p></div>
</div></div></div>`;
}

/** A post as the theme prints it. */
export function articlePage(piece: Piece, issue: Issue): Markup {
  const [newer, older] = neighbours(issue, piece, 2, 4);
  return markup`<!DOCTYPE html>
<html class='v2' dir='ltr' lang='id' xmlns='http://www.w3.org/1999/xhtml'>
${head(`${piece.title} - ${NAME}`, issue.origin + permalink(piece))}
<body class='loading'>${header(issue)}
<div id='content-wrapper'><main id='main-wrapper'><div class='main section' id='main'><div class='widget Blog' data-version='1' id='Blog1'><div class='blog-posts hfeed'>
${post(piece, issue)}
</div><div class='blog-pager' id='blog-pager'>${newer !== undefined && markup`<a class='blog-pager-newer-link' href='${permalink(newer)}'>Posting Lebih Baru</a>`} ${older !== undefined && markup`<a class='blog-pager-older-link' href='${permalink(older)}'>Posting Lama</a>`} <a class='home-link' href='/'>Beranda</a></div></div></div></main>
${gadgets(issue, piece)}</div>${footer}</body></html>`;
}

/** The front page: every article of the issue. */
export const homePage = (issue: Issue): Markup => markup`<!DOCTYPE html>
<html class='v2' dir='ltr' lang='id'>${head(NAME, `${issue.origin}/`)}
<body>${header(issue)}<div id='content-wrapper'><main id='main-wrapper'><div class='blog-posts hfeed'>${issue.pieces.map((piece) => markup`<div class='post'><h3 class='post-title'><a href='${permalink(piece)}'>${piece.title}</a></h3><p class='tanggal'>${longDate(piece.at ?? '')}</p></div>`)}</div></main></div>${footer}</body></html>`;
