// Who must be neutral or is accused. In: Reading. Out: actors with the hits that show them.
// A group counts where a sentence says it with neutrality or beside the civil servants; title and lead weigh more.
import { Actor } from '../../../schemas/tag.ts';
import type { Coverage } from '../../../schemas/tag.ts';
import type { ReadField } from '../document.ts';
import type { PlacedHit, Scene } from './scene.ts';

export type ActorEvidence = { actor: Actor; hits: PlacedHit[] };

const ZONE_WEIGHT = { title: 3, lead: 2, body: 1 } as const;

/**
 * What a group must reach. Staff treated like civil servants count wherever they are named in an article that is
 * relevant; organisers are named in every one as those who organise, so they need more.
 */
const NEEDED: Record<Actor, number> = {
  asn: 1,
  pppk: 1,
  non_asn: 1,
  tni: 2,
  polri: 2,
  kepala_desa: 2,
  perangkat_desa: 2,
  penyelenggara: 3,
  bumn_bumd: 2,
  pejabat_negara: 2,
};

/** Groups for which standing beside civil servants in one sentence is enough: they are meant alike. */
const ALIKE = new Set<Actor>(['kepala_desa', 'perangkat_desa', 'bumn_bumd', 'pejabat_negara']);
const STAFF = new Set<Actor>(['pppk', 'non_asn']);
/** In an appeal or a briefing whoever of the village is named is spoken to: 'Wali nagari juga kena sentil'. */
const VILLAGE = new Set<Actor>(['kepala_desa', 'perangkat_desa']);
const ADDRESSING = new Set<Coverage>(['imbauan']);

const POLITICAL = new Set(['neutral', 'partisan']);
/** A word of politics that is as weak as this does not make a sentence political. */
const WEAK = 0.5;
/** Words before a group that make it the one something is done to: 'mengumpulkan kepala desa'. */
const OBJECT_MARKS = new Set(
  (
    'kepada mengumpulkan mengundang menginstruksikan mengarahkan menyuruh memerintahkan mengajak ' +
    'meminta bertemu menemui diajak disuruh oleh dari bersama dengan'
  ).split(' '),
);

/** In the order of the schema; an article that is relevant has 'asn' wherever a civil servant stands in it. */
export function findActors(
  { reading, hits: all }: Scene,
  relevant: boolean,
  coverage: Coverage,
): ActorEvidence[] {
  const political = slotsOf(
    all.politics.filter(({ row }) => POLITICAL.has(row.class) && row.weight >= WEAK),
  );
  const civil = slotsOf(all.subjects.filter(({ row }) => row.class === 'asn' && row.weight >= 1));
  const village = slotsOf(all.subjects.filter(({ row }) => row.class === 'kepala_desa'));
  const found: ActorEvidence[] = [];
  for (const actor of Actor.options) {
    const named = all.subjects.filter(({ row }) => actorOf(row.class) === actor);
    const free = relevant && (STAFF.has(actor) || actor === 'asn');
    const alike = relevant && ALIKE.has(actor);
    const addressed = relevant && ADDRESSING.has(coverage) && VILLAGE.has(actor);
    const hits = named.filter(
      (hit) =>
        free ||
        ((addressed || political.has(hit.slot) || (alike && civil.has(hit.slot))) &&
          !isObject(reading[hit.field].field, hit)),
    );
    const beside =
      addressed ||
      (alike &&
        hits.some(
          ({ slot }) => civil.has(slot) || (actor === 'perangkat_desa' && village.has(slot)),
        ));
    if (weigh(hits) >= (beside ? 1 : NEEDED[actor])) found.push({ actor, hits });
  }
  return found;
}

function slotsOf(hits: PlacedHit[]): Set<number> {
  return new Set(hits.map(({ slot }) => slot));
}

/** Each sentence once, by its zone. */
function weigh(hits: PlacedHit[]): number {
  const zones = new Map(hits.map(({ slot, zone }) => [slot, ZONE_WEIGHT[zone]]));
  return [...zones.values()].reduce<number>((total, value) => total + value, 0);
}

function isObject(field: ReadField, { from }: PlacedHit): boolean {
  return [1, 2].some((back) => OBJECT_MARKS.has(field.tokens[from - back]?.norm ?? ''));
}

function actorOf(name: string): string {
  return name === 'asn_post' ? 'asn' : name;
}
