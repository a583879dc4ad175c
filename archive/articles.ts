// A processed page in; the article at its newest version, its change row and the ending of its address out.
import type { Article, Extracted, VersionKind } from '../schemas/article.ts';
import type { Outcome } from '../schemas/outcome.ts';
import { fingerprint } from './fingerprint.ts';
import type { Tags } from '../schemas/tag.ts';
import type { LedgerParts } from './ledger.ts';
import type { LedgerRow } from './endings.ts';
import type { ArticleContent, ProcessedBy, Processing, SavedArticle } from './process-port.ts';
import type { Known, Newest } from './versions.ts';

export type Articles = Pick<Processing, 'saveArticle' | 'saveEnding'> & {
  /** The same article with other tags: a new version where they differ. Null for an unknown id. */
  retag(id: string, tags: Tags, at: string): SavedArticle | null;
  /** The article at its newest version; null for an unknown id, and for one that goes on under an older one. */
  article(id: string): Article | null;
  /** The article as it was at a version. */
  articleVersion(id: string, version: number): Article | null;
  /** Oldest first. */
  versions(id: string): { version: number; at: string; what: VersionKind }[];
  /** The id of the article that this address, or the one it is an alias of, leads to. */
  articleAt(url: string): string | null;
  /** A page that answered 404 or 410: its article stays readable and gets gone_at. */
  markGone(url: string, status: number, at: string): void;
};

export type ArticleParts = LedgerParts & { newest: Newest };

export function articles(parts: ArticleParts): Articles {
  const { db, endings, plan, ids, moves, newest } = parts;
  const at = db.query<{ article: string | null }>('SELECT article FROM urls WHERE url = ?');
  const processorOf = processors(parts);
  const endParts = partEndings(parts);
  const markUrl = db.query(
    `UPDATE urls SET gone_at = coalesce(gone_at, $at), last_error = $error, next_due = NULL,
       state = CASE WHEN ended_page IS page THEN 'ended' ELSE 'fetched' END WHERE id = $id`,
  );
  const fetchedAt = db.query<{ at: string }>('SELECT fetched_at AS at FROM pages WHERE id = ?');
  const planLooks = (row: LedgerRow, page: number, { localDay, tags }: ArticleContent): void => {
    const { at: fetched } = fetchedAt.get([page]) ?? { at: null };
    if (fetched === null) return;
    plan.kept(row.id, { fetchedAt: fetched, localDay, seen: tags.decision !== 'irrelevant' });
  };

  return {
    ...newest.reading,
    articleAt: (url) => at.get([url])?.article ?? null,
    saveArticle: (by, content, moment) =>
      db.transaction(() => {
        const row = endings.row(by.url);
        const processor = processorOf(by);
        const id = ids.idAt(content.url);
        const saved = save(newest, { id, row, content, processor, at: moment });
        endings.end(row, { kind: 'kept', article: saved.id }, { page: by.page, processor }, moment);
        endParts(row, processor, moment);
        if (row.endedPage !== by.page) planLooks(row, by.page, content);
        return saved;
      }),
    retag: (id, tags, moment) => db.transaction(() => retag(newest, id, tags, moment)),
    saveEnding: (by, outcome, moment) => {
      db.transaction(() => {
        const row = endings.row(by.url);
        const processor = processorOf(by);
        const leadsTo = outcome.kind === 'skipped' && outcome.reason === 'alias' && outcome.detail;
        if (leadsTo) moves.leads(row, leadsTo, moment);
        endings.end(row, outcome, { page: by.page, processor }, moment);
        endParts(row, processor, moment);
      });
    },
    markGone: (url, status, moment) => {
      db.transaction(() => {
        const row = endings.row(url);
        const error = `status-${status}`;
        if (row.page === null) {
          endings.end(row, { kind: 'failed', stage: 'fetch', reason: error }, null, moment);
          return;
        }
        markUrl.run({ id: row.id, at: moment, error });
        plan.again(row.id, moment);
        if (row.goneAt !== null) return;
        const known = row.kind === 'kept' && row.article !== null && newest.get(row.article);
        if (known && known.goneAt === null) newest.again(known, 'gone', moment);
      });
    },
  };
}

