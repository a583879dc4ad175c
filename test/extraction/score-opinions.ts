// node test/extraction/score-opinions.ts FOLDER DUMP: scores the bodies that the cross-validated opinions of train.py --check
// give, so that no page is judged by trees that saw its publisher.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyFromOpinion } from '../../pipeline/extract/bodies.ts';
import { decodeBytes } from '../../pipeline/extract/decode.ts';
import { viewPage } from '../../pipeline/extract/view.ts';
import { addressOf, loadScorer, type Prediction, readPage, readTruth, SETS } from './benchmark.ts';

const [root, dump] = process.argv.slice(2);
if (root === undefined || dump === undefined) throw new Error('score-opinions.ts FOLDER DUMP');
const evaluate = await loadScorer(root);
const opinions = new Float64Array(Uint8Array.from(readFileSync(join(dump, 'opinions.bin'))).buffer);
let from = 0;
for (const set of SETS) {
  const truth = readTruth(root, set);
  const predictions: Record<string, Prediction> = {};
  for (const [id, item] of Object.entries(truth)) {
    const { html } = decodeBytes(readPage(root, set, id), null);
    const view = viewPage(
      { url: addressOf(item, id), html, fetchedAt: '2026-11-20T00:00:00Z' },
      null,
    );
    const opinion = opinions.slice(from, from + view.blocks.length);
    from += view.blocks.length;
    predictions[id] = {
      articleBody: bodyFromOpinion(view, opinion).text,
      title: '',
      date: null,
      author: [],
    };
  }
  const { f1, accuracy, below50, n, segments } = evaluate(truth, predictions);
  console.log(
    set.padEnd(9),
    'F1',
    f1?.toFixed(4) ?? '-',
    'exact',
    accuracy?.toFixed(3) ?? '-',
    '<0.5',
    `${below50 ?? '-'}/${n}`,
    'segments',
    segments?.f1.toFixed(4) ?? '-',
  );
}
