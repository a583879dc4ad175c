// Title and text of a page → whether it sells gambling, as hijacked newspapers do, or reports on it.
import type { WallSign } from '../../schemas/knowledge.ts';

/** The id of the sign that told it; null for a page that sells nothing. */
export type Gambling = (title: string, text: string) => string | null;

const countOf = (text: string, phrase: string): number => text.split(phrase).length - 1;
const asPattern = (phrase: string): string => phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Bait is weighed against the words of reports. A page sells where it has four different baits, or two in its title, and
 * at most half as many different words of reports; or where a tenth of it is bait and nothing reports.
 */
export function createGambling(baits: readonly WallSign[], reports: readonly WallSign[]): Gambling {
  const any = new RegExp(baits.map(({ phrase }) => asPattern(phrase)).join('|') || '(?!)', 'i');
  const reporting = new RegExp(
    `(?<![a-z])(?:${reports.map(({ phrase }) => asPattern(phrase)).join('|') || '(?!)'})(?![a-z])`,
    'g',
  );
  const found = (text: string): WallSign[] => baits.filter(({ phrase }) => text.includes(phrase));
  const reported = (text: string): number => new Set(text.match(reporting)).size;
  return (rawTitle, rawText) => {
    const opening = rawText.slice(0, 20_000);
    if (!any.test(rawTitle) && !any.test(opening)) return null;
    const [title, text] = [rawTitle.toLowerCase(), opening.toLowerCase()];
    const here = found(`${title} ${text}`);
    const [best] = here;
    if (best === undefined) return null;
    const against = reported(`${title} ${text}`);
    const loud = here.length >= 4 || (found(title).length >= 2 && reported(title) === 0);
    if (loud && against * 2 <= here.length) return best.id;
    const words = text.split(/\s+/).length;
    const said = here.reduce((sum, { phrase }) => sum + countOf(text, phrase), 0);
    return here.length >= 2 && against === 0 && said * 10 >= words ? best.id : null;
  };
}
