// Which kind of article: an appeal, an allegation, a pledge … In: Reading. Out: the kind and the hits that speak for it.
// Each kind has its words; those of the headline weigh most, then the lead, and repetition in the body ever less.
import { Coverage } from '../../../schemas/tag.ts';
import { ordinals, placed } from './scene.ts';
import type { PlacedHit, Zone } from './scene.ts';
import type { Reading } from './reading.ts';

export type CoverageEvidence = { coverage: Coverage; hits: PlacedHit[] };

type Sums = Record<Zone, number>;

/** How readily a kind is taken when its words say nothing: its share among such articles. */
const BIAS: Record<Coverage, number> = {
  imbauan: 0.6,
  sosialisasi: 0,
  ikrar: 0,
  dugaan: 0,
  penanganan: 0,
  sanksi: -0.3,
  regulasi: -0.3,
  data: -0.3,
  opini: -1,
  lainnya: -1,
};

export function findCoverage(reading: Reading): CoverageEvidence {
  const hits = placed(reading, 'kinds', ordinals(reading)).filter(
    ({ row, zone }) => !row.class.endsWith('.title') || zone === 'title',
  );
  let best: Coverage = 'imbauan';
  let most = -Infinity;
  for (const kind of Coverage.options) {
    const score = BIAS[kind] + weigh(hits.filter((hit) => kindOf(hit) === kind));
    if (score > most) [best, most] = [kind, score];
  }
  return { coverage: best, hits: hits.filter((hit) => kindOf(hit) === best) };
}

function kindOf(hit: PlacedHit): string {
  return hit.row.class.split('.', 1)[0] ?? '';
}

function weigh(hits: PlacedHit[]): number {
  const sums: Sums = { title: 0, lead: 0, body: 0 };
  for (const { zone, row } of hits) sums[zone] += row.weight;
  return 1.5 * sums.title + 0.8 * Math.log2(1 + sums.lead) + 0.5 * Math.log2(1 + sums.body);
}
