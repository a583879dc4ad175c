-- What lists and counts are answered from: tags with several values in narrow tables, the full-text index.

CREATE INDEX articles_seen ON articles (seen, day, text_key);
CREATE INDEX articles_decision ON articles (decision, day);
CREATE INDEX articles_coverage ON articles (coverage, seen, day);
CREATE INDEX articles_site ON articles (site, decision, day);
CREATE INDEX articles_primary ON articles (primary_region, seen, day, text_key);
CREATE INDEX articles_text ON articles (text_key);

-- Each region that an article speaks of, and the province of each.
CREATE TABLE article_regions (
  n INTEGER NOT NULL REFERENCES articles (n),
  region TEXT NOT NULL,
  seen INTEGER NOT NULL,
  day TEXT,
  PRIMARY KEY (n, region)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_regions_region ON article_regions (region, seen, day, n);

CREATE TABLE article_elections (
  n INTEGER NOT NULL REFERENCES articles (n),
  election TEXT NOT NULL,
  contests TEXT NOT NULL,       -- with commas; empty where the text names none
  seen INTEGER NOT NULL,
  day TEXT,
  PRIMARY KEY (n, election)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_elections_election ON article_elections (election, seen, day, n);

-- Title and text of the newest version as stems (archive/words.ts); rowid = articles.n.
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = '', contentless_delete = 1, tokenize = 'ascii'
);
