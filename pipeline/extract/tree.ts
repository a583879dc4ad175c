// HTML text → a domhandler tree and the elements that carry metadata, in one tokenizer run.
// Linear and bounded: nesting beyond MAX_DEPTH is flattened, and neither scripts nor drawings enter the tree.
import { Document, Element, type ParentNode, Text } from 'domhandler';
import { type QuoteType, Tokenizer } from 'htmlparser2';
import { lowerName } from '../normalise/lower-case.ts';
import { createEntities } from './entities.ts';
import { CLOSES_P, IN_HEAD, SIBLINGS, SKIP, VOID, WALLS } from './nesting.ts';
import { cutScripts, type Script } from './scripts.ts';

export type Tree = {
  root: Document;
  metas: Element[];
  links: Element[];
  times: Element[];
  anchors: Element[];
  images: Element[];
  /** Elements with an itemprop (microdata). */
  items: Element[];
  scripts: Script[];
  /** Attributes of <html> and the text of the first <title>. */
  language: string | null;
  title: string;
  elements: number;
};

const MAX_DEPTH = 256;
/** Elements whose text is as written, entities and all. */
const RAW = new Set(['xmp', 'noembed', 'plaintext', ...SKIP]);
const READ = new Set(
  'class id href rel itemprop content property name http-equiv value datetime src data-src data-lazy-src style hidden aria-hidden lang xml:lang title type'.split(
    ' ',
  ),
);
/**
 * HTML text → tree. Never throws; text of any length and nesting. Attributes that nothing here reads are left out unless
 * `everything` is asked for, as a site's own selectors may.
 */
export function parseTree(html: string, everything: boolean): Tree {
  const scripts: Script[] = [];
  const source = cutScripts(html, scripts);
  const builder = new Builder(source, everything);
  const tokenizer = new Tokenizer({ decodeEntities: false }, builder);
  tokenizer.write(source);
  tokenizer.end();
  builder.flush();
  return { ...builder.tree, scripts: [...scripts, ...builder.tree.scripts] };
}

/** Attributes by name. Own class, since objects without a prototype are slow to fill; no name is known to it beforehand. */
const Attributes = function () {} as unknown as new () => Record<string, string>; // a class would have a constructor
Attributes.prototype = Object.create(null);

const entities = createEntities();

class Builder {
  readonly tree: Tree = {
    root: new Document([]),
    metas: [],
    links: [],
    times: [],
    anchors: [],
    images: [],
    items: [],
    scripts: [],
    language: null,
    title: '',
    elements: 0,
  };
  readonly #source: string;
  readonly #stack: ParentNode[] = [this.tree.root];
  /** Names of the open elements. */
  readonly #open: string[] = [''];
  /** Open elements beyond MAX_DEPTH: they are siblings in the tree. */
  #over = 0;
  /** Where <head> stands among the open elements; 0 when it is closed. */
  #head = 0;
  #text = '';
  /** Name and count of open elements of the subtree that is being skipped. */
  #skip = '';
  #skipDepth = 0;
  readonly #lastClose = new Map<string, number>();
  #at = 0;
  #name = '';
  #attribute = '';
  #value = '';
  #wanted = false;
  readonly #everything: boolean;
  #attributes = new Attributes();

  constructor(source: string, everything: boolean) {
    this.#source = source;
    this.#everything = everything;
  }

