-- What was published where and when: a post cannot be recalled, so whoever takes a need down is told every place.
-- `numbers` has the wall numbers as ranges: 1-250,252.
CREATE TABLE publication (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL CHECK (folder <> ''),
  products TEXT NOT NULL CHECK (products <> ''),
  title TEXT,
  place_id INTEGER REFERENCES place (id),
  published_on TEXT NOT NULL,
  numbers TEXT NOT NULL
) STRICT;
-- Whether the claimants agreed to be named on what is published.
ALTER TABLE claim ADD COLUMN name_ok INTEGER CHECK (name_ok IN (0, 1));
