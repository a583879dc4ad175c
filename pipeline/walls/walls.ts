// A page as text and how it reads → what stands in the place of an article: a wall, an error page, a parked or hijacked
// domain, an empty shell. Its signs are the rows of knowledge/walls.csv; nothing here goes round a wall.
import type { Extracted } from '../../schemas/article.ts';
import type { WallSign } from '../../schemas/knowledge.ts';
import { createGambling } from './gambling.ts';
import { type SeenPage, MANY_WORDS, countWords, seePage } from './seen.ts';

export type Wall = { kind: Exclude<Extracted['kind'], 'article'>; detail: string };

export type WallPage = {
  html: string;
  /** The address that was asked for, and the one that answered. */
  asked: string;
  answered: string;
};

export type Judged = {
  /** What stands here, as far as it shows before the page is read; null where the page is to be read. */
  before: Wall | null;
  /** What its reading tells. */
  after: (extracted: Extracted) => Wall | null;
};

/** A page that shows fewer characters and runs scripts is one that scripts would fill. */
const SHELL = 300;

export function createWalls(signs: readonly WallSign[]): (page: WallPage) => Judged {
  const at = (where: WallSign['where']): WallSign[] => signs.filter((sign) => sign.where === where);
  const headlines = new Map(at('headline').map((sign) => [sign.phrase, sign]));
  const [texts, marks, addresses, bodies] = [at('text'), at('html'), at('address'), at('body')];
  const gambling = createGambling(at('bait'), at('report'));
  const before = (page: WallPage, seen: SeenPage): Wall | null => {
    const sign =
      redirected(addresses, page) ??
      partsOf(seen)
        .map((part) => headlines.get(part))
        .find((found) => fits(found, seen.words)) ??
      (seen.words < MANY_WORDS && !saysArticle(page.html)
        ? (spoken(texts, seen) ?? marked(marks, page.html, seen))
        : null);
    if (sign) return { kind: sign.kind, detail: sign.id };
    return sentHome(page) ? { kind: 'soft-404', detail: 'wall:soft-404:sent-home' } : null;
  };
  const after = (page: WallPage, seen: SeenPage, extracted: Extracted): Wall | null => {
    const { kind, title, text } = extracted;
    const bait = gambling(
      title === '' ? seen.title : title,
      kind === 'article' ? text : seen.text(),
    );
    if (bait !== null) return { kind: 'hijacked', detail: bait };
    const words = countWords(text);
    const sign = bodies.find((found) => fits(found, words) && seen.text().includes(found.phrase));
    if (sign) return { kind: sign.kind, detail: sign.id };
    if (kind !== 'no-text' && kind !== 'not-article') return null;
    return isShell(seen) ? { kind: 'shell', detail: shellId(page.html) } : null;
  };
  return (page) => {
    const seen = seePage(page.html);
    return { before: before(page, seen), after: (extracted) => after(page, seen, extracted) };
  };
}

const isShell = ({ scripts, characters }: SeenPage): boolean => scripts && characters < SHELL;

const shellId = (html: string): string => {
  if (/<meta[^<>]+http-equiv=["']?refresh/i.test(html)) return 'wall:shell:meta-refresh';
  return /location(?:\.href)?\s*=|location\.replace\(/.test(html)
    ? 'wall:shell:script-redirect'
    : 'wall:shell:empty';
};

const fits = (sign: WallSign | undefined, words: number): boolean =>
  sign !== undefined && (sign.words === null || words <= sign.words);

/** The page calls itself an article and says when it appeared, which no wall does. */
const saysArticle = (html: string): boolean =>
  /["'](?:article:published_time|datePublished)["']/i.test(html);

/** The title whole, its parts between separators, and the first heading. */
const partsOf = ({ title, heading }: SeenPage): string[] => [
  title,
  ...title.split(/\s+[-–—|»«•·:]+\s+|\s*[|»«]\s*/),
  heading,
];

const spoken = (signs: WallSign[], { text, words }: SeenPage): WallSign | undefined =>
  signs.find((sign) => fits(sign, words) && text().includes(sign.phrase));

function marked(signs: WallSign[], html: string, { words }: SeenPage): WallSign | undefined {
  const markup = html.toLowerCase();
  return signs.find((sign) => fits(sign, words) && markup.includes(sign.phrase));
}

function redirected(signs: WallSign[], { asked, answered }: WallPage): WallSign | undefined {
  if (asked === answered) return undefined;
  const [from, to] = [asked.toLowerCase(), answered.toLowerCase()];
  return signs.find(({ phrase }) => to.includes(phrase) && !from.includes(phrase));
}

/** An article's address that leads to the home page: how many sites say that it is gone. */
function sentHome({ asked, answered }: WallPage): boolean {
  if (asked === answered) return false;
  const [from, to] = [URL.parse(asked), URL.parse(answered)];
  if (from === null || to === null) return false;
  const home = (url: URL): boolean => url.pathname.length < 2 && url.search === '';
  return home(to) && !home(from);
}
