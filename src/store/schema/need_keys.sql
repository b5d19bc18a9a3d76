-- What a need without a code is found by. An import into an empty table builds it when its rows are in: keys of random
-- order, kept as it goes, cost more than the rows themselves.
CREATE INDEX need_identity ON need (identity);
