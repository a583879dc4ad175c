// TagDocument → the regions an article is about, with every candidate weighed and the spans that speak for them.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { Reason } from '../../../schemas/tag.ts';
import type { ReadField, TagDocument } from '../document.ts';
import type { PlaceTags } from '../parts.ts';
import type { PhraseBook } from '../phrases.ts';
import { createOutletIndex, placesOfAddress } from './address.ts';
import type { AddressHit } from './address.ts';
import { choose } from './choose.ts';
import { createSurroundingsReader } from './context.ts';
import type { Surroundings } from './context.ts';
import { createDistrictReader } from './districts.ts';
import type { DistrictReader } from './districts.ts';
import { findLists } from './lists.ts';
import { findMentions } from './mentions.ts';
import { buildGazetteer } from './names.ts';
import { markPersons } from './persons.ts';
import { resolveMentions } from './resolve.ts';
import type { Place } from './resolve.ts';
import { candidateFor, scorePlaces, total } from './score.ts';
import type { Candidate, Support } from './score.ts';
import { NATIONAL, WEIGHTS } from './weights.ts';

export type PlaceTagger = (document: TagDocument, day: string | null) => PlaceTags;

const LEAD_PARAGRAPHS = 2;
const LEAD_TOKENS = 12;
const CAPTION = /\((?:istimewa|ist|foto|dok|net|antara)\b|\bfoto\s?:|ilustrasi/iu;
const MOST_REASONS = 3;

/** Builds the place tagger. `day` is the local day of the article, null if unknown. */
export function createPlaceTagger(knowledge: Knowledge, book: PhraseBook): PlaceTagger {
  const gazetteer = buildGazetteer(knowledge, book);
  const surroundings = createSurroundingsReader(knowledge, book);
  const readDistricts = createDistrictReader(knowledge.districts, book);
  const outletRegionOf = createOutletIndex(knowledge.outlets);
  return (document, day) => {
    const { input } = document;
    const fields = [document.title, document.text].map((field) => ({
      field,
      around: surroundings(field),
    }));
    const address = input.url === null ? [] : placesOfAddress(input.url, gazetteer);
    const outletRegion = outletRegionOf(input);
    const mentions = fields.flatMap(({ field, around }) => findMentions(field, gazetteer, around));
    markPersons(mentions);
    const urlCodes = new Set(address.map(({ code }) => code));
    const places = resolveMentions(mentions, fields, { outletRegion, urlCodes, day });
    const lead = leadOf(document.text);
    const candidates = scorePlaces(
      places,
      findLists(places),
      (place) => place.field === document.text && lead.has(place.paragraph),
    );
    addAddress(candidates, address);
    addDistricts(candidates, document.text, readDistricts);
    addOutlet(candidates, outletRegion, input.outlet);
    const ranked = [...candidates.values()].sort((a, b) => b.score - a.score);
    const { primary, regions } = choose(ranked, {
      national: nationalWeight(fields, lead) + provinceWeight(places),
      local: fields.some(hasLocalOffice),
    });
    return {
      regions,
      primary,
      candidates: ranked.map(({ code, score }) => ({
        code,
        score: Math.round(score * 100) / 100,
        chosen: regions.includes(code),
      })),
      bodies: bodiesOf(places, regions),
      reasons: reasonsFor(regions, primary, candidates, document),
    };
  };
}

/** The first paragraphs that are neither noise nor a caption or byline. */
function leadOf(text: ReadField): Set<number> {
  const lead = new Set<number>();
  for (const [index, { from, to, start, end, noise }] of text.paragraphs.entries()) {
    if (lead.size === LEAD_PARAGRAPHS) break;
    if (!noise && to - from >= LEAD_TOKENS && !CAPTION.test(text.raw.slice(start, end + 20))) {
      lead.add(index);
    }
  }
  return lead;
}

function addAddress(candidates: Map<RegionCode, Candidate>, address: AddressHit[]): void {
  for (const { code, rule, start, end } of address) {
    const weight = rule === 'url' ? WEIGHTS.url : WEIGHTS.officialHost;
    const known = candidates.get(code);
    if (known === undefined && rule === 'url') continue;
    const candidate = known ?? candidateFor(candidates, code);
    if (candidate.supports.some((support) => support.rule === rule)) continue;
    candidate.supports.push({ code, rule, field: 'url', start, end, weight });
    candidate.score = total(candidate.supports);
  }
}

function addDistricts(
  candidates: Map<RegionCode, Candidate>,
  text: ReadField,
  read: DistrictReader,
): void {
  for (const { regencies, start, end } of read(text)) {
    for (const code of regencies) {
      const candidate = candidates.get(code);
      if (candidate === undefined || candidate.supports.some(({ rule }) => rule === 'district'))
        continue;
      const weight = WEIGHTS.district;
      candidate.supports.push({ code, rule: 'district', field: 'text', start, end, weight });
      candidate.score = total(candidate.supports);
    }
  }
}

/** The newspaper's region speaks for a candidate, and less for others of its province. */
function addOutlet(
  candidates: Map<RegionCode, Candidate>,
  region: RegionCode | null,
  outlet: string | null,
): void {
  if (region === null) return;
  for (const candidate of candidates.values()) {
    const { code } = candidate;
    if (provinceOf(code) !== provinceOf(region)) continue;
    const weight = code === region ? WEIGHTS.outlet : WEIGHTS.outletProvince;
    candidate.score += weight;
    if (code !== region || outlet === null) continue;
    const end = outlet.length;
    candidate.supports.push({ code, rule: 'outlet', field: 'outlet', start: 0, end, weight });
  }
}

/** Central bodies in the title, the lead and the body: the more, the likelier the article is national. */
function nationalWeight(
  fields: { field: ReadField; around: Surroundings }[],
  lead: Set<number>,
): number {
  let weight = 0;
  for (const { field, around } of fields) {
    for (const hit of around.offices) {
      if (hit.value.level !== 'national') continue;
      const paragraph = field.paragraphOf[hit.from] ?? 0;
      if (field.name === 'title') weight += NATIONAL.title;
      else if (field.paragraphs[paragraph]?.noise !== true) {
        weight += lead.has(paragraph) ? NATIONAL.lead : NATIONAL.body;
      }
    }
  }
  return Math.min(NATIONAL.most, weight);
}

/** An article that goes from province to province is a national one. */
function provinceWeight(places: Place[]): number {
  const named = places.filter(({ reading, noise, suffix }) => {
    return reading.kind === 'province' && !noise && !suffix;
  });
  return new Set(named.map(({ code }) => code)).size >= NATIONAL.provinces ? NATIONAL.most : 0;
}

/** A bupati, a camat, 'Pemkab': somebody of a place acts, named or not. */
function hasLocalOffice({ field, around }: { field: ReadField; around: Surroundings }): boolean {
  return around.offices.some(({ value, from }) => {
    const noise = field.paragraphs[field.paragraphOf[from] ?? 0]?.noise === true;
    return !noise && (LOCAL_LEVELS.has(value.level) || LOCAL_OFFICES.has(value.phrase));
  });
}

const LOCAL_LEVELS = new Set(['kota', 'kabupaten', 'province']);
const LOCAL_OFFICES = new Set(['camat', 'lurah', 'kades', 'sekda', 'pemda', 'panwas', 'panwaslu']);

function bodiesOf(places: Place[], regions: RegionCode[]): Set<string> {
  const bodies = new Set<string>();
  for (const { office, code, reading, noise } of places) {
    if (noise || office === null || !regions.includes(code)) continue;
    bodies.add(`${office.value.phrase.split(' ').at(-1) ?? ''} ${reading.kind}`);
  }
  return bodies;
}

function reasonsFor(
  regions: RegionCode[],
  primary: RegionCode | null,
  candidates: Map<RegionCode, Candidate>,
  document: TagDocument,
): Reason[] {
  return regions.flatMap((code) => {
    const supports = [...(candidates.get(code)?.supports ?? [])].sort(
      (a, b) => b.weight - a.weight,
    );
    const tags = code === primary ? [`region:${code}`, `primary:${code}`] : [`region:${code}`];
    return tags.flatMap((tag) =>
      supports.slice(0, MOST_REASONS).map((support) => reasonOf(tag, support, document)),
    );
  });
}

function reasonOf(tag: string, support: Support, { input }: TagDocument): Reason {
  const { rule, field, start, end } = support;
  return { tag, rule, field, start, end, quote: (input[field] ?? '').slice(start, end) };
}
