// Corrections over a real archive: a new version at once, and still there after other knowledge has read the page again.
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import type { Archive } from '../../../archive/open.ts';
import { type ReaderDeps, readPending, readStale } from '../../../cli/reading.ts';
import { compareStale } from '../../../cli/stale.ts';
import { type Said, addReview } from '../../../oversight/review/review.ts';
import type { Tags } from '../../../schemas/tag.ts';
import {
  AT,
  address,
  candidate,
  content,
  extracted,
  later,
  page,
  site,
  tags,
} from '../../archive/make.ts';

type Rig = { archive: Archive; id: string; reader: (own: Tags, knowledge: string) => ReaderDeps };

async function newRig(own: Tags): Promise<Rig> {
  const archive = openArchive(':memory:');
  onTestFinished(() => archive.close());
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  archive.savePage(page(1));
  const reader: Rig['reader'] = (said, knowledgeVersion) => {
    const { pages: _, ...read } = content(1, [], { tags: said });
    return {
      archive,
      process: () => ({ kind: 'article', ...read }),
      sites: new Map(),
      codeVersion: 'code-1',
      knowledgeVersion,
      now: () => later(60),
      log: () => {},
    };
  };
  await readPending(reader(own, 'k1'));
  return { archive, id: archive.articleAt(address(1)) ?? '', reader };
}

const correct = ({ archive, id }: Rig, said: Said[], why = 'putusan KASN') =>
  addReview(
    { ...archive, reviews: archive.desk.reviews },
    {
      article: id,
      version: archive.article(id)?.version ?? 0,
      said,
      why,
      whole: false,
      who: 'siti',
    },
    { at: later(10), share: null, isRegion: (code) => code.startsWith('64') },
  );

const said = (tag: string, holds = true, quote = ''): Said => ({ tag, holds, quote });

test('a correction is a new version; the tagger stays readable beside it', async () => {
  const rig = await newRig(tags());
  const done = correct(rig, [said('coverage:sanksi', true, 'Pelanggaran akan ditindak')]);
  expect(done).toEqual({ ok: true, value: { n: 1, version: 2 } });
  const { archive, id } = rig;
  expect(archive.article(id)?.tags.coverage).toBe('sanksi');
  expect(archive.articleVersion(id, 1)?.tags.coverage).toBe('imbauan');
  expect(archive.desk.reviews.taggerReading(id)?.tags).toEqual(tags());
  expect(archive.versions(id).map(({ what }) => what)).toEqual(['new', 'retagged']);
  expect(archive.reports.counts({ coverage: 'sanksi' }).articles).toBe(1);
  expect(archive.reports.counts({ coverage: 'imbauan' }).articles).toBe(0);
  expect(archive.changesAfter(0, 10).map(({ version }) => version)).toContain(2);
});

test('reading again with other knowledge: still there, the other tags as a fresh reading gives', async () => {
  const rig = await newRig(tags());
  correct(rig, [said('coverage:sanksi'), said('region:64.02'), said('actor:asn', false)]);
  const fresh = tags({
    coverage: 'dugaan',
    violations: ['foto_simbol'],
    actors: ['asn', 'kepala_desa'],
    regions: ['64.74', '64.01'],
    elections: [],
    relevance: 0.8,
  });
  const { archive, id } = rig;
  const counts = await readStale(rig.reader(fresh, 'k2'), () => {});
  expect(counts).toMatchObject({ pages: 1, changed: 1 });
  const { reasons: _, ...now } = archive.article(id)?.tags ?? tags();
  const { reasons: __, ...expected } = fresh;
  expect(now).toEqual({
    ...expected,
    coverage: 'sanksi',
    regions: ['64.74', '64.01', '64.02'],
    actors: ['kepala_desa'],
  });
  expect(archive.desk.reviews.taggerReading(id)).toEqual({
    tags: fresh,
    code: 'code-1',
    knowledge: 'k2',
  });
  expect(archive.desk.reviews.of(id)[0]).toMatchObject({ knowledge: 'k1', why: 'putusan KASN' });
  // Read once more by the same tagger, nothing is new.
  expect(await readStale(rig.reader(fresh, 'k3'), () => {})).toMatchObject({ same: 1, changed: 0 });
});

test('what reading again would change is told with the corrections laid over', async () => {
  const rig = await newRig(tags());
  correct(rig, [said('coverage:sanksi')]);
  const reader = rig.reader(tags({ coverage: 'data' }), 'k2');
  const report = await compareStale(
    reader,
    () => rig.archive.article(rig.id),
    () => {},
  );
  expect(report).toMatchObject({ pages: 1, same: 1, articles: [] });
});

test('reviews are added to, never changed', async () => {
  const rig = await newRig(tags());
  correct(rig, [said('coverage:sanksi')]);
  correct(rig, [said('coverage:sanksi', false), said('coverage:imbauan')], 'salah lihat');
  const { archive, id } = rig;
  expect(archive.article(id)?.tags.coverage).toBe('imbauan');
  expect(archive.desk.reviews.of(id).map(({ n, why }) => [n, why])).toEqual([
    [1, 'putusan KASN'],
    [2, 'salah lihat'],
  ]);
  expect(extracted().text).toContain('Pelanggaran');
});

test.for<[string, Said[], string, string]>([
  ['a tag that is none', [said('coverage:gosip')], 'x', 'unknown-tag'],
  ['a region that is none', [said('region:99.99')], 'x', 'unknown-tag'],
  [
    'words that are not there',
    [said('coverage:sanksi', true, 'tidak ada')],
    'x',
    'quote-not-found',
  ],
  ['a change without a reason', [said('coverage:sanksi')], '  ', 'no-reason'],
  ['nothing', [], 'x', 'nothing-said'],
  [
    'an act in what is not relevant',
    [said('relevance', false), said('violation:media_sosial')],
    'x',
    'not-relevant',
  ],
])('refused: %s', async ([, what, why, kind]) => {
  const rig = await newRig(tags());
  const done = correct(rig, what, why);
  expect(done.ok ? [] : done.error.map((fault) => fault.kind)).toContain(kind);
  expect(rig.archive.desk.reviews.of(rig.id)).toEqual([]);
  expect(rig.archive.article(rig.id)?.version).toBe(1);
});
