-- What grouping finds and compares texts and stories by, beside their keys, so that no article is read again for it.
-- Keys are 32-bit numbers one after the other. Grouping builds all of it again.
DROP TABLE group_keys;
DELETE FROM text_keys;
DROP TABLE story_keys;

CREATE TABLE text_sketches (
  n INTEGER PRIMARY KEY,
  keys BLOB NOT NULL,
  sketch BLOB NOT NULL
) STRICT;

CREATE TABLE story_views (
  text INTEGER PRIMARY KEY,
  keys BLOB NOT NULL,
  day INTEGER NOT NULL,
  view BLOB NOT NULL
) STRICT;

-- By week: the keys of what is printed now lie together. Week and day are counted since 1970; day -1000000 is unknown.
CREATE TABLE story_keys (
  week INTEGER NOT NULL,
  key INTEGER NOT NULL,
  n INTEGER NOT NULL,
  day INTEGER NOT NULL,
  PRIMARY KEY (week, key, n)
) STRICT, WITHOUT ROWID;
