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
