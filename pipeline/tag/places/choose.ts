// Candidates → the regions that the article is about, and the main one.
import { provinceOf } from '../../../schemas/region.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { Candidate } from './score.ts';

export type Choice = { primary: RegionCode | null; regions: RegionCode[] };

const isProvince = (code: RegionCode): boolean => code.length === 2;

export type Scene = {
  /** Weight of central bodies in title, lead and body. */
  national: number;
  /** Local offices stand in it without a name: 'bupati', 'camat', 'Pemkab setempat'. */
  local: boolean;
};

export function choose(candidates: Candidate[], scene: Scene): Choice {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const best = mainOf(ranked);
  if (best === undefined || best.score < threshold(best, scene)) {
    return { primary: null, regions: [] };
  }
  const regions = [best.code];
  for (const candidate of ranked) {
    if (candidate !== best && isSubjectBeside(candidate, best)) regions.push(candidate.code);
  }
  return { primary: best.code, regions };
}

/**
 * The more an article speaks of central bodies, the more a region must show to be its subject; more still where no
 * office, level or dateline but only its bare name speaks for it.
 */
function threshold(best: Candidate, { national, local }: Scene): number {
  if (best.title > 0) return 1.5;
  const placed = best.supports.some(({ rule }) => PLACED.has(rule));
  if (!placed && best.subject === 0 && !local) return NOWHERE;
  if (placed || best.firm > 0) return 1.5 + national / 2;
  return local && national < 0.5 ? 1 : 2.2 + national / 2;
}

/** Evidence besides the words of title and text. */
const PLACED = new Set(['district', 'url', 'official-host', 'outlet']);
/** Only a dateline or a venue, and nobody of the place acts: the reporter was there. */
const NOWHERE = 5;

/** A body of the province weighs at least this: named once in the text. */
const ONE_BODY = 2.5;

function mainOf(ranked: Candidate[]): Candidate | undefined {
  const best = ranked[0];
  if (best === undefined) return undefined;
  if (!isProvince(best.code)) return provinceSpeaking(best, ranked) ?? best;
  const part = ranked.find(({ code }) => !isProvince(code) && provinceOf(code) === best.code);
  if (part === undefined || part.substance === 0) return best;
  // A governor or his secretary speaks at a place: the place is the news, unless a body of the province acts.
  const personal = best.bodies < ONE_BODY;
  return personal && part.score >= best.score * 0.6 ? part : best;
}

/**
 * '28 dari Pinrang! Bawaslu Sulsel …': the headline's body is the province's, its part only an example. Or the part is
 * a venue and a dateline, and the province's body acts.
 */
function provinceSpeaking(part: Candidate, ranked: Candidate[]): Candidate | undefined {
  const province = ranked.find(({ code }) => code === provinceOf(part.code));
  if (province === undefined || province.score < part.score * 0.75) return undefined;
  const headline = province.titleBody > 0 && part.titleSubject === 0;
  const venue = part.subject === 0 && province.bodies >= ONE_BODY;
  return headline || venue ? province : undefined;
}

/** Beside a province its parts with cases of their own; beside a part another one, rarely of another province. */
function isSubjectBeside(candidate: Candidate, best: Candidate): boolean {
  if (isProvince(candidate.code) || candidate.free === 0) return false;
  const near = provinceOf(candidate.code) === provinceOf(best.code);
  const { substance, title, score, counted, dateline } = candidate;
  if (!isProvince(best.code)) {
    return substance >= (near ? 3 : 4) && (title > 0 || score >= best.score * 0.45);
  }
  if (!near) return false;
  if (counted) return substance >= 1;
  if (title > 0) return substance >= 1.5;
  return substance >= (dateline ? 3.5 : 2.1);
}
