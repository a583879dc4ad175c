// National networks with regional desks: Tribun, Antara, detik, Kompas-like.
import { AD, footer, head, headlines, jsonLd, menu, newsArticle, share } from '../chrome.ts';
import { escapeHtml as e, type Make, printed, slugOf, textOf } from '../fixture.ts';

export const tribun: Make = {
  name: 'Tribun network',
  preset: 'tribun',
  build: (article, variant) => {
    const outlet = 'TribunKaltim.co';
    const url = `https://kaltim.tribunnews.com/${article.published.slice(0, 10).replaceAll('-', '/')}/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const lead = 'Laporan Wartawan Tribun Kaltim, Rahmat Hidayat';
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p>${e(text)}</p>\n${at === 0 ? `<div class="ads-placeholder mb20">${AD}</div>` : ''}${at === 1 ? `<p class="baca">Baca juga: <a href="/x" title="x">Jadwal Imsakiyah Kota Padang Hari Ini, Lengkap dengan Niat Puasa</a></p>` : ''}${at === 3 ? `<p><strong>Baca juga: <a href="/y">Pendaftaran CPNS Dibuka Pekan Depan, Simak Formasi dan Syaratnya</a></strong></p>` : ''}`,
    );
    const pages = variant % 2 === 1;
    const html = `<!DOCTYPE html><html lang="id" class="tr">${head(article, url, outlet, `<meta name="content_PublishedDate" content="${article.published.replace('T', ' ').slice(0, 19)}"><meta name="content_author" content="${article.author}"><meta name="content_editor" content="${article.editor}">${jsonLd({ ...newsArticle(article, url, outlet), author: { '@type': 'Person', name: article.author }, editor: { '@type': 'Person', name: article.editor } })}`)}
<body><div id="header"><div class="nav-top"><ul class="nav">${menu((link) => `<li>${link}</li>`)}</ul></div></div><div class="main"><div class="content"><div class="fl w677"><div id="article"><div class="pa15 bgwhite"><div class="breadcrumb"><ul><li><a href="/">Home</a></li><li><a href="/kaltim">Kaltim</a></li></ul></div>
<h1 class="f50 black2 f400 crimson" id="arttitle">${e(article.title)}</h1><div class="mt10"><time class="grey bdr3 pb10">Tayang: <span>${weekday}, ${day} ${month} ${year} ${clock} WIB</span></time></div><div class="credit mt10"><div id="penulis">Penulis: <a href="/penulis/x">${article.author}</a></div> | <div id="editor">Editor: <a href="/editor/x">${article.editor}</a></div></div>
<div class="pos_rel mb10"><div class="imgfull_div ovh"><a class="icon_comment" href="#"><img class="imgfull" src="/foto/utama.jpg" alt=""></a></div><div class="arial f12 pt5 grey2">TRIBUNKALTIM.CO/HO<br>NETRALITAS ASN - Suasana apel pagi pegawai di halaman kantor.</div></div><div class="share mt10">${share(url)}</div>
<div class="side-article txt-article multi-fontsize editcontent"><p><em>${lead}</em></p>
${paragraphs.join('')}<p>${article.credit ?? '(*)'}</p>
<p>Ikuti berita populer lainnya di <a href="https://news.google.com/x">Google News</a> Tribun Kaltim</p>
<p>Artikel ini telah tayang di TribunKaltim.co dengan judul ${e(article.title)}, <a href="${url}">${url}</a></p></div>
${pages ? `<div class="paging mgtop10 mgbottom20"><span>Halaman</span> <span class="active">1</span><a href="${url}?page=2">2</a><a href="${url}?page=all">Show All</a></div>` : ''}
<div class="mb10 f16 ln18"><h5 class="tagcloud3">Tags:</h5>${article.tags.map((tag) => `<h5 class="tagcloud3"><a class="rd2" href="/tag/x">${tag}</a></h5>`).join('')}</div>
<div id="related" class="mb20"><div class="f16 bold">Berita Terkait</div><ul>${headlines(5, 2, (link) => `<li class="ovh pt5">${link}</li>`)}</ul></div><div class="komentar"><div id="fbcomment">Komentar</div></div></div></div></div>
<div class="fr w300"><div class="populer"><h4>BERITA POPULER</h4><ul>${headlines(6, 1, (link) => `<li><h3>${link}</h3><time>12 jam lalu</time></li>`)}</ul></div></div></div></div>${footer(outlet)}<div>© 2025 TRIBUNnews.com Network, a subsidiary of KG Media. All Right Reserved</div></body></html>`;
    return {
      make: 'tribun',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        editor: article.editor,
        published: article.published,
        credit: article.credit ?? '(*)',
        partUrls: pages ? [`${url}?page=all`] : [],
      },
    };
  },
};

