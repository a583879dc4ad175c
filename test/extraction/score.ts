// node test/extraction/score.ts FOLDER [--sets aeb,fundus] [--worst N]: scores extraction on benchmark pages that lie
// in FOLDER, a row per set, with CPU seconds per 1,000 pages.
import { parseArgs } from 'node:util';
import { extractPage } from '../../pipeline/extract/extract.ts';
import {
  addressOf,
  loadScorer,
  type Prediction,
  readPage,
  readTruth,
  type Scores,
  SETS,
  type SetName,
} from './benchmark.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sets: { type: 'string' }, worst: { type: 'string' }, dump: { type: 'string' } },
});
const root = positionals[0];
if (root === undefined) throw new Error('name the folder that holds the sets: score.ts FOLDER');
const wanted = values.sets?.split(',') ?? [...SETS];
const evaluate = await loadScorer(root);
const round = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3));

for (const set of SETS.filter((name) => wanted.includes(name))) score(root, set);

function score(folder: string, set: SetName): void {
  const truth = readTruth(folder, set);
  const pages = Object.entries(truth).map(([id, item]) => ({
    id,
    url: addressOf(item, id),
    body: readPage(folder, set, id),
  }));
  const predictions: Record<string, Prediction> = {};
  const before = process.cpuUsage();
  for (const { id, url, body } of pages) {
    const article = extractPage(
      {
        url,
        body,
        contentType: null,
        fetchedAt: '2026-11-20T00:00:00Z',
        hints: { title: null, published: null, foundBy: null },
        lastModified: null,
      },
      null,
    );
    predictions[id] = {
      articleBody: article.text,
      title: article.title,
      date: article.published?.at ?? null,
      author: article.authors,
    };
  }
  const { user, system } = process.cpuUsage(before);
  print(set, evaluate(truth, predictions), (user + system) / 1000 / pages.length);
}

function print(set: SetName, scores: Scores, seconds: number): void {
  const { title, date, author, segments } = scores;
  console.log(
    [
      set.padEnd(9),
      scores.f1 === undefined
        ? null
        : `F1 ${round(scores.f1)} P ${round(scores.precision)} R ${round(scores.recall)} exact ${round(scores.accuracy)} <0.5 ${scores.below50}/${scores.n}`,
      segments &&
        `segments F1 ${round(segments.f1)} P ${round(segments.precision)} R ${round(segments.recall)}`,
      title && `title ${round(title.exact)}/${round(title.near)}`,
      date && `date ${round(date.right)} wrong ${round(date.wrong)}`,
      author && `author ${round(author.exactSet)}/${round(author.f1)}`,
      `CPU ${seconds.toFixed(2)} s/1000`,
    ]
      .filter(Boolean)
      .join(' | '),
  );
  if (values.worst !== undefined) worst(scores, Number(values.worst));
}

function worst(scores: Scores, count: number): void {
  const rank = (page: Scores['pages'][string]): number =>
    page.f1 ?? -((page.seg?.fp ?? 0) + (page.seg?.fn ?? 0));
  const rows = Object.entries(scores.pages).sort(([, a], [, b]) => rank(a) - rank(b));
  for (const [id, page] of rows.slice(0, count))
    console.log(
      '   ',
      id,
      page.seg === undefined
        ? `${round(page.f1)} P ${round(page.precision)} R ${round(page.recall)}`
        : JSON.stringify(page.seg),
    );
}
