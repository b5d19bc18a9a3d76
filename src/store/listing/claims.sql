-- The claims that fit, in order: every parameter that is NULL asks nothing.
WITH RECURSIVE
inside (id) AS (
  SELECT :place WHERE :place IS NOT NULL
  UNION ALL
  SELECT place.id FROM inside JOIN place ON place.parent_id = inside.id
),
paths (id, path) AS (
  SELECT id, name FROM place WHERE parent_id IS NULL AND :order = 'place'
  UNION ALL
  SELECT place.id, paths.path || '/' || place.name FROM paths JOIN place ON place.parent_id = paths.id
)
SELECT claim.id
FROM claim
JOIN need ON need.id = claim.need_id
JOIN place ON place.id = need.place_id
LEFT JOIN paths ON paths.id = need.place_id
WHERE (:state IS NULL OR claim.state = :state)
  AND (:place IS NULL OR need.place_id IN (SELECT id FROM inside))
  AND (:since IS NULL OR claim.claimed_on >= :since)
  AND ((:member IS NULL AND :org IS NULL AND :outsider IS NULL)
    OR claim.id IN (
      SELECT claim_party.claim_id
      FROM claim_party
      WHERE claim_party.member_id = :member OR claim_party.org_id = :org OR claim_party.outsider_id = :outsider))
  AND (NOT :searching
    OR record_fits(
      (SELECT group_concat(coalesce(member.phone, org.phone, outsider.phone), char(10))
        FROM claim_party
        LEFT JOIN member ON member.id = claim_party.member_id
        LEFT JOIN org ON org.id = claim_party.org_id
        LEFT JOIN outsider ON outsider.id = claim_party.outsider_id
        WHERE claim_party.claim_id = claim.id),
      concat_ws(char(10), claim.code, need.code, need.public_code, need.number || '号'),
      place.name,
      (SELECT group_concat(coalesce(member.name, org.name, outsider.name), char(10))
        FROM claim_party
        LEFT JOIN member ON member.id = claim_party.member_id
        LEFT JOIN org ON org.id = claim_party.org_id
        LEFT JOIN outsider ON outsider.id = claim_party.outsider_id
        WHERE claim_party.claim_id = claim.id),
      need.title, need.content, need.wording
      /* searched texts */,
      (SELECT group_concat(value ->> 1, char(10)) FROM json_each(claim.extra)),
      (SELECT group_concat(value ->> 1, char(10)) FROM json_each(claim.unread))))
ORDER BY
  CASE :order
    WHEN 'number' THEN need.number IS NULL
    WHEN 'deadline' THEN claim.deadline IS NULL
  END,
  CASE :order
    WHEN 'code' THEN claim.code
    WHEN 'number' THEN need.number
    WHEN 'place' THEN paths.path
    WHEN 'state' THEN claim.state
    WHEN 'date' THEN claim.claimed_on
    WHEN 'deadline' THEN claim.deadline
  END,
  claim.id
