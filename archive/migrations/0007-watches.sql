-- What oversight bodies wait for, and what was sent to them. The watches themselves are files (DATA/watches/*.yaml);
-- articles go by articles.id.

CREATE TABLE watches (
  id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,       -- changes up to this seq were there before the watch
  rules TEXT NOT NULL,          -- JSON, schemas/watch.ts: as last read without fault
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A story as one watch follows it. Bound to its articles, because grouping may name or cut a story anew.
CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  watch TEXT NOT NULL,
  region TEXT,
  kind TEXT NOT NULL,           -- the furthest of dugaan, penanganan, sanksi; else that of the first article
  confirmed INTEGER NOT NULL,   -- 1: a second outlet told it in its own words
  opened_at TEXT NOT NULL
) STRICT;

CREATE TABLE incident_articles (
  article TEXT NOT NULL,
  incident INTEGER NOT NULL REFERENCES incidents (id),
  outlet TEXT NOT NULL,
  network TEXT,
  PRIMARY KEY (article, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_articles_incident ON incident_articles (incident);

CREATE TABLE alerts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  watch TEXT NOT NULL,
  incident INTEGER NOT NULL REFERENCES incidents (id),
  at TEXT NOT NULL,
  body TEXT NOT NULL            -- JSON, schemas/watch.ts
) STRICT;
CREATE INDEX alerts_watch ON alerts (watch, id);

-- Where a watch sends to. `composed`: alerts up to this id are in messages of the channel.
CREATE TABLE alert_channels (
  watch TEXT NOT NULL,
  channel TEXT NOT NULL,        -- 'email:a@b.id', 'webhook:https://…', 'telegram:-100…'
  composed INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,  -- in a row
  next_try TEXT,                -- null: at once
  last_ok TEXT,
  error TEXT,                   -- of the last try; null after a good one
  PRIMARY KEY (watch, channel)
) STRICT, WITHOUT ROWID;

-- The outbox.
CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,     -- the same in each repeat
  watch TEXT NOT NULL,
  channel TEXT NOT NULL,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'delivered' OR state = 'dead' OR state = 'dropped'),
  attempts INTEGER NOT NULL DEFAULT 0,
  first_try TEXT,
  next_try TEXT,                -- null: at once
  claimed_until TEXT,           -- a process is sending it
  ended_at TEXT CHECK ((ended_at IS NOT NULL) = (state <> 'open')),
  error TEXT
) STRICT;
CREATE INDEX messages_open ON messages (watch, channel, attempts, id) WHERE ended_at IS NULL;
CREATE INDEX messages_state ON messages (state, ended_at);

CREATE TABLE message_alerts (
  message INTEGER NOT NULL REFERENCES messages (id),
  alert INTEGER NOT NULL REFERENCES alerts (id),
  incident INTEGER NOT NULL,
  PRIMARY KEY (message, alert)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_alerts_incident ON message_alerts (incident, message);
