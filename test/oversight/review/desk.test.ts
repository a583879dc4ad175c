// The random sample at a desk: drawn once its day is over, counted once it was reviewed whole, for whom may see it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { goldLines, openReviewDesk } from '../../../cli/reviewing/desk.ts';
import { OWNER } from '../../../schemas/viewer.ts';
import { AT, by, candidate, content, later, page, site } from '../../archive/make.ts';

test('drawn the day after, measured once reviewed whole; another region sees none of it', () => {
  const archive = openArchive(':memory:');
  const data = mkdtempSync(join(tmpdir(), 'pantau-sample-'));
  onTestFinished(() => {
    archive.close();
    rmSync(data, { recursive: true });
  });
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  const stored = archive.savePage(page(1));
  const { id } = archive.saveArticle(by(1, stored), content(1, [stored]), AT);
  let now = later(60);
  const desk = openReviewDesk({ archive, data }, loadKnowledge(KNOWLEDGE_DIR), () => now);
  const elsewhere = { ...OWNER, regions: ['35.78'] };
  expect(desk.queue(OWNER)).toMatchObject({ sample: [], drawn: 0 });
  now = later(24 * 60);
  expect(desk.queue(OWNER)).toMatchObject({ sample: [{ share: 'seen' }], drawn: 1, done: 0 });
  expect(desk.queue(elsewhere)).toMatchObject({ sample: [], drawn: 0 });
  const said = [{ tag: 'coverage:sanksi', holds: true, quote: '' }];
  // Looked at in part: no measure.
  desk.submit(OWNER, id, { version: 1, said, why: 'putusan', whole: false });
  expect(desk.accuracy(OWNER).articles).toBe(0);
  desk.submit(OWNER, id, { version: 2, said: [], why: '', whole: true });
  expect(desk.queue(OWNER)).toMatchObject({ sample: [], drawn: 1, done: 1 });
  expect(desk.accuracy(OWNER)).toMatchObject({
    articles: 1,
    precision: { hits: 1, of: 1 },
    regions: [{ region: '64.74', right: { hits: 0, of: 1 } }],
  });
  expect(desk.accuracy(elsewhere).articles).toBe(0);
  expect([...goldLines({ archive })]).toMatchObject([{ labels: { coverage: 'sanksi' } }]);
});
