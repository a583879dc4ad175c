// HTML → article, JSON Lines in and out on both sides: `pantau extract` beside trafilatura, readability + linkedom and news-please.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Program, mainOf, node, run } from '../child.ts';
import {
  CPU,
  type Candidate,
  type Measure,
  PEAK,
  RATE,
  expectDone,
  perThousand,
} from '../measure.ts';
import type { Peers } from '../peers.ts';
import { articleOf } from '../press/article.ts';
import { NEWSPAPERS, gzippedPages } from '../press/library.ts';

/** news-please needs 70 ms a page. */
const FEW = 100;
/** Characters below which a text is not the article. */
const SHORT = 500;

export const extract: Measure = {
  name: 'extract',
  about: 'HTML → article, JSON Lines in and out; ours is `pantau extract`',
  pages: 1000,
  runs: 3,
  columns: [CPU, RATE, PEAK],
  prepare: ({ pages, sides, peers, scratch }) => {
    const folder = scratch();
    const all = join(folder, 'pages.jsonl');
    const few = join(folder, 'few.jsonl');
    writePages(all, pages);
    writePages(few, Math.min(FEW, pages));
    const ours = sides.map(({ name, root }) =>
      candidate(name, { ...node(mainOf(root), 'extract'), input: all }, pages, scratch),
    );
    const others = peers === null ? [] : peerCandidates(peers, { all, few, pages }, scratch);
    return Promise.resolve({ candidates: [...ours, ...others] });
  },
};

function candidate(
  name: string,
  program: Program,
  pages: number,
  scratch: () => string,
): Candidate {
  return {
    name,
    run: async () => {
      const output = join(scratch(), 'articles.jsonl');
      const used = await run({ ...program, output });
      const texts = readFileSync(output, 'utf8').trim().split('\n').map(textLength);
      expectDone('texts', texts.filter((length) => length > SHORT).length, pages);
      return perThousand(used, pages);
    },
  };
}

const textLength = (line: string): number =>
  ((JSON.parse(line) as { text?: string | null }).text ?? '').length; // all sides name it so

type Input = { all: string; few: string; pages: number };

function peerCandidates(
  { python, readability }: Peers,
  { all, few, pages }: Input,
  scratch: () => string,
): Candidate[] {
  const program = (name: string, input: string): Program => ({
    ...python('extract_peer.py', name),
    input,
  });
  return [
    candidate('trafilatura', program('trafilatura', all), pages, scratch),
    candidate('readability + linkedom', { ...readability, input: all }, pages, scratch),
    candidate('news-please', program('news-please', few), Math.min(FEW, pages), scratch),
  ];
}

function writePages(file: string, count: number): void {
  for (let newspaper = 1; newspaper <= NEWSPAPERS; newspaper += 1) {
    const share = Math.floor((count + NEWSPAPERS - newspaper) / NEWSPAPERS);
    const lines = gzippedPages(newspaper, share).map((page, index) => {
      const url = `https://harian-${newspaper}.test${articleOf(newspaper, index + 1).path}`;
      return `${JSON.stringify({ url, html: gunzipSync(page).toString('utf8') })}\n`;
    });
    appendFileSync(file, lines.join(''));
  }
}
