// Jurnal Pala's pages: the markup of the Tribun network; long articles under ?page=2 and ?page=all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { boldDateline, neighbours, scripts, shareLinks, sprite, ticker } from '../../clutter.ts';
import { longDate, printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Entry, Issue } from '../../paper.ts';
import { type Range, creditIn, pagesOf, printRange, wholeOf } from '../../split.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Jurnal Pala';

/** '/2024/10/25/judul-berita' */
export function permalink(piece: Piece): string {
  const { year, month, day } = printed(piece.at ?? '');
  return `/${year}/${month}/${day}/${slugOf(piece.title)}`;
}

/** Articles of six paragraphs and more stand on two pages. */
export const rangesOf = (piece: Piece): Range[] =>
  piece.paragraphs.length >= 6
    ? pagesOf(piece, Math.ceil(piece.paragraphs.length / 2))
    : [wholeOf(piece)];

const imageOf = (piece: Piece): string => `/foto/bank/images/${numberOf(piece)}.jpg`;

const navigation = markup`${sprite()}<div class="header"><div class="logo"><a href="/">JURNAL<span>PALA</span>.COM</a></div><ul class="main-nav">${['Ambon', 'Ternate', 'Tidore', 'Halmahera', 'Seram', 'Buru', 'Kei', 'Tanimbar', 'Politik', 'Olahraga'].map((name) => markup`<li><a href="/topic/${slugOf(name)}">${name}</a></li>`)}</ul><div class="tagmenu"><b>TOPIK</b> ${ticker(8, 4).map((line) => markup`<a href="/topic/hari-ini">${line}</a> `)}</div></div>`;

const listItem = (piece: Piece): Markup =>
  markup`<li class="p1520 art-list pos_rel"><div class="fr mt5 pos_rel"><a href="${permalink(piece)}" title="${piece.title}"><img src="${imageOf(piece)}" height="90" width="120" class="shou2 bgwhite" alt="${piece.title}"></a></div><div class="mr140"><h3 class="f20 ln24 fbo"><a href="${permalink(piece)}" class="fbo2 f20 ln24">${piece.title}</a></h3><div class="grey pt5"><time class="foot timeago" title="${(piece.at ?? '').slice(0, 19).replace('T', ' ')}">${longDate(piece.at ?? '')}</time></div></div></li>`;

function content(piece: Piece, issue: Issue, range: Range): Markup[] {
  const others = neighbours(issue, piece, 4);
  const [from, to] = range;
  return printRange(piece, range, (text, index) => {
    const paragraph = markup`<p>${index === 0 ? boldDateline(markup`${text}`) : text}</p>\n`;
    const other = others[index - from];
    if (other === undefined || index === to - 1 || (index - from) % 2 === 0) return paragraph;
    return markup`${paragraph}<p class="baca">Baca juga: <strong><a href="${permalink(other)}" target="_blank" title="${other.title}">${other.title}</a></strong></p>\n`;
  });
}

function paging(piece: Piece, current: number): Markup {
  const pages = rangesOf(piece);
  if (pages.length === 1) return raw('');
  const url = permalink(piece);
  return markup`<div class="paging mb20 align-center">${current === 0 ? markup`<span class="grey">Halaman all dari ${pages.length}</span>` : markup`<span class="grey">Halaman ${current}/${pages.length}</span>`} <a class="paging" href="${url}?page=1">1</a> <a class="paging" href="${url}?page=2">2</a> ${current === 1 && markup`<a href="${url}?page=2">Selanjutnya</a> `}<a href="${url}?page=all">Tampilkan Semua Halaman</a></div>`;
}

