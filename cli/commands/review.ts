// Review from the command line: what waits, an article's tags, confirming and correcting them, gold lines, accuracy.
import type {
  ReviewDesk,
  ReviewFault,
  ReviewShare,
  Said,
} from '../../dashboards/desk/review-ports.ts';
import { tagNames } from '../../oversight/review/tag-names.ts';
import { type Viewer, OWNER } from '../../schemas/viewer.ts';
import { accessOf, atConsole } from '../access.ts';
import { type Workplace, openToRead, openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { regionNames } from '../regions.ts';
import { goldLines, openReviewDesk } from '../reviewing/desk.ts';
import { print, table } from '../table.ts';

type Options = { data: string; json?: boolean };

/** Whoever sits at the machine; reviews name the user of the machine. */
const consoleViewer = (): Viewer => ({ ...OWNER, account: atConsole().from });

function withDesk<T>(workplace: Workplace, work: (desk: ReviewDesk) => T): T {
  try {
    return work(openReviewDesk(workplace, loadKnowledge(KNOWLEDGE_DIR)));
  } finally {
    workplace.archive.close();
  }
}

export function listReviews({ data, json }: Options): void {
  const queue = withDesk(openToRead(data), (desk) => desk.queue(OWNER));
  const rows = [
    ...queue.borderline.map((article) => ({ why: 'borderline', article })),
    ...queue.sample.map(({ day, share, article }) => ({
      why: `sample of ${day}, ${share}`,
      article,
    })),
  ];
  const brief = rows.map(({ why, article }) => ({
    id: article.id,
    why,
    relevance: article.tags.relevance,
    outlet: article.outlet,
    title: article.extracted.title,
  }));
  const text = table(
    ['article', 'because', 'relevance', 'outlet', 'title'],
    brief.map((row) => [row.id, row.why, row.relevance.toFixed(2), row.outlet, row.title]),
  );
  const { drawn, done } = queue;
  print(
    { waiting: brief, drawn, done },
    brief.length === 0
      ? 'Nothing waits. The sample of a day is drawn once the day is over.'
      : `${text}\n\n${done} of ${drawn} sampled articles of the last seven days were reviewed.`,
    json,
  );
}

export function showReviews(id: string, { data, json }: Options): void {
  const found = withDesk(openToRead(data), (desk) => desk.article(OWNER, id));
  if (found === null) throw unknown(id);
  const { article, reviews, tagger } = found;
  const tags = tagNames(article.tags);
  const own = tagger === null ? tags : tagNames(tagger.tags);
  const lines = [
    `${article.extracted.title}\n${article.url}, version ${article.version}`,
    `tags: ${tags.join(' ')}`,
    tagger === null
      ? 'never reviewed'
      : `the tagger says: ${own.join(' ')} (code ${tagger.code}, knowledge ${tagger.knowledge})`,
    ...reviews.map(
      (review) =>
        `#${review.n} ${review.at} ${review.who ?? '-'}${review.whole ? ', whole' : ''}: ${review.judgements.map(({ tag, holds }) => `${holds ? '+' : '-'}${tag}`).join(' ')}${review.why === '' ? '' : ` – ${review.why}`}`,
    ),
  ];
  print({ id, tags: article.tags, tagger, reviews }, lines.join('\n'), json);
}

export function confirmTags(id: string, tags: string[], options: Options & { why: string }): void {
  submit(id, options, ({ tags: held }) => {
    const names = new Set([...tagNames(held), ...(held.relevant ? ['relevance'] : [])]);
    const missing = tags.filter((tag) => !names.has(tag));
    if (missing.length > 0)
      throw new Failure(
        `${id} is not tagged ${missing.join(' ')}. It is tagged ${[...names].join(' ')}; 'review correct' changes that.`,
        2,
      );
    const said = tags.map((tag): Said => ({ tag, holds: true, quote: '' }));
    return { said, why: options.why, whole: tags.length === 0 };
  });
}

type Correction = Options & {
  holds: string[];
  wrong: string[];
  quote?: string;
  why: string;
  whole?: boolean;
};

export function correctTags(id: string, options: Correction): void {
  const { holds, wrong, quote = '', why, whole = false } = options;
  const both = holds.filter((tag) => wrong.includes(tag));
  if (both.length > 0) throw new Failure(`${both.join(' ')}: holds or is wrong, not both.`, 2);
  submit(id, options, () => ({
    said: [
      ...wrong.map((tag): Said => ({ tag, holds: false, quote: '' })),
      ...holds.map((tag): Said => ({ tag, holds: true, quote })),
    ],
    why,
    whole,
  }));
}

type Answer = { said: Said[]; why: string; whole: boolean };
type Tagged = NonNullable<ReturnType<ReviewDesk['article']>>['article'];

function submit(id: string, { data, json }: Options, answer: (article: Tagged) => Answer): void {
  // Opened for writing, the archive would be made where there is none.
  openToRead(data).archive.close();
  const workplace = openWorkplace(data);
  const viewer = consoleViewer();
  const done = withDesk(workplace, (desk) => {
    const found = desk.article(viewer, id);
    if (found === null) throw unknown(id);
    const { article } = found;
    const result = desk.submit(viewer, id, { version: article.version, ...answer(article) });
    if (!result.ok) throw new Failure(result.error.map(faultText).join('\n'), 2);
    accessOf(workplace.archive).audit.record('review', id, atConsole());
    return result.value;
  });
  print(done, `Review ${done.n} is kept; the article is at version ${done.version}.`, json);
}

const unknown = (id: string): Failure =>
  new Failure(`There is no article ${id}. 'search WORDS --json' and 'review list' show ids.`, 2);

function faultText(fault: ReviewFault): string {
  switch (fault.kind) {
    case 'unknown-article':
      return 'There is no such article.';
    case 'changed-meanwhile':
      return 'The article has just changed: look at it again.';
    case 'nothing-said':
      return 'Nothing was said: give --holds or --wrong.';
    case 'no-reason':
      return 'A correction needs a reason: --why.';
    case 'unknown-tag':
      return `${fault.what}: no such tag. 'review --help' shows how tags are written.`;
    case 'quote-not-found':
      return `--quote '${fault.what}': these words are neither in the title nor in the text.`;
    case 'not-relevant':
      return `${fault.what}: an article that is not relevant has no kind and no violations. Add --holds relevance.`;
    default:
      return fault satisfies never;
  }
}

/** One line an article, written as it is read: the set may be large. */
export function exportGold({ data }: Options): void {
  const { archive } = openToRead(data);
  try {
    for (const line of goldLines({ archive })) process.stdout.write(`${JSON.stringify(line)}\n`);
  } finally {
    archive.close();
  }
}

export function reviewStatus({ data, json, most }: Options & { most: number }): void {
  const accuracy = withDesk(openToRead(data), (desk) => desk.accuracy(OWNER));
  const regions = regionNames(loadKnowledge(KNOWLEDGE_DIR));
  const text = [
    `${accuracy.articles} articles of the random sample were reviewed whole.`,
    table(
      ['measure', 'right'],
      [
        ['shown as relevant, and relevant', shareText(accuracy.precision)],
        ['put aside, and not relevant', shareText(accuracy.aside)],
      ],
    ),
    table(
      ['tag', 'precision', 'recall'],
      accuracy.tags
        .slice(0, most)
        .map((row) => [row.tag, shareText(row.precision), shareText(row.recall)]),
    ),
    table(
      ['region', 'relevance, main region and kind right'],
      accuracy.regions
        .slice(0, most)
        .map((row) => [regions.name(row.region), shareText(row.right)]),
    ),
  ].join('\n\n');
  print(accuracy, accuracy.articles === 0 ? NOTHING : text, json);
}

const NOTHING =
  "No article of the random sample was reviewed whole yet. 'review list' shows what was drawn; 'review confirm ARTICLE' reviews one.";

function shareText(share: ReviewShare | null): string {
  if (share === null) return '-';
  const percent = (part: number): string => (part * 100).toFixed(0);
  return `${percent(share.hits / share.of)} % (${percent(share.low)}-${percent(share.high)}; ${share.hits}/${share.of})`;
}
