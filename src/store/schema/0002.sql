-- The first revisions of records whose ids follow each other, which a list adds by the thousand: the fields are those of
-- the first, `seals` has the salt and the digest of each. See store::revisions.
CREATE TABLE revision_run (
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  records INTEGER NOT NULL CHECK (records > 1),
  seals BLOB NOT NULL CHECK (length(seals) = 48 * records),
  id INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX revision_run_record ON revision_run (kind, record_id, records);

-- A phone is looked for among a member's namesakes, and nothing asks for registrations by their place.
DROP INDEX IF EXISTS member_phone;
DROP INDEX IF EXISTS registration_place;
