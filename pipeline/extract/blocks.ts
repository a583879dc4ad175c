// Tree → the blocks of text of the page in reading order, each with the boxes that hold it.
// A block is the text between two borders: of block-level elements, or a line break.
import { type ChildNode, Element, Text } from 'domhandler';
import { type LineKind, lineKind } from './noise.ts';
import type { Tree } from './tree.ts';
import { kindsOf } from './vocabulary.ts';

/** A block-level element with text in it. Sums cover everything below it. */
export type Box = {
  element: Element;
  name: string;
  parent: Box | null;
  depth: number;
  /** Kinds that its own class and id name; with `above`, those of all boxes around it. */
  kinds: number;
  above: number;
  hidden: boolean;
  characters: number;
  linked: number;
  blocks: number;
  /** Weight of the paragraphs in it, the nearest counting most. */
  score: number;
};

export type Block = {
  text: string;
  box: Box;
  index: number;
  /** Ends at a single line break: the next block goes on in the same paragraph. */
  soft: boolean;
  characters: number;
  linked: number;
  links: number;
  bold: number;
  /** Kinds of inline elements that hold all of its text. */
  inline: number;
  /** What the line is besides running text, by its words. */
  line: LineKind | null;
  /** The whole text stands in one link. */
  href: string | null;
};

const BLOCK_LEVEL = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul head title'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong', 'em', 'i', 'u']);

export function isHidden(element: Element): boolean {
  const { style, hidden } = element.attribs;
  return (
    hidden !== undefined ||
    element.attribs['aria-hidden'] === 'true' ||
    (style !== undefined && /display:\s*none|visibility:\s*hidden/i.test(style))
  );
}

/** Inline text that a reader does not see: popups of names, words for screen readers. */
const UNSEEN = /(?:^|[\s_-])(?:sr-only|screen-?reader|visually-?hidden|u-hidden|assistive)/i;
const isUnseen = (element: Element): boolean =>
  isHidden(element) || UNSEEN.test(element.attribs['class'] ?? '');

/** Reads the tree once. Linear in its size, no recursion. */
export function collectBlocks(tree: Tree): Block[] {
  const reader = new Reader();
  let node: ChildNode | null = tree.root.children[0] ?? null;
  while (node !== null) {
    const inside = reader.enter(node);
    if (inside && node instanceof Element) {
      const child = node.children[0];
      if (child !== undefined) {
        node = child;
        continue;
      }
      reader.leave(node);
    }
    while (node !== null && node.next === null) {
      node = node.parent instanceof Element ? node.parent : null;
      if (node !== null) reader.leave(node);
    }
    node = node === null ? null : node.next;
  }
  reader.end();
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  #box: Box = pageBox();
  #inline: number[] = [];
  #link: Element | null = null;
  #boldDepth = 0;
  #preDepth = 0;
  #draft = emptyDraft();

  /** True where the children of the node are to be read. */
  enter(node: ChildNode): boolean {
    if (node instanceof Text) this.#addText(node.data);
    if (!(node instanceof Element) || node.name === 'head') return false;
    if (node.name === 'br') {
      this.#flush(true);
      return false;
    }
    if (BLOCK_LEVEL.has(node.name)) this.#openBox(node);
    else if (isUnseen(node)) return false;
    else this.#openInline(node);
    return true;
  }

  leave(element: Element): void {
    if (BLOCK_LEVEL.has(element.name)) {
      this.#flush(false);
      if (element.name === 'pre') this.#preDepth--;
      if (this.#box.element === element && this.#box.parent !== null) this.#box = this.#box.parent;
      return;
    }
    this.#inline.pop();
    if (this.#link === element) this.#link = null;
    if (BOLD.has(element.name)) this.#boldDepth--;
  }

  end(): void {
    this.#flush(false);
  }

  #openBox(element: Element): void {
    this.#flush(false);
    const parent = this.#box;
    const kinds = kindsOfElement(element);
    this.#box = {
      element,
      name: element.name,
      parent,
      depth: parent.depth + 1,
      kinds,
      above: parent.above | parent.kinds,
      hidden: parent.hidden || isHidden(element),
      characters: 0,
      linked: 0,
      blocks: 0,
      score: 0,
    };
    if (element.name === 'pre') this.#preDepth++;
  }

  #openInline(element: Element): void {
    const outer = this.#inline[this.#inline.length - 1] ?? 0;
    this.#inline.push(outer | kindsOfElement(element));
    if (element.name === 'a' && this.#link === null && element.attribs['href'] !== undefined) {
      this.#link = element;
      this.#draft.links++;
    }
    if (BOLD.has(element.name)) this.#boldDepth++;
  }

  #addText(data: string): void {
    const draft = this.#draft;
    const text = this.#preDepth > 0 ? data : singleSpaced(data);
    if (text === ' ' || text === '') {
      if (draft.parts.length > 0) draft.parts.push(text);
      return;
    }
    draft.parts.push(text);
    const size = text.length;
    draft.inline &= this.#inline[this.#inline.length - 1] ?? 0;
    if (this.#link !== null) {
      draft.linked += size;
      draft.href =
        draft.characters === 0 || draft.href === this.#link.attribs['href']
          ? (this.#link.attribs['href'] ?? null)
          : null;
    } else draft.href = null;
    draft.characters += size;
    if (this.#boldDepth > 0) draft.bold += size;
  }

  #flush(soft: boolean): void {
    const draft = this.#draft;
    const before = this.blocks[this.blocks.length - 1];
    if (draft.parts.length === 0) {
      if (before !== undefined) before.soft &&= false;
      return;
    }
    this.#draft = emptyDraft();
    if (this.#link !== null) this.#draft.links = 1;
    const raw = draft.parts.join('');
    const text =
      this.#preDepth > 0 ? raw.replace(/^\n+/, '').trimEnd() : raw.replace(/ {2,}/g, ' ').trim();
    if (text === '') return;
    this.blocks.push({
      text,
      box: this.#box,
      index: this.blocks.length,
      soft,
      characters: text.length,
      linked: Math.min(text.length, draft.linked),
      links: draft.links,
      bold: Math.min(text.length, draft.bold),
      inline: draft.inline,
      line: lineKind(text),
      href: draft.href,
    });
  }
}

