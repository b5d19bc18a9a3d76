-- Outsiders all of whose claims ended before a day.
SELECT outsider.id, NULL, max(coalesce(claim.ended_on, claim.confirmed_on)) AS since
FROM outsider
JOIN claim_party ON claim_party.outsider_id = outsider.id
JOIN claim ON claim.id = claim_party.claim_id
GROUP BY outsider.id
HAVING count(*) = count(coalesce(claim.ended_on, claim.confirmed_on)) AND since < :day
ORDER BY since, outsider.id
