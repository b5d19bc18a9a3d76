-- Secondary indexes, kept to what a question asks: each one costs every import. Those on needs are partial, so that
-- importing touches none of them: a new need is collected, has no number, and is mostly a wish.
CREATE INDEX need_state ON need (state) WHERE state <> 'collected';
CREATE INDEX need_project ON need (id) WHERE kind = 'project';
CREATE UNIQUE INDEX need_public_code ON need (public_code) WHERE public_code IS NOT NULL;
CREATE UNIQUE INDEX need_number ON need (number) WHERE number IS NOT NULL;
CREATE INDEX need_duplicate_of ON need (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX registration_org ON registration (org_id, from_day, until_day, place_id)
  WHERE org_id IS NOT NULL;
