// Who must be neutral or is accused. In: Reading. Out: actors with the hits that show them.
// A group counts where it stands in one sentence with neutrality or partisanship; the title and the lead weigh more.
import { Actor } from '../../../schemas/tag.ts';
import { ordinals, placed } from './scene.ts';
import type { PlacedHit } from './scene.ts';
import type { Reading } from './reading.ts';

export type ActorEvidence = { actor: Actor; hits: PlacedHit[] };

const ZONE_WEIGHT = { title: 3, lead: 2, body: 1 } as const;

/** What a group must reach: those who are civil servants by law or treated alike need one sentence. */
const NEEDED: Record<Actor, number> = {
  asn: 1,
  pppk: 1,
  non_asn: 1,
  tni: 2,
  polri: 2,
  kepala_desa: 2,
  perangkat_desa: 2,
  penyelenggara: 3,
  bumn_bumd: 1,
  pejabat_negara: 3,
};

const POLITICAL = new Set(['neutral', 'partisan']);

/** In the order of the schema; an article that is relevant has 'asn' unless only PPPK or non-ASN staff are meant. */
export function findActors(reading: Reading, relevant: boolean): ActorEvidence[] {
  const order = ordinals(reading);
  const subjects = placed(reading, 'subjects', order);
  const political = new Set(
    placed(reading, 'politics', order)
      .filter(({ row }) => POLITICAL.has(row.class) && row.weight >= 0.6)
      .map(({ slot }) => slot),
  );
  const found: ActorEvidence[] = [];
  for (const actor of Actor.options) {
    const hits = subjects.filter(
      ({ row, slot }) => actorOf(row.class) === actor && political.has(slot),
    );
    const seen = new Map<number, number>();
    for (const { slot, zone } of hits) seen.set(slot, ZONE_WEIGHT[zone]);
    const sum = [...seen.values()].reduce((total, value) => total + value, 0);
    if (sum >= NEEDED[actor]) found.push({ actor, hits });
  }
  if (relevant && !found.some(({ actor }) => actor === 'asn')) {
    const hits = subjects.filter(({ row }) => actorOf(row.class) === 'asn');
    if (hits.length > 0) found.unshift({ actor: 'asn', hits });
  }
  return found;
}

function actorOf(name: string): string {
  return name === 'asn_post' ? 'asn' : name;
}
