// What an article says: relevance, kind, actors, acts, paid or not, speakers. In: Knowledge, then documents. Out: ContentTags.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { Reason } from '../../../schemas/tag.ts';
import type { TagDocument } from '../document.ts';
import type { ContentTagger } from '../parts.ts';
import { findActors } from './actors.ts';
import { findAdvertorial, hasAdvertorialAddress } from './advertorial.ts';
import { findCoverage } from './coverage.ts';
import { reason } from './evidence.ts';
import { createLabeller } from './labels.ts';
import { createReader } from './reading.ts';
import type { Reading } from './reading.ts';
import { judgeRelevance } from './relevance.ts';
import { findSpeakers } from './speakers.ts';
import { findViolations } from './violations.ts';

/** Spans that show one tag; more would hide the rest. */
const REASONS_EACH = 3;

/**
 * Builds the content tagger from the lexicon; throws where a pattern of it is malformed. The tagger itself never
 * throws, and its time is linear in the length of the article. Every tag comes with a reason.
 */
export function createContentTagger(knowledge: Knowledge): ContentTagger {
  const read = createReader(knowledge.lexicon);
  const label = createLabeller(knowledge);
  return (document) => {
    const reading = read(document);
    const relevance = judgeRelevance(reading);
    const relevant = relevance.decision !== 'irrelevant' && relevance.score >= 0.5;
    const reasons: Reason[] = [];
    const add = (tag: string, hits: Parameters<typeof spansOf>[0]): void => {
      for (const hit of spansOf(hits)) reasons.push(reason(document, tag, hit.rule, hit));
    };
    add(
      'relevance',
      relevance.hits.map((hit) => ({ ...hit, rule: hit.row.id })),
    );
    const speakers = findSpeakers(
      document.text,
      label(document.text, reading.text.hits.speech),
      reading.text.hits.speech,
    );
    const kind = relevant
      ? findCoverage(reading, speakers.length)
      : { coverage: 'lainnya' as const, hits: [] };
    add(
      `coverage:${kind.coverage}`,
      kind.hits.map((hit) => ({ ...hit, rule: hit.row.id })),
    );
    const actors = findActors(reading, relevant);
    for (const { actor, hits } of actors)
      add(
        `actor:${actor}`,
        hits.map((hit) => ({ ...hit, rule: hit.row.id })),
      );
    const violations = relevant ? findViolations(reading, kind.coverage) : [];
    for (const { violation, hits } of violations)
      add(
        `violation:${violation}`,
        hits.map((hit) => ({ ...hit, rule: hit.row.id })),
      );
    for (const speaker of speakers) add(`speaker:${speaker.name}`, [{ ...speaker, field: 'text' }]);
    const paid = advertorialReason(document, reading);
    if (paid !== null) reasons.push(paid);
    return {
      relevant,
      relevance: relevance.score,
      decision: relevance.decision,
      coverage: kind.coverage,
      actors: actors.map(({ actor }) => actor),
      violations: violations.map(({ violation }) => violation),
      advertorial: paid !== null,
      speakers: speakers.map(({ name, role }) => ({ name, role })),
      reasons,
    };
  };
}

type RuledSpan = { rule: string; field: 'title' | 'text'; start: number; end: number };

function spansOf(spans: RuledSpan[]): RuledSpan[] {
  return spans.slice(0, REASONS_EACH);
}

function advertorialReason(document: TagDocument, reading: Reading): Reason | null {
  const mark = findAdvertorial(reading);
  if (mark !== null) return reason(document, 'advertorial', mark.rule, mark);
  const { url, markedAdvertorial, title } = document.input;
  if (url !== null && hasAdvertorialAddress(url)) {
    return {
      tag: 'advertorial',
      rule: 'address',
      field: 'url',
      start: 0,
      end: url.length,
      quote: url,
    };
  }
  if (!markedAdvertorial) return null;
  return {
    tag: 'advertorial',
    rule: 'marked-by-page',
    field: 'title',
    start: 0,
    end: title.length,
    quote: title,
  };
}
