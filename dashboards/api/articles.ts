// Articles of a view page by page, by words, and one of them whole.
import { z } from 'zod';
import { ArticleFilter } from '../../schemas/filter.ts';
import { type Result, fail, ok } from '../../schemas/result.ts';
import { groupsFor, queryOf } from '../export/export.ts';
import { toRecord } from '../export/record.ts';
import { ArticleAnswer, ArticlesAnswer } from './answers.ts';
import { Position, fromCursor, toCursor } from './cursor.ts';
import { type Answer, type Asked, type Operation, filterOf, operation } from './operation.ts';
import type { ApiArchive } from './ports.ts';
import { type Failed, failed } from './problem.ts';

export const paging = {
  limit: z.int().min(1).max(200).default(50).describe('at most so many on a page'),
  cursor: z.string().max(400).optional().describe("the previous page's `next`"),
};

const Question = ArticleFilter.extend(paging);
const Search = Question.extend({
  query: z.string().min(1).max(300).describe('words, "phrases", OR, -word; by stem'),
});

export const articleOperations = (archive: ApiArchive): Operation[] => [
  operation({
    path: '/articles',
    summary: 'Articles of a view',
    description:
      'Newest first, undated last. Pages hold what was there when the first one was asked for: articles that arrive meanwhile shift nothing.',
    parameters: Question,
    answers: { json: ArticlesAnswer },
    example: { region: '64', coverage: 'dugaan', limit: '10' },
    cost: 1,
    run: (values, asked) => page(archive, values, asked),
  }),
  operation({
    path: '/search',
    summary: 'Full-text search',
    description:
      'As /articles, with words: Indonesian stems (melanggar finds pelanggaran), "phrases", OR, -word. Hits stand between « and » in the snippet.',
    parameters: Search,
    answers: { json: ArticlesAnswer },
    example: { query: 'netralitas "kepala dinas"', limit: '10' },
    cost: 1,
    run: (values, asked) => page(archive, values, asked),
  }),
  operation({
    path: '/articles/{id}',
    summary: 'One article',
    description:
      'Text, tags, the reasons for each tag, versions, and the ids of its copies. The id of an article that turned out to be an older one at a new address gives the older one.',
    parameters: z.strictObject({}),
    answers: { json: ArticleAnswer },
    example: {},
    cost: 1,
    run: (_values, asked) => one(archive, asked),
  }),
];

function page(
  archive: ApiArchive,
  { limit, cursor, ...values }: z.infer<typeof Question>,
  asked: Asked,
): Result<Answer, Failed> {
  const filter = filterOf(values, asked);
  const question = queryOf(filter);
  const after = cursor === undefined ? null : fromCursor(cursor, question, Position);
  if (cursor !== undefined && after === null) return fail(strangeCursor(cursor));
  const found = archive.articlesFrom(filter, limit, after);
  const articles = found.articles.flatMap(({ id, version, hash, snippet }) => {
    const article = archive.articleVersion(id, version);
    if (article === null) return [];
    const record = toRecord({ article, hash, groups: groupsFor(archive, id, filter) });
    const { text: _text, reasons: _reasons, candidates: _candidates, ...summary } = record;
    const marked = snippet.replaceAll('\uE000', '«').replaceAll('\uE001', '»');
    return [{ ...summary, snippet: marked }];
  });
  const next = found.next === null ? null : toCursor(question, found.next);
  return ok({ kind: 'json', body: { total: found.total, articles, next } });
}

export const strangeCursor = (cursor: string): Failed =>
  failed(
    400,
    `cursor=${cursor.slice(0, 40)}`,
    'it is not from an answer to this question',
    'Ask without cursor for the first page, and keep the other parameters as they are',
  );

function one(archive: ApiArchive, { id, within }: Asked): Result<Answer, Failed> {
  const found = archive.article(id, within);
  if (found === null) {
    const reason = 'there is no such article, or it is not for this viewer';
    return fail(failed(404, id, reason, 'Look for it with /api/v1/articles'));
  }
  const { article, versions } = found;
  const filter = within === undefined ? {} : { within };
  const hash = archive.hashOf(article.id) ?? '';
  const copies = found.copies.filter((copy) => archive.article(copy.id, within) !== null);
  return ok({
    kind: 'json',
    body: {
      article: toRecord({ article, hash, groups: groupsFor(archive, article.id, filter) }),
      versions,
      copies: copies.map((copy) => copy.id),
    },
  });
}
