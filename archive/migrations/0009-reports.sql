-- What lists and counts are answered from is held in memory (archive/columns.ts), filled from here; the narrow
-- tables and indices by which SQL counted before are gone, and the full-text index holds words only.

DROP INDEX articles_seen;
DROP INDEX articles_months;
DROP TABLE article_regions;
DROP TABLE article_elections;
DROP TABLE article_words;

-- Tags with several values, of the newest version: codes with spaces between, in order.
CREATE TABLE article_facts (
  n INTEGER PRIMARY KEY REFERENCES articles (n),
  regions TEXT NOT NULL,        -- those spoken of, and their provinces
  elections TEXT NOT NULL,
  violations TEXT NOT NULL,
  actors TEXT NOT NULL,
  institutions TEXT NOT NULL    -- of the people who are quoted
) STRICT;

-- Title and text of the newest version as stems (archive/words.ts). The rowid orders by day (archive/slot.ts).
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- How many of each source are relevant: status and the account of a run.
CREATE INDEX articles_decisions ON articles (site, decision);
