// Harian Phinisi's pages: a content management system of its own with microdata and a standfirst above the picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import {
  PROVINCES,
  boldDateline,
  linkWords,
  neighbours,
  scripts,
  shareLinks,
  sprite,
  ticker,
} from '../../clutter.ts';
import { longDate, printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Issue } from '../../paper.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Harian Phinisi';

/** '/news/10234/judul-berita' */
export const permalink = (piece: Piece): string =>
  `/news/${10_000 + numberOf(piece) * 7}/${slugOf(piece.title)}`;

const imageOf = (piece: Piece): string => `/media/foto/${numberOf(piece)}-800.jpg`;

/** Every third article carries its first paragraph as a standfirst above the picture. */
const hasStandfirst = (piece: Piece): boolean => numberOf(piece) % 3 === 0;

const TAG_LINKS = { ASN: '/topik/asn', KASN: '/topik/kasn', Bawaslu: '/topik/bawaslu' };

function head(piece: Piece, issue: Issue): Markup {
  const url = issue.origin + permalink(piece);
  return markup`<head>
<meta charset="utf-8">
<title>${piece.title} | ${NAME}</title>
<meta name="viewport" content="width=device-width,initial-scale=1,minimum-scale=1">
<meta name="description" content="${(piece.paragraphs[0] ?? '').slice(0, 145)}">
<meta name="news_keywords" content="${piece.tags.join(', ')}">
<meta property="og:type" content="article"><meta property="og:title" content="${piece.title}"><meta property="og:url" content="${url}"><meta property="og:image" content="${issue.origin + imageOf(piece)}">
<meta property="article:published_time" content="${piece.at}"><meta property="article:section" content="${piece.section}">${piece.author !== null && markup`<meta property="article:author" content="${piece.author}">`}
<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="${piece.title}">
<link rel="canonical" href="${url}">
<style>${raw(STYLE)}</style>${scripts(NAME, ['billboard', 'isi-1', 'isi-2', 'kanan-1', 'kanan-2', 'kanan-3'])}
</head>`;
}

const navigation = (issue: Issue): Markup =>
  markup`${sprite()}<header class="kepala"><div class="wadah"><a class="logo" href="${issue.origin}/">Harian <em>Phinisi</em></a><nav class="menu-utama"><a href="/makassar">Makassar</a><a href="/sulsel">Sulsel</a><a href="/sulbar">Sulbar</a><a href="/sultra">Sultra</a><a href="/sulteng">Sulteng</a><a href="/gorontalo">Gorontalo</a><a href="/sulut">Sulut</a><a href="/politik">Politik</a><a href="/opini">Opini</a></nav></div><div class="menu-daerah">${PROVINCES.map((province) => markup`<a href="/daerah/${slugOf(province)}">${province}</a> `)}</div><div class="berjalan"><strong>Headline</strong> ${ticker(4, 5).map((line) => markup`<span><a href="/headline">${line}</a></span>`)}</div></header>`;

const card = (piece: Piece): Markup =>
  markup`<div class="kartu"><a href="${permalink(piece)}"><img loading="lazy" src="${imageOf(piece)}" alt="${piece.title}" width="160" height="90"></a><div><span class="kanal">${piece.section}</span><h4><a href="${permalink(piece)}">${piece.title}</a></h4><time datetime="${piece.at}">${longDate(piece.at ?? '')}</time></div></div>`;

function body(piece: Piece, issue: Issue): Markup[] {
  const [first, second, third] = neighbours(issue, piece, 3);
  const box = (other: Piece | undefined): Markup =>
    markup`${other !== undefined && markup`<div class="sisip"><span>BACA JUGA :</span> <a href="${permalink(other)}">${other.title}</a></div>`}`;
  const from = hasStandfirst(piece) ? 1 : 0;
  return piece.paragraphs.slice(from).flatMap((text, offset) => {
    const index = from + offset;
    const linked = linkWords(text, index === 2 ? TAG_LINKS : {});
    const printedText = piece.headings.includes(index)
      ? markup`<h3>${text}</h3>`
      : markup`<p>${index === 0 ? boldDateline(linked) : linked}</p>`;
    const between = [
      null,
      box(first),
      raw('<div class="iklan">Iklan</div>'),
      box(second),
      null,
      box(third),
    ];
    const last = index === piece.paragraphs.length - 1;
    return last ? [printedText] : [printedText, between[index] ?? raw('')];
  });
}

