// What an article says: relevance, kind, actors, acts, paid or not, speakers. In: Knowledge, then documents. Out: ContentTags.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { Reason } from '../../../schemas/tag.ts';
import type { TagDocument } from '../document.ts';
import type { ContentTagger } from '../parts.ts';
import type { PhraseBook } from '../phrases.ts';
import { findActors } from './actors.ts';
import { findActs } from './acts.ts';
import { advertorialReason } from './advertorial.ts';
import { createCoverageFinder } from './coverage.ts';
import { createLabeller } from './labels.ts';
import { createReader } from './reading.ts';
import { anyReason, hitReasons, reason } from './reasons.ts';
import { RELEVANT, judgeRelevance } from './relevance.ts';
import { setScene } from './scene.ts';
import { findSpeakers } from './speakers.ts';
import type { SpeakerEvidence } from './speakers.ts';
import { findViolations } from './violations.ts';

/**
 * Builds the content tagger from the lexicon; throws where a pattern of it is malformed. The tagger itself never
 * throws, and its time is linear in the length of the article. Every tag comes with a reason; an article that is not
 * relevant is of the kind 'lainnya' and has no violations.
 */
export function createContentTagger(knowledge: Knowledge, book: PhraseBook): ContentTagger {
  const read = createReader(knowledge.lexicon, book);
  const label = createLabeller(knowledge, book);
  const findCoverage = createCoverageFinder();
  return (document) => {
    const reading = read(document);
    const scene = setScene(reading);
    const { score, decision, hits } = judgeRelevance(scene);
    const relevant = score >= RELEVANT;
    const speech = reading.text.hits.speech;
    const people = findSpeakers(document.text, label(document.text, speech), speech);
    const acts = findActs(scene);
    const kind = relevant
      ? findCoverage(scene, acts, people)
      : { coverage: 'lainnya' as const, chances: [], hits: [] };
    // An essay repeats what others have said elsewhere; nobody is asked for it.
    const speakers = kind.coverage === 'opini' ? [] : people;
    const actors = findActors(scene, relevant, kind.coverage);
    const violations = relevant ? findViolations(acts, kind) : [];
    const paid = advertorialReason(reading);
    return {
      relevant,
      relevance: score,
      decision,
      coverage: kind.coverage,
      actors: actors.map(({ actor }) => actor),
      violations: violations.map(({ violation }) => violation),
      advertorial: paid !== null,
      speakers: speakers.map(({ name, role }) => ({ name, role })),
      reasons: [
        ...(hits.length > 0
          ? hitReasons(document, 'relevance', hits)
          : [anyReason(document, 'relevance', 'no-politics')]),
        ...(kind.hits.length > 0
          ? hitReasons(document, `coverage:${kind.coverage}`, kind.hits)
          : [anyReason(document, `coverage:${kind.coverage}`, 'make-of-text')]),
        ...actors.flatMap((found) => hitReasons(document, `actor:${found.actor}`, found.hits)),
        ...violations.flatMap((found) =>
          hitReasons(document, `violation:${found.violation}`, found.hits),
        ),
        ...speakers.map((speaker) => speakerReason(document, speaker)),
        ...(paid === null ? [] : [paid]),
      ],
    };
  };
}

function speakerReason(document: TagDocument, { name, rule, start, end }: SpeakerEvidence): Reason {
  return reason(document, `speaker:${name}`, rule, { field: 'text', start, end });
}
