-- Needs of which more is taken than they ask for. The claims of a duplicate survive on the need that is kept, and may be
-- too many there: one that was moved has once belonged to another need.
SELECT need.id, need.code
FROM holding_claim AS claim
JOIN need ON need.id = claim.need_id
GROUP BY need.id
HAVING sum(claim.quantity) > need.quantity
  AND NOT EXISTS (
    SELECT 1
    FROM claim AS moved
    JOIN revision ON revision.kind = 'claim' AND revision.record_id = moved.id
    WHERE moved.need_id = need.id AND json_extract(revision.before, '$.need_id') <> need.id
  )
ORDER BY need.id
