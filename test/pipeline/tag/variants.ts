// Gold articles with their region, election or form exchanged: what the tags must then be is known.
import { readFileSync } from 'node:fs';
import type { Knowledge, Region } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { ElectionId, TagInput } from '../../../schemas/tag.ts';

export type Labelled = {
  id: string;
  input: TagInput;
  relevant: boolean;
  primary: RegionCode | null;
  regions: RegionCode[];
  elections: ElectionId[];
  contests: string[];
  speakers: string[];
};

type GoldLine = {
  id: string;
  url: string;
  outlet: string;
  title: string;
  published: string | null;
  text: string;
  labels: {
    relevant: boolean;
    primary: RegionCode | null;
    regions: RegionCode[];
    elections: { election: ElectionId; contests: string[] }[];
    speakers: { name: string }[];
  };
};

export function readGold(path: string): Labelled[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { id, url, outlet, title, published, text, labels }: GoldLine = JSON.parse(line);
    return {
      id,
      input: {
        url,
        outlet,
        outletRegion: null,
        title,
        text,
        published,
        markedAdvertorial: false,
      },
      relevant: labels.relevant,
      primary: labels.primary,
      regions: labels.regions,
      elections: labels.elections.map(({ election }) => election),
      contests: labels.elections.flatMap(({ election, contests }) =>
        contests.map((contest) => `${election}/${contest}`),
      ),
      speakers: labels.speakers.map(({ name }) => name),
    };
  });
}

type Names = { name: string; by: 'short' | 'abbreviation' | 'town' }[];

/** All that the press calls a region, longest first. */
function namesOf(region: Region, knowledge: Knowledge): Names {
  const names: Names = [{ name: region.short, by: 'short' }];
  if (region.kind === 'province' && region.name !== region.short) {
    names.push({ name: region.name, by: 'short' });
  }
  for (const { alias, kind, region: code } of knowledge.aliases) {
    if (code === region.id)
      names.push({ name: alias, by: kind === 'abbreviation' ? 'abbreviation' : 'short' });
  }
  for (const { name, region: code } of knowledge.towns) {
    if (code === region.id) names.push({ name, by: 'town' });
  }
  if (region.short.includes(' '))
    names.push({ name: region.short.replaceAll(' ', ''), by: 'short' });
  return names.sort((a, b) => b.name.length - a.name.length);
}

type Rename = (text: string) => string;

/** Renames one region to another, province to province, each name to one of the same sort, in its own case. */
export function renameRegion(from: Region, to: Region, knowledge: Knowledge): Rename {
  const province = (code: RegionCode): Region | undefined =>
    knowledge.regions.find(({ id }) => id === code.slice(0, 2));
  const pairs = new Map<string, string>();
  const add = (old: Region | undefined, next: Region | undefined): void => {
    if (old === undefined || next === undefined || old.id === next.id) return;
    const target = namesOf(next, knowledge);
    for (const { name, by } of namesOf(old, knowledge)) {
      const same = by === 'short' ? undefined : target.find((other) => other.by === by);
      if (!pairs.has(name.toLowerCase())) pairs.set(name.toLowerCase(), same?.name ?? next.short);
    }
  };
  add(from, to);
  if (from.kind !== 'province') add(province(from.id), province(to.id));
  const words = [...pairs.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&').replaceAll(' ', '[ -]')).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) =>
    text.replaceAll(pattern, (found) => {
      const next = pairs.get(found.toLowerCase().replaceAll('-', ' ')) ?? to.short;
      if (found.length > 1 && found === found.toUpperCase()) return next.toUpperCase();
      if (found === found.toLowerCase())
        return next.toLowerCase().replaceAll(' ', found.includes('-') ? '-' : ' ');
      return next;
    });
}

/** The article as if it had happened elsewhere. The newspaper is left out: it stays where it is. */
export function moved(article: Labelled, from: Region, to: Region, knowledge: Knowledge): Labelled {
  const rename = renameRegion(from, to, knowledge);
  const { input } = article;
  return {
    ...article,
    id: `${article.id}→${to.id}`,
    input: {
      ...input,
      url: null,
      outlet: null,
      title: rename(input.title),
      text: rename(input.text),
    },
    primary: to.id,
    regions: article.regions.map((code) => (code === from.id ? to.id : code)),
  };
}

/** The article five years later or earlier: Pemilu 2024 ↔ 2019. The days of the week are taken out, they would be wrong. */
export function shifted(article: Labelled, years: number): Labelled {
  const shift = (text: string): string =>
    text
      .replaceAll(/\b(20[12]\d)\b/g, (year) => String(Number(year) + years))
      .replaceAll(/\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b,? ?/giu, '');
  const { input } = article;
  const elections = article.elections.map((election) =>
    election.replace(/\d{4}$/, (year) => String(Number(year) + years)),
  );
  return {
    ...article,
    id: `${article.id}${years > 0 ? '+' : ''}${years}`,
    input: {
      ...input,
      url: null,
      title: shift(input.title),
      text: shift(input.text),
      published: input.published === null ? null : shift(input.published),
    },
    elections: elections as ElectionId[], // the callers shift only between elections that there were
  };
}

/** Capitals only, or none. */
export function recased(article: Labelled, to: 'upper' | 'lower'): TagInput {
  const change = (text: string): string =>
    to === 'upper' ? text.toUpperCase() : text.toLowerCase();
  return {
    ...article.input,
    title: change(article.input.title),
    text: change(article.input.text),
  };
}

const LINKS = [
  (title: string): string => `Baca juga: ${title}`,
  (title: string): string => `BACA JUGA:${title}`,
  (title: string): string => `Baca Juga\n\n${title}`,
  (title: string): string => `(Baca: ${title})`,
  (title: string): string => `Berita terkait: ${title}`,
];

/** The article with links to others between its paragraphs. */
export function withLinks(article: Labelled, others: Labelled[]): TagInput {
  const paragraphs = article.input.text.split('\n\n');
  for (const [index, other] of others.entries()) {
    const link = LINKS[index % LINKS.length]?.(other.input.title) ?? '';
    const at = Math.min(paragraphs.length, 1 + index * 2);
    paragraphs.splice(at, 0, link);
  }
  return { ...article.input, text: paragraphs.join('\n\n') };
}

/** The article as a crawler cuts it off: without its last paragraph. */
export function cut(article: Labelled): TagInput {
  const text = article.input.text.split('\n\n').slice(0, -1).join('\n\n');
  return { ...article.input, text };
}

/** The article with its speakers called like places. */
export function renamed(article: Labelled, names: string[]): TagInput {
  let { title, text } = article.input;
  for (const [index, speaker] of article.speakers.entries()) {
    const name = names[index % names.length] ?? '';
    title = title.replaceAll(speaker, name);
    text = text.replaceAll(speaker, name);
  }
  return { ...article.input, title, text };
}
