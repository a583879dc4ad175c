-- Articles whose text or story group became another, for consumers that hold the groups too (Elasticsearch).
-- `seq` orders the changes, an article has its newest only; `revision` counts them for each article and outlives
-- groups that are built anew.
CREATE TABLE group_changes (
  n INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  revision INTEGER NOT NULL
) STRICT;
