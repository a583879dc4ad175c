// What the n-th copy of one text costs in the archive: node test/pipeline/group/copies.ts [COPIES]
// No test: figures depend on the machine. Those of ours are in docs/grouping.md; bounds.test.ts counts rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../../archive/open.ts';
import { followChanges } from '../../../pipeline/group/follow.ts';
import {
  AT,
  by,
  candidate,
  content,
  extracted,
  later,
  page,
  site,
  tags,
} from '../../archive/make.ts';
import { readGold } from '../../gold/lines.ts';
import { edited, spun } from './variants.ts';

const COPIES = Number(process.argv[2] ?? 3_000);
/** Copies after which the cost so far is shown. */
const SHOWN = new Set([3, 10, 30, 100, 300, 1_000, 3_000, 10_000]);
const folder = mkdtempSync(join(tmpdir(), 'copies-'));
const archive = openArchive(join(folder, 'archive.db'));
archive.saveSites([site()], AT);
const model = readGold('test/gold/given.jsonl')[9];
if (model === undefined) throw new Error('the gold set is too short');

// Copies as newspapers make them: one word in ten and a sentence of their own.
archive.transaction(() => {
  for (let n = 0; n < COPIES; n += 1) {
    archive.addCandidates('natmed', [candidate(n)], AT);
    const at = later(n % 1_000);
    const stored = archive.savePage(page(n, { fetchedAt: at }));
    const own = `Narasumber${n} membenarkan hal itu pada hari ke-${n}.`;
    const text = `${edited(spun(model.text, 0.1, n), `Koran${n}`)}\n\n${own}`;
    const said = extracted({ title: model.title, text });
    archive.saveArticle(by(n, stored), content(n, [stored], { extracted: said, tags: tags() }), at);
  }
});

const follower = followChanges(archive, archive.groups);
let from = process.cpuUsage();
let longest = 0;
for (let done = 1, since = 1; done <= COPIES; done += 1) {
  const started = process.cpuUsage();
  follower.follow(1);
  const took = process.cpuUsage(started);
  longest = Math.max(longest, (took.user + took.system) / 1e3);
  if (!SHOWN.has(done)) continue;
  const { user, system } = process.cpuUsage(from);
  const each = (user + system) / 1e3 / (done - since + 1);
  console.log(
    `${since} to ${done}: ${each.toFixed(2)} ms CPU a copy, ${longest.toFixed(1)} at most`,
  );
  since = done + 1;
  longest = 0;
  from = process.cpuUsage();
}
const ids = archive.changesAfter(0, COPIES).map(({ article }) => article);
console.log(`${new Set(ids.map((id) => archive.groups.textOf(id))).size} texts`);
archive.close();
rmSync(folder, { recursive: true, force: true });
