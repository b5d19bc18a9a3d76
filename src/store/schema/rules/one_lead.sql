-- Needs with a claim that has no lead, or several.
SELECT DISTINCT need.id, need.code
FROM claim
JOIN need ON need.id = claim.need_id
WHERE (SELECT count(*) FROM claim_party WHERE claim_party.claim_id = claim.id AND claim_party.role = 'lead') <> 1
ORDER BY need.id
