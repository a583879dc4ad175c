// What the kind of an article is read from. In: Scene, its acts and speakers. Out: numbers by feature.
// Words count by concept (class of knowledge/lexicon/kinds.csv: 'penanganan.periksa') and zone; the make of the text beside them.
import type { Speaker } from '../../../schemas/tag.ts';
import type { Act } from './acts.ts';
import { certaintyOf } from './negation.ts';
import type { PlacedHit, Scene, Zone } from './scene.ts';
import { structureOf } from './structure.ts';

/** By name; what is 0 is left out. */
export type CoverageFeatures = Map<string, number>;

/** The features, and for each concept and zone the hits that it counts. */
export type CoverageReading = { features: CoverageFeatures; hits: Map<string, PlacedHit[]> };

/** 'menghentikan penyelidikan' tells of no inquiry but of its end: it takes its words from the steps. */
const ENDED = 'sanksi.bebas';
const STEPS: ReadonlySet<string> = new Set(['dugaan', 'penanganan']);

/** Words of a concept in one headline beyond which more say nothing. */
const MOST_TITLE = 2;

const WATCHDOG = /bawaslu|panwas|kasn|komisi asn|bkn|aparatur sipil|inspekt/i;
const OFFICIAL = /bupati|wali ?kota|gubernur|sekda|sekretaris daerah|menteri|pj|plt|sekprov/i;

export type CoverageReader = (scene: Scene, acts: Act[], speakers: Speaker[]) => CoverageReading;

export function createCoverageReader(): CoverageReader {
  const concepts = createNames('');
  const who = createNames('who.');
  const politics = createNames('politics.');
  const moods = createNames('act.');
  return (scene, acts, speakers) => {
    const sums = new Map<string, number>();
    const hits = new Map<string, PlacedHit[]>();
    const taken = tokensOf(scene.hits.kinds.filter(({ row }) => row.class === ENDED));
    for (const hit of scene.hits.kinds) {
      const concept = hit.row.class;
      const kind = concept.slice(0, concept.indexOf('.'));
      if (STEPS.has(kind) && taken[hit.field].has(hit.from)) continue;
      const isCase = STEPS.has(kind) || kind === 'sanksi';
      const certainty = isCase ? certaintyOf(hit, scene, kind === 'sanksi') : 1;
      const name = concepts(certainty === 0 ? 'supposed' : concept, hit.zone);
      add(sums, name, hit.row.weight * (certainty === 0 ? 1 : certainty));
      const known = hits.get(name);
      if (known === undefined) hits.set(name, [hit]);
      else known.push(hit);
    }
    for (const { zone, row } of scene.hits.subjects) add(sums, who(row.class, zone), 1);
    for (const { hit, mood } of acts) add(sums, moods(mood, hit.zone), 1);
    for (const { row, zone } of scene.hits.politics) {
      if (zone === 'title') add(sums, politics(row.class, zone), 1);
    }
    const features: CoverageFeatures = new Map();
    for (const [name, sum] of sums) features.set(name, damped(sum, name));
    const told = acts.filter(({ mood }) => mood !== 'unreal');
    for (const [name, value] of Object.entries(structureOf(scene, told, speakers.length))) {
      if (value !== 0) features.set(`make.${name}`, value);
    }
    speak(features, speakers);
    return { features, hits };
  };
}

/** 'who.asn@title': each name is put together once, not for each hit. */
function createNames(prefix: string): (word: string, zone: Zone) => string {
  const names = new Map<string, Record<Zone, string>>();
  return (word, zone) => {
    let known = names.get(word);
    if (known === undefined) {
      const name = `${prefix}${word}`;
      known = { title: `${name}@title`, lead: `${name}@lead`, body: `${name}@body` };
      names.set(word, known);
    }
    return known[zone];
  };
}

function tokensOf(hits: PlacedHit[]): Record<'title' | 'text', Set<number>> {
  const tokens = { title: new Set<number>(), text: new Set<number>() };
  for (const { field, from, to } of hits) {
    for (let at = from; at < to; at++) tokens[field].add(at);
  }
  return tokens;
}

function add(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}

/** Repetition adds ever less. */
function damped(sum: number, name: string): number {
  const title: Zone = 'title';
  return name.endsWith(title) ? Math.min(MOST_TITLE, sum) : Math.log2(1 + sum);
}

/** Who has the word, by office. */
function speak(features: CoverageFeatures, speakers: Speaker[]): void {
  const [first] = speakers;
  if (first === undefined) return;
  const share = (pattern: RegExp): number =>
    speakers.filter(({ role }) => pattern.test(role)).length / speakers.length;
  features.set('speak.watchdog', share(WATCHDOG));
  features.set('speak.official', share(OFFICIAL));
  features.set('speak.watchdogFirst', Number(WATCHDOG.test(first.role)));
  features.set('speak.officialFirst', Number(OFFICIAL.test(first.role)));
}
