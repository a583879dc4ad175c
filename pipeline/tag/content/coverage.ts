// Which kind of article: an appeal, an allegation, a pledge … In: Reading. Out: the kind and the hits that speak for it.
// First its group: a case (alleged, handled, punished) or one of the others. Then, for a case, how far it has come.
// Words of a case count only where they are said of something that happened: 'yang terbukti akan dipecat' is no case.
import { Coverage } from '../../../schemas/tag.ts';
import type { Act } from './acts.ts';
import { certaintyOf } from './negation.ts';
import type { PlacedHit, Scene, Zone } from './scene.ts';
import { structureOf } from './structure.ts';
import type { Structure } from './structure.ts';

export type CoverageEvidence = { coverage: Coverage; hits: PlacedHit[] };

type Sums = Record<Zone, number>;
type KindSums = Record<Coverage, Sums>;
type Group = Exclude<Coverage, 'dugaan' | 'penanganan' | 'sanksi'> | 'case';

const CASE = ['dugaan', 'penanganan', 'sanksi'] as const;
const isCase = (kind: string): kind is (typeof CASE)[number] =>
  CASE.some((member) => member === kind);

/** Groups in the order in which ties are decided. */
const GROUPS: Group[] = [
  'imbauan',
  'sosialisasi',
  'ikrar',
  'case',
  'regulasi',
  'data',
  'opini',
  'lainnya',
];

/** How much the words of a zone weigh; repetition in lead and body adds ever less. */
const WORDS: Sums = { title: 1.8, lead: 0.8, body: 0.5 };
/** Three kinds make a case, so their words are more. */
const CASE_WORDS: Sums = { title: 1.3, lead: 0.7, body: 0.5 };
const MOST_TITLE = 4;

/** How readily a group is taken when its words say nothing: its share among such articles. */
const BIAS: Record<Group, number> = {
  imbauan: 0.6,
  sosialisasi: 0,
  ikrar: 0,
  case: 0,
  regulasi: -0.3,
  data: -0.5,
  opini: -1,
  lainnya: -1.5,
};

/** What the make of a text says besides its words. */
const MAKE: Partial<Record<Group, Partial<Record<keyof Structure, number>>>> = {
  imbauan: { officialSays: 0.8 },
  case: { titleAct: 0.8, leadAct: 0.5, titleCount: -1.5, titleMany: -0.7 },
  regulasi: { speakerless: 0.7, list: 0.3 },
  data: { titleNumber: 0.5, titleCount: 0.9, titleMany: 0.9, counts: 0.4 },
  opini: { byline: 3, speakerless: 1, opinionPage: 2, titleQuestion: 0.7, monologue: 1.2 },
};

/**
 * How far a case has come, by its words: where nothing tells, it is alleged. What a body does with it stands in the
 * text as well as in the title; that it was decided stands on top.
 */
const STAGE_WORDS: Record<(typeof CASE)[number], Sums> = {
  dugaan: { title: 0.8, lead: 0.6, body: 0.25 },
  penanganan: { title: 1.1, lead: 1, body: 0.85 },
  sanksi: { title: 1.6, lead: 1.35, body: 0.45 },
};
const STAGE_BIAS: Record<(typeof CASE)[number], number> = {
  dugaan: 0.25,
  penanganan: 0.3,
  sanksi: -0.8,
};

/** `speakers` is how many people speak in the article. */
export function findCoverage(scene: Scene, acts: Act[], speakers: number): CoverageEvidence {
  const sums = Object.fromEntries(
    Coverage.options.map((kind): [Coverage, Sums] => [kind, { title: 0, lead: 0, body: 0 }]),
  ) as KindSums; // every kind is a key
  const hits: PlacedHit[] = [];
  for (const hit of scene.hits.kinds) {
    if (hit.row.class.endsWith('.title') !== (hit.zone === 'title')) continue;
    const kind = kindOf(hit);
    const certainty = isCase(kind) ? certaintyOf(hit, scene, kind === 'sanksi') : 1;
    if (certainty === 0) continue;
    sums[kind][hit.zone] += hit.row.weight * certainty;
    hits.push(hit);
  }
  const group = groupOf(sums, structureOf(scene, acts, speakers));
  const coverage = group === 'case' ? stageOf(sums) : group;
  return { coverage, hits: hits.filter((hit) => kindOf(hit) === coverage) };
}

/** Classes of kinds.csv: the kind alone, or for words that count in a headline only 'kind.title'. */
const KIND_OF = new Map<string, Coverage>(
  Coverage.options.flatMap((kind) => [[kind, kind] as const, [`${kind}.title`, kind] as const]),
);

function kindOf(hit: PlacedHit): Coverage {
  return KIND_OF.get(hit.row.class) ?? 'lainnya';
}

function groupOf(sums: KindSums, structure: Structure): Group {
  let best: Group = 'imbauan';
  let most = -Infinity;
  for (const group of GROUPS) {
    const words = group === 'case' ? CASE_WORDS : WORDS;
    const zones = group === 'case' ? together(CASE.map((kind) => sums[kind])) : sums[group];
    let score = BIAS[group] + told(zones, words);
    for (const [name, weight] of Object.entries(MAKE[group] ?? {})) {
      score += weight * structure[name as keyof Structure]; // the keys of MAKE
    }
    if (score > most) [best, most] = [group, score];
  }
  return best;
}

function stageOf(sums: KindSums): Coverage {
  let best: Coverage = 'dugaan';
  let most = -Infinity;
  for (const stage of CASE) {
    const score = STAGE_BIAS[stage] + told(sums[stage], STAGE_WORDS[stage]);
    if (score > most) [best, most] = [stage, score];
  }
  return best;
}

function together(all: Sums[]): Sums {
  const zone = (name: Zone): number => all.reduce((sum, sums) => sum + sums[name], 0);
  return { title: zone('title'), lead: zone('lead'), body: zone('body') };
}

/** Repetition in lead and body adds ever less. */
function told(sums: Sums, words: Sums): number {
  return (
    words.title * Math.min(MOST_TITLE, sums.title) +
    words.lead * Math.log2(1 + sums.lead) +
    words.body * Math.log2(1 + sums.body)
  );
}
