-- The members that fit, in order: every parameter that is NULL asks nothing.
WITH RECURSIVE
inside (id) AS (
  SELECT :place WHERE :place IS NOT NULL
  UNION ALL
  SELECT place.id FROM inside JOIN place ON place.parent_id = inside.id
)
SELECT member.id
FROM member
LEFT JOIN org ON org.id = member.org_id
WHERE (:place IS NULL
    OR EXISTS (
      SELECT 1
      FROM registration
      WHERE registration.member_id = member.id
        AND registration.place_id IN (SELECT id FROM inside)
        AND (registration.until_day IS NULL OR registration.until_day > :today)))
  AND (:since IS NULL
    OR EXISTS (
      SELECT 1
      FROM registration
      WHERE registration.member_id = member.id AND registration.from_day >= :since))
  AND (NOT :unclaimed
    OR NOT EXISTS (
      SELECT 1
      FROM claim_party
      JOIN claim ON claim.id = claim_party.claim_id
      JOIN claim_states ON claim_states.state = claim.state AND claim_states.holds
      WHERE claim_party.member_id = member.id))
  AND (NOT :searching OR record_fits(
    member.phone,
    concat_ws(char(10), member.code, 'id:' || lower(hex(member.id_digest))),
    concat_ws(char(10), org.name, org.short_name)
    /* searched texts */,
    (SELECT group_concat(value ->> 1, char(10)) FROM json_each(member.extra)),
    (SELECT group_concat(value ->> 1, char(10)) FROM json_each(member.unread))))
ORDER BY
  CASE :order WHEN 'code' THEN member.code WHEN 'name' THEN member.name END,
  member.id
