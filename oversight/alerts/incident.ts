// News of an article and the story that a watch follows in; the story as it is then, and what of it is worth an alert,
// out. Pure: rehearsal and the real thing judge by it.
import type { Article, VersionKind } from '../../schemas/article.ts';
import { provinceOf } from '../../schemas/region.ts';
import type { Coverage } from '../../schemas/tag.ts';
import type { AlertEvent } from '../../schemas/watch.ts';

export type Member = { article: string; outlet: string; network: string | null };

/** A story as one watch follows it. */
export type Incident = {
  /** The place it happens in; the same story of another place is another one. */
  region: string | null;
  /** The furthest kind so far. */
  kind: Coverage;
  /** Two outlets of different publishers have told it in their own words. */
  confirmed: boolean;
  members: Member[];
};

/** One version of an article. */
export type News = {
  what: VersionKind;
  article: Article;
  /** The version before; null for the first. */
  before: Article | null;
  outlet: string;
  network: string | null;
  /** The watch waits for such an article. */
  wanted: boolean;
  /** It would have waited for the version before: what is not told yet is older than the watch. */
  wantedBefore: boolean;
};

export type Judgement = {
  incident: Incident;
  /** Most telling first; [] where nobody needs to be told. */
  events: AlertEvent[];
  kindBefore: Coverage | null;
  edit: { removed: number; added: number } | null;
};

/** How far a case has come; what is no case has not begun. */
const STEP: Partial<Record<Coverage, number>> = { dugaan: 1, penanganan: 2, sanksi: 3 };
const stepOf = (kind: Coverage): number => STEP[kind] ?? 0;

/** Fewer words than these are a typing error put right. */
const SIGNIFICANT_WORDS = 5;

/** A kota and its province may be one place; two kota are not. */
export function samePlace(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b || provinceOf(a) === b || a === provinceOf(b);
}

/** What the news does to the story; null where it is none of the watch's. `textOf`: articles of one text share it. */
export function judge(
  incident: Incident | null,
  news: News,
  textOf: (article: string) => string,
): Judgement | null {
  const { article, before, wanted, wantedBefore } = news;
  const known = incident?.members.some((member) => member.article === article.id) === true;
  if (incident !== null && known) return changed(incident, news);
  if (before !== null && wantedBefore) return changed(withOld(incident, before, news), news);
  if (!wanted) return null;
  return incident === null ? opened(news) : joined(incident, news, textOf);
}

/** The story with an article that was there before the watch, and of which nothing was told. */
function withOld(incident: Incident | null, before: Article, { outlet, network }: News): Incident {
  const member = { article: before.id, outlet, network };
  if (incident !== null) return { ...incident, members: [...incident.members, member] };
  const { primary, coverage } = before.tags;
  return { region: primary, kind: coverage, confirmed: false, members: [member] };
}

function opened({ article, outlet, network }: News): Judgement {
  const { primary, coverage } = article.tags;
  const members = [{ article: article.id, outlet, network }];
  return {
    incident: { region: primary, kind: coverage, confirmed: false, members },
    events: ['first'],
    kindBefore: null,
    edit: null,
  };
}

function joined(incident: Incident, news: News, textOf: (article: string) => string): Judgement {
  const { article, outlet, network } = news;
  const copied = incident.members.some((member) => textOf(member.article) === textOf(article.id));
  const other = incident.members.every(
    (member) => member.outlet !== outlet && (network === null || member.network !== network),
  );
  const second = !incident.confirmed && !copied && other;
  const further = stepOf(article.tags.coverage) > stepOf(incident.kind);
  const events: AlertEvent[] = [
    ...(further ? (['kind'] as const) : []),
    ...(second ? (['outlet'] as const) : []),
    ...(copied ? (['copy'] as const) : []),
  ];
  return {
    incident: {
      ...advanced(incident, article),
      confirmed: incident.confirmed || second,
      members: [...incident.members, { article: article.id, outlet, network }],
    },
    events,
    kindBefore: further ? incident.kind : null,
    edit: null,
  };
}

function changed(incident: Incident, { what, article, before, wanted }: News): Judgement {
  const further = wanted && stepOf(article.tags.coverage) > stepOf(incident.kind);
  const mayDiffer = what === 'edited' || what === 'moved';
  const edit = mayDiffer && before !== null ? wordsChanged(before, article) : null;
  const events: AlertEvent[] = [
    ...(what === 'gone' ? (['gone'] as const) : []),
    ...(further ? (['kind'] as const) : []),
    ...(edit === null ? [] : (['edited'] as const)),
  ];
  return {
    incident: wanted ? advanced(incident, article) : incident,
    events,
    kindBefore: further ? incident.kind : null,
    edit,
  };
}

function advanced(incident: Incident, { tags }: Article): Incident {
  const further = stepOf(tags.coverage) > stepOf(incident.kind);
  return {
    ...incident,
    region: incident.region ?? tags.primary,
    kind: further ? tags.coverage : incident.kind,
  };
}

/** Words taken out and put in, wherever they stand; null where the change is too small to matter. */
function wordsChanged(before: Article, after: Article): { removed: number; added: number } | null {
  const counts = new Map<string, number>();
  for (const word of wordsOf(before)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) - 1);
  let removed = 0;
  let added = 0;
  for (const count of counts.values()) {
    removed += Math.max(0, count);
    added += Math.max(0, -count);
  }
  return removed + added < SIGNIFICANT_WORDS ? null : { removed, added };
}

const wordsOf = ({ extracted }: Article): string[] =>
  `${extracted.title} ${extracted.text}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