/** Runs of HTML's white space as one space; most texts between tags are nothing else. */
function singleSpaced(data: string): string {
  let at = 0;
  while (at < data.length && data.charCodeAt(at) <= 32) at++;
  if (at === data.length) return at === 0 ? '' : ' ';
  return LOOSE.test(data) ? data.replace(/[ \t\n\f\r]+/g, ' ') : data;
}

const LOOSE = /[\t\n\f\r]|  /;

const pageBox = (): Box => ({
  element: new Element('html', {}),
  name: 'html',
  parent: null,
  depth: 0,
  kinds: 0,
  above: 0,
  hidden: false,
  characters: 0,
  linked: 0,
  blocks: 0,
  score: 0,
});

type Draft = {
  parts: string[];
  characters: number;
  linked: number;
  links: number;
  bold: number;
  inline: number;
  href: string | null;
};
const emptyDraft = (): Draft => ({
  parts: [],
  characters: 0,
  linked: 0,
  links: 0,
  bold: 0,
  inline: -1,
  href: null,
});

const kindsOfElement = ({ attribs }: Element): number =>
  kindsOf(attribs['class']) | kindsOf(attribs['id']);

/** Fills the sums of every box from the blocks. */
export function sumBoxes(blocks: readonly Block[]): void {
  for (const block of blocks) {
    const paragraph = paragraphWeight(block);
    let share = 1;
    for (let box: Box | null = block.box; box !== null; box = box.parent) {
      box.characters += block.characters;
      box.linked += block.linked;
      box.blocks++;
      if (share > 0.05) box.score += paragraph * share;
      share *= box.name === 'p' || box.name === 'tr' || box.name === 'tbody' ? 1 : 0.6;
    }
  }
}

/** How much a block looks like a sentence or more of running text; 0 for links, labels and headings. */
export function paragraphWeight(block: Block): number {
  if (block.characters < 40 || block.linked > block.characters * 0.5) return 0;
  const commas = block.text.split(/[,،、，]/, 12).length - 1;
  return (
    (1 + commas * 0.3 + Math.min(block.characters, 600) / 100) *
    (1 - block.linked / block.characters)
  );
}