  ontext(start: number, end: number): void {
    if (this.#skip !== '') return;
    const text = this.#source.slice(start, end);
    const written = !text.includes('&') || RAW.has(this.#open[this.#open.length - 1] ?? '');
    this.#text += written ? text : entities.text(text);
  }
  ontextentity(): void {}
  onopentagname(start: number, end: number): void {
    this.#at = end;
    this.#name = lowerName(this.#source.slice(start, end));
    this.#attributes = new Attributes();
  }
  onattribname(start: number, end: number): void {
    this.#value = '';
    this.#wanted = this.#skip === '';
    if (!this.#wanted) return;
    this.#attribute = lowerName(this.#source.slice(start, end));
    this.#wanted = this.#everything || READ.has(this.#attribute);
  }
  onattribdata(start: number, end: number): void {
    if (this.#wanted) this.#value += this.#source.slice(start, end);
  }
  onattribentity(): void {}
  onattribend(quote: QuoteType): void {
    if (!this.#wanted || this.#attributes[this.#attribute] !== undefined) return;
    const value = this.#value;
    this.#attributes[this.#attribute] = value.includes('&') ? entities.value(value, quote) : value;
  }
  onopentagend(): void {
    this.#enter(false);
  }
  onselfclosingtag(): void {
    this.#enter(true);
  }
  onclosetag(start: number, end: number): void {
    const name = lowerName(this.#source.slice(start, end));
    if (this.#skip !== '') {
      if (name === this.#skip && --this.#skipDepth === 0) this.#skip = '';
      return;
    }
    if (name === 'br') {
      this.flush();
      this.#append(new Element('br', {}));
    } else if (!VOID.has(name)) this.#close(name);
  }
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
  isInForeignContext(): boolean {
    return false;
  }

  flush(): void {
    if (this.#text === '') return;
    const text = new Text(this.#text);
    this.#text = '';
    this.#append(text);
  }

  #enter(selfClosing: boolean): void {
    const name = this.#name;
    if (this.#skip !== '') {
      if (name === this.#skip && !selfClosing) this.#skipDepth++;
      return;
    }
    if (SKIP.has(name) && this.#willClose(name)) {
      if (selfClosing && name === 'svg') return;
      this.#skip = name;
      this.#skipDepth = 1;
      return;
    }
    this.flush();
    this.#implyClose(name);
    const element = new Element(name, this.#attributes);
    this.#note(element);
    this.#append(element);
    if (VOID.has(name)) return;
    if (this.#stack.length < MAX_DEPTH) {
      this.#stack.push(element);
      this.#open.push(name);
    } else this.#over++;
    if (name === 'head' && this.#over === 0) this.#head = this.#stack.length - 1;
  }

  /** Skipping a subtree that nobody closes would lose the rest of the page. */
  #willClose(name: string): boolean {
    let last = this.#lastClose.get(name);
    if (last === undefined) {
      last = this.#source.lastIndexOf(`</${name}`);
      if (last < 0) last = this.#source.lastIndexOf(`</${name.toUpperCase()}`);
      this.#lastClose.set(name, last);
    }
    return this.#at <= last;
  }

  #note(element: Element): void {
    const { tree } = this;
    const { name, attribs } = element;
    tree.elements++;
    if (attribs['itemprop'] !== undefined) tree.items.push(element);
    if (name === 'a') tree.anchors.push(element);
    else if (name === 'meta') tree.metas.push(element);
    else if (name === 'link') tree.links.push(element);
    else if (name === 'time') tree.times.push(element);
    else if (name === 'img' || name === 'amp-img') tree.images.push(element);
    else if (name === 'html') tree.language ??= attribs['lang'] ?? attribs['xml:lang'] ?? null;
  }

  #append(node: Element | Text): void {
    const parent = this.#stack[this.#stack.length - 1];
    if (parent === undefined) return;
    const last = parent.children[parent.children.length - 1];
    if (last !== undefined) {
      last.next = node;
      node.prev = last;
    }
    node.parent = parent;
    parent.children.push(node);
  }

  #implyClose(name: string): void {
    if (this.#head > 0 && !IN_HEAD.has(name)) {
      this.#popTo(this.#head);
      this.#head = 0;
    }
    if (CLOSES_P.has(name) && this.#topIs('p')) this.#close('p');
    const rule = SIBLINGS.get(name);
    if (rule === undefined) return;
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#open[at] ?? '';
      if (rule.holder.has(open)) return;
      if (rule.closes.has(open)) {
        this.#popTo(at);
        return;
      }
    }
  }

  /** An open <p>, perhaps below inline elements that nobody closed. */
  #topIs(name: string): boolean {
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#open[at] ?? '';
      if (open === name) return true;
      if (CLOSES_P.has(open) || WALLS.has(open) || open === 'li') return false;
    }
    return false;
  }

  #close(name: string): void {
    this.flush();
    if (this.#over > 0) {
      this.#over--;
      return;
    }
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#open[at] ?? '';
      if (open === name) {
        this.#popTo(at);
        return;
      }
      if (WALLS.has(open) && !WALLS.has(name) && !'body html tr tbody'.includes(name)) return;
    }
  }

  #popTo(at: number): void {
    this.flush();
    this.#over = 0;
    const closed = this.#stack[at];
    if (this.#open[at] === 'title' && closed instanceof Element) this.#keepTitle(closed);
    this.#stack.length = at;
    this.#open.length = at;
    if (at <= this.#head) this.#head = 0;
  }

  #keepTitle(element: Element): void {
    if (this.tree.title !== '') return;
    this.tree.title = element.children
      .map((child) => (child instanceof Text ? child.data : ''))
      .join('');
  }
}