type Saving = {
  id: string;
  row: LedgerRow;
  content: ArticleContent;
  processor: number;
  at: string;
};

function save(newest: Newest, { id, row, content, processor, at }: Saving): SavedArticle {
  const contentHash = fingerprint(content.url, said(content.extracted), content.localDay);
  const hash = fingerprint(contentHash, content.tags, content.outlet, content.textKey);
  const draft = { id, site: row.site, content, contentHash, hash, processor };
  const known = newest.get(id);
  // The ledger forgets gone_at when the address is fetched again, so the article follows it.
  const { goneAt } = row;
  if (known === undefined) {
    return { id, version: newest.first(draft, at, goneAt), saved: 'new' };
  }
  if (known.hash !== hash) {
    const what = kindOf(known, { url: content.url, contentHash });
    return { id, version: newest.next(known, draft, { what, at, goneAt }), saved: 'changed' };
  }
  newest.refresh(known, draft);
  if ((known.goneAt === null) !== (goneAt === null)) {
    const version = newest.again(known, goneAt === null ? 'back' : 'gone', goneAt ?? at);
    return { id, version, saved: 'changed' };
  }
  return { id, version: known.version, saved: 'same' };
}

function kindOf(known: Known, now: Pick<Known, 'url' | 'contentHash'>): VersionKind {
  if (known.url !== now.url) return 'moved';
  return known.contentHash === now.contentHash ? 'retagged' : 'edited';
}

// oxlint-disable-next-line max-params -- of which article, with which tags, when
function retag(newest: Newest, id: string, tags: Tags, at: string): SavedArticle | null {
  const known = newest.get(id);
  const article = newest.reading.article(id);
  if (known === undefined || article === null) return null;
  const { contentHash, processor, goneAt } = known;
  const hash = fingerprint(contentHash, tags, article.outlet, article.textKey);
  if (hash === known.hash) return { id, version: known.version, saved: 'same' };
  const content = { ...article, tags };
  const draft = { id, site: article.site, content, contentHash, hash, processor };
  const version = newest.next(known, draft, { what: 'retagged', at, goneAt });
  return { id, version, saved: 'changed' };
}

/** What the page says, without how it was read: another method of extraction alone is no new version. */
function said(extracted: Extracted): Partial<Extracted> {
  const {
    method: _method,
    score: _score,
    repaired: _repaired,
    detail: _detail,
    ...rest
  } = extracted;
  return rest;
}

function processors({ db }: LedgerParts): (by: ProcessedBy) => number {
  const select = db.query<{ id: number }>(
    'SELECT id FROM processors WHERE code = ? AND knowledge = ?',
  );
  const insert = db.query('INSERT INTO processors (code, knowledge) VALUES (?, ?)');
  return ({ codeVersion, knowledgeVersion }) => {
    const versions = [codeVersion, knowledgeVersion];
    return select.get(versions)?.id ?? insert.insert(versions);
  };
}

/** The fetched parts of a processed first page end as skipped(part), whatever became of the first. */
function partEndings({ db, endings }: LedgerParts) {
  const select = db.query<{ url: string }>(
    `SELECT url FROM urls WHERE part_of = ? AND page IS NOT NULL AND state <> 'due'
       AND (reason IS NOT 'part' OR ended_page IS NOT page)`,
  );
  return (first: LedgerRow, processor: number, at: string): void => {
    const outcome: Outcome = { kind: 'skipped', reason: 'part', detail: first.url };
    for (const { url } of select.all([first.id])) {
      const row = endings.row(url);
      if (row.page !== null) endings.end(row, outcome, { page: row.page, processor }, at);
    }
  };
}
