// Copies of an article as other newspapers print it: cut, reworded, retitled, with other furniture around.
// Pure: the same article and seed give the same copy.
import type { GoldLine } from '../../gold/lines.ts';

export type Story = Pick<GoldLine, 'id' | 'outlet' | 'title' | 'published' | 'text'>;

/** mulberry32: a small generator with a seed, for tests that must be the same every time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYNONYMS = `agar supaya|tidak tak|tetapi namun|karena sebab|juga pula|mengatakan menuturkan|ujar ucap|katanya ujarnya
warga penduduk|meminta memohon|menyebut mengungkapkan|menilai memandang|menegaskan menekankan|melalui lewat
dilakukan dikerjakan|semua seluruh|saat ketika|sejumlah beberapa|sudah telah|akan bakal|bisa dapat|harus mesti
jelas terang|masyarakat publik|pihak kubu|menjadi sebagai|adalah merupakan|kepada terhadap|dalam pada|dengan bersama
dugaan sangkaan|melanggar menabrak|aturan ketentuan|laporan aduan|diduga ditengarai|calon kandidat|pasangan duet
pegawai karyawan|pejabat petinggi|kantor markas|rapat pertemuan|menjaga memelihara|sikap perilaku|mendukung menyokong
berharap menginginkan|mengingatkan memperingatkan|menyampaikan mengutarakan|kegiatan aktivitas|digelar diadakan
pemilihan pencoblosan|sanksi hukuman|berat keras|ringan enteng|tinggi besar|selama sepanjang|sebelum pra|setelah usai
masih tetap|kini sekarang|lalu kemudian|tersebut itu|antara di|kata tutur|orang insan|hari waktu|tempat lokasi
masuk merambah|datang tiba|melihat menyaksikan|membuat menciptakan|memberi menyumbang|menerima memperoleh|proses tahapan
kasus perkara|hasil buah|bukti petunjuk|pertama awal|terakhir pamungkas|baru anyar|lama kuno|benar betul|salah keliru
wajib harus|boleh dapat|larangan pantangan|netral imparsial|politik siasat|kampanye propaganda|pemilih pencoblos`;
const SYNONYM_OF = new Map(
  SYNONYMS.split(/[|\n]/).flatMap((pair) => {
    const [one = '', other = ''] = pair.trim().split(' ');
    return [
      [one, other],
      [other, one],
    ] as const;
  }),
);
/** What word-spinning machines put where they know no synonym: see 'liputanindo' in the notes on outlets. */
const ODD =
  `ganjil lancung sekeliling bahara penggal cucuk lantas gerak mayapada suratan kepingan seloroh rajah pelataran
kontan lembap sarwa aral timbal menyapa gelintir rahasia kerumunan julang langgam pangkal renik cagar sabar tempo`.split(
    /\s+/,
  );

/** `share` of the ordinary words replaced by synonyms, good or odd; names and numbers stay. */
export function spun(text: string, share: number, seed: number): string {
  const next = chance(seed);
  return text.replaceAll(/(?<![\p{L}\p{N}.-])\p{Ll}{3,}(?![\p{L}\p{N}-])/gu, (word) => {
    const draw = next();
    const odd = ODD[Math.floor(next() * ODD.length)] ?? word;
    return draw < share ? (SYNONYM_OF.get(word) ?? odd) : word;
  });
}

const paragraphs = (text: string): string[] => text.split('\n\n');

/** The first paragraphs, about `share` of the words, never less than 30 words where the text has them. */
export function cutTo(text: string, share: number): string {
  const all = paragraphs(text);
  const total = text.split(/\s+/).length;
  const wanted = Math.max(30, total * share);
  let words = 0;
  const kept: string[] = [];
  for (const paragraph of all) {
    if (words >= wanted) break;
    kept.push(paragraph);
    words += paragraph.split(/\s+/).length;
  }
  return kept.join('\n\n');
}

/** Links to other articles between the paragraphs, a byline before, a credit and a footer after. */
export function noisy(text: string, titles: string[], seed: number): string {
  const next = chance(seed);
  const link = (title: string): string =>
    next() < 0.5 ? `Baca juga: ${title}` : `BACA JUGA : ${title}`;
  const all = paragraphs(text);
  for (const [index, title] of titles.entries())
    all.splice(Math.min(all.length, 1 + index * 2), 0, link(title));
  return [
    'Penulis: Redaksi | Editor: Dewi Anjani',
    ...all,
    'Ikuti kami di WhatsApp Channel',
    '(rd/dw)',
  ].join('\n\n');
}

/** Another newspaper's dateline and brand, and one paragraph in the middle left out. */
export function edited(text: string, brand: string): string {
  const all = paragraphs(text);
  const body = all.filter((_, index) => all.length < 5 || index !== Math.floor(all.length / 2));
  const first = (body[0] ?? '').replace(/^[^\n]{0,50}?[–—-]\s+(?=\p{Lu})/u, '');
  return [`${brand.toUpperCase()} – ${first}`, ...body.slice(1)].join('\n\n');
}

/** The AMP page of the same article: no blank line kept, entities and spaces otherwise. */
export const amp = (text: string): string =>
  text.replaceAll('“', '"').replaceAll('”', '"').replaceAll('–', '-').replaceAll('\n\n', '\n');
