-- The organisations that fit, in order: every parameter that is NULL asks nothing.
WITH RECURSIVE
inside (id) AS (
  SELECT :place WHERE :place IS NOT NULL
  UNION ALL
  SELECT place.id FROM inside JOIN place ON place.parent_id = inside.id
)
SELECT org.id
FROM org
WHERE (:place IS NULL
    OR EXISTS (
      SELECT 1
      FROM registration
      WHERE registration.org_id = org.id
        AND registration.place_id IN (SELECT id FROM inside)
        AND (registration.until_day IS NULL OR registration.until_day > :today)))
  AND (:since IS NULL
    OR EXISTS (
      SELECT 1
      FROM registration
      WHERE registration.org_id = org.id AND registration.from_day >= :since))
  AND (NOT :unclaimed
    OR NOT EXISTS (
      SELECT 1
      FROM claim_party
      JOIN claim ON claim.id = claim_party.claim_id
      JOIN claim_states ON claim_states.state = claim.state AND claim_states.holds
      WHERE claim_party.org_id = org.id))
  AND (NOT :searching OR record_fits(
    org.phone, org.code, NULL
    /* searched texts */,
    (SELECT group_concat(org_alias.alias, char(10)) FROM org_alias WHERE org_alias.org_id = org.id),
    (SELECT group_concat(value ->> 1, char(10)) FROM json_each(org.extra)),
    (SELECT group_concat(value ->> 1, char(10)) FROM json_each(org.unread))))
ORDER BY
  CASE :order WHEN 'code' THEN org.code WHEN 'name' THEN org.name END,
  org.id
