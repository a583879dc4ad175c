-- When sources are due, who holds them, when articles are looked at again.

-- One source. A lease (`holder` … `until`) that ran out without being given back is one of a process that died:
-- the source is due at once.
CREATE TABLE schedule (
  site TEXT PRIMARY KEY,
  next_due TEXT,                -- null: never read, so due at once
  every REAL,                   -- minutes to the next round as last planned
  why TEXT,                     -- what decided it: interval, rhythm, cron, election, resting
  failures INTEGER NOT NULL DEFAULT 0,  -- rounds in a row in which no source of addresses answered
  overlaps INTEGER NOT NULL DEFAULT 0,  -- rounds that fell due while one was still running
  holder TEXT,                  -- the process that reads it now
  purpose TEXT,                 -- what for: round, visits, backfill …
  held_since TEXT,
  until TEXT,
  CHECK ((holder IS NULL) = (until IS NULL))
) STRICT, WITHOUT ROWID;

-- The pace of each host, shared by all processes: whoever holds the host may send one request.
CREATE TABLE hosts (
  host TEXT PRIMARY KEY,        -- without www., with the port where it is not the usual one
  last_request TEXT,
  delay_ms INTEGER NOT NULL DEFAULT 0,  -- Crawl-delay of its robots.txt
  held_until TEXT,              -- Retry-After: nothing is asked before
  holder TEXT,
  until TEXT,
  CHECK ((holder IS NULL) = (until IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO hosts (host, last_request) SELECT origin, last_request FROM origins;
DROP TABLE origins;

-- What robots.txt said last, so that a change opens again what it forbade.
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Re-visits of what has ended: kept articles on a fading schedule, failed fetches ever more rarely.
ALTER TABLE urls ADD COLUMN look_at TEXT;
ALTER TABLE urls ADD COLUMN looks INTEGER NOT NULL DEFAULT 0;
-- Found for an operator who asked for older articles: 1. They come last and tell nothing of the rhythm.
ALTER TABLE urls ADD COLUMN backfill INTEGER;
CREATE INDEX urls_backfill ON urls (site, state) WHERE backfill IS NOT NULL;
CREATE INDEX urls_look ON urls (site, look_at) WHERE look_at IS NOT NULL;
-- What a source brought lately, for its rhythm.
CREATE INDEX urls_found ON urls (site, found_at);
-- All addresses of one article.
CREATE INDEX urls_article ON urls (article) WHERE article IS NOT NULL;

-- Where a list that was longer than one round reads goes on.
ALTER TABLE discoveries ADD COLUMN resume TEXT;

-- Older articles asked for by an operator, list by list.
CREATE TABLE backfills (
  site TEXT NOT NULL,
  source TEXT NOT NULL,         -- address of the list: sitemap file, posts route, listing
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  next TEXT,                    -- where it goes on: page or address; null once it is read to its end
  done_at TEXT,
  listed INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (site, source, from_day, to_day)
) STRICT, WITHOUT ROWID;
