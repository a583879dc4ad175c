-- Articles whose page moved to another address: each stays one article, under the id that it had first.

-- Ids made from addresses that an older article moved to. Where an article was kept under one before, its versions
-- stay, and it is in no list, count or group any more.
CREATE TABLE moved_ids (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL,        -- articles.id of the one that is there now; never itself an id of this table
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_ids_article ON moved_ids (article);

-- Addresses at which an article was kept and which lead elsewhere since, until what is there has been read.
CREATE TABLE moves (
  url TEXT PRIMARY KEY,
  target TEXT NOT NULL,         -- where it leads in the end
  article TEXT NOT NULL,        -- the article that was kept at url
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX moves_target ON moves (target);

-- The address that the version was read at, where the article has moved since; null: articles.url, its present one.
ALTER TABLE versions ADD COLUMN url TEXT;
