// What the taggers say of an article, and why. Codes: docs/glossary.md and the gold set's labels.
import { z } from 'zod';
import { RegionCode, provinceOf } from './region.ts';

export const ELECTIONS = [
  'pemilu-2014',
  'pilkada-2015',
  'pilkada-2017',
  'pilkada-2018',
  'pemilu-2019',
  'pilkada-2020',
  'pemilu-2024',
  'pilkada-2024',
  'psu-2025',
  'pilkada-ulang-2025',
  'pilkades',
  'pemilu-2029',
  'unspecified',
] as const;
export const ElectionId = z.enum(ELECTIONS);
export type ElectionId = z.infer<typeof ElectionId>;

export const Contest = z.enum(['pilpres', 'pileg', 'pilgub', 'pilbup', 'pilwalkot']);
export type Contest = z.infer<typeof Contest>;

export const ElectionStage = z.enum([
  'pencalonan',
  'kampanye',
  'masa-tenang',
  'pemungutan-suara',
  'pasca',
]);
export type ElectionStage = z.infer<typeof ElectionStage>;

export const Coverage = z.enum([
  'imbauan',
  'sosialisasi',
  'ikrar',
  'dugaan',
  'penanganan',
  'sanksi',
  'regulasi',
  'data',
  'opini',
  'lainnya',
]);
export type Coverage = z.infer<typeof Coverage>;

export const Actor = z.enum([
  'asn',
  'pppk',
  'non_asn',
  'tni',
  'polri',
  'kepala_desa',
  'perangkat_desa',
  'penyelenggara',
  'bumn_bumd',
  'pejabat_negara',
]);
export type Actor = z.infer<typeof Actor>;

export const Violation = z.enum([
  'media_sosial',
  'foto_simbol',
  'hadir_kampanye',
  'alat_peraga',
  'pendekatan_parpol',
  'anggota_parpol',
  'tim_sukses',
  'ajakan_dukungan',
  'dukungan_ktp',
  'fasilitas_negara',
  'kebijakan_berpihak',
  'politik_uang',
  'lainnya',
]);
export type Violation = z.infer<typeof Violation>;

export const Decision = z.enum(['relevant', 'review', 'irrelevant']);
export type Decision = z.infer<typeof Decision>;

export const Speaker = z.object({ name: z.string(), role: z.string() });
export type Speaker = z.infer<typeof Speaker>;

export const ReasonField = z.enum(['title', 'text', 'url', 'outlet', 'published']);

/**
 * The span that speaks for a tag. `tag` is 'relevance', 'region:64.74', 'primary:64.74',
 * 'election:pilkada-2024', 'contest:pilkada-2024/pilwalkot', 'stage:kampanye', 'coverage:imbauan', 'actor:asn',
 * 'violation:media_sosial', 'advertorial' or 'speaker:<name>'; `quote` equals field.slice(start, end) in
 * UTF-16 units.
 */
export const Reason = z.object({
  tag: z.string(),
  rule: z.string(),
  field: ReasonField,
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
});
export type Reason = z.infer<typeof Reason>;

/** A place that was weighed, so that a person sees why the second lost. */
export const RegionCandidate = z.object({
  code: RegionCode,
  score: z.number(),
  chosen: z.boolean(),
});
export type RegionCandidate = z.infer<typeof RegionCandidate>;

export const Tags = z.object({
  relevant: z.boolean(),
  relevance: z.number().min(0).max(1),
  decision: Decision,
  regions: z.array(RegionCode),
  primary: RegionCode.nullable(),
  candidates: z.array(RegionCandidate),
  elections: z.array(z.object({ election: ElectionId, contests: z.array(Contest) })),
  stage: ElectionStage.nullable(),
  coverage: Coverage,
  actors: z.array(Actor),
  violations: z.array(Violation),
  advertorial: z.boolean(),
  speakers: z.array(Speaker),
  reasons: z.array(Reason),
});
export type Tags = z.infer<typeof Tags>;

/** What the taggers read. Offsets of reasons point into these strings. */
export const TagInput = z.object({
  url: z.string().nullable(),
  /** Host name without www. */
  outlet: z.string().nullable(),
  /** Region of the outlet, where the source list knows it. */
  outletRegion: RegionCode.nullable(),
  title: z.string(),
  text: z.string(),
  /** Local day 'YYYY-MM-DD' or an ISO date-time; null where unknown. */
  published: z.string().nullable(),
  /** The page itself marks the article as paid content (category, label). */
  markedAdvertorial: z.boolean(),
});
export type TagInput = z.infer<typeof TagInput>;

/** The regions that a filter finds an article under: those it speaks of and their provinces. */
export function regionsOf({ regions, primary }: Pick<Tags, 'regions' | 'primary'>): RegionCode[] {
  const named = primary === null ? regions : [...regions, primary];
  return [...new Set(named.flatMap((code) => [code, provinceOf(code)]))];
}
