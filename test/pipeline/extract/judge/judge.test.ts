// The judge leaves off early and passes over lists of other articles: neither changes which blocks it takes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfPage } from '../../../../pipeline/extract/bodies.ts';
import { featuresOf, WIDTH } from '../../../../pipeline/extract/judge/features.ts';
import { judge } from '../../../../pipeline/extract/judge/judge.ts';
import { countRuns, runsIn } from '../../../../pipeline/extract/judge/runs.ts';
import { sceneOf } from '../../../../pipeline/extract/judge/scene.ts';
import weights from '../../../../pipeline/extract/judge/weights.gen.json' with { type: 'json' };
import { isElsewhere, linksOutside, listsElsewhere } from '../../../../pipeline/extract/rules.ts';
import { type PageView, viewPage } from '../../../../pipeline/extract/view.ts';
import { BODY, page } from '../sample.ts';

const view = (body: string): PageView =>
  viewPage(
    {
      url: 'https://contoh.id/berita/asn',
      html: page({ body }),
      fetchedAt: '2025-07-12T02:00:00Z',
    },
    null,
  );

const ITEM =
  '<div class="item"><div>Politik</div><a href="/x">Judul lain yang panjang</a><p>BONTANG - Ringkasan berita lain.</p></div>';
/** The box of the text is closed: what follows stands beside it. */
const LONG = `${BODY.repeat(6)}</div>`;

/** All trees, walked as the weights write them. */
function sumOfAll(row: Float32Array): number {
  const end = (tree: readonly number[], at: number): number =>
    (tree[at] ?? -1) < 0 ? at + 2 : end(tree, end(tree, at + 2));
  return weights.trees.reduce((sum, tree) => {
    let at = 0;
    while ((tree[at] ?? -1) >= 0)
      at = (row[tree[at] ?? 0] ?? 0) <= (tree[at + 1] ?? 0) ? at + 2 : end(tree, at + 2);
    return sum + (tree[at + 1] ?? 0);
  }, 0);
}

test('what it takes is what all trees would take', () => {
  const seen = view(`${LONG}<div class="related">${ITEM.repeat(12)}</div>`);
  const rows = featuresOf(sceneOf(seen.blocks), wordsOfPage(seen));
  const opinion = judge(rows);
  const all = Array.from(opinion, (_, at) => sumOfAll(rows.subarray(at * WIDTH, (at + 1) * WIDTH)));
  expect(Array.from(opinion, (own) => own >= 0.5)).toEqual(all.map((sum) => sum >= 0));
  expect(all.some((sum) => sum >= 0)).toBe(true);
});

test.for<[string, string, boolean]>([
  ['a list of other articles', `${LONG}<div class="related">${ITEM.repeat(12)}</div>`, true],
  ['the same in a box of no name', `${LONG}<div class="x">${ITEM.repeat(12)}</div>`, false],
  ['lines right after the text', `${LONG}<div class="related"><p>Baris penutup.</p></div>`, false],
])('%s', ([, body, passed]) => {
  const { blocks } = view(body);
  const scene = sceneOf(blocks);
  const links = linksOutside(blocks, scene);
  const lists = listsElsewhere(blocks, scene.best, scene, links);
  const line = blocks.findLastIndex(({ text }) => /Ringkasan|penutup/.test(text));
  expect(lists?.[line]).toBe(passed ? 1 : 0);
  expect(links[line]).toBe(0);
});

test('a page whose best box is small is judged whole; text away from the best box is seen', () => {
  const { blocks } = view(`<p>Pendek saja.</p><div class="related">${ITEM.repeat(12)}</div>`);
  const scene = sceneOf(blocks);
  expect(listsElsewhere(blocks, scene.best, scene, linksOutside(blocks, scene))).toBeNull();
  expect(isElsewhere(Float64Array.of(0, 0, 0.9), { from: 20, until: 30 })).toBe(true);
  expect(isElsewhere(Float64Array.of(0, 0, 0.9), { from: 3, until: 30 })).toBe(false);
});

test('runs of four words as numbers are those as texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
  const runs = (words: readonly string[]): string[] =>
    words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '));
  fc.assert(
    fc.property(text, text, (here, there) => {
      const known = runsIn(there);
      const found = new Set<number>();
      const shared = runs(here).filter((run) => runs(there).includes(run));
      expect(countRuns(here, known, found)).toBe(shared.length);
      expect(found.size).toBe(new Set(shared).size);
      expect(known.size).toBe(Math.max(1, new Set(runs(there)).size));
    }),
  );
});
