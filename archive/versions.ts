// Drafts of articles in; rows of articles, versions, changes and search out, and the article back as schemas/ has it.
import type { Article, VersionKind } from '../schemas/article.ts';
import type { Database } from './database.ts';
import { OF_ITS_OWN } from './moved-ids.ts';
import type { ArticleContent } from './process-port.ts';
import { searchRows } from './search-rows.ts';
import type { Searchable } from './search-rows.ts';

/** An article as processing gives it, with its hashes. */
export type Draft = {
  id: string;
  site: string;
  content: ArticleContent;
  contentHash: string;
  hash: string;
  processor: number;
};

/** The newest version of an article, as far as the next one is judged by it. */
export type Known = {
  n: number;
  id: string;
  site: string;
  /** Its present address. */
  url: string;
  version: number;
  firstSeen: string;
  day: string | null;
  goneAt: string | null;
  contentHash: string;
  hash: string;
  /** What has read it. */
  processor: number;
};

export type Newest = {
  get(id: string): Known | undefined;
  /** Each of these writes one version and one change row, and returns the version. */
  first(draft: Draft, at: string, goneAt: string | null): number;
  next(
    known: Known,
    draft: Draft,
    how: { what: VersionKind; at: string; goneAt: string | null },
  ): number;
  again(known: Known, what: 'gone' | 'back', at: string): number;
  /** It goes on under another id: its last version and change row say so, and nothing finds it any more. */
  retire(known: Known, at: string): void;
  /** Nothing that counts differs: by what and how it was read is noted in place, without a version. */
  refresh(known: Known, draft: Draft): void;
  reading: {
    article(id: string): Article | null;
    articleVersion(id: string, version: number): Article | null;
    versions(id: string): { version: number; at: string; what: VersionKind }[];
  };
};

type ArticleRow = Omit<Article, 'pages' | 'extracted' | 'tags'> &
  Record<'pages' | 'extracted' | 'tags', string>;

const ARTICLE = `a.id, v.version, a.site, coalesce(v.url, a.url) AS url, a.outlet, v.pages, v.extracted, v.tags, v.local_day AS localDay,
  v.text_key AS textKey, d.code AS codeVersion, d.knowledge AS knowledgeVersion, a.first_seen AS firstSeen,
  a.gone_at AS goneAt
  FROM articles a JOIN versions v ON v.article = a.n JOIN processors d ON d.id = v.processor`;

export function newestVersions(db: Database): Newest {
  const get = db.query<Known>(
    `SELECT a.n, a.id, a.site, a.url, a.version, a.first_seen AS firstSeen, a.day, a.gone_at AS goneAt, v.content_hash AS contentHash, v.hash,
       v.processor
     FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version WHERE a.id = ?`,
  );
  const copy = db.query(
    `INSERT INTO versions (article, version, at, what, pages, local_day, text_key, processor, content_hash, hash,
       extracted, tags)
     SELECT article, version + 1, $at, $what, pages, local_day, text_key, processor, content_hash, hash,
       extracted, tags
     FROM versions WHERE article = $n AND version = $version`,
  );
  const bump = db.query('UPDATE articles SET version = ?, gone_at = ? WHERE n = ?');
  const refresh = db.query(
    'UPDATE versions SET processor = ?, extracted = ? WHERE article = ? AND version = ?',
  );
  const change = db.query('INSERT INTO changes (article, version) VALUES (?, ?)');
  const write = writing(db);
  return {
    get: (id) => get.get([id]),
    first: (draft, at, goneAt) => {
      const n = write.article(draft, at, goneAt);
      write.version(n, draft, { version: 1, what: 'new', at });
      change.run([draft.id, 1]);
      return 1;
    },
    next: (known, draft, { what, at, goneAt }) => {
      if (draft.content.url !== known.url) write.move(known, draft.content.url);
      const version = known.version + 1;
      write.version(known.n, draft, { version, what, at });
      write.update(known, draft, { version, goneAt });
      change.run([draft.id, version]);
      return version;
    },
    again: (known, what, at) => {
      const version = known.version + 1;
      copy.run({ n: known.n, version: known.version, at, what });
      bump.run([version, what === 'gone' ? at : null, known.n]);
      change.run([known.id, version]);
      return version;
    },
    retire: (known, at) => {
      const { n, id, day, version } = known;
      copy.run({ n, version, at, what: 'moved' });
      bump.run([version + 1, known.goneAt, n]);
      write.remove(n, day);
      change.run([id, version + 1]);
    },
    refresh: (known, { content, processor }) => {
      refresh.run([processor, JSON.stringify(content.extracted), known.n, known.version]);
    },
    reading: reading(db),
  };
}

