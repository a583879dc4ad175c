// The gold set → articles with known groups: copies and retellings of each, and others that must stay apart.
import { readFileSync } from 'node:fs';
import type { GroupArticle } from '../../../pipeline/group/article.ts';
import { bodyOf } from '../../../pipeline/group/words.ts';
import { createTagger } from '../../../pipeline/tag/tag.ts';
import type { Knowledge, Region } from '../../../schemas/knowledge.ts';
import type { GoldLine } from '../../gold/lines.ts';
import { knowledge } from '../tag/input.ts';
import { renameRegion } from '../tag/variants.ts';
import { amp, cutTo, edited, noisy, spun } from './variants.ts';
import type { Story } from './variants.ts';

export type Member = {
  article: GroupArticle;
  /** Articles with an equal one carry the same text, tell the same story. */
  text: string;
  story: string;
  /** What was done to it: 'gold', 'spun', 'retold' … */
  made: string;
};

type Told = Story & { of?: string; beside?: string };

const tag = createTagger(knowledge);

const lines = (name: string): Told[] =>
  readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line): Told => JSON.parse(line));
export const RETOLD = lines('retold.jsonl');
export const BESIDE = lines('beside.jsonl');

/** An article as the pipeline leaves it: with the tags of the tagger, not with those of the gold set. */
export function articleOf({ id, outlet, title, text, published }: Story): GroupArticle {
  const tags = tag({
    url: null,
    outlet,
    outletRegion: null,
    title,
    text,
    published,
    markedAdvertorial: false,
  });
  const firstSeen = `${published ?? '2026-01-01'}T12:00:00.000Z`;
  return { id, outlet, title, text, tags, localDay: published, published, firstSeen };
}

const PERSONS = [
  'Bagus Wirawan',
  'Lestari Handayani',
  'Yosef Kadmaer',
  'Darwis Tompo',
  'Maria Goreti',
  'Syahril Nasution',
];

/** The same release for another place: region and speakers exchanged, the rest word for word. */
export function twinOf(line: GoldLine, seed: number): Story | null {
  const from = region(line.labels.primary);
  if (from === undefined) return null;
  const others = knowledge.regions.filter(
    ({ id, kind }) => kind === from.kind && id.slice(0, 2) !== from.id.slice(0, 2),
  );
  const to = others[(seed * 37) % others.length];
  if (to === undefined) return null;
  let { title, text } = moved(line, from, to, knowledge);
  if (bodyOf(text) === bodyOf(line.text)) return null;
  for (const [index, { name }] of line.labels.speakers.entries()) {
    const person = PERSONS[(seed + index) % PERSONS.length] ?? '';
    for (const [old, other] of [
      [name, person],
      [name.split(' ').at(-1) ?? name, person.split(' ').at(-1) ?? person],
    ] as const) {
      title = title.replaceAll(old, other);
      text = text.replaceAll(old, other);
    }
  }
  return { id: `${line.id}-twin`, outlet: 'pers-rilis.id', title, text, published: line.published };
}

/** Another story, brought to the place and the day of this one. */
export function neighbourOf(line: GoldLine, other: GoldLine): Story | null {
  const from = region(other.labels.primary);
  const to = region(line.labels.primary);
  if (from === undefined || to === undefined || from.kind !== to.kind || from.id === to.id)
    return null;
  const { title, text } = moved(other, from, to, knowledge);
  return {
    id: `${line.id}-beside-${other.id}`,
    outlet: other.outlet,
    title,
    text,
    published: line.published,
  };
}

const region = (code: string | null): Region | undefined =>
  knowledge.regions.find(({ id }) => id === code);

function moved(
  line: GoldLine,
  from: Region,
  to: Region,
  all: Knowledge,
): { title: string; text: string } {
  const rename = renameRegion(from, to, all);
  return { title: rename(line.title), text: rename(line.text) };
}

/** A retelling that carries the quotes of the first report word for word, as two reporters at one event do. */
export function quoting(told: Story, line: GoldLine): Story {
  const quotes = [...line.text.matchAll(/["“”][^"“”]{20,}["“”]/g)].map(([quote]) => quote);
  const text = told.text
    .split('\n\n')
    .map((paragraph, index) => [paragraph, quotes[index] ?? ''].join(' ').trim())
    .join('\n\n');
  return { ...told, id: `${told.id}-quoting`, text };
}

type Copy = (line: GoldLine, seed: number) => Omit<Story, 'id' | 'published'>;
/** How newspapers copy; `titles` are those of other articles, for links. */
const copies = (titles: (seed: number) => string[]): Record<string, Copy> => ({
  wire: (line) => ({ ...line, outlet: 'wartakini.id', text: edited(line.text, 'Wartakini') }),
  half: (line) => ({ ...line, outlet: 'sekilas.net', text: cutTo(line.text, 0.5) }),
  lead: (line) => ({ ...line, outlet: 'ringkas.co', text: cutTo(line.text, 0.2) }),
  noisy: (line, seed) => ({
    ...line,
    outlet: 'kabarjalan.com',
    title: titles(seed + 3)[0] ?? '',
    text: noisy(line.text, titles(seed), seed),
  }),
  amp: (line) => ({ ...line, text: amp(line.text) }),
  spun: (line, seed) => ({
    ...line,
    outlet: 'liputanharian.id',
    title: spun(line.title, 0.3, seed),
    text: spun(line.text, 0.3, seed),
  }),
  'spun-cut': (line, seed) => ({
    ...line,
    outlet: 'saduran.com',
    text: spun(cutTo(line.text, 0.6), 0.2, seed),
  }),
});

/** Already in the lead, its dateline aside: else a cut copy of the one is one of the other too. */
function differs(story: Story, line: Story): boolean {
  const lead = ({ text }: Story): string => bodyOf(cutTo(text, 0.2));
  return lead(story) !== lead(line);
}

/** Every article of the set; `lines` is the part of the gold set to build from. */
export function buildSet(gold: GoldLine[]): Member[] {
  const titles = (seed: number): string[] =>
    [7, 9].map((step) => gold[(seed + step) % gold.length]?.title ?? '');
  const make = copies(titles);
  const members: Member[] = [];
  const add = (story: Story, text: string, told: string, made: string): void => {
    members.push({ article: articleOf(story), text, story: told, made });
  };
  for (const [seed, line] of gold.entries()) {
    add(line, line.id, line.id, 'gold');
    for (const [made, copy] of Object.entries(make)) {
      const { outlet, title, text } = copy(line, seed);
      const id = `${line.id}-${made}`;
      add({ id, outlet, title, text, published: line.published }, line.id, line.id, made);
    }
    const twin = twinOf(line, seed);
    if (twin !== null && differs(twin, line)) add(twin, twin.id, twin.id, 'twin');
    const other = gold[(seed + 5) % gold.length];
    const neighbour = other === undefined ? null : neighbourOf(line, other);
    if (other !== undefined && neighbour !== null && differs(neighbour, other))
      add(neighbour, neighbour.id, neighbour.id, 'neighbour');
    // Every other one with the first report's quotes.
    for (const [index, told] of RETOLD.entries())
      if (told.of === line.id)
        add(index % 2 === 0 ? told : quoting(told, line), told.id, line.id, 'retold');
    for (const told of BESIDE.filter(({ beside }) => beside === line.id))
      add(told, told.id, told.id, 'beside');
  }
  return members;
}
