// A folder of benchmark sets (ground-truth.json, html/<id>.html.gz) → its pages and its scorer.
// The pages belong to their publishers: they stay where they are and are read by path.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

export const SETS = ['aeb', 'fundus', 'fundusev', 'wcxb', 'traf'] as const;
export type SetName = (typeof SETS)[number];

export type Truth = {
  url?: string;
  articleBody?: string;
  title?: string | null;
  date?: string | null;
  author?: string[];
  with?: string[];
  without?: string[];
};
export type Prediction = {
  articleBody: string;
  title: string;
  date: string | null;
  author: string[];
};

export type Scores = {
  n: number;
  f1?: number;
  precision?: number;
  recall?: number;
  accuracy?: number;
  below50?: number;
  segments?: { f1: number; precision: number; recall: number };
  title?: { exact: number; near: number };
  date?: { right: number; wrong: number };
  author?: { f1: number; exactSet: number };
  pages: Record<
    string,
    {
      f1?: number;
      precision?: number;
      recall?: number;
      seg?: { tp: number; fp: number; fn: number; tn: number };
    }
  >;
};

export function readTruth(root: string, set: SetName): Record<string, Truth> {
  return JSON.parse(readFileSync(join(root, set, 'ground-truth.json'), 'utf8')) as Record<
    string,
    Truth
  >;
}

export const readPage = (root: string, set: SetName, id: string): Uint8Array =>
  gunzipSync(readFileSync(join(root, set, 'html', `${id}.html.gz`)));

/** evaluate(truth, predictions) of the scorer that lies beside the sets. */
export async function loadScorer(
  root: string,
): Promise<(truth: Record<string, Truth>, predictions: Record<string, Prediction>) => Scores> {
  const loaded = (await import(pathToFileURL(join(root, 'evaluate.mjs')).href)) as {
    evaluate: (truth: Record<string, Truth>, predictions: Record<string, Prediction>) => Scores;
  };
  return loaded.evaluate;
}

/** An address for the page: what the set gives, or a stand-in of the same form. */
export const addressOf = (truth: Truth, id: string): string => {
  const given = truth.url?.replace(/^hard::/, '') ?? '';
  return /^https?:/.test(given) ? given : `https://example.org/${id}`;
};