type Writing = {
  article(draft: Draft, at: string, goneAt: string | null): number;
  version(n: number, draft: Draft, how: { version: number; what: VersionKind; at: string }): void;
  update(known: Known, draft: Draft, how: { version: number; goneAt: string | null }): void;
  /** Its earlier versions keep the address that they were read at. */
  move(known: Known, to: string): void;
  remove(n: number, day: string | null): void;
};

function writing(db: Database): Writing {
  const rows = searchRows(db);
  const insert = db.query(
    `INSERT INTO articles (id, site, url, outlet, version, first_seen, gone_at, day, decision, seen, relevance,
       primary_region, coverage, stage, advertorial, text_key)
     VALUES ($id, $site, $url, $outlet, 1, $at, $goneAt, $day, $decision, $seen, $relevance, $primary, $coverage, $stage,
       $advertorial, $textKey)`,
  );
  const update = db.query(
    `UPDATE articles SET outlet = $outlet, version = $version, gone_at = $goneAt, day = $day,
       decision = $decision, seen = $seen, relevance = $relevance, primary_region = $primary,
       coverage = $coverage, stage = $stage, advertorial = $advertorial, text_key = $textKey
     WHERE n = $n`,
  );
  const insertVersion = db.query(
    `INSERT INTO versions (article, version, at, what, pages, local_day, text_key, processor, content_hash, hash,
       extracted, tags)
     VALUES ($n, $version, $at, $what, $pages, $day, $textKey, $processor, $contentHash, $hash, $extracted, $tags)`,
  );
  const keepAddress = db.query('UPDATE versions SET url = ? WHERE article = ? AND url IS NULL');
  const address = db.query('UPDATE articles SET url = ? WHERE n = ?');
  return {
    move: ({ n, url }, to) => {
      keepAddress.run([url, n]);
      address.run([to, n]);
    },
    remove: (n, day) => {
      rows.remove(n, day);
    },
    article: (draft, at, goneAt) => {
      const { id, site, content } = draft;
      const n = insert.insert({ id, site, url: content.url, at, goneAt, ...narrow(draft) });
      rows.add(searchable(n, draft));
      return n;
    },
    version: (n, draft, how) => {
      const { content, contentHash, hash, processor } = draft;
      const { localDay: day, textKey } = content;
      insertVersion.run({
        n,
        day,
        textKey,
        processor,
        contentHash,
        hash,
        ...how,
        pages: JSON.stringify(content.pages),
        extracted: JSON.stringify(content.extracted),
        tags: JSON.stringify(content.tags),
      });
    },
    update: ({ n, day }, draft, how) => {
      update.run({ n, ...how, ...narrow(draft) });
      rows.replace(searchable(n, draft), day);
    },
  };
}

function searchable(n: number, { content }: Draft): Searchable {
  const { title, text } = content.extracted;
  return { n, title, text, tags: content.tags, day: content.localDay };
}

/** The columns that filters and counts read. */
function narrow({ content }: Draft) {
  const { outlet, localDay: day, textKey, tags } = content;
  const { decision, relevance, primary, coverage, stage } = tags;
  const seen = decision === 'irrelevant' ? 0 : 1;
  const advertorial = Number(tags.advertorial);
  return {
    outlet,
    day,
    textKey,
    decision,
    seen,
    relevance,
    primary,
    coverage,
    stage,
    advertorial,
  };
}

function reading(db: Database): Newest['reading'] {
  const newest = db.query<ArticleRow>(
    `SELECT ${ARTICLE} WHERE a.id = ? AND v.version = a.version AND ${OF_ITS_OWN}`,
  );
  const at = db.query<ArticleRow>(`SELECT ${ARTICLE} WHERE a.id = ? AND v.version = ?`);
  const versions = db.query<{ version: number; at: string; what: VersionKind }>(
    `SELECT v.version, v.at, v.what FROM articles a JOIN versions v ON v.article = a.n
     WHERE a.id = ? ORDER BY v.version`,
  );
  const whole = (row: ArticleRow | undefined): Article | null =>
    row === undefined
      ? null
      : {
          ...row,
          pages: JSON.parse(row.pages),
          extracted: JSON.parse(row.extracted),
          tags: JSON.parse(row.tags),
        };
  return {
    article: (id) => whole(newest.get([id])),
    articleVersion: (id, version) => whole(at.get([id, version])),
    versions: (id) => versions.all([id]),
  };
}
