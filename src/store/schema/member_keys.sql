-- What a member is found by, and where members are registered. An import into an empty table builds them when its rows
-- are in.
CREATE INDEX member_id_digest ON member (id_digest) WHERE id_digest IS NOT NULL;
CREATE INDEX member_name ON member (name, org_id);
CREATE INDEX member_class ON member (class);
CREATE INDEX registration_member ON registration (member_id, from_day, until_day, place_id)
  WHERE member_id IS NOT NULL;
