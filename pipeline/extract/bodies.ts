// A page and the site's entry → the article's body by the most trusted source that gives one: the site's own selectors, its
// preset, the judge of blocks, and JSON-LD where the page itself shows less than half of it.
import type { Element } from 'domhandler';
import type { Extraction } from '../../schemas/site.ts';
import { cleanText } from '../normalise/text.ts';
import type { Block, Box } from './blocks.ts';
import { type Body, joinBlocks } from './body.ts';
import { featuresOf } from './judge/features.ts';
import { judge, weightsFit } from './judge/judge.ts';
import { pageWords, type PageWords } from './judge/overlap.ts';
import { sceneOf } from './judge/scene.ts';
import { presetMarkup } from './presets.ts';
import { isElsewhere, isNoise, judgeByRules, linksOutside, listsElsewhere } from './rules.ts';
import { selectBlocks } from './select.ts';
import { selected, selectedByAny } from './selectors.ts';
import type { PageView } from './view.ts';
import { bitOf } from './vocabulary.ts';

export type ChosenBody = Body & {
  /** 'selector', 'preset:wordpress', 'blocks' or 'json-ld'. */
  method: string;
  /** How sure: 0 … 1. */
  score: number;
  /** What was taken, in page order; [] for a body from JSON-LD. */
  blocks: Block[];
};

const THRESHOLD = 0.5;
/** Characters that a selected box must hold to be believed. */
const ENOUGH = 150;
const JSON_ENOUGH = 400;

export function chooseBody(view: PageView, rule: Extraction | null): ChosenBody {
  return bySelectors(view, rule) ?? bodyFromOpinion(view, opinionsOf(view));
}

/** What the features compare blocks with. */
export function wordsOfPage({ meta, structured, title }: PageView): PageWords {
  const description = meta.first('og:description', 'description') ?? structured.description;
  return pageWords(title, description, structured.body);
}

/** Opinion of the learned judge; of the rules where its weights do not fit the features. */
function opinionsOf(view: PageView): Float64Array {
  const { blocks } = view;
  if (!weightsFit()) return judgeByRules(blocks);
  const scene = sceneOf(blocks);
  const words = wordsOfPage(view);
  const links = linksOutside(blocks, scene);
  const lists = listsElsewhere(blocks, scene.best, scene, links);
  const opinion = lists === null ? null : judge(featuresOf(scene, words, lists), lists);
  // Where some of the text stands apart, so may more of it, in boxes of any name.
  return opinion === null || isElsewhere(opinion, scene)
    ? judge(featuresOf(scene, words, links), links)
    : opinion;
}

/** The body that opinions on the view's blocks give, with JSON-LD where that says twice as much. */
export function bodyFromOpinion(view: PageView, opinion: Float64Array): ChosenBody {
  for (const block of view.blocks) {
    if ((opinion[block.index] ?? 0) >= THRESHOLD && isNoise(block)) opinion[block.index] = 0;
  }
  const taken = withoutHeadline(selectBlocks(view.blocks, opinion, THRESHOLD), view.title);
  const score = sureness(view.blocks, opinion, taken);
  const found = { ...joinBlocks(taken), method: 'blocks', score, blocks: taken };
  return byStructured(view, found) ?? found;
}

/** The headline is kept apart: where it opens what was taken, it is left out. */
const withoutHeadline = (taken: Block[], title: string): Block[] =>
  taken.filter(({ text }, at) => at > 1 || cleanText(text).toLowerCase() !== title.toLowerCase());

/** Mean distance of the opinions from doubt, weighed by length. */
function sureness(
  blocks: readonly Block[],
  opinion: Float64Array,
  taken: readonly Block[],
): number {
  let [sum, weight] = [0, 0];
  const chosen = new Set(taken);
  for (const block of blocks) {
    const own = opinion[block.index] ?? 0;
    if (own < 0.1) continue;
    const sure = chosen.has(block) ? own : 1 - own;
    sum += sure * block.characters;
    weight += block.characters;
  }
  return weight === 0 ? 0 : sum / weight;
}

function bySelectors(view: PageView, rule: Extraction | null): ChosenBody | null {
  if (rule === null) return null;
  const { root } = view.tree;
  if (rule.body !== undefined) {
    const own = bodyIn(view, selected(rule.body, root), selectedByAny(rule.drop, root));
    if (own !== null) return { ...own, method: 'selector', score: 0.98 };
  }
  if (rule.preset === undefined) return null;
  const markup = presetMarkup(rule.preset);
  const dropped = selectedByAny([...markup.drop, ...rule.drop], root);
  for (const selector of markup.body) {
    const preset = bodyIn(view, selected(selector, root).slice(0, 1), dropped);
    if (preset !== null) return { ...preset, method: `preset:${rule.preset}`, score: 0.93 };
  }
  return null;
}

/** What lies below any of the roots; null where that is too little to be a body. */
function bodyIn(
  { blocks, title }: PageView,
  roots: readonly Element[],
  dropped: ReadonlySet<Element>,
): Omit<ChosenBody, 'method' | 'score'> | null {
  const below = new Set(roots);
  const held = blocks.filter((block) => liesIn(block, below, dropped) && !isNoise(block));
  const taken = withoutHeadline(held, title);
  const body = joinBlocks(taken);
  return body.text.length < ENOUGH ? null : { ...body, blocks: taken };
}

/** Below a root, in no dropped box, no caption and no box that is for something else. */
function liesIn(
  { box: own, characters }: Block,
  roots: ReadonlySet<Element>,
  dropped: ReadonlySet<Element>,
): boolean {
  for (let box: Box | null = own; box !== null; box = box.parent) {
    if (dropped.has(box.element)) return false;
    if (roots.has(box.element)) return true;
    if (ASIDE.has(box.name) || box.hidden || (box.kinds & FOREIGN) !== 0) return false;
    if ((box.kinds & CAPTION) !== 0 && characters < LONGEST_CAPTION) return false;
  }
  return false;
}

const ASIDE = new Set(['figcaption', 'figure', 'aside', 'nav', 'form', 'footer']);
const CAPTION = bitOf('caption');
const FOREIGN =
  bitOf('share') |
  bitOf('related') |
  bitOf('newsletter') |
  bitOf('consent') |
  bitOf('ticker') |
  bitOf('comment');
const LONGEST_CAPTION = 300;

/** The JSON-LD body, where the page shows less than half of it. */
function byStructured({ structured }: PageView, found: ChosenBody): ChosenBody | null {
  if (structured.body === null || structured.body.length < JSON_ENOUGH) return null;
  const text = plainBody(structured.body);
  if (text.length < JSON_ENOUGH || found.text.length >= text.length / 2) return null;
  return {
    text,
    credit: null,
    words: text.split(/\s+/).length,
    method: 'json-ld',
    score: 0.8,
    blocks: [],
  };
}

function plainBody(body: string): string {
  const lines = body
    .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]{1,300}>/g, ' ')
    .split(/\n+/);
  return lines
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n\n');
}
