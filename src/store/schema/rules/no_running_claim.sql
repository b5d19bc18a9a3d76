-- Needs that are settled or have left, and still have a claim that runs.
SELECT DISTINCT need.id, need.code
FROM claim
JOIN need ON need.id = claim.need_id
WHERE claim.state IN (SELECT state FROM claim_states WHERE runs)
  AND need.state IN (SELECT state FROM need_states WHERE is_over)
ORDER BY need.id
