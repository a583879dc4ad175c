// A plain article page for tests of single steps, and the call that reads it.
import { extractHtml, extractPage } from '../../../pipeline/extract/extract.ts';
import type { Extracted } from '../../../schemas/article.ts';
import { Site } from '../../../schemas/site.ts';

export const FETCHED = '2025-07-12T02:00:00Z';
export const URL_OF_PAGE = 'https://contoh.id/politik/asn-diminta-netral';

export const PARAGRAPHS = [
  'BONTANG, Contoh.id – Badan Pengawas Pemilihan Umum Kota Bontang meminta seluruh aparatur sipil negara menjaga netralitas selama masa kampanye berlangsung, baik di kantor maupun di media sosial.',
  '“Kami sudah mengirim surat imbauan kepada pemerintah kota sejak pekan lalu,” kata Ketua Bawaslu dalam keterangan tertulis yang diterima redaksi pada Selasa siang, seusai rapat koordinasi.',
  'Menurut dia, pengawasan dilakukan bersama panitia pengawas kecamatan, dan setiap laporan dari warga akan diperiksa paling lama tujuh hari setelah diterima dengan bukti yang cukup.',
];
export const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
export const TEXT = PARAGRAPHS.join('\n\n');

/** A page with a menu, the article and a sidebar; `head` and `body` are the tested parts. */
export const page = ({
  head = '',
  body = BODY,
  title = 'ASN Diminta Netral di Kota Bontang',
}: { head?: string; body?: string; title?: string } = {}): string =>
  `<!doctype html><html lang="id"><head><title>${title} - Contoh</title>${head}</head><body><nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<main><article><h1>${title}</h1><div class="entry-content">${body}</div></article></main>
<aside class="sidebar"><h3>Terpopuler</h3><ul><li><a href="/a">Harga Cabai Naik</a></li><li><a href="/b">Jadwal Imsakiyah</a></li></ul></aside><footer>Copyright © 2025 Contoh</footer></body></html>`;

export const read = (html: string, site: Site | null = null, url = URL_OF_PAGE): Extracted =>
  extractHtml({ url, html, fetchedAt: FETCHED }, site);

export const readBytes = (body: Uint8Array, contentType: string | null): Extracted =>
  extractPage({ url: URL_OF_PAGE, body, contentType, fetchedAt: FETCHED }, null);

export const siteWith = (extract: unknown[], region: string | null = null): Site =>
  Site.parse({
    id: 'contoh',
    name: 'Contoh',
    home: 'https://contoh.id/',
    region,
    discover: [{ kind: 'feed', url: 'https://contoh.id/feed' }],
    extract,
  });
