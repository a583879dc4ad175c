// Everything on a page that names its writers → authors and editor, names only.
import { namesIn } from './authors.ts';
import type { Block } from './blocks.ts';
import { classOf, textOf } from './element-text.ts';
import type { PageView } from './view.ts';
import { bitOf } from './vocabulary.ts';

const AUTHOR = bitOf('author');
const LONGEST_BYLINE = 120;
const WRITER =
  /^[\s([]*(?:penulis|reporter|pewarta|wartawan|oleh|laporan(?: wartawan\s\S+)?|kontributor|jurnalis|by|von|por|par)\s*[:：]?\s+\S/i;
const EDITOR = /(?:^|[|/•·,]\s*)(?:editor|redaktur|penyunting)\s*[:：]\s*([^|/•·,\n]{2,60})/i;

const isUrl = (text: string): boolean => /^(?:https?:)?\/\/|^www\.|^#$/.test(text);

export type Byline = { authors: string[]; editor: string | null };

/** Names that JSON-LD or meta give, those of bylines where these give none or only the outlet's own. */
export function bylineOf(view: PageView, taken: readonly Block[]): Byline {
  const { meta, structured, names } = view;
  const outlet = new Set(names.map((name) => name.toLowerCase()));
  const told = [structured.authors, metaAuthors(view)].map((texts) =>
    namesIn(texts.filter((text) => !isUrl(text))),
  );
  const person = told.find((list) => list.some((name) => !outlet.has(name.toLowerCase())));
  const editor =
    structured.editor ?? meta.first('editor', 'content_editor') ?? editorLine(view, taken);
  const authors =
    person ?? printedAuthors(view, taken) ?? told.find((list) => list.length > 0) ?? [];
  return { authors, editor: editor === null ? null : (namesIn([editor])[0] ?? null) };
}

const metaAuthors = ({ meta }: PageView): string[] =>
  [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'content_author',
    'byl',
  ]
    .map((name) => meta.all(name))
    .find((values) => values.some((value) => !isUrl(value))) ?? [];

/** Marked as the author's in the page: rel=author, itemprop, class names, then a line that begins 'Penulis:'. */
function printedAuthors({ tree, blocks }: PageView, taken: readonly Block[]): string[] | null {
  const first = taken[0]?.index ?? 0;
  const links = tree.anchors.filter(({ attribs }) =>
    /\bauthor\b/i.test(`${attribs['rel'] ?? ''} ${attribs['itemprop'] ?? ''}`),
  );
  const linked = namesIn(links.slice(0, 4).map((link) => textOf(link, 100)));
  if (linked.length > 0) return linked.slice(0, 3);
  const near = blocks.filter(
    ({ index, text }) => text.length <= LONGEST_BYLINE && Math.abs(index - first) < 30,
  );
  const lines = near
    .filter(({ text }) => WRITER.test(text) || EDITOR.test(text))
    .map(({ text }) => text.replace(EDITOR, ''));
  const marked = near.filter(isAuthorBox).map(({ text }) => text);
  for (const texts of [lines, marked]) {
    const names = namesIn(texts.slice(0, 2));
    if (names.length > 0) return names;
  }
  return null;
}

function isAuthorBox({ box, inline }: Block): boolean {
  const kinds =
    box.kinds |
    (inline === -1 ? 0 : inline) |
    (box.name === 'p' || box.name === 'span' ? (box.parent?.kinds ?? 0) : 0);
  return (kinds & AUTHOR) !== 0 && !/avatar|bio|box|related/i.test(classOf(box.element));
}

function editorLine({ blocks }: PageView, taken: readonly Block[]): string | null {
  const first = taken[0]?.index ?? 0;
  const last = taken[taken.length - 1]?.index ?? blocks.length;
  for (const { text, index } of blocks) {
    if (index < first - 30 || index > last + 30 || text.length > LONGEST_BYLINE) continue;
    const name = EDITOR.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