export const antara: Make = {
  name: 'Antara bureaus',
  preset: 'antara',
  build: (article, variant) => {
    const outlet = 'ANTARA News Sumbar';
    const url = `https://sumbar.antaranews.com/berita/${600000 + variant}/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `${e(text)}<br /><br />\n${at === 1 ? `<div class="adsinside">${AD}</div>` : ''}${at === 2 ? `<span class="baca-juga"><b>Baca juga: </b><a href="/berita/1/x">Harga Cabai di Pasar Induk Naik Dua Kali Lipat Menjelang Ramadan</a></span><br /><br />\n` : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id">${head(article, url, outlet, jsonLd({ ...newsArticle(article, url, outlet), author: { '@type': 'Organization', name: 'ANTARA News Sumbar' } }))}
<body><header class="bg__header"><div class="topbar"><div class="topbar-text">Sabtu, 12 Juli 2025</div></div><nav class="navbar navbar-hover"><ul class="navbar-nav">${menu((link) => `<li class="nav-item">${link}</li>`)}</ul></nav></header>
<section class="breaking__news"><span class="breaking__title">Top News</span>${headlines(3, 3, (link) => `<div class="item">${link}</div>`)}</section>
<section class="pb-80"><div class="container"><div class="row"><div class="col-md-8"><ul class="breadcrumbs bg-light mb-4"><li class="breadcrumbs__item"><a class="breadcrumbs__url" href="/">Beranda</a></li></ul><article><div class="wrap__article-detail"><div class="wrap__article-detail-title"><h1>${e(article.title)}</h1></div><hr>
<div class="wrap__article-detail-info"><ul class="list-inline"><li class="list-inline-item"><span class="text-secondary font-weight-normal"><i class="fa fa-clock-o"></i> ${weekday}, ${day} ${month} ${year} ${clock} WIB</span></li></ul></div><div class="wrap__article-detail-image mt-4"><figure><img class="img-fluid" src="/foto/utama.jpg" alt=""><figcaption class="mt-2">Ilustrasi - Petugas memasang alat peraga imbauan. (ANTARA/HO)</figcaption></figure></div>
<div class="wrap__article-detail-content post-content" itemprop="articleBody">${paragraphs.join('')}<p class="text-muted mt-2 small"><span>Pewarta : ${article.author}<br />Editor: ${article.editor}<br />COPYRIGHT © ANTARA ${year}</span></p></div></div>
<div class="blog-tags"><ul class="list-inline"><li class="list-inline-item"><i class="fa fa-tags"></i></li>${article.tags.map((tag) => `<li class="list-inline-item"><a href="/tag/x">${tag}</a></li>`).join('')}</ul></div><div class="share-wrapper">${share(url)}</div></article>
<div class="related-article"><h4>Berita Terkait</h4>${headlines(4, 1, (link) => `<div class="article__entry"><p class="text-primary">12 Juli 2025 08:10</p><h5>${link}</h5></div>`)}</div></div>
<div class="col-md-4"><aside class="wrapper__list__article"><h4 class="border_section">Terpopuler</h4>${headlines(5, 5, (link) => `<div class="card__post__title"><h6>${link}</h6></div>`)}</aside></div></div></div></section>${footer(outlet)}</body></html>`;
    return {
      make: 'antara',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        editor: article.editor,
        published: article.published,
      },
    };
  },
};

export const detik: Make = {
  name: 'detik',
  preset: 'generic',
  build: (article, variant) => {
    const outlet = 'detikJateng';
    const url = `https://www.detik.com/jateng/berita/d-${6300000 + variant}/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `${at === 0 ? `<strong>Solo</strong> - <p>${e(text)}</p>` : `<p>${e(text)}</p>`}${at === 1 ? `<div class="parallaxindetail scrollpage"><div class="parallax_abs"><div class="parallax_fix">${AD}</div></div><div class="parallax_ads">ADVERTISEMENT</div><div class="parallax_scroll">SCROLL TO CONTINUE WITH CONTENT</div></div>` : ''}${at === 2 ? `<table class="linksisip"><tbody><tr><td><div class="lihatjg"><strong>Baca juga: </strong><a data-label="List Berita" href="/x">Timnas Putri Menang 3-0 atas Singapura pada Laga Uji Coba di Solo</a></div></td></tr></tbody></table>` : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id-ID">${head(article, url, outlet, `<meta name="dtk:publishdate" content="${article.published.slice(0, 16).replaceAll('-', '/').replace('T', ' ')}:00"><meta name="dtk:author" content="${article.author}"><meta name="publishdate" content="${article.published.slice(0, 19).replaceAll('-', '/').replace('T', ' ')}"><meta name="author" content="${article.author}">${jsonLd(newsArticle(article, url, outlet))}`)}
<body><div class="dtkframebar"><div class="dtkframebar__menu">${menu((link) => `<span>${link}</span>`)}</div></div><div class="container"><div class="breadcrumb breadcrumb--detail"><a class="breadcrumb__link" href="/">detikJateng</a><a href="/berita">Berita</a></div><article class="detail"><div class="detail__header"><h1 class="detail__title">\n   ${e(article.title)}   </h1><div class="detail__author">${article.author} - <span class="detail__label">detikJateng</span></div><div class="detail__date">${weekday}, ${String(day).padStart(2, '0')} ${month.slice(0, 3)} ${year} ${clock} WIB</div></div>
<div class="detail__media"><figure class="detail__media-image"><img src="/foto/utama.jpg" alt=""><figcaption class="detail__media-caption">Pegawai mengikuti apel di balai kota. Foto: ${article.author}/detikJateng</figcaption></figure></div><div class="detail__body flex-between"><div class="column-8"><div class="detail__share">${share(url)}</div>
<div class="detail__body-text itp_bodycontent"><!--s:Body-->${paragraphs.join('\n')}<!--e:Body--><p><strong>[Gambas:Video 20detik]</strong></p><div class="detail__multiple"></div>${article.credit === null ? '' : `<strong>${article.credit}</strong>`}</div>
<div class="detail__body-tag mgt-16"><div class="nav">${article.tags.map((tag) => `<a class="nav__item" href="/tag/x">${tag}</a>`).join('')}</div></div><div class="list-content list-content--column"><h3 class="title title--medium">Berita Terkait</h3>${headlines(4, 4, (link) => `<article class="list-content__item"><h3 class="media__title">${link}</h3></article>`)}</div></div></div></article>
<div class="sidebar column-4"><div class="box cb-mostpop"><h4 class="box__title">Berita Terpopuler</h4>${headlines(5, 2, (link) => `<article class="list-content__item"><h3>${link}</h3></article>`)}</div></div></div>${footer(outlet)}</body></html>`;
    const [first = '', ...rest] = article.paragraphs;
    return {
      make: 'detik',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf([`Solo - ${first}`, ...rest]),
        authors: [article.author],
        published: article.published,
        credit: article.credit,
      },
    };
  },
};

export const kompas: Make = {
  name: 'Kompas-like',
  preset: 'generic',
  build: (article, variant) => {
    const outlet = 'Kompas Nusa';
    const url = `https://regional.kompasnusa.com/read/${article.published.slice(0, 10).replaceAll('-', '/')}/${100000 + variant}978/${slugOf(article.title)}`;
    const { numeric, clock } = printed(article.published);
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p>${at === 0 ? `<strong>SEMARANG, KOMPASNUSA.com -</strong> ${e(text)}` : e(text)}</p>${at === 1 ? '<p><strong>Baca juga: <a class="inner-link-baca-juga" href="/x" target="_self">DPRD Pringsewu Sahkan APBD Perubahan, Ini Rincian Anggarannya</a></strong></p>' : ''}${at === 3 ? `<div class="ads-on-body">${AD}</div><p>Dapatkan update <strong>berita pilihan</strong> dan <em>breaking news</em> setiap hari dari Kompas Nusa. Mari bergabung di Grup Telegram "News Update", caranya klik link <a href="https://t.me/x">https://t.me/kompasnusa</a>, kemudian join.</p>` : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id-ID">${head(article, url, outlet, `<meta name="content_PublishedDate" content="${article.published.slice(0, 19).replace('T', ' ')}"><meta name="content_author" content="${article.author}">${jsonLd({ ...newsArticle(article, url, outlet), author: [{ '@type': 'Person', name: article.author }], editor: [{ '@type': 'Person', name: article.editor }] })}`)}
<body class="theme--regional"><header class="header"><nav class="nav"><ul class="nav__row">${menu((link) => `<li class="nav__item">${link}</li>`)}</ul></nav></header><div class="container"><div class="row"><ul class="breadcrumb__wrap"><li class="breadcrumb__item"><a href="/"><span>News</span></a></li></ul></div>
<h1 class="read__title">${e(article.title)}</h1><div class="read__header"><div class="col-bs10-10"><div class="read__time">Kompas Nusa - ${numeric}, ${clock} WIB</div></div><div class="credit"><div class="credit-title"><div class="credit-title-nameEditor">${article.author}</div>, <div class="credit-title-nameEditor">${article.editor}</div></div><div class="credit-title-jabatan">Tim Redaksi</div></div></div>
<div class="col-bs10-7 js-read-article"><div class="photo"><div class="photo__wrap"><img src="/foto/utama.jpg" alt=""></div><div class="photo__caption">Ilustrasi pemilu<span class="photo__author">(Shutterstock)</span></div></div><div class="social--share">${share(url)}</div>
<div class="read__article mt2 clearfix js-tower-sticky-parent"><div class="read__content"><div class="clearfix">${paragraphs.join('\n')}<div class="fb-quote"></div></div></div><div class="tag__article"><h3>Tag</h3><ul class="tag__article__wrap">${article.tags.map((tag) => `<li class="tag__article__item"><a class="tag__article__link" href="/tag/x">${tag}</a></li>`).join('')}</ul></div></div>
<div class="terkait"><div class="terkait__head"><h3>Terkini Lainnya</h3></div>${headlines(5, 1, (link) => `<div class="article__list"><h3 class="article__title">${link}</h3><div class="article__subtitle">Regional</div></div>`)}</div><div class="comment"><div class="comment__wrap">Baca tentang <a href="/x">Komentar</a> Kirim Komentar</div></div></div>
<div class="col-bs10-3"><div class="most"><h3 class="most__head">Terpopuler</h3>${headlines(5, 3, (link) => `<div class="most__list"><h4 class="most__title">${link}</h4></div>`)}</div></div></div>${footer(outlet)}</body></html>`;
    const [first = '', ...rest] = article.paragraphs;
    return {
      make: 'kompas',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf([`SEMARANG, KOMPASNUSA.com - ${first}`, ...rest]),
        authors: [article.author],
        editor: article.editor,
        published: article.published,
      },
    };
  },
};
