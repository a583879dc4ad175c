// Gold files and a tagger → scored sets.
import { basename, join } from 'node:path';
import type { TagInput, Tags } from '../../schemas/tag.ts';
import { readGold, type GoldLine } from './lines.ts';
import { compare, measure } from './measures.ts';
import type { ScoredSet } from './report.ts';

/** The committed sets: the lines given with the task, and our own, of which a third is kept from those who tune. */
export const OWN_SETS = [
  { name: 'given', file: join(import.meta.dirname, 'given.jsonl'), hidden: false },
  { name: 'own-dev', file: join(import.meta.dirname, 'own-dev.jsonl'), hidden: false },
  { name: 'own-heldout', file: join(import.meta.dirname, 'own-heldout.jsonl'), hidden: true },
  { name: 'fresh-dev', file: join(import.meta.dirname, 'fresh-dev.jsonl'), hidden: false },
  { name: 'retold', file: join(import.meta.dirname, 'retold.jsonl'), hidden: false },
  { name: 'fresh-heldout', file: join(import.meta.dirname, 'fresh-heldout.jsonl'), hidden: true },
  ...['press-a', 'press-b', 'press-c', 'press-d'].flatMap((author) => [
    {
      name: `${author}-dev`,
      file: join(import.meta.dirname, `${author}-dev.jsonl`),
      hidden: false,
    },
    {
      name: `${author}-heldout`,
      file: join(import.meta.dirname, `${author}-heldout.jsonl`),
      hidden: true,
    },
  ]),
] as const;

export type GoldFile = { name: string; file: string; hidden: boolean };

export const fileSet = (file: string): GoldFile => ({
  name: basename(file, '.jsonl'),
  file,
  hidden: false,
});

export type TagArticle = (input: TagInput) => Tags;

/** A line as the verb `tag` reads it: no source list, so no region of the outlet and no mark from the page. */
export const tagInput = ({ url, outlet, title, text, published }: GoldLine): TagInput => ({
  url,
  outlet,
  outletRegion: null,
  title,
  text,
  published,
  markedAdvertorial: false,
});

export function scoreSet(gold: GoldFile, tag: TagArticle): ScoredSet {
  const articles = readGold(gold.file).map((line) => {
    const tags = tag(tagInput(line));
    return { line, tags, counts: compare(line.labels, tags) };
  });
  return {
    name: gold.name,
    hidden: gold.hidden,
    articles,
    figures: measure(articles.map((article) => article.counts)),
  };
}
