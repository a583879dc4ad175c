// Everything on a page that names its writers → authors and editor, names only.
import { isPersonName, namesIn } from './authors.ts';
import type { Block } from './blocks.ts';
import { classOf, textOf } from './element-text.ts';
import type { PageView } from './view.ts';
import { bitOf } from './vocabulary.ts';

const AUTHOR = bitOf('author');
const LONGEST_BYLINE = 120;
const WRITER =
  /^[\s([]*(?:penulis|reporter|pewarta|wartawan|oleh|laporan(?: wartawan\s\S+)?|kontributor|jurnalis|by|von|por|par)\s*[:：]?\s+\p{Lu}/iu;
const EDITOR = /(?<!\p{L})(?:editor|redaktur|penyunting)\s*[:：]\s*([^|/•·,\n\d:]{2,60})/iu;

/** A cheap look before EDITOR. */
const NAMES_EDITOR = /editor|redaktur|penyunting/i;

/** Names, roles and days that only style sets apart: 'Yohanes TaraEditor: Maria LakeKamis, 28 November 2024'. */
const GLUED =
  /(?<=\p{Ll})(?=(?:Editor|Redaktur|Penyunting|Penulis|Reporter|Pewarta)\s*:|(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu),)/gu;
const apart = (text: string): string => text.replace(GLUED, ' | ');

const isUrl = (text: string): boolean => /^(?:https?:)?\/\/|^www\.|^#$/.test(text);

export type Byline = { authors: string[]; editor: string | null };

/**
 * Names in what the site's own selector gave; else those of JSON-LD or meta, and those of bylines where these give none or
 * only the outlet's own.
 */
export function bylineOf(view: PageView, taken: readonly Block[], selected: string | null): Byline {
  const { structured, meta, names } = view;
  const outlet = new Set(names.map((name) => name.toLowerCase()));
  const told = [structured.authors, metaAuthors(view)].map((texts) =>
    namesIn(texts.filter((text) => !isUrl(text))),
  );
  const person = told.find((list) => list.some((name) => !outlet.has(name.toLowerCase())));
  const chosen = selected === null ? [] : namesIn([selected.replace(EDITOR, '')]);
  const authors =
    chosen.length > 0
      ? chosen
      : (person ??
        printedAuthors(view, taken, outlet) ??
        told.find((list) => list.length > 0) ??
        []);
  const editor =
    structured.editor ?? meta.first('editor', 'content_editor') ?? editorOf(view, taken);
  return { authors, editor: editor === null ? null : (namesIn([editor])[0] ?? null) };
}

const META_NAMES = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'content_author',
  'byl',
];

const metaAuthors = ({ meta }: PageView): string[] =>
  META_NAMES.map((name) => meta.all(name)).find((values) =>
    values.some((value) => !isUrl(value)),
  ) ?? [];

/** A line that begins 'Penulis:' near the text; then, if they look like persons, what the page marks as the author's. */
function printedAuthors(
  view: PageView,
  taken: readonly Block[],
  outlet: ReadonlySet<string>,
): string[] | null {
  const { tree, blocks } = view;
  const first = taken[0]?.index ?? 0;
  const last = taken[taken.length - 1]?.index ?? first;
  const near = blocks.filter(
    ({ index, text }) =>
      text.length <= LONGEST_BYLINE && index > first - BEFORE && index < last + AFTER,
  );
  const named = near
    .filter(({ text }) => WRITER.test(text))
    .map(({ text }) => apart(text).replace(EDITOR, ''));
  const names = namesIn(named.slice(0, 2));
  if (names.length > 0) return names;
  const links = tree.anchors.filter(({ attribs }) =>
    /\bauthor\b/i.test(`${attribs['rel'] ?? ''} ${attribs['itemprop'] ?? ''}`),
  );
  const items = tree.items.filter(({ attribs }) => /\bauthor\b/i.test(attribs['itemprop'] ?? ''));
  const boxes = near.filter(isAuthorBox).map(({ text }) => text);
  const dated = near
    .filter(({ text }) => /\d{4}/.test(text))
    .map(({ text }) => text.split(/[|•·–]/, 1)[0] ?? '');
  for (const texts of [
    links.map((link) => textOf(link, 100)),
    items.map((item) => textOf(item, 100)),
    boxes,
    dated,
  ]) {
    const persons = namesIn(texts.slice(0, 4)).filter(
      (name) => isPersonName(name) && !outlet.has(name.toLowerCase()),
    );
    if (persons.length > 0) return persons.slice(0, 5);
  }
  return null;
}

/** Blocks before and after the text in which a byline may stand. */
const BEFORE = 30;
const AFTER = 8;

function isAuthorBox({ box, inline }: Block): boolean {
  const kinds =
    box.kinds |
    (inline === -1 ? 0 : inline) |
    (box.name === 'p' || box.name === 'span' ? (box.parent?.kinds ?? 0) : 0);
  return (kinds & AUTHOR) !== 0 && !/avatar|bio|box|related/i.test(classOf(box.element));
}

/** Microdata, what the page marks as the editor's, or a line 'Editor: …' near the text. */
function editorOf({ blocks, tree }: PageView, taken: readonly Block[]): string | null {
  const item = tree.items.find(({ attribs }) => attribs['itemprop']?.toLowerCase() === 'editor');
  const marked =
    item ??
    tree.anchors.find(({ attribs }) =>
      /\/(?:editor|redaktur|penyunting)\//i.test(attribs['href'] ?? ''),
    );
  if (marked !== undefined) return textOf(marked, 100).replace(/^.*[:：]\s*/, '');
  const first = taken[0]?.index ?? 0;
  const last = taken[taken.length - 1]?.index ?? blocks.length;
  for (const { text, index } of blocks) {
    if (index < first - BEFORE || index > last + AFTER || text.length > LONGEST_BYLINE) continue;
    if (!NAMES_EDITOR.test(text)) continue;
    const name = EDITOR.exec(apart(text))?.[1];
    if (name !== undefined)
      return name.replace(
        /\s+(?:penulis|reporter|pewarta|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)\b.*$/i,
        '',
      );
  }
  return null;
}
