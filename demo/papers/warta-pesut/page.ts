// Warta Pesut's pages: a post in the markup of WordPress with the JNews theme, and the front page.
import { type Piece, numberOf } from '../../articles.ts';
import { neighbours, shareLinks } from '../../clutter.ts';
import { longDate, printed, zoneWord } from '../../dates.ts';
import { type Markup, markup } from '../../html.ts';
import type { Issue } from '../../paper.ts';
import {
  articleHead,
  footer,
  homeHead,
  imageOf,
  masthead,
  sidebar,
  teaser,
  termSlug,
} from './frame.ts';
import { content, permalink } from './permalink.ts';

const byline = (piece: Piece): Markup => {
  const at = piece.at ?? '';
  const section = markup`<a href="/category/${termSlug(piece.section)}/" rel="category tag">${piece.section}</a>`;
  return markup`<div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left">${piece.author !== null && markup`<div class="jeg_meta_author"><span class="meta_text">oleh</span> <a href="/author/${termSlug(piece.author)}/">${piece.author}</a></div>`}<div class="jeg_meta_date"><a href="${permalink(piece)}">${longDate(at)} ${printed(at).time} ${zoneWord(at)}</a></div><div class="jeg_meta_category"><span><span class="meta_text">in</span> ${section}</span></div><div class="jeg_meta_reading_time"><span>Reading Time: 2 mins read</span></div></div><div class="meta_right"><div class="jeg_meta_comment"><a href="#respond">0</a></div></div></div></div>`;
};

const shareBar = (piece: Piece, url: string): Markup =>
  markup`<div class="jeg_share_top_container"><div class="jeg_share_button clearfix"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">0</div><span class="sharetext">SHARES</span></div><div class="jeg_views_count"><div class="counts">${100 + numberOf(piece) * 3}</div><span class="sharetext">VIEWS</span></div></div><div class="jeg_sharelist">${shareLinks(url, 'jeg_btn')}</div></div></div>`;

const entryHeader = (piece: Piece, issue: Issue): Markup =>
  markup`<div class="jeg_breadcrumbs jeg_breadcrumb_container"><div id="breadcrumbs"><span><a href="/">Beranda</a></span> <i class="fa fa-angle-right"></i> <span class="breadcrumb_last_link"><a href="/category/${termSlug(piece.section)}/">${piece.section}</a></span></div></div>
<div class="entry-header"><h1 class="jeg_post_title">${piece.title}</h1>${byline(piece)}</div>
<div class="jeg_featured featured_image"><a href="${imageOf(piece)}"><div class="thumbnail-container animate-lazy size-500"><img width="750" height="375" src="${imageOf(piece)}" class="attachment-jnews-750x375 wp-post-image" alt="${piece.title}" /></div><p class="wp-caption-text">${piece.caption}</p></a></div>
${shareBar(piece, issue.origin + permalink(piece))}`;

const inlineRelated = (piece: Piece, issue: Issue): Markup =>
  markup`<div class="jnews_inline_related_post"><div class="jeg_postblock_28 jeg_postblock jeg_module_hook"><div class="jeg_block_heading jeg_block_heading_6"><h3 class="jeg_block_title"><span>Berita <strong>Terkait</strong></span></h3></div><div class="jeg_posts">${neighbours(issue, piece, 3, 2).map(teaser)}</div></div></div>`;

