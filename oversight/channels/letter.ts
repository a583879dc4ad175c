// A letter and what codes are called in; what all channels say of it out: which alerts are told, which are only counted.
import type { Alert } from '../../schemas/watch.ts';
import type { Letter } from '../alerts/deliver.ts';
import type { Links } from '../alerts/links.ts';
import { type Language, type Names, headline, say, sumLine } from './words.ts';

export type Voice = { names: Names; links: Links };

/** The alerts that are told, and how many more there are. */
export function told({ alerts, watch }: Letter): { shown: Alert[]; more: number } {
  return { shown: alerts.slice(0, watch.cap), more: Math.max(0, alerts.length - watch.cap) };
}

/** One line: subject of a mail, title of a message. */
export function subject({ alerts, watch }: Letter, names: Names): string {
  const [only] = alerts;
  if (alerts.length === 1 && only !== undefined) return headline(only, names, watch.language);
  return `${watch.name}: ${sumLine(alerts, watch.language)}`;
}

/** The words that speak for the tags: 'Jenis: “diduga melanggar”'. */
export function reasons({ why }: Alert, language: Language): { label: string; quote: string }[] {
  return why.map(({ tag, quote }) => ({ label: tagLabel(tag, language), quote }));
}

function tagLabel(tag: string, language: Language): string {
  switch (tag.split(':', 1)[0]) {
    case 'coverage':
      return say('kind', language);
    case 'violation':
      return say('violations', language);
    case 'actor':
      return say('actors', language);
    case 'primary':
      return say('region', language);
    case 'election':
      return say('election', language);
    default:
      return say('relevance', language);
  }
}
