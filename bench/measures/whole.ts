// The whole way: fetch → archived → extracted → tagged, beside Scrapy with trafilatura and news-please.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { lastLine, mainOf, node, run } from '../child.ts';
import {
  CPU,
  type Candidate,
  type Measure,
  PEAK,
  RATE,
  type Side,
  expectDone,
  perThousand,
} from '../measure.ts';
import type { Peers } from '../peers.ts';
import { openPress } from '../press/open.ts';

const HOSTS = 50;
/** news-please needs 0.1 s a page and more. */
const FEW = 300;
/** Part of the pages that a peer may lose: Scrapy does lose some. */
const LOST = 0.02;

export const whole: Measure = {
  name: 'whole',
  about: 'fetch → archived → extracted → tagged; 50 hosts without delay',
  pages: 2000,
  runs: 3,
  columns: [CPU, RATE, PEAK],
  prepare: async ({ pages, sides, peers, scratch }) => {
    const press = await openPress({ hosts: HOSTS, pages, latencyMs: 0 });
    const sites = scratch();
    press.writeSites(sites, 0);
    const ours = sides.flatMap((side) => oursOf(side, sites, scratch, pages));
    const others = peers === null ? [] : peerCandidates(peers, press.urls, scratch);
    return { candidates: [...ours, ...others], close: press.close };
  },
};

/** The same work as the peers do, and what `crawl` does: it groups the articles and enters them into the evidence log. */
function oursOf(side: Side, sites: string, scratch: () => string, pages: number): Candidate[] {
  const task = join(side.root, 'bench', 'tasks', 'whole.ts');
  const equal = {
    name: side.name,
    run: async () => {
      const used = await run(node(task, scratch(), sites));
      expectDone('articles kept', lastLine(used.stdout)['kept'] ?? 0, pages);
      return perThousand(used, pages);
    },
  };
  const more = {
    name: `${side.name}, grouped and proven too`,
    run: () => crawl(side, sites, scratch(), pages),
  };
  // earlier commits have no such task
  return existsSync(task) ? [equal, more] : [more];
}

/** `pantau crawl`, as a user runs it; what is in the archive is checked afterwards. */
async function crawl({ root }: Side, sites: string, data: string, pages: number) {
  const used = await run(node(mainOf(root), 'crawl', '--json', '--data', data, '--sites', sites));
  const archive = openArchive(join(data, 'pantau.sqlite'), { readOnly: true });
  expectDone('articles kept', archive.summary().all.kept, pages);
  archive.close();
  return perThousand(used, pages);
}

function peerCandidates({ python }: Peers, urls: string[], scratch: () => string): Candidate[] {
  const candidate = (
    name: string,
    asked: string[],
    script: string,
    ...more: string[]
  ): Candidate => {
    const folder = scratch();
    const [list, out] = [join(folder, 'urls.txt'), join(folder, 'articles.jsonl')];
    writeFileSync(list, asked.join('\n'));
    return {
      name,
      run: async () => {
        const used = await run(python(script, list, out, ...more));
        const done = lastLine(used.stdout)['pages'] ?? 0;
        expectDone('pages', done, Math.floor(asked.length * (1 - LOST)));
        expectDone('lines', readFileSync(out, 'utf8').split('\n').length - 1, done);
        return perThousand(used, done);
      },
    };
  };
  return [
    candidate('Scrapy + trafilatura', urls, 'scrapy_peer.py', '0', 'extract'),
    candidate('news-please', urls.slice(0, FEW), 'newsplease_peer.py'),
  ];
}
