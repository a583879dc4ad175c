-- The record: sources, ledger of addresses, pages, articles with versions, changes. Times are UTC, ISO 8601;
-- days are local days of the source, YYYY-MM-DD. JSON columns hold the shapes of schemas/.

CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT,
  verified INTEGER NOT NULL,
  home TEXT NOT NULL,
  entry TEXT NOT NULL,          -- JSON, schemas/site.ts
  saved_at TEXT NOT NULL
) STRICT;

-- Code and knowledge that processed a page.
CREATE TABLE processors (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  UNIQUE (code, knowledge)
) STRICT;

-- The ledger. `state`: due = to be fetched, fetched = its newest page waits for processing, ended = neither.
-- (Written with OR: for IN (…) in a CHECK SQLite builds a table at each update.) The ending stands beside the state: a kept article that is due again stays kept until its next page is read.
CREATE TABLE urls (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  found_by TEXT NOT NULL,
  found_at TEXT NOT NULL,
  hint_title TEXT,              -- what discovery said of the article
  hint_published TEXT,
  hint_modified TEXT,
  state TEXT NOT NULL CHECK (state = 'due' OR state = 'fetched' OR state = 'ended'),
  next_due TEXT CHECK ((next_due IS NOT NULL) = (state = 'due')),
  attempts INTEGER NOT NULL DEFAULT 0,  -- failed tries since it became due
  last_error TEXT,              -- of the last failed try; null after a good one
  page INTEGER REFERENCES pages (id),   -- the newest
  unread INTEGER AS (iif(state = 'fetched', page, NULL)),
  part_of INTEGER REFERENCES urls (id),
  part_no INTEGER,
  part_since INTEGER,           -- page of the first part for which this part was last asked
  kind TEXT CHECK (kind = 'kept' OR kind = 'skipped' OR kind = 'failed'),
  stage TEXT CHECK ((stage IS NOT NULL) = (kind IS 'failed')),
  reason TEXT CHECK ((reason IS NOT NULL) = (kind IS NOT NULL AND kind <> 'kept')),
  detail TEXT,
  ended_at TEXT CHECK ((ended_at IS NOT NULL) = (kind IS NOT NULL)),
  ended_day TEXT,               -- day under which coverage counts the ending: of the fetch, not of the processing
  ended_page INTEGER,           -- page that the ending speaks of; null where none could be fetched
  article TEXT,                 -- the article kept at this address, or of which it is an alias
  gone_at TEXT,
  processor INTEGER REFERENCES processors (id),
  CHECK (state <> 'ended' OR kind IS NOT NULL)
) STRICT;

-- Partial indices by IS NOT NULL only: for one by a value SQLite compiles every statement on the table anew at each
-- call, because the value bound might be that one.
CREATE INDEX urls_due ON urls (site, next_due, id) WHERE next_due IS NOT NULL;
CREATE INDEX urls_unread ON urls (unread) WHERE unread IS NOT NULL;
CREATE INDEX urls_parts ON urls (part_of, part_no) WHERE part_of IS NOT NULL;
CREATE INDEX urls_endings ON urls (site, kind, stage, reason);
CREATE INDEX urls_fetched ON urls (site) WHERE page IS NOT NULL;

CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  url_id INTEGER NOT NULL REFERENCES urls (id),
  site TEXT NOT NULL,
  final_url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,        -- JSON, lower-case names
  via TEXT NOT NULL,
  size INTEGER NOT NULL,        -- bytes of the body before compression
  sha256 TEXT NOT NULL          -- of the body as served, content-encoding undone
) STRICT;

CREATE INDEX pages_url ON pages (url_id);
CREATE INDEX pages_fetched ON pages (fetched_at);

-- Apart from pages, so that counting pages does not read them. zstd; `dictionary` is the page of the same host
-- whose bytes the frame was compressed against, itself stored without one.
CREATE TABLE bodies (
  page INTEGER PRIMARY KEY REFERENCES pages (id),
  dictionary INTEGER REFERENCES bodies (page),
  data BLOB NOT NULL
) STRICT;

CREATE TABLE dictionaries (
  host TEXT PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES bodies (page)
) STRICT;

-- What the newest version says, narrow, for filters and counts.
CREATE TABLE articles (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,      -- first 16 hex of the SHA-256 of url
  site TEXT NOT NULL,
  url TEXT NOT NULL,
  outlet TEXT NOT NULL,
  version INTEGER NOT NULL,
  first_seen TEXT NOT NULL,
  gone_at TEXT,
  day TEXT,
  decision TEXT NOT NULL,
  seen INTEGER NOT NULL,        -- 1: relevant or review
  relevance REAL NOT NULL,
  primary_region TEXT,
  coverage TEXT NOT NULL,
  stage TEXT,
  advertorial INTEGER NOT NULL,
  text_key TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
  article INTEGER NOT NULL REFERENCES articles (n),
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,           -- new, edited, retagged, gone or back
  pages TEXT NOT NULL,          -- JSON array of page ids, first page first
  local_day TEXT,
  text_key TEXT NOT NULL,
  processor INTEGER NOT NULL REFERENCES processors (id),
  content_hash TEXT NOT NULL,   -- SHA-256 of what the page says
  hash TEXT NOT NULL,           -- SHA-256 of that and the tags
  extracted TEXT NOT NULL,      -- JSON, schemas/article.ts
  tags TEXT NOT NULL,           -- JSON, schemas/tag.ts, with reasons
  UNIQUE (article, version)
) STRICT;

-- One row for each new version of an article; consumers follow it with a cursor.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE cursors (
  consumer TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

-- Documents that a consumer could not take.
CREATE TABLE refused (
  consumer TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (consumer, id)
) STRICT, WITHOUT ROWID;

-- One source on one local day. `seq` orders the changes of all rows for the consumers.
CREATE TABLE coverage (
  site TEXT NOT NULL,
  day TEXT NOT NULL,
  rounds INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  found INTEGER NOT NULL,
  fetched INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (site, day)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX coverage_seq ON coverage (seq);

-- The last answer of each feed, sitemap, listing.
CREATE TABLE discoveries (
  site TEXT NOT NULL,
  url TEXT NOT NULL,
  at TEXT NOT NULL,
  answer TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  listed INTEGER NOT NULL,
  added INTEGER NOT NULL,
  ok_at TEXT,                   -- the last answer 200 or 304
  failures INTEGER NOT NULL,    -- in a row
  PRIMARY KEY (site, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE origins (
  origin TEXT PRIMARY KEY,
  last_request TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  verb TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,                -- null: still running, or killed
  error TEXT
) STRICT;

-- One reading of one source within a run.
CREATE TABLE rounds (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs (id),
  site TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  error TEXT
) STRICT;

CREATE INDEX rounds_site ON rounds (site, ended_at);
