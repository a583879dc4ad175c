// What a watch found worth telling → the alert: everything that a message says, as it is at this moment.
import { createHash } from 'node:crypto';
import type { Article } from '../../schemas/article.ts';
import type { Reason } from '../../schemas/tag.ts';
import type { Alert, AlertEvent, Watch } from '../../schemas/watch.ts';
import type { Place } from './follow.ts';
import type { Judgement, News } from './incident.ts';

/** Quotes that are shown as the reason of an alert. */
const MAX_QUOTES = 6;
const MAX_QUOTE = 120;
const MAX_OPENING = 280;
/** What a person disputes first comes first. */
const TELLING = ['coverage', 'violation', 'actor', 'primary', 'election', 'relevance'];

type Found = News & {
  at: string;
  /** Of the story. */
  id: number;
  judged: Judgement;
  events: AlertEvent[];
  place: Pick<Place, 'textOf'>;
};

export function createAlert(watch: Watch, found: Found): Alert {
  const { article, at, id, judged, events, outlet, place } = found;
  const { tags } = article;
  const { members } = judged.incident;
  return {
    key: keyOf(watch.id, article, events),
    watch: watch.id,
    incident: id,
    events,
    at,
    article: {
      id: article.id,
      version: article.version,
      url: article.url,
      title: article.extracted.title,
      outlet,
      day: article.localDay,
      opening: opening(article.extracted.text),
    },
    regions: tags.regions,
    primary: tags.primary,
    elections: tags.elections.map(({ election }) => election),
    stage: tags.stage,
    kind: tags.coverage,
    kindBefore: judged.kindBefore,
    actors: tags.actors,
    violations: tags.violations,
    advertorial: tags.advertorial,
    decision: tags.decision,
    why: quotes(tags.reasons),
    counts: {
      articles: members.length,
      texts: new Set(members.map((member) => place.textOf(member.article))).size,
      outlets: new Set(members.map((member) => member.outlet)).size,
    },
    edit: judged.edit,
  };
}

/** A change of an article is told once by a watch, so this is one alert's alone; 24 hex digits of a SHA-256. */
function keyOf(watch: string, { url, version, firstSeen }: Article, events: AlertEvent[]): string {
  const parts = [watch, url, version, firstSeen, events.join(' ')];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

/** The longest of each tag, told tags first. */
function quotes(reasons: readonly Reason[]): Alert['why'] {
  const best = new Map<string, { rank: number; quote: string }>();
  for (const { tag, quote, field } of reasons) {
    const rank = TELLING.indexOf(tag.split(':', 1)[0] ?? '');
    if (rank === -1 || quote === '' || (field !== 'title' && field !== 'text')) continue;
    const known = best.get(tag);
    if (known === undefined || quote.length > known.quote.length) best.set(tag, { rank, quote });
  }
  return [...best]
    .sort(([, a], [, b]) => a.rank - b.rank)
    .slice(0, MAX_QUOTES)
    .map(([tag, { quote }]) => ({ tag, quote: cut(quote, MAX_QUOTE) }));
}

/** Spaces are joined in what may be shown, not in the whole text. */
const opening = (text: string): string =>
  cut(
    text
      .slice(0, 3 * MAX_OPENING)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    MAX_OPENING,
  );

/** At a space where there is one, never through a pair of surrogates. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  const space = head.lastIndexOf(' ');
  return `${space > most / 2 ? head.slice(0, space) : head}…`;
}
