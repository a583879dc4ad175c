// Candidates for the headline → the headline without the site's name.
import { cleanText } from '../normalise/text.ts';

export type TitleSources = {
  structured: string | null;
  /** og:title, twitter:title */
  social: string | null;
  /** Texts of the <h1> elements, in page order. */
  headings: string[];
  /** <title> */
  document: string;
  hint: string | null;
  /** Names of the site: og:site_name, publisher, masthead, host. */
  names: string[];
  /** The page declares itself a news article: what it tells others as its title is the headline. */
  news: boolean;
};

const SEPARATORS = /\s+[|–—·•«»:/-]+\s+|\s*[|»]\s*|\s+::\s+/g;
const plain = (text: string): string =>
  (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** Cuts the site's name, and a section before it, from the end or the start of a title. */
export const withoutSiteName = (title: string, names: readonly string[]): string =>
  nameCutter(names).cut(title);

type NameCutter = {
  cut: (title: string) => string;
  /** The text is one of the names and nothing else. */
  isNamed: (text: string) => boolean;
};

/** For several titles of one site: its names are looked at once. */
function nameCutter(names: readonly string[]): NameCutter {
  let told: { all: Set<string>; joined: Set<string> } | null = null;
  const known = (): { all: Set<string>; joined: Set<string> } => {
    const all = new Set(names.map(plain));
    return { all, joined: new Set([...all].map((name) => name.replaceAll(' ', ''))) };
  };
  const isName = (part: string): boolean => {
    told ??= known();
    const key = plain(part);
    return key === '' || told.all.has(key) || told.joined.has(key.replaceAll(' ', ''));
  };
  const cut = (title: string): string => {
    let rest = title.trim();
    for (let round = 0; round < 4; round++) {
      const pieces = splitOnce(rest);
      if (pieces === null) return rest;
      if (isName(pieces.tail)) rest = pieces.beforeTail;
      else if (isName(pieces.head)) rest = pieces.afterHead;
      else return rest;
    }
    return rest;
  };
  const isNamed = (text: string): boolean => (told ??= known()).all.has(plain(text));
  return { cut, isNamed };
}

/** The part of a title that the page itself prints as a line, where the rest is a name that nothing else tells. */
export function printedPart(title: string, lines: () => string[]): string {
  const pieces = splitOnce(title.trim());
  if (pieces === null) return title;
  const wanted = [pieces.beforeTail, pieces.afterHead].filter(
    (part) => part.length > title.length * 0.4,
  );
  const keys = new Set(wanted.map(plain));
  const found = lines().find((line) => line.length <= title.length && keys.has(plain(line)));
  return found ?? title;
}

function splitOnce(
  title: string,
): { head: string; afterHead: string; beforeTail: string; tail: string } | null {
  const matches = [...title.matchAll(SEPARATORS)];
  const first = matches[0];
  const last = matches[matches.length - 1];
  if (first === undefined || last === undefined) return null;
  return {
    head: title.slice(0, first.index),
    afterHead: title.slice(first.index + first[0].length),
    beforeTail: title.slice(0, last.index),
    tail: title.slice(last.index + last[0].length),
  };
}

/** True where one says what the other says, perhaps cut or with a site name. */
export function agree(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  return (
    x !== '' &&
    y !== '' &&
    (x === y || (x.length > 15 && y.includes(x)) || (y.length > 15 && x.includes(y)))
  );
}

/** Characters of a headline that are read: to cut the site's name takes the square of the length. */
const LONGEST = 1_000;

/** The headline: what the page prints as its <h1> where its metadata agrees, else the metadata. */
export function chooseTitle(sources: TitleSources): string {
  const { cut, isNamed } = nameCutter(sources.names);
  const clean = (text: string | null): string =>
    text === null ? '' : cut(cleanText(text.slice(0, LONGEST)));
  const headings = sources.headings
    .map((heading) => cleanText(heading.slice(0, LONGEST)))
    .filter((heading) => plain(heading).length > 3);
  const social = clean(sources.social);
  const told = [social, clean(sources.structured), clean(sources.hint), clean(sources.document)];
  const said = told.filter((text) => text !== '' && !isNamed(text));
  const differs = said[0] === social && !headings.some((heading) => agree(heading, social));
  if (sources.news && differs && social.split(' ').length > 3) return social;
  for (const text of said) {
    const printed = headings.find((heading) => agree(heading, text));
    if (printed !== undefined) return cut(printed);
  }
  return said[0] ?? headings[0] ?? '';
}
