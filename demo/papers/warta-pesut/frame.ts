// What stands around every page of Warta Pesut: head, masthead, sidebar, footer of WordPress with the JNews theme.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf } from '../../articles.ts';
import { neighbours, scripts, sprite, ticker } from '../../clutter.ts';
import { longDate, printed, utc } from '../../dates.ts';
import { type Markup, markup, raw, scriptJson } from '../../html.ts';
import type { Issue } from '../../paper.ts';
import { permalink } from './permalink.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
export const NAME = 'Warta Pesut';

const SECTIONS = [
  'Samarinda',
  'Balikpapan',
  'Bontang',
  'Kutai Kartanegara',
  'Kutai Timur',
  'Berau',
  'Paser',
  'Penajam Paser Utara',
  'Kutai Barat',
  'Mahakam Ulu',
  'Politik',
  'Advertorial',
  'Opini',
];

export const imageOf = (piece: Piece): string => {
  const { year, month } = printed(piece.at ?? '');
  return `/wp-content/uploads/${year}/${month}/foto-${numberOf(piece)}.jpg`;
};

export const termSlug = (term: string): string => term.toLowerCase().replaceAll(' ', '-');

/** Yoast's graph: no articleBody in it. */
function graph(piece: Piece, issue: Issue): Markup {
  const url = issue.origin + permalink(piece);
  const at = utc(piece.at ?? '');
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': `${url}#article`,
        isPartOf: { '@id': url },
        ...(piece.author === null
          ? {}
          : { author: { name: piece.author, '@id': `${issue.origin}/#/schema/person/1` } }),
        headline: piece.title,
        datePublished: at.replace('Z', '+00:00'),
        dateModified: (piece.edited ? utc(issue.editedAt) : at).replace('Z', '+00:00'),
        mainEntityOfPage: { '@id': url },
        wordCount: piece.text.split(/\s+/).length,
        publisher: { '@id': `${issue.origin}/#organization` },
        image: { '@id': `${url}#primaryimage` },
        articleSection: [piece.section],
        inLanguage: 'id',
      },
      { '@type': 'WebPage', '@id': url, url, name: `${piece.title} - ${NAME}`, inLanguage: 'id' },
      {
        '@type': 'ImageObject',
        '@id': `${url}#primaryimage`,
        url: issue.origin + imageOf(piece),
        caption: piece.caption,
      },
      { '@type': 'WebSite', '@id': `${issue.origin}/#website`, url: issue.origin, name: NAME },
      { '@type': 'Organization', '@id': `${issue.origin}/#organization`, name: NAME },
    ],
  };
  return markup`<script type="application/ld+json" class="yoast-schema-graph">${scriptJson(data)}</script>`;
}

export function articleHead(piece: Piece, issue: Issue): Markup {
  const url = issue.origin + permalink(piece);
  const description = (piece.paragraphs[0] ?? '').slice(0, 150);
  return markup`<head>
<meta charset="UTF-8" />
<meta name='viewport' content='width=device-width, initial-scale=1, user-scalable=yes' />
<title>${piece.title} - ${NAME}</title>
<meta name="description" content="${description}" />
<link rel="canonical" href="${url}" />
<meta property="og:locale" content="id_ID" />
<meta property="og:type" content="article" />
<meta property="og:title" content="${piece.title} - ${NAME}" />
<meta property="og:description" content="${description}" />
<meta property="og:url" content="${url}" />
<meta property="og:site_name" content="${NAME}" />
<meta property="article:published_time" content="${utc(piece.at ?? '').replace('Z', '+00:00')}" />
${piece.edited && markup`<meta property="article:modified_time" content="${utc(issue.editedAt).replace('Z', '+00:00')}" />`}
<meta property="og:image" content="${issue.origin + imageOf(piece)}" />
${piece.author !== null && markup`<meta name="author" content="${piece.author}" />`}
${graph(piece, issue)}
<link rel="alternate" type="application/rss+xml" title="${NAME} &raquo; Feed" href="${issue.origin}/feed/" />
<link rel="https://api.w.org/" href="${issue.origin}/wp-json/" />
<meta name="generator" content="WordPress 6.6.2" />
<style id='jnews-frontend-inline-css'>${raw(STYLE)}</style>
${scripts(NAME, ['header', 'atas-artikel', 'dalam-artikel', 'sidebar-1', 'sidebar-2', 'bawah-artikel'])}
</head>`;
}

export const homeHead = (issue: Issue): Markup =>
  markup`<head><meta charset="UTF-8" /><meta name='viewport' content='width=device-width, initial-scale=1' /><title>${NAME} - Kabar dari tepi Mahakam</title><link rel="canonical" href="${issue.origin}/" /><link rel="alternate" type="application/rss+xml" title="${NAME} &raquo; Feed" href="${issue.origin}/feed/" /><link rel="https://api.w.org/" href="${issue.origin}/wp-json/" /><style>${raw(STYLE)}</style></head>`;

