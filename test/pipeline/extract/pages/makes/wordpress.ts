// Three WordPress newspaper themes as Indonesian outlets use them: JNews, tagDiv Newspaper, WPBerita (Gmr).
import {
  AD,
  comments,
  footer,
  head,
  headlines,
  jsonLd,
  menu,
  newsArticle,
  share,
} from '../chrome.ts';
import { escapeHtml as e, type Make, printed, slugOf, textOf } from '../fixture.ts';

export const jnews: Make = {
  name: 'WordPress JNews',
  preset: 'wordpress',
  build: (article, variant) => {
    const outlet = 'Kabar Pesisir';
    const url = `https://kabarpesisir.id/${article.published.slice(0, 10).replaceAll('-', '/')}/${slugOf(article.title)}/`;
    const { day, month, year } = printed(article.published);
    const inline = `<div class="jnews_inline_related_post"><div class="jeg_postblock_28 jeg_postblock jeg_col_2o3"><div class="jeg_block_heading jeg_block_heading_6"><h3 class="jeg_block_title"><span>Baca<strong>Juga</strong></span></h3></div><div class="jeg_posts jeg_load_more_flag">${headlines(2, 1, (link) => `<article class="jeg_post jeg_pl_xs_4 post type-post"><div class="jeg_postblock_content"><h3 class="jeg_post_title">${link}</h3></div></article>`)}</div></div></div>`;
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p>${e(text)}</p>${at === 1 ? inline : ''}${at === 2 ? `<div class="jeg_ad jeg_ad_article jnews_content_inline_ads"><div class="ads-wrapper align-center">${AD}</div></div>` : ''}`,
    );
    const credit = article.credit === null ? '' : `<p><strong>${article.credit}</strong></p>`;
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        newsArticle(article, url, outlet),
        {
          '@type': 'BreadcrumbList',
          itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Beranda' }],
        },
      ],
    };
    const html = `<!doctype html><html lang="id">${head(article, url, outlet, `<meta property="article:published_time" content="${article.published}">\n<meta name="generator" content="WordPress 6.6.2">${jsonLd(graph)}`)}
<body class="post-template-default single single-post jeg_toggle_light jnews"><div class="jeg_viewport"><div class="jeg_header_wrapper"><div class="jeg_header_instagram_wrapper"></div><div class="jeg_topbar jeg_container"><div class="jeg_nav_item jeg_top_date">Sabtu, 12 Juli 2025</div></div><div class="jeg_navbar jeg_mainmenu"><ul class="jeg_menu jeg_main_menu">${menu((link) => `<li class="menu-item">${link}</li>`)}</ul></div></div>
<div class="jeg_news_ticker"><div class="jeg_news_ticker_title">Trending</div>${headlines(3, 4, (link) => `<div class="jeg_news_ticker_item">${link}</div>`)}</div>
<div class="post-wrapper"><div class="post-wrap"><div class="jeg_main"><div class="jeg_container"><div class="jeg_content jeg_singlepage"><div class="container"><div class="row"><div class="jeg_main_content col-md-8"><div class="jeg_inner_content">
<div class="jeg_breadcrumbs jeg_breadcrumb_container"><div id="breadcrumbs"><span><a href="/">Home</a></span><i class="fa fa-angle-right"></i><span><a href="/category/politik">${article.section}</a></span></div></div>
<div class="entry-header"><h1 class="jeg_post_title">${e(article.title)}</h1><div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left"><div class="jeg_meta_author"><img alt="" src="/avatar.png"><span class="meta_text">by</span> <a href="/author/red">${article.author}</a></div><div class="jeg_meta_date"><a href="#">${day} ${month} ${year}</a></div><div class="jeg_meta_category"><span><span class="meta_text">in</span> <a href="/category/politik" rel="category tag">${article.section}</a></span></div></div><div class="meta_right"><div class="jeg_meta_comment"><a href="#comments"><i class="fa fa-comment-o"></i> 0</a></div></div></div></div></div>
<div class="jeg_featured featured_image"><a href="/foto/utama.jpg"><div class="thumbnail-container"><img src="/foto/utama.jpg" width="750" alt=""></div><p class="wp-caption-text">Suasana kegiatan di aula kantor daerah. (Foto: Istimewa)</p></a></div>
<div class="jeg_share_top_container"><div class="jeg_share_button clearfix"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">${variant + 3}</div><span class="sharetext">SHARES</span></div><div class="jeg_views_count"><div class="counts">1.2k</div><span class="sharetext">VIEWS</span></div></div><div class="jeg_sharelist">${share(url)}</div></div></div>
<div class="entry-content no-share"><div class="jeg_share_button share-float jeg_sticky_share clearfix share-monocrhome"><div class="jeg_share_float_container">${share(url)}</div></div>
<div class="content-inner">${paragraphs.join('\n')}${credit}
<div class="jeg_post_tags"><span>Tags:</span> ${article.tags.map((tag) => `<a href="/tag/${slugOf(tag)}" rel="tag">${tag}</a>`).join(' ')}</div></div></div>
<div class="jnews_prev_next_container"><div class="jeg_prevnext_post"><a href="/a" class="post prev-post"><span class="caption">Previous Post</span><h3 class="post-title">Harga Cabai di Pasar Induk Naik Dua Kali Lipat Menjelang Ramadan</h3></a></div></div>
<div class="jnews_author_box_container"><div class="jeg_authorbox"><div class="jeg_author_content"><h3 class="jeg_author_name"><a href="/author/red">${article.author}</a></h3><p class="jeg_author_desc">Jurnalis yang meliput isu pemerintahan dan politik daerah sejak 2015.</p></div></div></div>
<div class="jnews_related_post_container"><div class="jeg_postblock_22 jeg_postblock"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>Related<strong> Posts</strong></span></h3></div>${headlines(4, 5, (link) => `<article class="jeg_post jeg_pl_md_5"><h3 class="jeg_post_title">${link}</h3><div class="jeg_post_meta"><div class="jeg_meta_date">12 Juli 2025</div></div></article>`)}</div></div>
<div class="jnews_comment_container">${comments}</div></div></div>
<div class="jeg_sidebar col-md-4"><div class="widget widget_jnews_popular"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>Terpopuler</span></h3></div>${headlines(5, 2, (link) => `<div class="jeg_post jeg_pl_sm"><h3 class="jeg_post_title">${link}</h3></div>`)}</div></div>
</div></div></div></div></div></div></div>${footer(outlet)}</div></body></html>`;
    return {
      make: 'jnews',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        published: article.published,
        credit: article.credit,
        section: article.section,
      },
    };
  },
};

export const newspaper: Make = {
  name: 'WordPress tagDiv Newspaper',
  preset: 'wordpress',
  build: (article, variant) => {
    const outlet = 'Suara Lembah';
    const url = `https://suaralembah.com/${slugOf(article.title)}/`;
    const { day, month, year } = printed(article.published);
    const teaser = `<p><strong>Baca juga: <a href="https://suaralembah.com/lain/">Bupati Sampang Resmikan Jembatan Gantung Senilai Rp4,2 Miliar</a></strong></p>`;
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p>${e(text)}</p>\n${at === 0 ? `<div class="td-a-rec td-a-rec-id-content_inline tdi_2 td_block_template_1">${AD}</div>` : ''}${at === 2 ? teaser : ''}`,
    );
    const yoast = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Article',
          '@id': `${url}#article`,
          headline: article.title,
          datePublished: utc(article.published),
          dateModified: utc(article.published),
          author: { name: article.author, '@id': 'https://suaralembah.com/#/schema/person/1' },
          articleSection: [article.section],
          inLanguage: 'id',
        },
        {
          '@type': 'WebPage',
          '@id': url,
          url,
          name: `${article.title} - ${outlet}`,
          datePublished: utc(article.published),
        },
        { '@type': 'WebSite', name: outlet, url: 'https://suaralembah.com/' },
        {
          '@type': 'Person',
          '@id': 'https://suaralembah.com/#/schema/person/1',
          name: article.author,
        },
      ],
    };
    const html = `<!doctype html><html lang="id-ID">${head(article, url, outlet, `<meta property="article:published_time" content="${utc(article.published)}">${jsonLd(yoast)}`)}
<body class="post-template-default single single-post single_template tagdiv"><div class="td-scroll-up"></div><div class="td-menu-background"></div><div id="td-mobile-nav"><div class="td-mobile-content"><ul class="td-mobile-main-menu">${menu((link) => `<li class="menu-item">${link}</li>`)}</ul></div></div><div id="td-outer-wrap"><div class="td-header-wrap td-header-style-1"><div class="td-header-top-menu-full"><div class="td-header-sp-top-menu"><div class="td_data_time"><div>Sabtu, Juli 12, 2025</div></div></div></div><div class="td-header-menu-wrap"><ul class="sf-menu">${menu((link) => `<li>${link}</li>`)}</ul></div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="/">Beranda</a></span> <i class="td-icon-right td-bread-sep"></i> <span class="td-bred-no-url-last">${e(article.title)}</span></div></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content"><article id="post-${8000 + variant}" class="post-${8000 + variant} post type-post status-publish format-standard has-post-thumbnail hentry category-daerah" itemscope itemtype="https://schema.org/Article">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/daerah/">${article.section}</a></li></ul><header class="td-post-title"><h1 class="entry-title">${e(article.title)}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/x/">${article.author}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${article.published}">${month} ${day}, ${year}</time></span><div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>0</a></div><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-81">213</span></div></div></header></div>
<div class="td-post-sharing-top"><div class="td-post-sharing td-ps-bg td-ps-notext"><div class="td-post-sharing-visible">${share(url)}</div></div></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><a href="/foto/utama.jpg" class="td-modal-image"><img width="696" src="/foto/utama.jpg" alt=""></a><figcaption class="wp-caption-text">Ilustrasi aparatur sipil negara mengikuti apel pagi. Foto: Humas</figcaption></figure></div>
${paragraphs.join('')}${article.credit === null ? '' : `<p>${article.credit}</p>`}
<p>Ikuti berita terbaru kami di <a href="https://whatsapp.com/channel/x">saluran WhatsApp</a> dan <a href="https://news.google.com/x">Google News</a>.</p></div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li>${article.tags.map((tag) => `<li><a href="/tag/${slugOf(tag)}/">${tag}</a></li>`).join('')}</ul></div><div class="td-block-row td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><div class="td-post-next-prev-content"><span>Artikel sebelumnya</span><a href="/p/">Jadwal Imsakiyah Kota Padang Hari Ini, Lengkap dengan Niat Puasa</a></div></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author/x/">${article.author}</a></span></div><div class="td-author-description">Wartawan daerah.</div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title td-block-title"><a class="td-related-left td-cur-simple-item" href="#">RELATED ARTICLES</a><a class="td-related-right" href="#">MORE FROM AUTHOR</a></h4>${headlines(3, 3, (link) => `<div class="td_module_related_posts"><h3 class="entry-title td-module-title">${link}</h3></div>`)}</div>${comments}</div></div>
<div class="td-pb-span4 td-main-sidebar" role="complementary"><aside class="widget"><h4 class="block-title"><span>Berita Populer</span></h4>${headlines(5, 0, (link) => `<div class="td_module_6"><h3 class="entry-title">${link}</h3><time class="entry-date" datetime="2025-07-11T08:00:00+07:00">Juli 11, 2025</time></div>`)}</aside></div></div></div></div>${footer(outlet)}</div></body></html>`;
    return {
      make: 'newspaper',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        published: article.published,
        credit: article.credit,
      },
    };
  },
};