const side = (piece: Piece, issue: Issue): Markup =>
  markup`<aside class="samping"><div class="kotak"><h3>Terpopuler</h3><ol>${neighbours(issue, piece, 6, 7).map((other) => markup`<li><a href="${permalink(other)}">${other.title}</a></li>`)}</ol></div><div class="iklan">Iklan</div><div class="kotak"><h3>Terbaru</h3>${neighbours(issue, piece, 8, 13).map(card)}</div></aside>`;

/** An article as the system prints it. */
export function articlePage(piece: Piece, issue: Issue): Markup {
  const at = piece.at ?? '';
  const { day, month, year, time } = printed(at);
  return markup`<!DOCTYPE html>
<html lang="id-ID">
${head(piece, issue)}
<body>${navigation(issue)}
<div class="wadah dua"><main><div class="jejak"><a href="/">Home</a> / <a href="/${slugOf(piece.section)}">${piece.section}</a></div>
<article class="artikel" itemscope itemtype="https://schema.org/NewsArticle"><link itemprop="mainEntityOfPage" href="${issue.origin + permalink(piece)}">
<h1 class="artikel-judul" itemprop="headline">${piece.title}</h1>
<div class="artikel-meta">${piece.author !== null && markup`<span class="penulis" itemprop="author" itemscope itemtype="https://schema.org/Person">Penulis: <span itemprop="name">${piece.author}</span></span>`}${piece.editor !== null && markup` <span class="penyunting" itemprop="editor">Editor: ${piece.editor}</span>`} <time itemprop="datePublished" datetime="${at}">${day}/${month}/${year}, ${time} WITA</time></div>
<div class="bagikan-bar">${shareLinks(issue.origin + permalink(piece), 'tombol')}</div>
${hasStandfirst(piece) && markup`<p class="artikel-teras" itemprop="description">${piece.paragraphs[0] ?? ''}</p>`}
<figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="${imageOf(piece)}" alt="" width="800" height="450"><figcaption itemprop="caption">${piece.caption}</figcaption></figure>
<div class="artikel-isi" itemprop="articleBody">
${body(piece, issue)}
${piece.credit !== null && markup`<p>${piece.credit}</p>`}
</div>
<div class="ikuti">Ikuti saluran WhatsApp Harian Phinisi agar tidak ketinggalan berita pilihan setiap hari.</div>
<div class="tagar"><b>Tag:</b> ${piece.tags.map((tag) => markup`<a href="/topik/${slugOf(tag)}">#${tag}</a> `)}</div></article>
<section class="terkait"><h3>Berita Terkait</h3>${neighbours(issue, piece, 6, 1).map(card)}</section>
<section class="komentar"><h3>Komentar</h3><p>Jadilah yang pertama berkomentar di sini</p></section></main>
${side(piece, issue)}</div>
<footer class="kaki">&copy; ${year} ${NAME}. Hak cipta dilindungi. Koran ini rekaan untuk peragaan. <a href="/tentang">Tentang</a> <a href="/redaksi">Redaksi</a> <a href="/pedoman">Pedoman Media Siber</a></footer></body></html>`;
}

/** The front page: every article of the issue. */
export const homePage = (issue: Issue): Markup => markup`<!DOCTYPE html>
<html lang="id-ID"><head><meta charset="utf-8"><title>${NAME}</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>${raw(STYLE)}</style></head><body>${navigation(issue)}<div class="wadah"><main>${issue.pieces.map(card)}</main></div></body></html>`;
