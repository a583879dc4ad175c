-- Texts are found by a few anchors; their other articles follow one of these. Who tells a text is kept.

-- What grouping puts in place of what it kept by its older rules.
ALTER TABLE article_texts ADD COLUMN follows INTEGER;     -- the anchor; null for an anchor
ALTER TABLE article_texts ADD COLUMN sign INTEGER NOT NULL DEFAULT 0;     -- hash of what comparing texts takes
ALTER TABLE article_texts ADD COLUMN length INTEGER NOT NULL DEFAULT 0;   -- characters
ALTER TABLE article_texts ADD COLUMN day INTEGER;         -- since 1970; null where unknown
DROP INDEX article_texts_text;
CREATE INDEX article_texts_text ON article_texts (text, day);
CREATE INDEX article_texts_anchors ON article_texts (text) WHERE follows IS NULL;
CREATE INDEX article_texts_follows ON article_texts (follows) WHERE follows IS NOT NULL;

CREATE TABLE text_tellers (
  text INTEGER PRIMARY KEY,
  teller INTEGER NOT NULL,
  day INTEGER
) STRICT;
