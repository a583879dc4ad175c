// Candidates → the regions that the article is about, and the main one.
import { provinceOf } from '../../../schemas/region.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { Candidate } from './score.ts';

export type Choice = { primary: RegionCode | null; regions: RegionCode[] };

const isProvince = (code: RegionCode): boolean => code.length === 2;

/** `national` is the weight of central bodies in title and lead. */
export function choose(candidates: Candidate[], national: number): Choice {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const best = mainOf(ranked);
  if (best === undefined || best.score < threshold(best, national)) {
    return { primary: null, regions: [] };
  }
  const regions = [best.code];
  for (const candidate of ranked) {
    if (candidate !== best && isSubjectBeside(candidate, best)) regions.push(candidate.code);
  }
  return { primary: best.code, regions };
}

function threshold(best: Candidate, national: number): number {
  return best.title > 0 ? 3 : 3 + national;
}

function mainOf(ranked: Candidate[]): Candidate | undefined {
  const best = ranked[0];
  if (best === undefined) return undefined;
  if (isProvince(best.code)) {
    const part = ranked.find(({ code }) => !isProvince(code) && provinceOf(code) === best.code);
    if (part !== undefined && best.wide < 2 && part.score >= best.score * 0.6) return part;
  }
  return best;
}

function isSubjectBeside(candidate: Candidate, best: Candidate): boolean {
  if (candidate.count === 0) return false;
  if (isProvince(candidate.code)) {
    return candidate.wide >= 4 && candidate.title > 0 && candidate.score >= best.score * 0.7;
  }
  if (candidate.title > 0 && candidate.free > 0) return true;
  return candidate.free > 0 && candidate.score >= Math.max(3, best.score * 0.35);
}
