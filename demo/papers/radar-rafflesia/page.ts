// Radar Rafflesia's pages: the markup of the Disway network; further pages under '/15', '/30' after the address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { neighbours, scripts, shareLinks, sprite, ticker } from '../../clutter.ts';
import { printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Issue } from '../../paper.ts';
import { type Range, creditIn, pagesOf, printRange, wholeOf } from '../../split.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Radar Rafflesia';

/** '/read/66123/judul-berita' */
export const permalink = (piece: Piece): string =>
  `/read/${66_000 + numberOf(piece)}/${slugOf(piece.title)}`;

/** Articles of six paragraphs and more stand on several pages, four paragraphs on each. */
export const rangesOf = (piece: Piece): Range[] =>
  piece.paragraphs.length >= 6 ? pagesOf(piece, 4) : [wholeOf(piece)];

/** Address of page 1, 2, …: nothing, '/15', '/30' … behind the address. */
export const pagePath = (piece: Piece, page: number): string =>
  page === 1 ? permalink(piece) : `${permalink(piece)}/${(page - 1) * 15}`;

const imageOf = (piece: Piece): string => `/upload/${numberOf(piece)}.jpg`;

/** 'Senin 07-10-2024,10:23 WIB' */
function stamp(at: string): string {
  const { weekday, day, month, year, time } = printed(at);
  return `${weekday} ${day}-${month}-${year},${time} WIB`;
}

const navigation = markup`${sprite()}<header><nav class="navbar navbar-expand-lg"><a class="navbar-brand" href="/">RADAR <b>RAFFLESIA</b></a><ul class="navbar-nav">${['Bengkulu', 'Lampung', 'Sumsel', 'Babel', 'Politik', 'Hukum', 'Daerah', 'Opini', 'Disway'].map((name) => markup`<li class="nav-item"><a class="nav-link" href="/kategori/${slugOf(name)}">${name}</a></li>`)}</ul></nav><div class="running-text"><b>TRENDING :</b> ${ticker(3, 5).map((line) => markup`<a href="/tag/trending">${line}</a> | `)}</div></header>`;

const media = (piece: Piece): Markup =>
  markup`<div class="media"><a href="${permalink(piece)}"><img class="media-object" src="${imageOf(piece)}" alt="${piece.title}" width="110" height="74"></a><div class="media-body"><p class="media-heading"><a href="${permalink(piece)}">${piece.title}</a></p><small class="date">${stamp(piece.at ?? '')}</small></div></div>`;

function content(piece: Piece, issue: Issue, range: Range): Markup[] {
  const others = neighbours(issue, piece, 6);
  const [from, to] = range;
  return printRange(piece, range, (text, index) => {
    const other = others[index];
    const line = markup`<p>${text}</p>\n`;
    if (other === undefined || index === to - 1 || (index - from) % 2 === 0) return line;
    return markup`${line}<p><strong>BACA JUGA:</strong><a href="${permalink(other)}">${other.title}</a></p>\n`;
  });
}

const pagination = (piece: Piece, current: number): Markup => {
  const pages = rangesOf(piece);
  if (pages.length === 1) return raw('');
  return markup`<nav class="halaman"><ul class="pagination">${pages.map((_, index) => (index + 1 === current ? markup`<li class="page-item active"><span class="page-link">${index + 1}</span></li>` : markup`<li class="page-item"><a class="page-link" href="${pagePath(piece, index + 1)}">${index + 1}</a></li>`))}${current < pages.length && markup`<li class="page-item"><a class="page-link" href="${pagePath(piece, current + 1)}" rel="next">&raquo;</a></li>`}</ul></nav>`;
};

/** Page `current` of an article, from 1. */
export function articlePage(piece: Piece, issue: Issue, current: number): Markup {
  const range = rangesOf(piece)[current - 1] ?? wholeOf(piece);
  const url = issue.origin + permalink(piece);
  const credit = creditIn(piece, range);
  return markup`<!DOCTYPE html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${piece.title}</title>
<meta name="description" content="${(piece.paragraphs[0] ?? '').slice(0, 140)}"><meta name="author" content="${piece.author}"><meta property="og:title" content="${piece.title}"><meta property="og:type" content="article"><meta property="og:image" content="${issue.origin + imageOf(piece)}"><meta property="og:url" content="${url}">
<link rel="canonical" href="${url}"><style>${raw(STYLE)}</style>${scripts(NAME, ['atas', 'tengah', 'kanan', 'bawah'])}</head>
<body>${navigation}<div class="container"><div class="row"><div class="col-md-8"><ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/kategori/${slugOf(piece.section)}">${piece.section}</a></li></ol>
<article class="post"><h1 class="text-black">${piece.title}</h1><div class="d-block"><small class="reporter">Reporter : <a href="/author/${slugOf(piece.author ?? '')}">${piece.author}</a></small>|<small class="editor"> Editor : <a href="/editor/1">${piece.editor}</a></small>|<small class="date"> ${stamp(piece.at ?? '')}</small></div>
<div class="text-center"><img class="img-fluid" src="${imageOf(piece)}" alt="${piece.title}" width="720" height="405"><small class="keterangan"><em>${piece.caption}--</em></small></div>
<div class="share">${shareLinks(url, 'btn-share')}</div>
<div class="isi-berita text-wrap">
${content(piece, issue, range)}${credit !== null && markup`<p>${credit}</p>`}
</div>
${pagination(piece, current)}
<p class="google-news">Cek Berita dan Artikel yang lain di <a href="/google-news">Google News</a></p><p class="sumber"><strong>Sumber:</strong> </p>
<div class="tags">${piece.tags.map((tag) => markup`<a class="badge" href="/tag/${slugOf(tag)}">#${slugOf(tag)}</a> `)}</div></article>
<h4 class="judul-kotak">Berita Terkait</h4>${neighbours(issue, piece, 5, 1).map(media)}<h4 class="judul-kotak">Berita Terkini</h4>${neighbours(issue, piece, 8, 6).map(media)}</div>
<div class="col-md-4"><h4 class="judul-kotak">Terpopuler</h4>${neighbours(issue, piece, 6, 10).map(media)}<div class="kotak-iklan">IKLAN</div></div></div></div>
<footer><p>&copy; Radar Rafflesia. Koran ini rekaan untuk peragaan.</p><a href="/redaksi">Redaksi</a> | <a href="/pedoman">Pedoman Media Siber</a></footer></body></html>`;
}

/** The front page: every article of the issue. */
export const homePage = (issue: Issue): Markup => markup`<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>${NAME}</title><style>${raw(STYLE)}</style></head><body>${navigation}<div class="container">${issue.pieces.map(media)}</div></body></html>`;
