-- By what claims are counted, and claimants found in them. An import into an empty table builds them when its rows are in.
CREATE INDEX claim_counted ON claim (state, claimed_on, completed_on, need_id);
CREATE INDEX claim_party_member ON claim_party (member_id, claim_id, role) WHERE member_id IS NOT NULL;
CREATE INDEX claim_party_org ON claim_party (org_id, claim_id, role) WHERE org_id IS NOT NULL;
CREATE INDEX claim_party_outsider ON claim_party (outsider_id, claim_id)
  WHERE outsider_id IS NOT NULL;
