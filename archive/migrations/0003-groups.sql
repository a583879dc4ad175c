-- Which articles carry the same text and tell the same story. Derived: emptied and built again when grouping changes.
-- Numbers are articles.n; a text is named by one of its articles, a story by one of its texts.

-- Days are counted since 1970; -1000000 is unknown, so that one index holds all.
CREATE TABLE text_keys (
  key INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (key, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_keys (
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (key, day, n)
) STRICT, WITHOUT ROWID;

-- JSON arrays of the keys, so that they can be taken out again.
CREATE TABLE group_keys (
  n INTEGER PRIMARY KEY,
  text_keys TEXT NOT NULL DEFAULT '[]',
  story_keys TEXT NOT NULL DEFAULT '[]',
  story_day INTEGER NOT NULL DEFAULT -1000000
) STRICT;

-- Both directions.
CREATE TABLE text_links (
  n INTEGER NOT NULL,
  other INTEGER NOT NULL,
  PRIMARY KEY (n, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_links (
  n INTEGER NOT NULL,
  other INTEGER NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (n, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_texts (
  n INTEGER PRIMARY KEY,
  text INTEGER NOT NULL
) STRICT;
CREATE INDEX article_texts_text ON article_texts (text);

CREATE TABLE text_stories (
  text INTEGER PRIMARY KEY,
  story INTEGER NOT NULL
) STRICT;
CREATE INDEX text_stories_story ON text_stories (story);
