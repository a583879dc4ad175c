// What reading again would change, before it is kept: `process --stale --dry-run`.
import { tagNames } from '../oversight/review/tag-names.ts';
import type { Article } from '../schemas/article.ts';
import { reviewedTags } from './reviewed.ts';
import { readAs, sourcesOf } from './read-as.ts';
import { type ReaderDeps, staleBatches } from './reading.ts';

export type ChangedArticle = {
  url: string;
  title: string;
  /** Tags that it would get and lose; 'text', 'title' and 'published' where those would differ. */
  gained: string[];
  lost: string[];
  changed: string[];
};

export type StaleReport = {
  /** Pages that an older version has read. */
  pages: number;
  same: number;
  /** Pages that would now have another ending, with the reading: 'skipped', 'alias' … */
  endings: { url: string; reading: string }[];
  articles: ChangedArticle[];
  /** Articles that would gain and lose each tag, most changed first. */
  tags: { tag: string; gained: number; lost: number }[];
};

/** Reads everything stale and compares it with what is stored. Writes nothing. */
export async function compareStale(
  deps: ReaderDeps,
  stored: (url: string) => Article | null,
  progress: (done: number) => void,
): Promise<StaleReport> {
  const report: StaleReport = { pages: 0, same: 0, endings: [], articles: [], tags: [] };
  for await (const batch of staleBatches(deps)) {
    for (const pending of batch) {
      const [first] = pending.pages;
      if (first === undefined) continue;
      report.pages += 1;
      const before = stored(pending.url);
      const sources = { ...sourcesOf(deps.sites, pending, first), partsAsked: true };
      const reading = await readAs(deps, sources, pending.url);
      if (reading.kind !== 'article') {
        if (before === null) report.same += 1;
        else report.endings.push({ url: pending.url, reading: reading.kind });
      } else if (before === null) report.endings.push({ url: pending.url, reading: 'article' });
      else {
        const tags = reviewedTags(deps.archive.desk, reading);
        addComparison(report, before, { ...reading, tags });
      }
    }
    progress(report.pages);
  }
  report.tags = countTags(report.articles);
  return report;
}

type NewReading = Pick<Article, 'extracted' | 'tags' | 'localDay'>;

function addComparison(report: StaleReport, before: Article, after: NewReading): void {
  const [old, now] = [tagNames(before.tags), tagNames(after.tags)];
  const changed = [
    ...(before.extracted.text === after.extracted.text ? [] : ['text']),
    ...(before.extracted.title === after.extracted.title ? [] : ['title']),
    ...(before.localDay === after.localDay ? [] : ['published']),
  ];
  const article = {
    url: before.url,
    title: after.extracted.title,
    gained: now.filter((tag) => !old.includes(tag)),
    lost: old.filter((tag) => !now.includes(tag)),
    changed,
  };
  if (article.gained.length + article.lost.length + changed.length === 0) report.same += 1;
  else report.articles.push(article);
}

function countTags(articles: ChangedArticle[]): StaleReport['tags'] {
  const counts = new Map<string, { tag: string; gained: number; lost: number }>();
  const count = (tag: string, side: 'gained' | 'lost'): void => {
    const row = counts.get(tag) ?? { tag, gained: 0, lost: 0 };
    row[side] += 1;
    counts.set(tag, row);
  };
  for (const article of articles) {
    for (const tag of article.gained) count(tag, 'gained');
    for (const tag of article.lost) count(tag, 'lost');
  }
  return [...counts.values()].sort((a, b) => b.gained + b.lost - a.gained - a.lost);
}
