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

/** The more an article speaks of central bodies, the more a region must show to be its subject. */
function threshold(best: Candidate, national: number): number {
  return best.title > 0 ? 1.5 : 1.5 + national / 2;
}

function mainOf(ranked: Candidate[]): Candidate | undefined {
  const best = ranked[0];
  if (best === undefined || !isProvince(best.code)) return best;
  const part = ranked.find(({ code }) => !isProvince(code) && provinceOf(code) === best.code);
  if (part === undefined || part.substance === 0) return best;
  // A governor or his secretary speaks at a place: the place is the news, unless a body of the province acts.
  const personal = best.bodies < 2;
  return personal && part.score >= best.score * 0.6 ? part : best;
}

/** Beside a province its parts with cases of their own; beside a part another one, rarely of another province. */
function isSubjectBeside(candidate: Candidate, best: Candidate): boolean {
  if (isProvince(candidate.code) || candidate.free === 0) return false;
  const near = provinceOf(candidate.code) === provinceOf(best.code);
  const { substance, title, score } = candidate;
  if (isProvince(best.code)) return near && substance >= 2 && (title > 0 || score >= 2.2);
  return substance >= (near ? 3 : 4) && (title > 0 || score >= best.score * 0.45);
}
