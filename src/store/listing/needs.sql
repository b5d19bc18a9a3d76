-- The needs of a kind that fit, in order: every parameter that is NULL asks nothing.
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
SELECT need.id
FROM need
JOIN place ON place.id = need.place_id
LEFT JOIN paths ON paths.id = need.place_id
WHERE need.kind = :kind
  AND (:state IS NULL OR need.state = :state)
  AND (:progress IS NULL
    OR need.id IN (SELECT need_id FROM need_progress WHERE state = 'published' AND progress = :progress))
  AND (:place IS NULL OR need.place_id IN (SELECT id FROM inside))
  AND (:since IS NULL OR need.collected_on >= :since)
  AND ((:member IS NULL AND :org IS NULL AND :outsider IS NULL)
    OR need.id IN (
      SELECT holding_claim.need_id
      FROM claim_party
      JOIN holding_claim ON holding_claim.id = claim_party.claim_id
      WHERE claim_party.member_id = :member OR claim_party.org_id = :org OR claim_party.outsider_id = :outsider))
  AND (NOT :unclaimed
    OR (need.state = 'published' AND NOT EXISTS (
      SELECT 1
      FROM holding_claim
      WHERE holding_claim.need_id = need.id)))
  AND (NOT :searching OR record_fits(
    need.phone,
    concat_ws(char(10), need.code, need.public_code, need.number || '号'),
    place.name
    /* searched texts */,
    (SELECT group_concat(value ->> 1, char(10)) FROM json_each(need.extra)),
    (SELECT group_concat(value ->> 1, char(10)) FROM json_each(need.unread))))
ORDER BY
  CASE :order
    WHEN 'number' THEN need.number IS NULL
    WHEN 'name' THEN coalesce(need.wisher, need.proposer) IS NULL
    WHEN 'date' THEN need.collected_on IS NULL
    WHEN 'deadline' THEN need.deadline IS NULL
  END,
  CASE :order
    WHEN 'code' THEN need.code
    WHEN 'number' THEN need.number
    WHEN 'name' THEN coalesce(need.wisher, need.proposer)
    WHEN 'place' THEN paths.path
    WHEN 'state' THEN need.state
    WHEN 'date' THEN need.collected_on
    WHEN 'deadline' THEN need.deadline
  END,
  need.id
