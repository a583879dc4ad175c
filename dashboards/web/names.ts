// Codes → what people call them; Indonesian in both languages where they are terms of the field.
import { INSTITUTIONS, type Institution } from '../../schemas/institution.ts';
import type { Election, Region } from '../../schemas/knowledge.ts';
import type { ElectionStage } from '../../schemas/tag.ts';
import { Actor, Coverage, Decision, ElectionId, Violation } from '../../schemas/tag.ts';
import type { Field, ListedSite } from '../ports.ts';
import {
  ACTOR_NAMES,
  COVERAGE_NAMES,
  DECISION_WORD,
  type Language,
  VIOLATION_NAMES,
  electionName,
  say,
} from './words.ts';

/** What the dashboard knows of the country, and by which versions articles are read. */
export type Atlas = {
  regions: readonly Region[];
  elections: readonly Election[];
  /** Of the knowledge and of the code that reads articles. */
  versions: { knowledge: string; code: string };
};

export const STAGE_NAMES: Record<ElectionStage, string> = {
  pencalonan: 'Pencalonan',
  kampanye: 'Kampanye',
  'masa-tenang': 'Masa tenang',
  'pemungutan-suara': 'Pemungutan suara',
  pasca: 'Pascapemungutan',
};

export const INSTITUTION_NAMES: Record<Institution, string> = {
  bawaslu: 'Bawaslu',
  kpu: 'KPU',
  dkpp: 'DKPP',
  kasn: 'KASN',
  bkn: 'BKN',
  kemendagri: 'Kemendagri',
  kemenpanrb: 'Kemenpan-RB',
  'kepegawaian-daerah': 'Kepegawaian daerah',
  inspektorat: 'Inspektorat',
  pemda: 'Pemerintah daerah',
  dprd: 'DPR dan DPRD',
  polri: 'Polri',
  tni: 'TNI',
  kejaksaan: 'Kejaksaan',
  partai: 'Partai dan calon',
  akademisi: 'Akademisi',
  'masyarakat-sipil': 'Masyarakat sipil',
  lainnya: 'Lainnya',
};

export type Namer = {
  language: Language;
  region: (code: string) => string;
  sites: ReadonlyMap<string, ListedSite>;
};

const isInstitution = (value: string): value is Institution =>
  INSTITUTIONS.some((known) => known === value);

/** The name of a field's value; a value that is none of the codes is its own name. */
export function nameOf(field: Field, value: string, { language, region, sites }: Namer): string {
  switch (field) {
    case 'region':
    case 'primary':
      return region(value);
    case 'election': {
      const known = ElectionId.safeParse(value);
      return known.success ? electionName(known.data, language) : value;
    }
    case 'stage':
      return Object.hasOwn(STAGE_NAMES, value) ? STAGE_NAMES[value as ElectionStage] : value; // checked beside
    case 'coverage': {
      const known = Coverage.safeParse(value);
      return known.success ? COVERAGE_NAMES[known.data] : value;
    }
    case 'violation': {
      const known = Violation.safeParse(value);
      return known.success ? VIOLATION_NAMES[known.data] : value;
    }
    case 'actor': {
      const known = Actor.safeParse(value);
      return known.success ? ACTOR_NAMES[known.data] : value;
    }
    case 'institution':
      return isInstitution(value) ? INSTITUTION_NAMES[value] : value;
    case 'decision': {
      const known = Decision.safeParse(value);
      return known.success ? say(DECISION_WORD[known.data], language) : value;
    }
    case 'site':
      return sites.get(value)?.name ?? value;
    case 'outlet':
      return value;
    default:
      return field satisfies never;
  }
}

export const MONTHS = {
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des',
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
} as const;

/** '2024-11-05' → '5 Nov 2024'; `by` month: 'Nov 2024'. */
export function dayLabel(day: string, language: Language, by: 'day' | 'month' = 'day'): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  const name = MONTHS[language].split(' ')[Number(month) - 1] ?? month;
  return by === 'month' ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** Made once for each language and number of digits: making one takes longer than a hundred figures. */
const formats = new Map<string, Intl.NumberFormat>();

/** 12345.6 → '12.345,6' or '12,345.6'. */
export function figure(value: number, language: Language, digits = 0): string {
  const key = `${language}${digits}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}
