// Articles as a short specification says them, stored whole: what the tests of reports count over.
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import type {
  Actor,
  Coverage,
  Decision,
  ElectionId,
  ElectionStage,
  Violation,
} from '../../schemas/tag.ts';
import { AT, by, candidate, content, extracted, page, site, tags } from './make.ts';

export type Spec = {
  site: string;
  day: string | null;
  text: string;
  regions: string[];
  primary: string | null;
  elections: ElectionId[];
  coverage: Coverage;
  decision: Decision;
  advertorial: boolean;
  textKey: string;
  stage: ElectionStage | null;
  violations: Violation[];
  actors: Actor[];
};

export const SPEC: Spec = {
  site: 'natmed',
  day: '2024-11-05',
  text: 'Camat diduga melanggar netralitas.',
  regions: ['64.74'],
  primary: '64.74',
  elections: ['pilkada-2024'],
  coverage: 'dugaan',
  decision: 'relevant',
  advertorial: false,
  textKey: 'a',
  stage: 'kampanye',
  violations: [],
  actors: ['asn'],
};

/** Stores article `n`, or its next version. */
export function store(archive: Archive, n: number, spec: Spec): string {
  archive.addCandidates(spec.site, [candidate(n)], AT);
  const id = archive.savePage(page(n, { site: spec.site }));
  const { day, text, textKey, ...tagged } = spec;
  const elections = spec.elections.map((election) => ({ election, contests: [] }));
  return archive.saveArticle(
    by(n, id),
    content(n, [id], {
      extracted: extracted({ title: `Judul ${n}`, text }),
      tags: tags({ ...tagged, elections }),
      localDay: day,
      textKey,
    }),
    AT,
  ).id;
}

/** An archive in memory with these articles, 0 and up, of the sources natmed and lain. */
export function filled(specs: Spec[]): Archive {
  const archive = openArchive(':memory:');
  archive.saveSites([site(), site({ id: 'lain', name: 'Lain' })], AT);
  archive.transaction(() => {
    for (const [n, spec] of specs.entries()) store(archive, n, spec);
  });
  return archive;
}
