// Honai Pagi's pages: tables and font tags of an old home-made system; no metadata, the date in words or not at all.
import { type Piece, numberOf } from '../../articles.ts';
import { PROVINCES, neighbours, ticker } from '../../clutter.ts';
import { printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Entry, Issue } from '../../paper.ts';

export const NAME = 'Honai Pagi';

/** '/baca.php?id=4019' */
export const permalink = (piece: Piece): string => `/baca.php?id=${4000 + numberOf(piece)}`;

const imageOf = (piece: Piece): string => `/foto/${numberOf(piece)}.gif`;

const STYLE = `body{background:#d9e4dd;margin:0;font-family:Tahoma,Verdana,sans-serif;font-size:13px;color:#222}a{color:#145c32}td{vertical-align:top}.judul{font-size:22px;font-weight:bold;color:#0d3b20}.isi{font-size:14px;line-height:1.7}.kecil{font-size:11px;color:#666}.kolom{background:#eef4f0;padding:8px}.kepala{background:#0d3b20;color:#fff;padding:16px}.kepala a{color:#fff}.menu{background:#145c32;padding:6px}.menu a{color:#fff;margin-right:12px}`;

const open = (title: string): Markup => markup`<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${title}</title>
<style type="text/css">${raw(STYLE)}</style>
<script language="JavaScript">function cetak(){window.print()}function jam(){var d=new Date();return d.getHours()+':'+d.getMinutes()}</script>
</head>
<body><table width="980" align="center" cellpadding="0" cellspacing="0" bgcolor="#ffffff"><tr><td class="kepala" colspan="3"><font size="6"><b><a href="/">HONAI PAGI</a></b></font><br>Jendela Tanah Papua</td></tr>
<tr><td class="menu" colspan="3">${['Beranda', 'Jayapura', 'Merauke', 'Nabire', 'Wamena', 'Manokwari', 'Sorong', 'Politik', 'Olahraga', 'Nasional'].map((item) => markup`<a href="/berita.php">${item}</a> `)}</td></tr>
<tr><td colspan="3" class="kecil"><marquee scrollamount="3">${ticker(6, 6).map((line) => markup`+++ ${line} `)}</marquee></td></tr>`;

const left = markup`<td width="150" class="kolom"><b>DAERAH</b><br>${PROVINCES.map((province) => markup`&raquo; <a href="/berita.php">${province}</a><br>`)}<br><b>LAYANAN</b><br>&raquo; <a href="/kontak.php">Hubungi Kami</a><br>&raquo; <a href="/iklan.php">Tarif Iklan</a><br></td>`;

const right = (others: Piece[]): Markup =>
  markup`<td width="210" class="kolom"><b>TERPOPULER</b><br>${others.map((other, index) => markup`${index + 1}. <a href="${permalink(other)}">${other.title}</a><br><br>`)}<center><font color="#999999" size="1">- IKLAN -</font><br><img src="/foto/iklan.gif" width="190" height="240"></center><br><b>JAJAK PENDAPAT</b><br>Apakah layanan publik di daerah Anda sudah baik?<br><input type="radio" name="p">Sudah <input type="radio" name="p">Belum<br></td>`;

const close = markup`<tr><td colspan="3" class="menu" align="center"><font color="#ffffff" size="1">Copyright &copy; Honai Pagi. All rights reserved. Koran ini rekaan untuk peragaan.</font></td></tr></table></body></html>`;

/** 'Rabu, 09 Oktober 2024 - 10:23 WIT | Dibaca 1204 kali'; an undated article has the second half only. */
function dateLine(piece: Piece): Markup {
  const read = `Dibaca ${300 + ((numberOf(piece) * 37) % 4000)} kali`;
  if (piece.at === null) return markup`<span class="kecil">${read}</span>`;
  const { weekday, day, monthName, year, time } = printed(piece.at);
  return markup`<span class="kecil">${weekday}, ${day} ${monthName} ${year} - ${time} WIT | ${read}</span>`;
}

function body(piece: Piece, issue: Issue): Markup[] {
  const [also] = neighbours(issue, piece, 1);
  return piece.paragraphs.flatMap((text, index) => {
    const paragraph = piece.headings.includes(index)
      ? markup`<p align="justify"><b>${text}</b></p>\n`
      : markup`<p align="justify">${text}</p>\n`;
    return index === 1 && also !== undefined
      ? [
          paragraph,
          markup`<p align="justify"><b>Baca: <a href="${permalink(also)}">${also.title}</a></b></p>\n`,
        ]
      : [paragraph];
  });
}

/** An article as the old system prints it. */
export const articlePage = (
  piece: Piece,
  issue: Issue,
): Markup => markup`${open(`${NAME} - ${piece.title}`)}
<tr>${left}<td style="padding:14px"><span class="kecil"><a href="/">Beranda</a> &raquo; <a href="/berita.php">${piece.section}</a></span><br><br>
<div class="judul">${piece.title}</div>
${dateLine(piece)}<br>${piece.author !== null && markup`<span class="kecil">Oleh: <b>${piece.author}</b></span><br>`}<br>
<table align="left" width="320" style="margin:0 14px 6px 0"><tr><td><img src="${imageOf(piece)}" width="310" border="0"></td></tr><tr><td class="kecil"><i>${piece.caption}</i></td></tr></table>
<div class="isi">
${body(piece, issue)}${piece.credit !== null && markup`<p align="justify">${piece.credit}</p>`}
</div><br clear="all">
<span class="kecil">[ <a href="javascript:cetak()">Versi Cetak</a> ] [ <a href="/kirim.php">Kirim ke Teman</a> ]</span><hr size="1">
<b>Berita Lainnya :</b><br>${neighbours(issue, piece, 8, 1).map((other) => markup`&bull; <a href="${permalink(other)}">${other.title}</a> <span class="kecil">${other.at !== null && `(${printed(other.at).day}/${printed(other.at).month}/${printed(other.at).year})`}</span><br>`)}
<br><b>Komentar Anda :</b><br><form action="/komentar.php" method="post">Nama: <input name="nama"><br>Isi: <textarea name="isi" cols="40" rows="3"></textarea><br><input type="submit" value="Kirim"></form></td>${right(neighbours(issue, piece, 9, 8))}</tr>
${close}`;

/** One listing page: ten addresses and a link to the next page. */
export function listingPage(entries: Entry[], page: number, more: boolean): Markup {
  const rows = entries.map(
    (entry) =>
      markup`<tr><td class="baris"><a class="tautan-berita" href="${entry.path}"><b>${entry.title}</b></a><br><span class="kecil">${entry.at !== null && `${printed(entry.at).day}/${printed(entry.at).month}/${printed(entry.at).year} ${printed(entry.at).time} WIT`}</span><br>${entry.piece !== null && `${(entry.piece.paragraphs[0] ?? '').slice(0, 120)} ...`}<br><br></td></tr>`,
  );
  return markup`${open(`${NAME} - Indeks Berita`)}
<tr>${left}<td style="padding:14px"><div class="judul">Indeks Berita</div><table width="100%">${rows}</table>
<p align="center">${page > 1 && markup`<a href="/berita.php?halaman=${page - 1}">&laquo; Sebelumnya</a> `}Halaman ${page} ${more && markup`<a class="berikut" href="/berita.php?halaman=${page + 1}">Berikutnya &raquo;</a>`}</p></td>${right([])}</tr>
${close}`;
}
