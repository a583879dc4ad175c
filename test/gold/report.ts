// Figures and wrong cases → the printed table, and the markdown diff against the last run.
import { wrongQuestions, type Scored } from './cases.ts';
import { MEASURES, type Figure, type Figures } from './measures.ts';

/** One set of articles, scored. `hidden`: its cases are not to be shown, so that nobody tunes on them. */
export type ScoredSet = { name: string; hidden: boolean; articles: Scored[]; figures: Figures };

/** What a run leaves for the next one: values by measure, and per article its wrong questions ('a001': 'coverage'). */
export type RunRecord = Record<
  string,
  { values: Record<string, number>; wrong: Record<string, string> }
>;

const cell = (figure: Figure): string => {
  if (figure === null) return '–';
  const { low, high } = figure.interval;
  return `${figure.value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
};

/** Measures down, sets across, each figure with its 95 % interval. */
export function table(sets: readonly ScoredSet[]): string {
  const head = ['', ...sets.map((set) => `${set.name} (${set.articles.length})`)];
  const rows = MEASURES.map((name) => [name, ...sets.map((set) => cell(set.figures[name]))]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function record(set: ScoredSet): RunRecord[string] {
  const values = MEASURES.flatMap((name) => {
    const figure = set.figures[name];
    return figure === null ? [] : [[name, Number(figure.value.toFixed(4))]];
  });
  const wrong = set.articles.flatMap((article) => {
    const questions = wrongQuestions(article);
    return questions.length === 0 || set.hidden ? [] : [[article.line.id, questions.join(' ')]];
  });
  return { values: Object.fromEntries(values), wrong: Object.fromEntries(wrong) };
}

const pairs = (wrong: Record<string, string>): Set<string> =>
  new Set(
    Object.entries(wrong).flatMap(([id, questions]) =>
      questions.split(' ').map((question) => `${id} ${question}`),
    ),
  );

const missing = (from: Set<string>, other: Set<string>): string[] =>
  [...from].filter((pair) => !other.has(pair));

const bullets = (heading: string, items: string[]): string[] => {
  const lines = items.map((item) => `- ${item}`);
  return lines.length === 0 ? [] : ['', heading, '', ...lines];
};

function setDiff(set: ScoredSet, before: RunRecord[string] | undefined): string[] {
  const now = record(set);
  const rows = MEASURES.map((name) => {
    const [was, is] = [before?.values[name], now.values[name]];
    const change = was === undefined || is === undefined ? '' : (is - was).toFixed(3);
    const sign = Number(change) > 0 ? '+' : '';
    return `| ${name} | ${was?.toFixed(3) ?? '–'} | ${cell(set.figures[name])} | ${Number(change) === 0 ? '' : sign + change} |`;
  });
  const [old, fresh] = [pairs(before?.wrong ?? {}), pairs(now.wrong)];
  return [
    `## ${set.name} (${set.articles.length})`,
    '',
    '| measure | last run | this run | change |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...bullets('Newly wrong', missing(fresh, old)),
    ...bullets('No longer wrong', missing(old, fresh)),
    '',
  ];
}

/** The markdown diff of this run against the last one. */
export function markdownDiff(sets: readonly ScoredSet[], last: RunRecord): string {
  return [
    '# Gold: this run against the last',
    '',
    ...sets.flatMap((set) => setDiff(set, last[set.name])),
  ].join('\n');
}

/** What the dashboard's page on method shows: the committed sets with their figures and 95 % intervals. */
export const accuracyJson = (sets: readonly ScoredSet[]): string => {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const figureOf = (figure: Figure) =>
    figure === null
      ? null
      : {
          value: round(figure.value),
          low: round(figure.interval.low),
          high: round(figure.interval.high),
        };
  return `${JSON.stringify(
    {
      sets: sets.map(({ name, articles, figures }) => ({
        name,
        articles: articles.length,
        figures: Object.fromEntries(
          MEASURES.map((measure) => [measure, figureOf(figures[measure])]),
        ),
      })),
    },
    null,
    2,
  )}\n`;
};
