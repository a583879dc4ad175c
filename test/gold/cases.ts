// A wrongly tagged article → the lines that let a person see why.
import type { Reason, Tags } from '../../schemas/tag.ts';
import type { GoldLine } from './lines.ts';
import { answers, isWrong, QUESTIONS, type Counts, type Question } from './measures.ts';

export type Scored = { line: GoldLine; tags: Tags; counts: Counts };

export const wrongQuestions = (article: Scored): Question[] =>
  QUESTIONS.filter((question) => {
    const entry = article.counts[question];
    return entry !== null && isWrong(entry);
  });

/** Which reasons speak for the answer to a question, by the beginning of their tag. */
const REASON_TAGS: Record<Question, string[]> = {
  relevance: ['relevance'],
  primary: ['primary:', 'region:'],
  coverage: ['coverage:'],
  regions: ['region:'],
  elections: ['election:'],
  contests: ['contest:'],
  actors: ['actor:'],
  violations: ['violation:'],
  speakers: ['speaker:'],
  advertorial: ['advertorial'],
};

const AROUND = 60;

/** The reason's span between « and », with the text around it on one line. */
function excerpt(reason: Reason, line: GoldLine): string {
  const whole = { ...line, published: line.published ?? '' }[reason.field];
  const before = whole.slice(Math.max(0, reason.start - AROUND), reason.start);
  const after = whole.slice(reason.end, reason.end + AROUND);
  return `…${before}«${whole.slice(reason.start, reason.end)}»${after}…`.replaceAll(/\s+/g, ' ');
}

/** One wrong answer of one article, in several lines of plain text. */
export function describe(question: Question, { line, tags }: Scored): string {
  const list = (values: string[]): string => (values.length === 0 ? '(none)' : values.join(', '));
  const head = [
    `${line.id} ${question}: wanted ${list(answers(question, line.labels))} · got ${list(answers(question, tags))}`,
    `  "${line.title}" (${line.outlet}, ${line.published ?? 'undated'})`,
    `  label: ${line.why}`,
  ];
  if (question === 'relevance') head.push(`  score ${tags.relevance} → ${tags.decision}`);
  const reasons = tags.reasons
    .filter((reason) => REASON_TAGS[question].some((tag) => reason.tag.startsWith(tag)))
    .map(
      (reason) =>
        `  - ${reason.tag} by ${reason.rule} in ${reason.field}: ${excerpt(reason, line)}`,
    );
  return [...head, ...(reasons.length === 0 ? ['  - no reason given'] : reasons)].join('\n');
}
