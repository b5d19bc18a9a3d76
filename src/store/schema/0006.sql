-- What follows a claim: how it was done and what it cost, what shows it, who confirmed it, and the papers of a project.
ALTER TABLE claim ADD COLUMN outcome TEXT;
ALTER TABLE claim ADD COLUMN cost_fen INTEGER;
ALTER TABLE claim ADD COLUMN evidence_file TEXT;
ALTER TABLE claim ADD COLUMN evidence_digest BLOB;
ALTER TABLE claim ADD COLUMN confirmed_by TEXT;
ALTER TABLE claim ADD COLUMN letter_file TEXT;
ALTER TABLE claim ADD COLUMN letter_digest BLOB;
ALTER TABLE claim ADD COLUMN letter_signed_by TEXT;

-- After how many days a claim that nobody has begun is stale, and a wish that nobody has claimed is offered to everyone.
ALTER TABLE campaign ADD COLUMN stale_days INTEGER CHECK (stale_days > 0);
ALTER TABLE campaign ADD COLUMN pool_days INTEGER CHECK (pool_days > 0);

-- Who took part in a claim and no longer does, while others go on with it.
CREATE TABLE former_party (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'joint')),
  member_id INTEGER REFERENCES member (id),
  org_id INTEGER REFERENCES org (id),
  outsider_id INTEGER REFERENCES outsider (id),
  how TEXT NOT NULL CHECK (how IN ('released', 'revoked', 'passed')),
  left_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK ((member_id IS NOT NULL) + (org_id IS NOT NULL) + (outsider_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX former_party_claim ON former_party (claim_id);
