// Small outlets: Blogger with line breaks for paragraphs, and a hand-made site of tables from the 2000s in windows-1252.
import { footer, head, headlines, jsonLd, menu, newsArticle, share } from '../chrome.ts';
import { escapeHtml as e, type Make, printed, slugOf, textOf } from '../fixture.ts';

export const blogger: Make = {
  name: 'Blogger',
  preset: 'blogger',
  build: (article, variant) => {
    const outlet = 'Lintas Tanjung';
    const url = `https://www.lintastanjung.com/${article.published.slice(0, 7).replace('-', '/')}/${slugOf(article.title).slice(0, 39)}.html`;
    const { weekday, day, month, year } = printed(article.published);
    const teaser =
      '<b>Baca juga: <a href="https://www.lintastanjung.com/2025/01/x.html">Pendaftaran CPNS Dibuka Pekan Depan, Simak Formasi dan Syaratnya</a></b><br /><br />';
    const lines = article.paragraphs.map(
      (text, at) =>
        `${at === 0 ? `<b>${e(text.split(' ')[0] ?? '')}</b> ${e(text.split(' ').slice(1).join(' '))}` : `&nbsp;${e(text)}`}<br /><br />\n${at === 1 ? teaser : ''}`,
    );
    const image =
      '<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container" style="margin-left:auto"><tbody><tr><td style="text-align:center"><a href="https://blogger.googleusercontent.com/img/x.jpg"><img border="0" src="https://blogger.googleusercontent.com/img/x.jpg" /></a></td></tr><tr><td class="tr-caption" style="text-align:center">Foto: Pegawai mengikuti apel gabungan</td></tr></tbody></table><br />';
    const html = `<!DOCTYPE html><html class='v2' dir='ltr' lang='id' xmlns='http://www.w3.org/1999/xhtml'>${head(article, url, outlet, `<meta content='blogger' name='generator'/>${variant % 2 === 0 ? jsonLd({ ...newsArticle(article, url, outlet, 'Admin'), '@type': 'BlogPosting' }) : ''}`)}
<body class='item'><div id='outer-wrapper'><header id='header-wrapper'><div class='header section'><h2 class='title'><a href='/'>${outlet}</a></h2></div><div class='nav-menu'><ul>${menu((link) => `<li>${link}</li>`)}</ul></div></header><div class='ticker'><h3>Breaking</h3>${headlines(3, 1, (link) => `<li>${link}</li>`)}</div>
<div id='main-wrapper'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class='post-outer'><div class='post hentry uncustomized-post-template' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><h1 class='post-title entry-title' itemprop='headline'>${e(article.title)}</h1><div class='post-header'><span class='post-author vcard'>Penulis: <span class='fn' itemprop='author'>${article.author}</span></span> <span class='post-timestamp'><abbr class='published timeago' itemprop='datePublished' title='${article.published}'>${weekday}, ${day} ${month} ${year}</abbr></span></div>
<div class='post-body entry-content' id='post-body-88${variant}' itemprop='description articleBody'>${image}<div style="text-align: justify;">${lines.join('')}${article.credit === null ? '' : `<b>${article.credit}</b>`}</div></div><div class='post-footer'><div class='post-labels'>Label: ${article.tags.map((tag) => `<a href='/search/label/x' rel='tag'>${tag}</a>`).join(', ')}</div><div class='share-buttons'>${share(url)}</div></div></div></div></div>
<div class='related-posts'><h4>Related Posts</h4>${headlines(3, 4, (link) => `<div class='rp'>${link}</div>`)}</div><div class='blog-pager' id='blog-pager'><a class='blog-pager-newer-link' href='/n'>Posting Lebih Baru</a> <a class='blog-pager-older-link' href='/o'>Posting Lama</a></div><section class='comments' id='comments'><h4>Tidak ada komentar:</h4><p class='comment-footer'>Posting Komentar</p></section></div></div></div>
<aside id='sidebar-wrapper'><div class='widget PopularPosts'><h3 class='title'>Popular Posts</h3>${headlines(5, 2, (link) => `<div class='post-content'><h3 class='post-title'>${link}</h3><div class='snippet-item'>Warga diminta tetap tenang dan tidak mudah terpancing isu yang beredar di media sosial…</div></div>`)}</div></aside></div>${footer(outlet)}</body></html>`;
    return {
      make: 'blogger',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [article.author],
        published: article.published.replace(/T.*/, ''),
        credit: article.credit,
      },
    };
  },
};

export const handmade: Make = {
  name: 'Hand-made tables',
  preset: null,
  build: (article, variant) => {
    const outlet = 'Warta Muara';
    const url = `http://www.wartamuara.co.id/berita.php?id=${3100 + variant}`;
    const { weekday, day, month, year, clock } = printed(article.published);
    const lines = article.paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;${e(text)}<br><br>`);
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>${outlet} | ${e(article.title)}</title></head><body bgcolor="#ffffff" topmargin=0>
<table width="980" align=center cellpadding=0 cellspacing=0><tr><td colspan=3><img src="images/header.jpg" width=980></td></tr><tr><td colspan=3 bgcolor="#990000"><table><tr>${menu((link) => `<td><font color=white size=2>${link}</font></td>`)}</tr></table></td></tr>
<tr><td width=180 valign=top><table><tr><td><b>BERITA TERKINI</b></td></tr>${headlines(6, 0, (link) => `<tr><td><font size=1>&raquo; ${link}</font></td></tr>`)}</table></td>
<td width=600 valign=top><table width="100%"><tr><td><font size=1>${weekday}, ${day} ${month} ${year} - ${clock} WIB</font></td></tr><tr><td><font size=5 face=georgia><b>${e(article.title)}</b></font></td></tr><tr><td><table align=left width=300><tr><td><img src="foto/utama.jpg" width=300></td></tr><tr><td><font size=1><i>Foto: Pegawai mengikuti apel</i></font></td></tr></table>
<div align=justify><font size=2 face=verdana>${lines.join('\n')}${article.credit === null ? '' : article.credit}</font></div></td></tr><tr><td>${share(url)}</td></tr><tr><td><b>Berita Terkait :</b><ul>${headlines(4, 3, (link) => `<li>${link}`)}</ul></td></tr><tr><td><b>Komentar Anda :</b><form>Nama <input name=nama> Komentar <textarea></textarea></form></td></tr></table></td>
<td width=200 valign=top><b>POPULER</b><br>${headlines(5, 5, (link) => `${link}<br>`)}</td></tr><tr><td colspan=3 align=center><font size=1>Copyright &copy; 2012 ${outlet}. Jl. Merdeka No. 10</font></td></tr></table></body></html>`;
    return {
      make: 'handmade',
      url,
      html,
      expected: {
        title: article.title,
        text: textOf(article.paragraphs),
        authors: [],
        published: article.published,
        credit: article.credit,
      },
    };
  },
};