/** A page of an article: number `current`; 0 is the whole on one page. */
export function articlePage(piece: Piece, issue: Issue, current: number): Markup {
  const at = piece.at ?? '';
  const range = current === 0 ? wholeOf(piece) : (rangesOf(piece)[current - 1] ?? wholeOf(piece));
  const url = issue.origin + permalink(piece);
  const credit = creditIn(piece, range);
  const page = current > 1 ? ` - Halaman ${current}` : '';
  return markup`<!DOCTYPE html>
<html lang="id-ID">
<head><meta charset="utf-8"><title>${piece.title}${page} - ${NAME}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="canonical" href="${url}">
<meta name="description" content="${(piece.paragraphs[0] ?? '').slice(0, 140)}"><meta name="keywords" content="${piece.tags.join(',')}"><meta property="og:title" content="${piece.title} - ${NAME}"><meta property="og:type" content="article"><meta property="og:url" content="${url}"><meta property="og:image" content="${issue.origin + imageOf(piece)}"><meta name="tribunnews:published" content="${at}">
<style>${raw(STYLE)}</style>${scripts(NAME, ['skyscraper', 'center-1', 'right-1', 'right-2', 'bawah-artikel'])}</head>
<body id="bodyart">${navigation}<div class="main"><div class="content"><div class="fl w677"><div id="article"><ul class="breadcrumb"><li><a href="/"><span>Home</span></a></li><li><a href="/topic/${slugOf(piece.section)}"><span>${piece.section}</span></a></li></ul>
<h1 class="f50 black2 f400 crimson" id="arttitle">${piece.title}</h1>
<div class="mt10"><time class="grey"><span>Tayang: </span>${longDate(at)} ${printed(at).time} WIT</time></div>
<div class="credit mt10"><div id="penulis">Penulis: <a href="/penulis/1">${piece.author}</a></div> <div id="editor">Editor: <a href="/editor/2">${piece.editor}</a></div></div>
<div class="share-btn">${shareLinks(url, 'sharebtn')}</div>
<div id="artimg" class="pt20"><div class="pb20 pos_rel"><img src="${imageOf(piece)}" class="imgfull" alt="${piece.title}" width="700" height="393"><div class="arial f12 pt5 grey2">${piece.caption}</div></div></div>
<div class="side-article txt-article multi-fontsize editcontent" id="article_con">
<div class="ads-placeholder">Ringkasan Berita dan iklan</div>
${content(piece, issue, range)}${credit !== null && markup`<p>${credit}</p>`}
${paging(piece, current)}
<div class="side-article mb5"><p class="baca-wa">Ikuti kami di <a href="/wa">WhatsApp Channel</a> dan <a href="/gn">Google News</a></p></div>
</div>
<div class="mb10 f16 ln24 mb10 mt5"><b class="bluelagu">Tags:</b> ${piece.tags.map((tag) => markup`<h5 class="tagcloud3"><a class="rd2" href="/tag/${slugOf(tag)}">${tag}</a></h5> `)}</div></div>
<div class="lsi mt20"><h3>Berita Terkait</h3><ul>${neighbours(issue, piece, 6, 1).map((other) => markup`<li><h3><a href="${permalink(other)}">${other.title}</a></h3></li>`)}</ul></div>
<div id="latestul" class="mt20"><h3>Berita Terkini</h3><ul>${neighbours(issue, piece, 10, 7).map(listItem)}</ul></div></div>
<div class="fr w306"><div class="box"><h3 class="judul">Terpopuler</h3><ul>${neighbours(issue, piece, 6, 9).map((other) => markup`<li><a href="${permalink(other)}">${other.title}</a></li>`)}</ul></div></div></div></div>
<div class="footer">&copy; ${printed(at).year} Jurnal Pala Network. All Right Reserved. Koran ini rekaan untuk peragaan. <a href="/about">About Us</a> <a href="/redaksi">Redaksi</a></div></body></html>`;
}

/** One page of the index of all news; also the front page. */
export const indexPage = (
  entries: Entry[],
  issue: Issue,
  page: number,
  more: boolean,
): Markup => markup`<!DOCTYPE html>
<html lang="id-ID"><head><meta charset="utf-8"><title>Indeks Berita - ${NAME}</title><style>${raw(STYLE)}</style></head><body>${navigation}<div class="main"><div class="content"><div class="fl w677"><ul class="lsi">${entries.map((entry) => (entry.piece === null ? markup`<li class="art-list"><h3><a href="${entry.path}">${entry.title}</a></h3></li>` : listItem(entry.piece)))}</ul><div class="paging" id="paging">${page > 1 && markup`<a href="/index-news?page=${page - 1}">Prev</a> `}<b>${page}</b> ${more && markup`<a class="selanjutnya" href="/index-news?page=${page + 1}">Next</a>`}</div></div></div></div><div class="footer">&copy; Jurnal Pala, ${issue.pieces.length} berita</div></body></html>`;
