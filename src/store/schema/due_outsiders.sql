-- Outsiders all of whose claims ended, or were left, before a day.
SELECT outsider.id, NULL, max(part.since) AS since
FROM outsider
JOIN (
  SELECT claim_party.outsider_id AS outsider_id, coalesce(claim.ended_on, claim.confirmed_on) AS since
  FROM claim_party
  JOIN claim ON claim.id = claim_party.claim_id
  WHERE claim_party.outsider_id IS NOT NULL
  UNION ALL
  SELECT outsider_id, left_on
  FROM former_party
  WHERE outsider_id IS NOT NULL
) AS part ON part.outsider_id = outsider.id
GROUP BY outsider.id
HAVING count(*) = count(part.since) AND since < :day
ORDER BY since, outsider.id
