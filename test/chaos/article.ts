// A plain article page of the chaos press, that every reader reads well.

export type PlainArticle = { title: string; paragraphs: string[] };

export const ARTICLE: PlainArticle = {
  title: 'Bawaslu Bontang Ingatkan ASN Menjaga Netralitas',
  paragraphs: [
    'BONTANG – Badan Pengawas Pemilihan Umum Kota Bontang meminta seluruh aparatur sipil negara menjaga netralitas selama masa kampanye Pilkada 2024, baik di kantor maupun di media sosial.',
    '“Kami sudah mengirim surat imbauan kepada pemerintah kota sejak pekan lalu,” kata Ketua Bawaslu Bontang dalam keterangan tertulis yang diterima redaksi pada Selasa siang.',
    'Menurut dia, pengawasan dilakukan bersama panitia pengawas kecamatan, dan setiap laporan dari warga akan diperiksa paling lama tujuh hari setelah diterima dengan bukti yang cukup.',
    'Pemerintah kota menyatakan akan menindaklanjuti imbauan itu dengan surat edaran kepada seluruh perangkat daerah sebelum masa tenang dimulai.',
  ],
};

export const articlePage = (
  { title, paragraphs }: PlainArticle,
  published = '2024-11-05T10:23:00+08:00',
): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="${published}"></head><body><article><h1>${title}</h1><time datetime="${published}">${published.slice(0, 10)}</time>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
