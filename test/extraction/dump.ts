// node test/extraction/dump.ts FOLDER OUT: writes what the judge is trained on (train.py). Per block a row of features,
// its label (1 article, 0 not, -1 unknown), its number of words; and the pages with their first row.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featuresOf, NAMES } from '../../pipeline/extract/judge/features.ts';
import { sceneOf } from '../../pipeline/extract/judge/scene.ts';
import { wordsOfPage } from '../../pipeline/extract/bodies.ts';
import { viewPage } from '../../pipeline/extract/view.ts';
import { decodeBytes } from '../../pipeline/extract/decode.ts';
import { alignBlocks } from './align.ts';
import {
  addressOf,
  loadScorer,
  type Prediction,
  readPage,
  readTruth,
  SETS,
  type Truth,
} from './benchmark.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [root, out] = positionals;
if (root === undefined || out === undefined) throw new Error('dump.ts FOLDER OUT');
mkdirSync(out, { recursive: true });
const evaluate = await loadScorer(root);
const pages: { set: string; id: string; url: string; from: number; count: number }[] = [];
const [features, labels, sizes]: [Float32Array[], number[], number[]] = [[], [], []];
let from = 0;

for (const set of SETS) {
  const truth = readTruth(root, set);
  const oracle: Record<string, Prediction> = {};
  for (const [id, item] of Object.entries(truth)) oracle[id] = dumpPage(set, id, item);
  const { f1, accuracy, segments } = evaluate(truth, oracle);
  console.log(
    set,
    'with every label right: F1',
    (set === 'traf' ? segments?.f1 : f1)?.toFixed(4),
    'exact',
    accuracy?.toFixed(3),
  );
}
const all = Buffer.concat(
  features.map((rows) => Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)),
);
writeFileSync(join(out, 'features.bin'), all);
writeFileSync(join(out, 'labels.bin'), Buffer.from(new Float32Array(labels).buffer));
writeFileSync(join(out, 'sizes.bin'), Buffer.from(new Float32Array(sizes).buffer));
writeFileSync(join(out, 'names.json'), JSON.stringify(NAMES));
writeFileSync(join(out, 'pages.json'), JSON.stringify(pages));

function dumpPage(set: (typeof SETS)[number], id: string, item: Truth): Prediction {
  const url = addressOf(item, id);
  const { html } = decodeBytes(readPage(root ?? '', set, id), null);
  const view = viewPage({ url, html, fetchedAt: '2026-11-20T00:00:00Z' }, null);
  const { blocks } = view;
  const rows = featuresOf(sceneOf(blocks), wordsOfPage(view));
  const texts = blocks.map(({ text }) => text);
  const label =
    set === 'traf'
      ? segmentLabels(texts, item)
      : alignBlocks(
          texts,
          item.articleBody ?? '',
          blocks.map(({ box }) => box.hidden),
        );
  features.push(rows);
  labels.push(...label);
  for (const text of texts) sizes.push(text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0);
  pages.push({ set, id, url: item.url ?? id, from, count: blocks.length });
  from += blocks.length;
  return {
    articleBody: texts.filter((_, at) => label[at] === 1).join('\n'),
    title: '',
    date: null,
    author: [],
  };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function segmentLabels(
  texts: readonly string[],
  { with: wanted = [], without = [] }: Truth,
): Float32Array {
  return Float32Array.from(texts, (raw) => {
    const text = squeeze(raw);
    if (wanted.some((segment) => text.includes(squeeze(segment)))) return 1;
    return without.some(
      (segment) => text.includes(squeeze(segment)) && squeeze(segment).length > text.length * 0.3,
    )
      ? 0
      : -1;
  });
}
