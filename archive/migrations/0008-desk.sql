-- Accounts, reviews of tags, cases, who did what.

-- Never deleted, only disabled: the audit log and reviews name them.
CREATE TABLE accounts (
  name        TEXT PRIMARY KEY,
  role        TEXT NOT NULL,
  regions     TEXT,             -- JSON array of region codes; NULL: not limited
  password    TEXT NOT NULL,    -- PHC string
  created_at  TEXT NOT NULL,
  disabled_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  hash       TEXT PRIMARY KEY,  -- SHA-256 of what the browser holds
  account    TEXT NOT NULL REFERENCES accounts (name),
  started_at TEXT NOT NULL,
  seen_at    TEXT NOT NULL,
  origin     TEXT NOT NULL      -- address of the client at login
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of ON sessions (account);

CREATE TABLE tokens (
  id           TEXT PRIMARY KEY,
  account      TEXT NOT NULL REFERENCES accounts (name),
  hash         TEXT NOT NULL,   -- SHA-256 of the secret part
  label        TEXT NOT NULL,
  scopes       TEXT NOT NULL,   -- JSON array
  created_at   TEXT NOT NULL,
  expires_at   TEXT,
  last_used_at TEXT,
  revoked_at   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of ON tokens (account);

-- Logins that failed or are under way; forgotten once they are too old to count.
CREATE TABLE login_attempts (
  n      INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  origin TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX login_attempts_at ON login_attempts (at);

CREATE TABLE audit (
  n      INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL,
  who    TEXT,
  action TEXT NOT NULL,
  what   TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_action ON audit (action, n);
CREATE TRIGGER audit_is_not_rewritten BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

-- What a person said of the tags of an article: events, added to, never changed. They are laid over what the tagger
-- says whenever the article is read again.
CREATE TABLE reviews (
  n          INTEGER PRIMARY KEY AUTOINCREMENT,
  article    TEXT NOT NULL,       -- articles.id
  version    INTEGER NOT NULL,    -- that was looked at
  at         TEXT NOT NULL,
  who        TEXT,                -- NULL: nobody had to sign in
  why        TEXT NOT NULL,
  whole      INTEGER NOT NULL,    -- 1: every tag was looked at, what is not named is as the tagger says
  sample     TEXT,                -- share of the random sample that drew the article: seen or irrelevant
  judgements TEXT NOT NULL,       -- JSON array: tag, whether it holds, span
  tagger     TEXT NOT NULL,       -- JSON array of the tags that the tagger had given
  code       TEXT NOT NULL,       -- versions of the tagger
  knowledge  TEXT NOT NULL
) STRICT;
CREATE INDEX reviews_of ON reviews (article, n);
CREATE TRIGGER reviews_are_not_rewritten BEFORE UPDATE ON reviews
BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_are_not_shortened BEFORE DELETE ON reviews
BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;

-- What the tagger itself says of an article that was reviewed, whatever the article carries.
CREATE TABLE tagger_tags (
  article   TEXT PRIMARY KEY,
  tags      TEXT NOT NULL,        -- JSON, schemas/tag.ts
  code      TEXT NOT NULL,
  knowledge TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The borderline, and the days that samples are drawn from.
CREATE INDEX articles_to_review ON articles (relevance) WHERE decision = 'review';
CREATE INDEX articles_first_seen ON articles (first_seen);

-- A case gathers articles and stories on their way through the institutions.
CREATE TABLE cases (
  n          INTEGER PRIMARY KEY AUTOINCREMENT,
  title      TEXT NOT NULL,
  regions    TEXT NOT NULL,       -- JSON array of region codes
  state      TEXT NOT NULL,
  next_date  TEXT,                -- YYYY-MM-DD
  opened_at  TEXT NOT NULL,
  opened_by  TEXT
) STRICT;

-- A story goes by one of its articles: what groups with it later belongs to the case.
CREATE TABLE case_items (
  "case"   INTEGER NOT NULL REFERENCES cases (n),
  article  TEXT NOT NULL,         -- articles.id
  story    INTEGER NOT NULL,      -- 1: with all of its story
  added_at TEXT NOT NULL,
  added_by TEXT,
  PRIMARY KEY ("case", article)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_items_of ON case_items (article);

-- Articles of its stories that somebody of the case has looked at; the others are new.
CREATE TABLE case_seen (
  "case"  INTEGER NOT NULL REFERENCES cases (n),
  article TEXT NOT NULL,
  PRIMARY KEY ("case", article)
) STRICT, WITHOUT ROWID;

-- What happened to a case: opened, moved, noted, dated, articles added.
CREATE TABLE case_events (
  n      INTEGER PRIMARY KEY AUTOINCREMENT,
  "case" INTEGER NOT NULL REFERENCES cases (n),
  at     TEXT NOT NULL,
  who    TEXT,
  kind   TEXT NOT NULL,
  text   TEXT NOT NULL
) STRICT;
CREATE INDEX case_events_of ON case_events ("case", n);
CREATE TRIGGER case_events_are_not_rewritten BEFORE UPDATE ON case_events
BEGIN SELECT raise(ABORT, 'what happened to a case is append-only'); END;
CREATE TRIGGER case_events_are_not_shortened BEFORE DELETE ON case_events
BEGIN SELECT raise(ABORT, 'what happened to a case is append-only'); END;
