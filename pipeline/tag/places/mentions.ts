// A field → the names of places in it, each with what stands around it. Nothing is weighed here.
import type { RegionCode } from '../../../schemas/region.ts';
import type { ReadField } from '../document.ts';
import type { Hit } from '../phrases.ts';
import { caseOf } from './case.ts';
import type { CaseStyle } from './case.ts';
import type { Surroundings } from './context.ts';
import { isDateline } from './dateline.ts';
import {
  EXAMPLE,
  PAST,
  cuedBy,
  facilityBefore,
  isAuthority,
  nameBeside,
  lookBack,
} from './neighbours.ts';
import type { Before } from './neighbours.ts';
import type { Gazetteer, PlaceName, Reading } from './names.ts';

export type Mention = Before & {
  field: ReadField;
  name: PlaceName;
  /** What it may mean here, after the level word and the guards have spoken. */
  readings: Reading[];
  start: number;
  end: number;
  from: number;
  to: number;
  paragraph: number;
  sentence: number;
  noise: boolean;
  /** A common word in a line whose capitals tell nothing: needs another mention. */
  weak: boolean;
  dateline: boolean;
  facility: string | null;
  person: boolean;
  /** Behind a capitalised word of no office: may be a person's last name. */
  doubtful: boolean;
  past: boolean;
  /** Named as an example: 'misalnya', 'seperti', 'ia mencontohkan'. */
  example: boolean;
  /** Stands behind a place that lies in it: 'Kota Bima, NTB', 'Kukar (Kaltim)'. */
  suffix: boolean;
  /** Repeats the name before it: 'Kutai Kartanegara (Kukar)'. */
  apposition: boolean;
};

/** Finds the names of places in a field, in order. */
export function findMentions(
  field: ReadField,
  gazetteer: Gazetteer,
  around: Surroundings,
): Mention[] {
  const style = caseOf(field);
  const mentions: Mention[] = [];
  const persons = new Set<string>();
  for (const hit of gazetteer.find(field)) {
    if (hit.value.person) persons.add(field.tokens[hit.from]?.norm ?? '');
    if (hit.value.readings.length === 0) continue;
    const mention = describe(field, hit, around, style);
    if (mention === null) continue;
    const called = persons.has(field.tokens[hit.from]?.norm ?? '');
    if (called && mention.level === null && mention.office === null) mention.person = true;
    mentions.push(mention);
  }
  relate(mentions, field);
  return mentions;
}

function describe(
  field: ReadField,
  hit: Hit<PlaceName>,
  around: Surroundings,
  style: CaseStyle,
): Mention | null {
  const { tokens } = field;
  const first = tokens[hit.from];
  if (first === undefined) return null;
  const before = lookBack(field, hit.from, around);
  const supported = before.office !== null || before.level !== null;
  const cased = style === 'normal' || style === 'title';
  const small = cased && !isCapitalised(field, hit);
  if (small && !before.level && (hit.value.common || !supported)) return null;
  if (hit.value.acronym && cased && !isUpper(field, hit)) return null;
  const beside =
    style === 'normal' && !supported ? nameBeside(field, hit, before.preposition) : null;
  const mention: Mention = {
    field,
    name: hit.value,
    readings: hit.value.readings,
    start: hit.start,
    end: hit.end,
    from: hit.from,
    to: hit.to,
    paragraph: field.paragraphOf[hit.from] ?? 0,
    sentence: field.sentenceOf[hit.from] ?? 0,
    noise: field.paragraphs[field.paragraphOf[hit.from] ?? 0]?.noise ?? false,
    ...before,
    weak: hit.value.common && style !== 'normal' && !supported,
    dateline: field.name === 'text' && isDateline(field, hit, style),
    facility: facilityBefore(field, hit.from, around),
    person: beside === 'first',
    doubtful: beside === 'last',
    past: cuedBy(PAST, field, hit.from),
    example: cuedBy(EXAMPLE, field, hit.from),
    suffix: false,
    apposition: false,
  };
  mention.readings = readingsHere(mention);
  return mention.readings.length > 0 ? mention : null;
}

/** 'Batu Bara', not 'Batu bara' at the head of a sentence; 'Pangkajene dan Kepulauan' is. */
function isCapitalised({ tokens }: ReadField, { from, to }: Hit<PlaceName>): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token !== undefined && !token.capital && token.norm !== 'dan') return false;
  }
  return true;
}

function isUpper(field: ReadField, { start, end }: Hit<PlaceName>): boolean {
  const word = field.raw.slice(start, end);
  return word === word.toUpperCase();
}

/** Applies the level word and the guards. */
function readingsHere(mention: Mention): Reading[] {
  const { level, name, office } = mention;
  const strong = level !== null || mention.dateline || isAuthority(office);
  const open = name.readings.filter(({ guard }) => {
    if (guard === 'office') return strong;
    if (guard === 'dateline') return mention.dateline || level === 'kota' || isAuthority(office);
    return true;
  });
  if (level === null) return open;
  const exact = open.filter((reading) => reading.kind === level);
  if (exact.length > 0) return exact;
  return open;
}

/** Marks provinces behind their parts, and names that repeat the one before. */
function relate(mentions: Mention[], field: ReadField): void {
  for (let at = 1; at < mentions.length; at++) {
    const before = mentions[at - 1];
    const mention = mentions[at];
    if (before === undefined || mention === undefined) continue;
    const gap = field.raw.slice(before.end, mention.start);
    if (!/^[\s,(/.–-]{1,4}(?:(?:Provinsi|Propinsi|Prov\.?)\s)?$/iu.test(gap)) continue;
    const same = sharedCodes(before, mention);
    if (same.size > 0) {
      mention.apposition = true;
      narrow(before, same);
      narrow(mention, same);
      continue;
    }
    const provinces = new Set(
      mention.readings.filter(({ kind }) => kind === 'province').map(({ code }) => code),
    );
    const inside = before.readings.filter(
      ({ code, kind }) => kind !== 'province' && provinces.has(code.slice(0, 2)),
    );
    if (inside.length === 0) continue;
    mention.suffix = true;
    before.readings = inside;
    mention.readings = mention.readings.filter(({ kind }) => kind === 'province');
  }
}

function sharedCodes(a: Mention, b: Mention): Set<RegionCode> {
  const codes = new Set(a.readings.map(({ code }) => code));
  return new Set(b.readings.map(({ code }) => code).filter((code) => codes.has(code)));
}

function narrow(mention: Mention, codes: Set<RegionCode>): void {
  mention.readings = mention.readings.filter(({ code }) => codes.has(code));
}
