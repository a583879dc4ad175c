-- Proof of what was served: parts, chain of entries, signatures, time stamps. Nothing here is ever changed or removed,
-- by no budget and no retention: the triggers hold that against the rest of the code.

-- The last time that an address was asked for again and said the same as its newest page.
ALTER TABLE urls ADD COLUMN seen_at TEXT;

-- The bytes of parts, once each.
CREATE TABLE evidence_parts (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  data BLOB NOT NULL
) STRICT;

-- The chain. `entry` is canonical JSON (schemas/evidence.ts); `hash` covers seq, `prev` and `content`, its hash.
CREATE TABLE evidence_log (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  article TEXT,
  version INTEGER,
  prev TEXT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  entry TEXT NOT NULL,
  key TEXT NOT NULL,
  signature TEXT NOT NULL,
  CHECK (kind = 'key' OR (article IS NOT NULL AND version IS NOT NULL))
) STRICT;

-- Each version of an article is entered once, and seen once.
CREATE UNIQUE INDEX evidence_log_article ON evidence_log (article, version, kind) WHERE article IS NOT NULL;

CREATE TABLE evidence_stamps (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES evidence_log (seq),
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  service TEXT NOT NULL,
  response BLOB,
  failure TEXT,
  CHECK ((response IS NULL) = (failure IS NOT NULL))
) STRICT;

CREATE INDEX evidence_stamps_seq ON evidence_stamps (seq) WHERE response IS NOT NULL;

-- Captures whose page is still to be drawn: a list of work, no evidence.
CREATE TABLE evidence_waiting (
  seq INTEGER PRIMARY KEY REFERENCES evidence_log (seq)
) STRICT;

CREATE TRIGGER evidence_parts_kept BEFORE DELETE ON evidence_parts
  BEGIN SELECT raise(ABORT, 'evidence is never removed'); END;
CREATE TRIGGER evidence_parts_same BEFORE UPDATE ON evidence_parts
  BEGIN SELECT raise(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER evidence_log_kept BEFORE DELETE ON evidence_log
  BEGIN SELECT raise(ABORT, 'evidence is never removed'); END;
CREATE TRIGGER evidence_log_same BEFORE UPDATE ON evidence_log
  BEGIN SELECT raise(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER evidence_stamps_kept BEFORE DELETE ON evidence_stamps
  BEGIN SELECT raise(ABORT, 'evidence is never removed'); END;
CREATE TRIGGER evidence_stamps_same BEFORE UPDATE ON evidence_stamps
  BEGIN SELECT raise(ABORT, 'evidence is never changed'); END;
