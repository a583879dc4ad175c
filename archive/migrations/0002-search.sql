-- What lists and counts are answered from: tags with several values in narrow tables, the full-text index.

-- One index that holds all that lists and counts ask for, instead of one for each filter: 200,000 entries are read
-- in a few hundredths of a second, and a new article costs one insert.
CREATE INDEX articles_seen ON articles (
  seen, day, decision, coverage, site, primary_region, advertorial, text_key
);
CREATE INDEX articles_text ON articles (text_key);
-- Of which months a source has articles.
CREATE INDEX articles_months ON articles (site, substr(day, 1, 7));

-- Each region that an article speaks of, and the province of each; with what the usual views ask for.
CREATE TABLE article_regions (
  n INTEGER NOT NULL REFERENCES articles (n),
  region TEXT NOT NULL,
  seen INTEGER NOT NULL,
  day TEXT,
  decision TEXT NOT NULL,
  PRIMARY KEY (n, region)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_regions_region ON article_regions (region, seen, day, decision);

CREATE TABLE article_elections (
  n INTEGER NOT NULL REFERENCES articles (n),
  election TEXT NOT NULL,
  contests TEXT NOT NULL,       -- with commas; empty where the text names none
  seen INTEGER NOT NULL,
  day TEXT,
  decision TEXT NOT NULL,
  PRIMARY KEY (n, election)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_elections_election ON article_elections (election, seen, day, decision);

-- Title and text of the newest version as stems (archive/words.ts), its tags as marks such as region:64.74
-- (archive/marks.ts). The rowid orders by day (archive/slot.ts), so that the newest hits are read first.
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, marks, content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':.-_'"
);
