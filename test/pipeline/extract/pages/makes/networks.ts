// Networks of regional papers on one content system each: Promedia, Pikiran Rakyat, Disway (bacakoran), RMOL.
import { AD, footer, head, headlines, jsonLd, menu, newsArticle, share } from '../chrome.ts';
import { escapeHtml as e, type Make, printed, slugOf, textOf } from '../fixture.ts';

export const promedia: Make = {
  name: 'Promedia',
  preset: 'promedia',
  build: (article, variant) => {
    const outlet = 'Harian Mandalika';
    const url = `https://www.harianmandalika.com/daerah/${10900000000 + variant}/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const paged = variant % 2 === 0;
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p>${e(text)}</p>${at === 1 ? '<p><strong>Baca Juga: <a href="/x" target="_blank">Ketua KPU Kota Tarakan Lantik 60 Anggota PPK untuk Pilkada 2029</a></strong></p>' : ''}${at === 2 ? `<div class="ads__article">${AD}<p class="text-center text-ads">Advertisement</p></div>` : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id">${head(article, url, outlet, `<meta name="content_creation_date" content="${article.published.slice(0, 19).replace('T', ' ')}">${jsonLd(newsArticle(article, url, outlet))}`)}
<body><header class="header"><nav class="nav"><ul class="nav__wrap">${menu((link) => `<li class="nav__item">${link}</li>`)}</ul></nav></header><main class="container"><ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/daerah">Daerah</a></li></ul>
<div class="read__wrap"><div class="read__header mt2"><h1 class="read__title">${e(article.title)}</h1><div class="read__info"><div class="read__info__author"><a href="/author/1">${article.author}</a></div><div class="read__info__date">- ${weekday}, ${day} ${month} ${year} | ${clock} WIB</div></div></div><div class="read__share">${share(url)}</div>
<div class="photo"><div class="photo__img"><img src="/foto/utama.jpg" alt=""></div><div class="photo__caption">Sejumlah pegawai mengikuti sosialisasi. (Foto: Dok. Pemkab)</div></div>
<article class="read__content clearfix"><p><strong>HARIANMANDALIKA.COM</strong> - ${e(article.paragraphs[0] ?? '')}</p>${paragraphs.slice(1).join('')}${article.credit === null ? '' : `<p><strong>${article.credit}</strong></p>`}</article>
${paged ? `<div class="paging paging--article clearfix"><div class="paging__title">Halaman:</div><div class="paging__wrap clearfix"><div class="paging__item"><a class="paging__link paging__link--active" href="${url}">1</a></div><div class="paging__item"><a class="paging__link" href="${url}?page=2">2</a></div><div class="paging__item"><a class="paging__link" href="${url}?page=3">3</a></div><div class="paging__item"><a class="paging__link paging__link--next" href="${url}?page=2">Selanjutnya</a></div></div></div>` : ''}
<div class="read__editor">Editor: <a href="/editor/3">${article.editor}</a></div><div class="read__tagging"><h3>Tags</h3><ul class="tag__list">${article.tags.map((tag) => `<li><h4><a href="/tag/x">${tag}</a></h4></li>`).join('')}</ul></div></div>
<section class="related"><h3 class="title">Artikel Terkait</h3>${headlines(4, 2, (link) => `<div class="latest__item"><h2 class="latest__title">${link}</h2><date class="latest__date">Sabtu, 12 Juli 2025 | 10:00 WIB</date></div>`)}</section><section class="terkini"><h3>Terkini</h3>${headlines(5, 0, (link) => `<div class="latest__item"><h2 class="latest__title">${link}</h2></div>`)}</section></main>${footer(outlet)}</body></html>`;
    const [first = '', ...rest] = article.paragraphs;
    return {
      make: 'promedia',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf([`HARIANMANDALIKA.COM - ${first}`, ...rest]),
        authors: [article.author],
        editor: article.editor,
        published: article.published,
        credit: article.credit,
        partUrls: paged ? [`${url}?page=2`, `${url}?page=3`] : [],
      },
    };
  },
};

