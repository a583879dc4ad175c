// A page as text → everything that the readers of its parts look at: tree, metadata, JSON-LD, blocks, headline.
import { ZONE_MINUTES, zoneOf } from '../../schemas/region.ts';
import type { Site } from '../../schemas/site.ts';
import { cleanText } from '../normalise/text.ts';
import { outletOf } from '../normalise/url.ts';
import { type Block, type Box, collectBlocks, sumBoxes } from './blocks.ts';
import type { HtmlInput } from './extract.ts';
import { type Meta, readMeta } from './meta.ts';
import { readStructured, type Structured } from './structured.ts';
import { chooseTitle, printedPart } from './title.ts';
import { parseTree, type Tree } from './tree.ts';

export type PageView = {
  input: HtmlInput;
  site: Site | null;
  tree: Tree;
  meta: Meta;
  structured: Structured;
  blocks: Block[];
  /** Names of the outlet: what is cut from titles and is no author. */
  names: string[];
  title: string;
  /** Minutes east of UTC of the source's clock; null where it need not be an Indonesian one. */
  offset: number | null;
};

export function viewPage(input: HtmlInput, site: Site | null): PageView {
  const tree = parseTree(input.html, ownSelectors(site));
  const blocks = collectBlocks(tree);
  sumBoxes(blocks);
  const [meta, structured] = [readMeta(tree), readStructured(tree.scripts, input.url)];
  const names = namesOf(input.url, site, meta, structured);
  const title = titleOf({ input, tree, meta, structured, blocks, names });
  return {
    input,
    site,
    tree,
    meta,
    structured,
    blocks,
    names,
    title,
    offset: offsetOf(input.url, site, tree.language),
  };
}

const ownSelectors = (site: Site | null): boolean =>
  site !== null &&
  site.extract.some(
    ({ body, title, date, author, drop }) =>
      drop.length > 0 || [body, title, date, author].some((selector) => selector !== undefined),
  );

function namesOf(url: string, site: Site | null, meta: Meta, structured: Structured): string[] {
  const host = outletOf(url);
  const names = [
    site?.name,
    meta.first('og:site_name', 'application-name'),
    ...structured.names,
    host,
    host.split('.')[0],
  ];
  return names.flatMap((name) =>
    name === undefined || name === null || name === '' ? [] : [name],
  );
}

function titleOf(
  view: Pick<PageView, 'input' | 'tree' | 'meta' | 'structured' | 'blocks' | 'names'>,
): string {
  const { input, tree, meta, structured, blocks, names } = view;
  const title = chooseTitle({
    structured: structured.title,
    social: meta.first('og:title', 'twitter:title'),
    headings: headingsOf(blocks),
    document: cleanText(tree.title.replace(/\s+/g, ' ')),
    hint: input.hints?.title ?? null,
    names,
    news:
      /^article$/i.test(meta.first('og:type') ?? '') && !structured.types.includes('blogposting'),
  });
  return printedPart(title, () =>
    blocks
      .filter(({ box, text }) => box.name !== 'title' && text.length <= title.length + 20)
      .map(({ text }) => cleanText(text)),
  );
}

/** Texts of the <h1> elements in page order, the parts of each joined. */
function headingsOf(blocks: readonly Block[]): string[] {
  const texts = new Map<Box, string>();
  for (const { box: own, text } of blocks) {
    for (let box: Box | null = own; box !== null; box = box.parent) {
      if (box.name !== 'h1') continue;
      const before = texts.get(box);
      texts.set(box, before === undefined ? text : `${before} ${text}`);
      break;
    }
  }
  return [...texts.values()].slice(0, 8).map(cleanText);
}

function offsetOf(url: string, site: Site | null, language: string | null): number | null {
  if (site !== null) return ZONE_MINUTES[zoneOf(site.region)];
  const host = URL.parse(url)?.hostname ?? '';
  return host.endsWith('.id') || /^(?:id|in)\b/i.test(language ?? '') ? ZONE_MINUTES.WIB : null;
}