function afterwards(piece: Piece, issue: Issue): Markup {
  const [previous, next] = neighbours(issue, piece, 2, 3);
  return markup`<div class="jeg_share_bottom_container"><div class="jeg_sharelist">${shareLinks(issue.origin + permalink(piece), 'jeg_btn')}</div></div>
<div class="ikuti-kami"><p>Ikuti berita Warta Pesut di <a href="/google-news/">Google News</a> dan saluran <a href="/whatsapp/">WhatsApp</a></p></div>
<div class="jnews_prev_next_container"><div class="jeg_prevnext_post">${previous !== undefined && markup`<a href="${permalink(previous)}" class="post prev-post"><span class="caption">Previous Post</span><h3 class="post-title">${previous.title}</h3></a>`}${next !== undefined && markup`<a href="${permalink(next)}" class="post next-post"><span class="caption">Next Post</span><h3 class="post-title">${next.title}</h3></a>`}</div></div>
${piece.author !== null && markup`<div class="jnews_author_box_container"><div class="jeg_authorbox"><div class="jeg_author_content"><h3 class="jeg_author_name"><a href="/author/${termSlug(piece.author)}/">${piece.author}</a></h3><p class="jeg_author_desc">Wartawan Warta Pesut sejak 2017, meliput pemerintahan dan politik daerah.</p></div></div></div>`}
<div class="jnews_related_post_container"><div class="jeg_block_heading jeg_block_heading_6"><h3 class="jeg_block_title"><span>Related <strong>Posts</strong></span></h3></div><div class="jeg_posts row">${neighbours(issue, piece, 6, 5).map((other) => markup`<div class="jeg_postsmall col-sm-4">${teaser(other)}</div>`)}</div></div>
${COMMENTS}`;
}

const COMMENTS = markup`<div class="jnews_comment_container"><div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Tinggalkan Balasan <small><a rel="nofollow" href="#respond">Batalkan balasan</a></small></h3><form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><p class="comment-notes"><span id="email-notes">Alamat email Anda tidak akan dipublikasikan.</span> <span class="required-field-message">Ruas yang wajib ditandai <span class="required">*</span></span></p><p class="comment-form-comment"><label for="comment">Komentar *</label><textarea id="comment" name="comment" cols="45" rows="8"></textarea></p><p class="form-submit"><input name="submit" type="submit" class="submit" value="Kirim Komentar" /></p></form></div></div>`;

/** A post as the theme prints it. */
export const articlePage = (piece: Piece, issue: Issue): Markup => markup`<!doctype html>
<html class="no-js" lang="id" prefix="og: http://ogp.me/ns#">
${articleHead(piece, issue)}
<body class="post-template-default single single-post postid-${40_000 + numberOf(piece)} single-format-standard wp-embed-responsive jeg_toggle_light jeg_single_tpl_1 jnews">
${masthead(issue)}
<div class="post-wrapper"><div class="post-wrap"><div class="jeg_main"><div class="jeg_container"><div class="jeg_content jeg_singlepage"><div class="container"><div class="row">
<div class="jeg_main_content col-md-8"><div class="jeg_inner_content">
${entryHeader(piece, issue)}
<div class="ads-wrapper align-center"><div class="ads-text">ADVERTISEMENT</div></div>
<div class="entry-content no-share"><div class="jeg_share_button share-float jeg_sticky_share clearfix share-monocrhome"><div class="jeg_share_float_container"></div></div><div class="content-inner ">
${content(piece, issue)}
${inlineRelated(piece, issue)}
<div class="jeg_ad jeg_ad_article jnews_content_bottom_ads"><div class="ads-wrapper"></div></div>
<div class="jeg_post_tags"><span>Tags:</span> ${piece.tags.map((tag) => markup`<a href="/tag/${termSlug(tag)}/" rel="tag">${tag}</a>`)}</div>
</div></div>
${afterwards(piece, issue)}
</div></div>
${sidebar(issue, piece)}
</div></div></div></div></div></div></div>
${footer}
</div></body></html>`;

/** The front page: every article of the issue. */
export const homePage = (issue: Issue): Markup => markup`<!doctype html>
<html class="no-js" lang="id">${homeHead(issue)}
<body class="home blog jnews">${masthead(issue)}<div class="jeg_main"><div class="jeg_container"><div class="row"><div class="jeg_main_content col-md-8"><div class="jeg_posts jeg_load_more_flag">${issue.pieces.map(teaser)}</div></div></div></div></div>${footer}</div></body></html>`;
