// An article's number in; its row in a list out.
import type { Extracted } from '../schemas/article.ts';
import type { Coverage, Decision, ElectionId, Violation } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import type { Phrase } from './query.ts';
import { snippet } from './snippet.ts';

export type ArticleRow = {
  id: string;
  url: string;
  site: string;
  siteName: string;
  title: string;
  day: string | null;
  primary: string | null;
  elections: ElectionId[];
  coverage: Coverage;
  violations: Violation[];
  decision: Decision;
  relevance: number;
  advertorial: boolean;
  snippet: string;
};

/** Rows in the order of the numbers; one that went away in between is left out. */
export type ArticleRows = (numbers: Iterable<number>, phrases: Phrase[]) => ArticleRow[];

type Row = Omit<ArticleRow, 'title' | 'elections' | 'violations' | 'advertorial' | 'snippet'> & {
  elections: string;
  violations: string;
  advertorial: number;
  extracted: string;
};

export function articleRows(db: Database): ArticleRows {
  const select = db.query<Row>(
    `SELECT a.id, a.url, a.site, coalesce(s.name, a.site) AS siteName, a.day, a.primary_region AS "primary",
       a.coverage, a.decision, a.relevance, a.advertorial, f.elections, f.violations, v.extracted
     FROM articles a JOIN article_facts f ON f.n = a.n
       JOIN versions v ON v.article = a.n AND v.version = a.version LEFT JOIN sites s ON s.id = a.site
     WHERE a.n = ?`,
  );
  return (numbers, phrases) =>
    [...numbers].flatMap((n) => {
      const row = select.get([n]);
      if (row === undefined) return [];
      const { extracted, elections, violations, advertorial, ...rest } = row;
      const { title, text }: Extracted = JSON.parse(extracted);
      return [
        {
          ...rest,
          title,
          // Written by archive/facts.ts from tags that the schema had checked.
          elections: codes(elections) as ElectionId[],
          violations: codes(violations) as Violation[],
          advertorial: advertorial === 1,
          snippet: snippet(text, phrases),
        },
      ];
    });
}

const codes = (set: string): string[] => (set === '' ? [] : set.split(' '));
