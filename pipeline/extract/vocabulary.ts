// Words in class names and ids that tell what a box of a page is for. In: attribute text; out: a bit set of kinds.
import { ownCopy } from '../normalise/own-copy.ts';

export const KINDS = [
  'body',
  'article',
  'comment',
  'share',
  'related',
  'popular',
  'sidebar',
  'nav',
  'header',
  'footer',
  'ad',
  'caption',
  'author',
  'meta',
  'tag',
  'newsletter',
  'teaser',
  'standfirst',
  'consent',
  'quote',
  'title',
  'embed',
  'toc',
  'box',
  'hidden',
  'tool',
  'ticker',
  'product',
  'live',
  'paragraph',
] as const;
export type Kind = (typeof KINDS)[number];

const WORDS: Record<Kind, string> = {
  body: 'articlebody article-body article_body articlecontent article-content article_content article-text articletext entry-content entry_content post-content postcontent post_content post-body post-entry story-body storybody story-content story-text storytext the-content single-content content-body content__body content-article content-detail detail-text detail__body detail-content detailtext read__content read-content side-article txt-article text-body body-text body-content body-copy bodytext rich-text richtext richtextbody isi-berita isi-artikel konten-artikel td-post-content jeg-content content-inner main-content maincontent news-content newscontent artikelbody fliesstext',
  article: 'article artikel post entry story single news berita',
  comment: 'comment komentar disqus reply respond discuss kommentar leserbrief',
  share:
    'share sharing social sosmed bagikan addthis follow twitter facebook whatsapp telegram linkedin pinterest',
  related:
    'related terkait baca-juga bacajuga baca_juga recommend rekomendasi similar read-more readmore readalso also-read see-also more-from morefrom lainnya selanjutnya upnext up-next crosslink linkbox weiterlesen mehr-zum',
  popular:
    'popular populer trending terpopuler most-read mostread most-view terkini terbaru latest recent hot-',
  sidebar: 'sidebar side-bar aside widget rail right-col rightcol complementary',
  nav: 'nav menu breadcrumb pagination paging pager tabs',
  header: 'header masthead topbar top-bar page-head',
  footer: 'footer copyright colophon bottom',
  ad: 'advert iklan sponsor promo banner dfp gpt-ad taboola outbrain adsense adslot ad-slot ad-container anzeige werbung partner affiliate commercial',
  caption: 'caption credit figure photo foto image img gallery media picture slide bild thumbnail',
  author: 'author byline penulis reporter writer bio profile avatar editor autor contributor',
  meta: 'meta info date time tanggal published timestamp category kategori section kicker views counter eyebrow',
  tag: 'tags tagged topic keyword topik label hashtag taxonomy',
  newsletter:
    'newsletter subscribe signup sign-up subscription paywall login register email premium abo-',
  teaser: 'teaser card item list grid thumb feed loop excerpt preview promo-',
  standfirst:
    'standfirst subtitle sub-title dek intro summary deck subhead subheadline abstract chapo lead vorspann sapo ingress description synopsis bajada entradilla',
  consent:
    'cookie consent gdpr privacy modal popup overlay dialog onetrust ot-sdk ot-main optanon didomi usercentrics janrain sourcepoint',
  quote: 'quote pull',
  title: 'title judul headline heading',
  embed: 'embed tweet instagram video player audio podcast speech',
  toc: 'toc table-of jump anchor',
  box: 'infobox factbox box fact highlight key-points',
  hidden: 'hidden hide sr-only screen-reader visually obfuscated',
  tool: 'tool action button btn print font-size bookmark listen',
  ticker: 'ticker marquee breaking',
  product: 'product price shop rating poll quiz',
  live: 'liveblog live-',
  paragraph: 'paragraph absatz content konten text copy',
};

/** The words as a trie over 'a'–'z', '-' and '_': state × SYMBOLS + symbol → next state, 0 for none. */
const SYMBOLS = 28;
const STATES = 1 + Object.values(WORDS).join('').length;
const next = new Uint16Array(STATES * SYMBOLS);
const accepts = new Int32Array(STATES);

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 65 && code <= 90) return code - 65;
  if (code === 45) return 26;
  return code === 95 ? 27 : -1;
}

let states = 1;
for (const [bit, kind] of KINDS.entries()) {
  for (const word of WORDS[kind].split(' ')) {
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const slot = state * SYMBOLS + symbolOf(word.charCodeAt(at));
      if (next[slot] === 0) next[slot] = states++;
      state = next[slot] ?? 0;
    }
    accepts[state] = (accepts[state] ?? 0) | (1 << bit);
  }
}

/** Words that count only as a whole part of a class name: 'ad' is in 'read', 'tag' in 'vintage'. */
const SHORT = new Map<string, Kind>([
  ['ad', 'ad'],
  ['ads', 'ad'],
  ['tag', 'tag'],
  ['foot', 'footer'],
  ['head', 'header'],
  ['toc', 'toc'],
  ['top', 'header'],
  ['side', 'sidebar'],
  ['cat', 'meta'],
  ['lede', 'standfirst'],
  ['cmp', 'consent'],
]);

export const bitOf = (kind: Kind): number => 1 << KINDS.indexOf(kind);

/** Kinds by attribute; a template repeats a few hundred on every page. */
const memo = new Map<string, number>();
const MEMO_LIMIT = 20_000;
/** Characters of an attribute that are looked at. */
const LONGEST = 300;

/** Bits of the longest words at each place of a class name, from left to right without overlap. */
function kindsOfWord(word: string): number {
  let bits = 0;
  for (let start = 0; start < word.length;) {
    let [state, found, end] = [0, 0, start + 1];
    for (let at = start; at < word.length; at++) {
      const symbol = symbolOf(word.charCodeAt(at));
      state = symbol < 0 ? 0 : (next[state * SYMBOLS + symbol] ?? 0);
      if (state === 0) break;
      const bit = accepts[state] ?? 0;
      if (bit !== 0) [found, end] = [bit, at + 1];
    }
    bits |= found;
    start = end;
  }
  for (const part of word.toLowerCase().split(/[-_]/)) {
    const kind = part.length > 4 ? undefined : SHORT.get(part);
    if (kind !== undefined) bits |= bitOf(kind);
  }
  return bits;
}

/** A class or id attribute → kinds of box, one bit each in the order of KINDS. */
export function kindsOf(attribute: string | undefined): number {
  if (attribute === undefined || attribute === '') return 0;
  const looked = attribute.slice(0, LONGEST);
  const known = memo.get(looked);
  if (known !== undefined) return known;
  let bits = 0;
  for (const word of looked.split(/\s+/)) bits |= kindsOfWord(word);
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(ownCopy(looked), bits);
  return bits;
}
