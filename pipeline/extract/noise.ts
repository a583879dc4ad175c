// Lines that news pages put into or beside the text. In: one block's text; out: what kind of line it is.

export type LineKind =
  | 'teaser'
  | 'share'
  | 'subscribe'
  | 'credit'
  | 'label'
  | 'ad'
  | 'legal'
  | 'comment';

/** Every pattern is anchored at the start; `whole` ones must be all of the line. */
const START: [LineKind, RegExp][] = [
  // 'Baca juga: …' in its spellings, and what other languages write in its place.
  [
    'teaser',
    /^[*•►▶»>→\-–—\s([]*(?:baca|simak|lihat|tonton|cek)\s*(?:juga|pula|selengkapnya|lainnya|artikel(?: lain)?|berita(?: lain(?:nya)?)?|video)?\s*[:：]/i,
  ],
  ['teaser', /^[*•►▶»>→\-–—\s([]*(?:baca|simak|lihat|tonton)\s+(?:juga|pula)\b/i],
  [
    'teaser',
    /^(?:berita|artikel|video|topik)\s+(?:terkait|terkini|lainnya|populer|terpopuler|rekomendasi|pilihan)\s*(?::|$)/i,
  ],
  [
    'teaser',
    /^[*•►▶»>→\-–—\s([]*(?:read (?:more|also|next|this)|also read|see also|see more|related(?: stor(?:y|ies)| articles?| content| news)?|more (?:on|from|about)|recommended|don'?t miss|watch(?: more| now)?|listen|lesen sie (?:auch|hier|mehr)|lesen sie (?:dazu )?auch|mehr (?:zum thema|dazu)|auch interessant|lire aussi|à lire aussi|lee (?:también|más)|lea (?:también|más)|le puede interesar|te puede interesar|vea también|leia (?:também|mais)|veja (?:também|mais)|leggi anche|läs (?:mer|också)|les også|lees ook|czytaj (?:też|także)|zobacz (?:też|także)|читайте также)\s*(?::|$)/i,
  ],
  [
    'share',
    /^(?:sebarkan(?: artikel)?(?: ini)?|bagikan(?: artikel| berita)?(?: ini)?|share(?: this)?(?: (?:on|to|via) \w+)?|tweet|pin it|print|e-?mail|copy link|salin (?:link|tautan)|facebook|twitter|whatsapp|telegram|linkedin|teilen|partager|compartir)\s*[:!]?$/i,
  ],
  ['share', /^(?:share|sebarkan|bagikan) (?:this|artikel|berita)\b.{0,40}$/i],
  [
    'subscribe',
    /^(?:ikuti|dapatkan|gabung|bergabung|follow|klik)\b.{0,160}\b(?:whatsapp|wa channel|google news|telegram|channel|saluran|instagram|facebook|tiktok|youtube|twitter|media sosial)\b/i,
  ],
  [
    'subscribe',
    /^(?:sign up|subscribe|get (?:our|the|breaking)|follow us|join our|download (?:our|the)|enter your e-?mail)\b.{0,160}$/i,
  ],
  [
    'ad',
    /^(?:advertisement|advertising|iklan|scroll to (?:resume|continue).*|story continues below.*|article continues (?:below|after).*|continue reading.*|lanjutkan membaca.*|lanjut baca.*|anzeige|werbung|publicidad|publicité|reklama|loading.{0,3}|sponsored(?: content)?|- ?(?:advertisement|iklan) ?-|halaman (?:selanjutnya|berikutnya).*)\s*$/i,
  ],
  [
    'legal',
    /^(?:copyright|hak cipta|©|\(c\)\s*\d{4}|all rights reserved|dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|melakukan crawling))/i,
  ],
  [
    'comment',
    /^(?:tinggalkan (?:balasan|komentar)|leave a (?:reply|comment)|join the (?:conversation|discussion)|leserkommentare|\d* ?(?:comments?|komentar|kommentare?|comentarios?|commentaires?|reacties|responses?|replies)|post a comment|view comments?|beri komentar|tulis komentar)\b.{0,40}$/i,
  ],
  [
    'label',
    /^(?:tags?|topik|topics?|kata kunci|keywords?|filed under|posted in|categories|kategori|label|labels|sumber|source|editor|reporter|penulis|pewarta|author|fotografer|oleh|by)\s*[:：]/i,
  ],
  [
    'credit',
    /^(?:foto|photo|image|picture|video|gambar|ilustrasi|dok|getty images|shutterstock|istimewa)\s*(?:[:：/]|oleh\b|by\b|credit\b)/i,
  ],
];

/** All of them as one, which most lines pass by. */
const ANY_START = new RegExp(START.map(([, { source }]) => source).join('|'), 'i');

/** What a line is besides running text; null for a line that may be the article's. */
export function lineKind(text: string): LineKind | null {
  if (text.length > 400 || !ANY_START.test(text)) return null;
  for (const [kind, pattern] of START) if (pattern.test(text)) return kind;
  return null;
}

/** A teaser that stands inside a paragraph: 'Baca juga: <headline>' up to its end of line or sentence. */
const INLINE_WORD = /(?:Baca|BACA|Simak|Lihat)\s*(?:[Jj]uga|JUGA|[Pp]ula)/;
const INLINE = /\s*[[(]?(?:Baca|BACA|Simak|Lihat)\s*(?:[Jj]uga|JUGA|[Pp]ula)\s*:\s*[^.\n]{10,160}$/;

export function withoutInlineNoise(text: string): string {
  return text.length > 60 && INLINE_WORD.test(text) ? text.replace(INLINE, '') : text;
}

/** Sentences that a site prints with every article, and lines that name its makers: of Indonesian sites. */
const STANDING = [
  /^(?:artikel|berita|tulisan) ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat|dipublikasikan)\b/i,
  /^(?:temukan|dapatkan|simak|baca|cek|update|nikmati|jangan (?:lewatkan|ketinggalan))\b.{0,140}\b(?:google news|whatsapp|wa channel|telegram|saluran|channel|aplikasi)\b/i,
  /^(?:ikuti|follow|gabung|bergabung|klik|kunjungi|yuk|mari)\b.{0,160}\b(?:google news|whatsapp|wa channel|telegram|saluran|channel|instagram|facebook|tiktok|youtube|media sosial)\b/i,
  /^\[(?:gambas|video|foto|infografis|embed)\b[^\]]*\]$/i,
  /^laporan (?:wartawan|reporter|kontributor|jurnalis)\b.{0,80}$/i,
  /^(?:penulis|reporter|pewarta|editor|redaktur|kontributor|jurnalis|fotografer|sumber|laporan)\s*:.{0,100}$/i,
  /^\(?(?:foto|sumber foto|dok(?:umentasi)?)\s*[:/].{0,140}$/i,
  /^(?:tonton|lihat) (?:juga )?video\b.{0,120}$/i,
  /^(?:halaman|hal\.?)\s*:?\s*(?:all|\d+)?\s*(?:dari|\/|of)?[\d\s|]*(?:selanjutnya|berikutnya|next|tampilkan semua(?: halaman)?|show all|»)*$/i,
  /^\+\+\+/,
  /^[[\s]*(?:versi cetak|cetak (?:artikel|berita)|kirim ke teman|print(?: this)?(?: page)?)\b.{0,40}$/i,
  /^(?:dibaca|dilihat|viewed?)\s*:?\s*[\d.,]+\s*(?:kali|x|views?)?$/i,
  /^(?:beranda|home)?\s*[»›]\s[^.!?]{2,60}$/i,
  /^[»\s]*(?:[\p{L} ]{3,30}\s)?(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu),?\s+\d{1,2}\s+\p{L}+\s+\d{4}\s*[-–|,/]?\s*(?:pukul )?\d{1,2}[:.]\d{2}.{0,50}$/iu,
  /^(?:show|lihat|baca) (?:all|semua|selengkapnya)$/i,
];

/** What a caption ends in: '(Foto: Istimewa)', '-Foto: Dok. Pemkab-', '(Ist)'. */
const CAPTION_END =
  /[(/–-]\s*(?:foto|photo|dok|sumber)\s*[:./][^()]{0,60}[)–-]*$|\((?:foto|istimewa|ist|dok|net)\)-*$/i;

export const isStanding = (text: string): boolean =>
  text.length < 300 &&
  (STANDING.some((pattern) => pattern.test(text)) ||
    (text.length < 240 && CAPTION_END.test(text.slice(-90))));