export const pikiranRakyat: Make = {
  name: 'Pikiran Rakyat network',
  preset: 'promedia',
  build: (article, variant) => {
    const outlet = 'Kabar Priangan';
    const url = `https://kabarpriangan.pikiran-rakyat.com/priangan/pr-${1129000000 + variant}/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p>${at === 0 ? '<strong>KABAR PRIANGAN - </strong>' : ''}${e(text)}</p>${at === 0 ? `<div class="ads__body">${AD}</div>` : ''}${at === 2 ? '<p class="bacajuga"><strong>Baca Juga: </strong><a href="/x">Bawaslu Kabupaten Belu Ingatkan Kepala Desa Tidak Ikut Kampanye</a></p>' : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id">${head(article, url, outlet, jsonLd({ ...newsArticle(article, url, outlet), editor: { name: article.editor } }))}
<body><div class="header"><div class="header__menu">${menu((link) => `<span>${link}</span>`)}</div></div><div class="container"><div class="read"><div class="read__header"><h1 class="read__title">${e(article.title)}</h1><div class="read__info"><div class="read__info__author"><span>Tim Kabar Priangan</span></div><div class="read__info__date">- ${day} ${month} ${year}, ${clock} WIB</div></div></div>
<div class="photo"><img src="/foto/utama.jpg" alt=""><div class="photo__caption">Ilustrasi netralitas ASN. /Pixabay/</div></div><article class="read__content">${paragraphs.join('\n')}<p>***</p></article><div class="read__credit"><div>Editor: ${article.editor}</div></div>
<div class="read__tags"><h5>Tags</h5>${article.tags.map((tag) => `<a href="/tag/x">${tag}</a>`).join('')}</div><div class="share__bottom">${share(url)}</div></div><div class="latest"><h3>Artikel Pilihan</h3>${headlines(4, 6, (link) => `<div class="latest__item"><h2>${link}</h2><date>${weekday}</date></div>`)}</div><div class="sidebar__popular"><h3>Terpopuler</h3>${headlines(5, 1, (link) => `<div class="popular__item">${link}</div>`)}</div></div>${footer(outlet)}</body></html>`;
    const [first = '', ...rest] = article.paragraphs;
    return {
      make: 'pikiranRakyat',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf([`KABAR PRIANGAN - ${first}`, ...rest]),
        authors: [article.author],
        editor: article.editor,
        published: article.published,
      },
    };
  },
};

