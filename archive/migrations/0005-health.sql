-- What is normal for a source, and what is wrong with it.

-- The learnt rhythm and the last judgement of each source that is watched.
CREATE TABLE source_health (
  site TEXT PRIMARY KEY,
  known TEXT NOT NULL,          -- JSON, Known of crawlers/health/assess.ts
  health TEXT NOT NULL          -- JSON, schemas/health.ts
) STRICT, WITHOUT ROWID;

-- One row: up to which hour and which rows the rhythms have learnt.
CREATE TABLE health_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  hour INTEGER NOT NULL,        -- hours since 1970, exclusive
  url INTEGER NOT NULL,
  round INTEGER NOT NULL,
  change INTEGER NOT NULL
) STRICT;

CREATE TABLE alarms (
  id INTEGER PRIMARY KEY,
  cause TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  sites TEXT NOT NULL           -- JSON array
) STRICT;
CREATE UNIQUE INDEX alarms_open ON alarms (cause) WHERE closed_at IS NULL;

-- A sign of life of each long-running process, so that others see that it works and can write.
CREATE TABLE beats (
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes in use at the end of a day (UTC), for the forecast.
CREATE TABLE disk_days (
  day TEXT PRIMARY KEY,
  used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Articles that the rhythm of the source promised for the day (null while it is learnt), and those of the day that
-- were only found after the next one.
ALTER TABLE coverage ADD COLUMN expected REAL;
ALTER TABLE coverage ADD COLUMN late INTEGER NOT NULL DEFAULT 0;

-- Whether the bytes of a page serve as dictionary of others, asked before they are dropped.
CREATE INDEX bodies_dictionary ON bodies (dictionary) WHERE dictionary IS NOT NULL;