/** Yoast prints UTC. */
const utc = (iso: string): string => new Date(iso).toISOString().replace('.000Z', '+00:00');

export const wpberita: Make = {
  name: 'WordPress WPBerita',
  preset: 'wordpress',
  build: (article, variant) => {
    const outlet = 'Borneo Raya Post';
    const url = `https://borneorayapost.co.id/${slugOf(article.title)}/`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const paid = variant % 2 === 1;
    const related = `<div class="gmr-related-post-onlytitle post-onlytitle"><div class="gmr-related-infinite"><h3 class="gmr-related-title">Berita Terkait</h3><ul>${headlines(2, 7, (link) => `<li>${link}</li>`)}</ul></div></div>`;
    const lines = [...article.paragraphs];
    const last = lines.length - 1;
    if (paid) lines[last] = `${lines[last]} (ADV/Setwan)`;
    else if (article.credit !== null) lines[last] = `${lines[last]} ${article.credit}`;
    const paragraphs = lines.map(
      (text, at) =>
        `<p>${at === 0 ? `<strong>${e(text.slice(0, 8))}</strong>${e(text.slice(8))}` : e(text)}</p>\n${at === 1 ? `<div class="gmr-banner-insidecontent text-center">${AD}</div>` : ''}${at === 2 ? `<p class="gmr-bacajuga"><strong>BACA JUGA :</strong> <a href="/lain/">Gempa Magnitudo 5,1 Guncang Nias Selatan, Tidak Berpotensi Tsunami</a></p>` : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id">${head(article, url, outlet, `<meta name="author" content="${article.author}">`)}
<body class="post-template-default single single-post wp-theme-wpberita idtheme kentooz"><div id="page" class="site"><header id="masthead" class="site-header"><div class="container"><div class="gmr-topbar-date">Sabtu, 12 Juli 2025</div><div id="side-nav" class="gmr-sidemenu"><ul id="primary-menu" class="menu">${menu((link) => `<li class="menu-item">${link}</li>`)}</ul></div></div></header>
<div class="container"><div class="wrap-running-text"><span class="running-text-title">Terkini</span>${headlines(3, 6, (link) => `<span>${link}</span>`)}</div></div>
<div id="content" class="gmr-content"><div class="container"><div class="row"><main id="primary" class="site-main col-md-8"><article id="post-${variant}77" class="post type-post status-publish hentry ${paid ? 'category-advertorial' : 'category-daerah'} tag-asn"><header class="entry-header entry-header-single"><div class="gmr-meta-topic"><strong><span class="cat-links-content"><a href="/category/x/" rel="category tag">${paid ? 'Advertorial' : article.section}</a></span></strong>&nbsp;&nbsp;</div><h1 class="entry-title"><strong>${e(article.title)}</strong></h1><div class="list-table clearfix"><div class="table-row"><div class="table-cell"><span class="byline"> <span class="author vcard"><a class="url fn n" href="/author/x/">${article.author}</a></span></span><div class="gmr-metacontent-single"><div class="posted-on"><time class="entry-date published" datetime="${article.published}">${weekday}, ${day} ${month} ${year} - ${clock} WIB</time></div></div></div><div class="table-cell gmr-content-share"><ul class="gmr-socialicon-share pull-right">${share(url)}</ul></div></div></div></header>
<figure class="post-thumbnail gmr-thumbnail-single"><img src="/foto/utama.jpg" alt=""><figcaption class="wp-caption-text">Kegiatan berlangsung di aula lantai dua, Selasa. Foto : Diskominfo</figcaption></figure>
<div class="single-wrap"><nav class="gmr-social-share-left"><span class="gmr-share-text">Sebarkan</span>${share(url)}</nav><div class="entry-content entry-content-single clearfix">${paragraphs.join('')}${related}
<p>Dapatkan update berita pilihan setiap hari dari ${outlet}. Mari bergabung di Grup Telegram kami, caranya klik link <a href="https://t.me/x">https://t.me/borneorayapost</a>, kemudian join.</p>
<div class="gmr-banner-aftercontent text-center">${AD}</div></div></div>
<footer class="entry-footer entry-footer-single"><span class="tags-links"><span class="idt-tagtitle">Tag:</span>${article.tags.map((tag) => `<a href="/tag/x/" rel="tag">${tag}</a>`).join(', ')}</span><div class="gmr-cf-metacontent heading-text meta-content"><span>Editor: ${article.editor}</span></div></footer></article>
<div class="gmr-related-post"><h3 class="related-text">Pos Terkait</h3><div class="wpberita-list-gallery clearfix">${headlines(6, 1, (link) => `<div class="list-gallery related-gallery"><div class="list-gallery-title">${link}</div></div>`)}</div></div>${comments}</main>
<aside id="secondary" class="widget-area col-md-4 pos-sticky"><div class="page-sidebar"><section class="widget"><h2 class="widget-title">Berita Terpopuler</h2><ul class="wpberita-rp-widget">${headlines(5, 3, (link) => `<li>${link}</li>`)}</ul></section></div></aside></div></div></div>${footer(outlet)}</div></body></html>`;
    return {
      make: 'wpberita',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(paid ? lines : article.paragraphs),
        authors: [article.author],
        published: article.published,
        credit: paid ? null : article.credit,
        editor: article.editor,
        advertorial: paid,
      },
    };
  },
};
