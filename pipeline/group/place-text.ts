// An article that is new, edited or gone → its place in a text; the texts that this touched out.
import type { KeyedText } from './article.ts';
import { signOf } from './article.ts';
import { within } from './cluster.ts';
import { COMMON_KEY, SHARED_KEYS } from './fingerprint.ts';
import type { Work } from './group.ts';
import type { GroupStore, Measure } from './ports.ts';
import { apart, sameText, TRIPLES } from './same-text.ts';
import { sharesLess } from './sketch.ts';
import { dayOf } from './story.ts';

/**
 * Anchors of a text. Up to here all are compared with all and found by their keys; further copies follow the first
 * anchor that they are equal to, and cost the same however many there are.
 */
export const ANCHORS = 16;
/** Articles that one is compared with, those that share most keys first. */
const CANDIDATES = 48;
/** Of these, how many of another place may be another text: a release that was sent out for every regency is one. */
const ELSEWHERE = 3;
/** Anchors that are looked at to see whether a text holds together without the one that leaves; a larger one does. */
const LOOKED_AT = 128;

export function placeText(work: Work, id: string): Set<string> {
  const { store, texts } = work;
  const article = work.article(id);
  const before = store.placed(id);
  const measure = { length: article?.text.length ?? 0, day: dayOf(article?.localDay ?? null) };
  const sign = article === null ? null : signOf(article);
  if (before !== null && before.sign === sign) {
    store.place(id, { ...before, ...measure });
    return new Set([before.text]);
  }
  texts.forget(id);
  const touched = new Set<string>();
  if (before !== null) leave(work, id, touched);
  const keyed = texts.get(id);
  if (keyed !== null && sign !== null) join(work, { id, keyed, sign, ...measure }, touched);
  return touched;
}

type Entering = Measure & { id: string; keyed: KeyedText; sign: number };

/** Into the text that it is equal to; into a new one where it is equal to none; texts that it connects become one. */
function join(work: Work, entering: Entering, touched: Set<string>): void {
  const { store } = work;
  const { id, keyed, sign, length, day } = entering;
  const { equal, full } = equals(work, keyed);
  const [only] = equal;
  if (equal.size === 1 && only !== undefined && full.has(only[0])) {
    const [text, [follows = id]] = only;
    store.place(id, { text, follows, sign, length, day });
    touched.add(text);
    return;
  }
  store.place(id, { text: id, follows: null, sign, length, day });
  anchor(work, id, keyed, { equal, full });
  for (const text of [id, ...equal.keys()]) touched.add(text);
}

type Equal = {
  /** Anchors that it is equal to, by text; of a text that is full one. */
  equal: Map<string, string[]>;
  full: Set<string>;
};

function equals({ store, texts }: Work, { view, keys, sketch }: KeyedText): Equal {
  const limits = { least: SHARED_KEYS, most: COMMON_KEY, limit: CANDIDATES };
  const equal = new Map<string, string[]>();
  const full = new Set<string>();
  let elsewhere = 0;
  for (const other of store.sharingTextKeys(keys, view.primary, limits)) {
    const { id, text } = other;
    const away = apart(view.primary, other.primary);
    if (text === null || full.has(text) || (away && elsewhere === ELSEWHERE)) continue;
    const known = sharesLess(sketch, other.sketch, TRIPLES) ? null : texts.get(id);
    if (known === null || !sameText(view, known.view).same) {
      if (away) elsewhere += 1;
      continue;
    }
    equal.set(text, [...(equal.get(text) ?? []), id]);
    if (store.anchorCount(text, ANCHORS) === ANCHORS) full.add(text);
  }
  return { equal, full };
}

/** An anchor that is a text of its own so far gets its keys and links, and what these connect becomes one text. */
// oxlint-disable-next-line max-params -- which article, how it reads, what it is equal to
function anchor({ store }: Work, id: string, keyed: KeyedText, { equal, full }: Equal): void {
  store.saveTextKeys(id, keyed);
  store.saveTextLinks(id, [...equal.values()].flat());
  const all = [id, ...equal.keys()].sort();
  // A text of many articles keeps its name.
  const name = all.find((text) => full.has(text)) ?? all[0] ?? id;
  for (const text of all) if (text !== name) store.renameText(text, name);
}

/** Out of its text, which may fall apart without it. Those that followed it are led by one of them. */
function leave(work: Work, id: string, touched: Set<string>): void {
  const { store, texts } = work;
  const before = store.placed(id);
  if (before === null) return;
  touched.add(before.text);
  const linked = before.follows === null ? store.textLinks(id) : [];
  const heir = before.follows === null ? store.succeed(id) : null;
  if (before.follows === null) {
    store.saveTextKeys(id, null);
    store.saveTextLinks(id, []);
  }
  store.place(id, null);
  if (heir !== null) store.moveAnchor(heir, heir);
  splitText(store, before.text, linked, touched);
  const keyed = heir === null ? null : texts.get(heir);
  if (heir === null || keyed === null) return;
  const found = equals(work, keyed);
  anchor(work, heir, keyed, found);
  for (const text of [heir, ...found.equal.keys()]) touched.add(text);
}

/** The text from which one left that was linked with these: still one, named anew where need be, or several. */
// oxlint-disable-next-line max-params -- of which store, which text, linked with whom, and where it is noted
function splitText(
  store: GroupStore,
  text: string,
  linked: readonly string[],
  touched: Set<string>,
): void {
  const parts = partsOf(store, linked);
  if (parts.length > 1)
    for (const part of parts) {
      const [name = ''] = part;
      for (const id of part) store.moveAnchor(id, name);
      touched.add(name);
    }
  const name = store.firstAnchor(text);
  if (name === null || name === text || store.placed(text)?.text === text) return;
  store.renameText(text, name);
  touched.add(name);
}

/** What these are connected to, each component once; [] where one is too large to be looked at whole. */
function partsOf(store: GroupStore, linked: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const id of linked) {
    if (parts.some((part) => part.includes(id))) continue;
    const part = within(id, (of) => store.textLinks(of), LOOKED_AT);
    if (part === null) return [];
    parts.push(part);
  }
  return parts;
}
