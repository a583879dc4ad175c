// What stands around the article on every make of site: the words of menus, tickers, related lists, comments and footers.
import { escapeHtml, type FixtureArticle } from './fixture.ts';

export const MENU = [
  'Beranda',
  'Nasional',
  'Daerah',
  'Politik',
  'Hukum & Kriminal',
  'Ekonomi',
  'Olahraga',
  'Pendidikan',
  'Advertorial',
  'Pariwara',
  'Indeks',
];

/** Headlines of other stories, with other places and elections in them. */
export const OTHERS = [
  'Harga Cabai di Pasar Induk Naik Dua Kali Lipat Menjelang Ramadan',
  'Ketua KPU Kota Tarakan Lantik 60 Anggota PPK untuk Pilkada 2029',
  'Polisi Tangkap Pelaku Curanmor yang Beraksi di Lima Kecamatan',
  'Jadwal Imsakiyah Kota Padang Hari Ini, Lengkap dengan Niat Puasa',
  'Bupati Sampang Resmikan Jembatan Gantung Senilai Rp4,2 Miliar',
  'Gempa Magnitudo 5,1 Guncang Nias Selatan, Tidak Berpotensi Tsunami',
  'Timnas Putri Menang 3-0 atas Singapura pada Laga Uji Coba di Solo',
  'Bawaslu Kabupaten Belu Ingatkan Kepala Desa Tidak Ikut Kampanye',
  'DPRD Pringsewu Sahkan APBD Perubahan, Ini Rincian Anggarannya',
  'Pendaftaran CPNS Dibuka Pekan Depan, Simak Formasi dan Syaratnya',
];

const other = (at: number): string => escapeHtml(OTHERS[at % OTHERS.length] ?? '');

/** `count` headlines as links, each wrapped by `wrap`. */
export const headlines = (
  count: number,
  from: number,
  wrap: (link: string, at: number) => string,
): string =>
  Array.from({ length: count }, (_, at) =>
    wrap(
      `<a href="/2025/07/${from + at}/berita-${from + at}.html" title="${other(from + at)}">${other(from + at)}</a>`,
      at,
    ),
  ).join('\n');

export const menu = (wrap: (link: string) => string): string =>
  MENU.map((name) =>
    wrap(
      `<a href="/kategori/${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}">${escapeHtml(name)}</a>`,
    ),
  ).join('\n');

export const share = (address: string): string =>
  [
    'facebook.com/sharer/sharer.php?u=',
    'twitter.com/intent/tweet?url=',
    'api.whatsapp.com/send?text=',
    't.me/share/url?url=',
  ]
    .map(
      (target) =>
        `<a href="https://${target}${encodeURIComponent(address)}" rel="nofollow" target="_blank"><i class="fa fa-share"></i><span>${target.split('.')[0]}</span></a>`,
    )
    .join('');

export const ANALYTICS = `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-XXXX');</script>
<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-000"></script>`;

export const AD = `<ins class="adsbygoogle" style="display:block;text-align:center" data-ad-layout="in-article" data-ad-format="fluid"></ins><script>(adsbygoogle=window.adsbygoogle||[]).push({});</script>`;

/** JSON-LD as the make prints it. */
export const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

export const newsArticle = (
  article: FixtureArticle,
  url: string,
  outlet: string,
  author = article.author,
): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  mainEntityOfPage: { '@type': 'WebPage', '@id': url },
  headline: article.title,
  image: {
    '@type': 'ImageObject',
    url: `${new URL(url).origin}/foto/utama.jpg`,
    height: 500,
    width: 700,
  },
  datePublished: article.published,
  dateModified: article.published,
  author: { '@type': 'Person', name: author },
  publisher: {
    '@type': 'Organization',
    name: outlet,
    logo: { '@type': 'ImageObject', url: `${new URL(url).origin}/logo.png` },
  },
  description: article.paragraphs[0]?.slice(0, 140) ?? '',
});

/** <head> with Open Graph; `extra` holds what the make adds. */
export function head(article: FixtureArticle, url: string, outlet: string, extra = ''): string {
  const title = escapeHtml(article.title);
  const summary = escapeHtml(article.paragraphs[0]?.slice(0, 150) ?? '');
  return `<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${escapeHtml(outlet)}</title>
<meta name="description" content="${summary}">
<link rel="canonical" href="${url}">
<meta property="og:locale" content="id_ID">
<meta property="og:type" content="article">
<meta property="og:title" content="${title} - ${escapeHtml(outlet)}">
<meta property="og:description" content="${summary}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${escapeHtml(outlet)}">
<meta property="og:image" content="${new URL(url).origin}/foto/utama.jpg">
${extra}
<style>body{font-family:Roboto}.ads{min-height:250px}</style>
${ANALYTICS}
</head>`;
}

export const comments = `<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Tinggalkan Balasan <small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display:none;">Batalkan balasan</a></small></h3>
<form action="/wp-comments-post.php" method="post" class="comment-form"><p class="comment-notes"><span id="email-notes">Alamat email Anda tidak akan dipublikasikan.</span> <span class="required-field-message">Ruas yang wajib ditandai <span class="required">*</span></span></p>
<p class="comment-form-comment"><label for="comment">Komentar <span class="required">*</span></label> <textarea name="comment" required></textarea></p>
<p class="form-submit"><input type="submit" value="Kirim Komentar"></p></form></div>`;

export const footer = (outlet: string): string =>
  `<footer class="site-footer"><div class="footer-menu"><a href="/redaksi">Redaksi</a> <a href="/pedoman-media-siber">Pedoman Media Siber</a> <a href="/tentang">Tentang Kami</a> <a href="/kontak">Kontak</a> <a href="/privacy">Privacy Policy</a></div>
<p class="copyright">Copyright © 2025 ${escapeHtml(outlet)}. All rights reserved.</p></footer>`;
