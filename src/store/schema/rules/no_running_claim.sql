-- Needs that are settled or have left, and still have a claim that runs.
SELECT DISTINCT need.id, need.code
FROM claim
JOIN need ON need.id = claim.need_id
WHERE claim.state IN ('active', 'started')
  AND need.state IN ('closed', 'rejected', 'duplicate', 'withdrawn', 'unfulfilled')
ORDER BY need.id