export const disway: Make = {
  name: 'Disway and bacakoran',
  preset: 'disway',
  build: (article, variant) => {
    const outlet = 'Radar Musi';
    const url = `https://radarmusi.bacakoran.co/read/${14000 + variant}/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const paged = variant % 2 === 1;
    const paragraphs = article.paragraphs.map(
      (text, at) =>
        `<p style="text-align:justify">${e(text)}</p>${at === 1 ? '<p><strong>BACA JUGA:<a href="/read/1/x">Polisi Tangkap Pelaku Curanmor yang Beraksi di Lima Kecamatan</a></strong></p>' : ''}${at === 3 ? '<p><strong>BACA JUGA:<a href="/read/2/y">Jadwal Imsakiyah Kota Padang Hari Ini, Lengkap dengan Niat Puasa</a></strong></p>' : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id">${head(article, url, outlet, jsonLd(newsArticle(article, url, outlet, 'Redaksi')))}
<body><div class="header-top"><marquee>${headlines(3, 0, (link) => link)}</marquee></div><nav class="navbar"><ul>${menu((link) => `<li>${link}</li>`)}</ul></nav><section class="section-single"><div class="container"><div class="row"><div class="col-lg-8"><article class="post"><h1 class="entry-main-title">${e(article.title)}</h1><div class="meta-post"><span>Reporter: <b>${article.author}</b></span> | <span>Editor: <b>${article.editor}</b></span> | <span>${weekday}, ${day} ${month} ${year} - ${clock} WIB</span></div>
<div class="image-caption"><img src="/foto/utama.jpg" alt=""><p>Suasana rapat koordinasi. -Foto: Dokumen/Radar Musi.-</p></div><div class="content-article">${paragraphs.join('\n')}${article.credit === null ? '' : `<p>${article.credit}</p>`}</div>${paged ? `<nav class="pagination-wrap"><ul class="pagination"><li class="page-item active"><a class="page-link" href="${url}">1</a></li><li class="page-item"><a class="page-link" href="${url}/15">2</a></li><li class="page-item"><a class="page-link" href="${url}/30">3</a></li></ul></nav>` : ''}
<p class="google-news">Cek Berita dan Artikel yang lain di <a href="https://news.google.com/x">Google News</a></p><p class="sumber">Sumber:</p><div class="tags">${article.tags.map((tag) => `<a href="/tag/x">#${tag}</a>`).join(' ')}</div><div class="share">${share(url)}</div></article><div class="related-news"><h4>Berita Terkait</h4>${headlines(4, 3, (link) => `<div class="item">${link}</div>`)}</div></div><div class="col-lg-4"><div class="widget"><h4>Terpopuler</h4>${headlines(5, 5, (link) => `<div class="item">${link}</div>`)}</div></div></div></div></section>${footer(outlet)}</body></html>`;
    return {
      make: 'disway',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        editor: article.editor,
        published: article.published,
        credit: article.credit,
        partUrls: paged ? [`${url}/15`, `${url}/30`] : [],
      },
    };
  },
};

export const rmol: Make = {
  name: 'RMOL network',
  preset: 'rmol',
  build: (article, variant) => {
    const outlet = 'RMOLSumsel';
    const url = `https://www.rmolsumsel.id/${slugOf(article.title)}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const list = `<div class="baca-juga"><strong>Baca Juga:</strong><ul>${headlines(3, variant, (link) => `<li>${link}</li>`)}</ul></div>`;
    const paragraphs = article.paragraphs.map(
      (text, at) => `<p>${e(text)}</p>${at === 2 ? list : ''}`,
    );
    const html = `<!DOCTYPE html><html lang="id">${head(article, url, outlet, `<meta property="article:published_time" content="${article.published}">${jsonLd(newsArticle(article, url, outlet))}`)}
<body><header id="header"><div class="top-menu">${menu((link) => `<span>${link}</span>`)}</div></header><div class="trending"><strong>Trending</strong>${headlines(4, 4, (link) => `<span>${link}</span>`)}</div><div class="container"><div class="row"><div class="col-md-8"><div class="breadcrumbs"><a href="/">Home</a> / <a href="/politik">Politik</a></div><h1 class="post-title">${e(article.title)}</h1><div class="post-meta"><span class="author">LAPORAN: <a href="/reporter/x">${article.author}</a></span> <span class="date">${weekday}, ${day} ${month} ${year}, ${clock} WIB</span></div>
<figure class="post-image"><img src="/foto/utama.jpg" alt=""><figcaption>Ketua Bawaslu memberi keterangan/RMOLSumsel</figcaption></figure><div class="addthis_inline_share_toolbox">${share(url)}</div><div class="detail-content">${paragraphs.join('')}<p>Temukan berita-berita hangat terpercaya dari RMOLSumsel di <a href="https://news.google.com/x">Google News</a>. Untuk mengikuti silakan klik tanda bintang.</p></div><div class="editor">EDITOR: ${article.editor.toUpperCase()}</div>
<div class="tags"><span>Tags:</span> ${article.tags.map((tag) => `<a href="/tag/x">${tag}</a>`).join(' ')}</div><div class="komentar"><h4>Komentar Pembaca</h4></div><div class="artikel-lainnya"><h3>ARTIKEL LAINNYA</h3>${headlines(6, 2, (link) => `<div class="post-item"><h4>${link}</h4><span>Politik | ${weekday}, 11 Juli 2025 | 09:00</span></div>`)}</div></div><div class="col-md-4"><div class="sidebar">${AD}<h3>Terpopuler</h3>${headlines(5, 0, (link) => `<div>${link}</div>`)}</div></div></div></div>${footer(outlet)}</body></html>`;
    return {
      make: 'rmol',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        published: article.published,
      },
    };
  },
};
