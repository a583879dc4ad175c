// Cases from the command line: the list, one case, opening and adding, notes, moves.
import type { Casework, CaseView } from '../../oversight/cases/casework.ts';
import type { CaseState } from '../../schemas/case.ts';
import { type Viewer, OWNER } from '../../schemas/viewer.ts';
import { accessOf, atConsole } from '../access.ts';
import { caseworkOf } from '../casework.ts';
import { openToRead, openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { print, table } from '../table.ts';

type Options = { data: string; json?: boolean };

/** Whoever sits at the machine; events name the user of the machine. */
const consoleViewer = (): Viewer => ({ ...OWNER, account: atConsole().from });

export function listCases({ data, quiet, json }: Options & { quiet?: boolean }): void {
  const { archive } = openToRead(data);
  try {
    const all = caseworkOf(archive).cases(OWNER);
    const shown = quiet === true ? all.filter((one) => one.quiet) : all;
    const rows = shown.map((one) => [
      String(one.case.n),
      one.case.state,
      one.case.regions.join(' '),
      one.articles.length,
      one.articles.filter(({ fresh }) => fresh).length,
      one.lastNews.slice(0, 10),
      one.quiet ? 'no news for 21 days' : (one.case.nextDate ?? ''),
      one.case.title,
    ]);
    const heads = ['case', 'state', 'regions', 'articles', 'new', 'last news', 'next', 'title'];
    const none = quiet === true ? 'No open case is without news for 21 days.' : NONE;
    print(shown.map(brief), rows.length === 0 ? none : table(heads, rows), json);
  } finally {
    archive.close();
  }
}

const NONE = "There is no case yet: 'case add ARTICLE' opens one.";

const brief = ({ case: one, articles, events, lastNews, quiet }: CaseView) => ({
  ...one,
  lastNews,
  quiet,
  articles: articles.map(({ article, byStory, fresh }) => ({
    id: article.id,
    url: article.url,
    title: article.extracted.title,
    byStory,
    fresh,
  })),
  events,
});

export function showCase(n: number, { data, json }: Options): void {
  const { archive } = openToRead(data);
  try {
    const found = caseworkOf(archive).case(OWNER, n);
    if (found === null) throw unknownCase(n);
    const { case: one, articles, events } = found;
    const text = [
      `#${one.n} ${one.title}\n${one.state}, regions ${one.regions.join(' ')}, next ${one.nextDate ?? 'not set'}, last news ${found.lastNews.slice(0, 10)}`,
      table(
        ['article', 'day', 'outlet', 'new', 'title'],
        articles.map(({ article, fresh }) => [
          article.id,
          article.localDay ?? '',
          article.outlet,
          fresh ? 'new' : '',
          article.extracted.title,
        ]),
      ),
      table(
        ['at (UTC)', 'who', 'what', ''],
        events.map(({ at, who, kind, text: said }) => [at.slice(0, 16), who ?? '-', kind, said]),
      ),
    ];
    print(brief(found), text.join('\n\n'), json);
  } finally {
    archive.close();
  }
}

type Adding = Options & { case?: number; title?: string; story: boolean };

export function addToCase(
  article: string,
  { data, json, case: n, title = '', story }: Adding,
): void {
  write(data, json, (desk, viewer) => {
    if (n === undefined) {
      const opened = desk.open(viewer, { title, article, story });
      if (opened === null) throw unknownArticle(article);
      return opened;
    }
    if (desk.case(viewer, n) === null) throw unknownCase(n);
    if (!desk.add(viewer, n, article, story)) throw unknownArticle(article);
    return n;
  });
}

export function noteCase(n: number, text: string, { data, json }: Options): void {
  write(data, json, (desk, viewer) => {
    if (desk.case(viewer, n) === null) throw unknownCase(n);
    if (!desk.note(viewer, n, text)) throw new Failure('The note is empty.', 2);
    return n;
  });
}

type Moving = Options & { why: string; next?: string };

export function moveCase(n: number, state: CaseState, { data, json, why, next }: Moving): void {
  write(data, json, (desk, viewer) => {
    if (!desk.move(viewer, n, state, why)) throw unknownCase(n);
    if (next !== undefined) desk.date(viewer, n, next);
    return n;
  });
}

function write(
  data: string,
  json: boolean | undefined,
  work: (desk: Casework, viewer: Viewer) => number,
): void {
  // Opened for writing, the archive would be made where there is none.
  openToRead(data).archive.close();
  const { archive } = openWorkplace(data);
  try {
    const desk = caseworkOf(archive);
    const n = work(desk, consoleViewer());
    accessOf(archive).audit.record('case', String(n), atConsole());
    const found = desk.case(OWNER, n);
    print(
      found === null ? null : brief(found),
      `Case ${n}: ${found?.case.state}, ${found?.articles.length} articles.`,
      json,
    );
  } finally {
    archive.close();
  }
}

const unknownCase = (n: number): Failure =>
  new Failure(`There is no case ${n}. 'case list' shows all.`, 2);

const unknownArticle = (id: string): Failure =>
  new Failure(`There is no article ${id}. 'search WORDS --json' shows ids.`, 2);
