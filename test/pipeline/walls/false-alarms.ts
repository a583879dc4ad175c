// Folders of real article pages in the shape of test/extraction → those that would be called walls; none should be.
// npx node test/pipeline/walls/false-alarms.ts DIR
import { loadWalls } from '../../../cli/knowledge.ts';
import { decodeBytes } from '../../../pipeline/extract/decode.ts';
import { extractHtml } from '../../../pipeline/extract/extract.ts';
import { createWalls } from '../../../pipeline/walls/walls.ts';
import { readPage, readTruth, SETS } from '../../extraction/benchmark.ts';

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('name the folder that holds the sets');
const judge = createWalls(loadWalls('knowledge'));
let [pages, alarms, took] = [0, 0, 0];
for (const set of SETS) {
  for (const [id, { url = 'https://contoh.id/a' }] of Object.entries(readTruth(root, set))) {
    const { html } = decodeBytes(readPage(root, set, id), null);
    const input = { url, html, fetchedAt: '2026-01-01T00:00:00Z' };
    const extracted = extractHtml(input, null);
    const start = performance.now();
    const judged = judge({ html, asked: url, answered: url });
    const wall = judged.before ?? judged.after(extracted);
    took += performance.now() - start;
    pages += 1;
    if (wall === null) continue;
    alarms += 1;
    console.log(
      set,
      id,
      wall.kind,
      wall.detail,
      JSON.stringify(extracted.title),
      extracted.text.length,
    );
  }
}
console.log(`${alarms} of ${pages} pages; ${(took / pages).toFixed(2)} ms a page`);