export const masthead = (issue: Issue): Markup => markup`${sprite()}
<div class="jeg_viewport"><div class="jeg_header_wrapper"><div class="jeg_header normal">
<div class="jeg_topbar jeg_container"><div class="jeg_nav_item jeg_top_date">Kabar dari tepi Mahakam</div><div class="jeg_nav_item"><ul class="jeg_menu jeg_top_menu"><li><a href="/redaksi/">Redaksi</a></li><li><a href="/pedoman-media-siber/">Pedoman Media Siber</a></li><li><a href="/tentang-kami/">Tentang Kami</a></li><li><a href="/kontak/">Pasang Iklan</a></li></ul></div></div>
<div class="jeg_midbar jeg_container"><div class="jeg_nav_item jeg_logo"><div class="site-title"><a href="${issue.origin}/">Warta<b>Pesut</b></a></div></div><div class="jeg_nav_item jeg_ad jeg_ad_top"><div class="ads-wrapper"><div class="ads-text">ADVERTISEMENT</div></div></div></div>
<div class="jeg_navbar jeg_container"><ul class="jeg_menu jeg_main_menu jeg_menu_style_1"><li class="menu-item"><a href="/">Beranda</a></li>${SECTIONS.map((section) => markup`<li class="menu-item menu-item-type-taxonomy"><a href="/category/${termSlug(section)}/">${section}</a></li>`)}</ul><form action="/" method="get" class="jeg_search_form"><input name="s" class="jeg_search_input" placeholder="Cari..." type="text" /><button aria-label="Cari" type="submit" class="jeg_search_button">Cari</button></form></div>
</div></div>
<div class="jeg_news_ticker jnews_news_ticker"><div class="jeg_news_ticker_title">Trending</div><div class="jeg_news_ticker_items">${ticker(issue.pieces.length, 5).map((line) => markup`<div class="jeg_news_ticker_item"><a href="/tag/trending/">${line}</a></div>`)}</div></div>`;

const thumbnail = (piece: Piece): Markup => {
  const sizes = [120, 350, 750].map((width) => `${imageOf(piece)}?w=${width} ${width}w`).join(', ');
  return markup`<div class="jeg_thumb"><a href="${permalink(piece)}"><div class="thumbnail-container animate-lazy size-715"><img width="350" height="250" src="${imageOf(piece)}" class="lazyload wp-post-image" alt="${piece.title}" decoding="async" srcset="${sizes}" sizes="(max-width: 350px) 100vw, 350px" /></div></a></div>`;
};

export const teaser = (piece: Piece): Markup =>
  markup`<article class="jeg_post jeg_pl_sm format-standard">${thumbnail(piece)}<div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="${permalink(piece)}">${piece.title}</a></h3><div class="jeg_post_meta"><div class="jeg_meta_date"><a href="${permalink(piece)}"><svg class="ikon"><use href="#ikon-clock"/></svg> ${longDate(piece.at ?? '')}</a></div></div></div></article>`;

export const sidebar = (issue: Issue, piece: Piece): Markup =>
  markup`<div class="jeg_sidebar col-md-4"><div class="jegStickyHolder">
<div class="widget widget_jnews_module_block_21"><div class="jeg_block_heading jeg_block_heading_6"><h3 class="jeg_block_title"><span>Terpopuler</span></h3></div><div class="jeg_posts">${neighbours(issue, piece, 8, 9).map(teaser)}</div></div>
<div class="widget widget_jnews_module_element_ads"><div class="ads-wrapper"><div class="ads-text">ADVERTISEMENT</div></div></div>
<div class="widget widget_categories"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>Rubrik</span></h3></div><ul>${SECTIONS.map((section, index) => markup`<li class="cat-item"><a href="/category/${termSlug(section)}/">${section}</a> (${120 - index * 7})</li>`)}</ul></div>
</div></div>`;

export const footer = markup`<div class="jeg_footer jeg_footer_4"><div class="jeg_footer_container jeg_container"><div class="footer_widget widget_about"><h3>Warta Pesut</h3><p>Media siber yang mengabarkan Kalimantan Timur dari tepi Sungai Mahakam. Koran ini rekaan untuk peragaan.</p></div><div class="jeg_footer_bottom"><p class="copyright">&copy; Warta Pesut. Hak cipta dilindungi undang-undang. Dilarang mengutip tanpa izin redaksi.</p><ul class="jeg_menu_footer"><li><a href="/redaksi/">Redaksi</a></li><li><a href="/kode-etik/">Kode Etik</a></li><li><a href="/kebijakan-privasi/">Kebijakan Privasi</a></li></ul></div></div></div></div>`;
