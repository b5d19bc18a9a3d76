WITH RECURSIVE street (place_id, path) AS (
  SELECT street.id, district.name || '/' || street.name
  FROM place AS street
  JOIN place AS district ON district.id = street.parent_id
  WHERE street.level = 'street'
  UNION ALL
  SELECT place.id, street.path
  FROM place
  JOIN street ON street.place_id = place.parent_id
), counted AS (
  SELECT claim_party.member_id, count(*) AS claims
  FROM claim_party
  JOIN claim ON claim.id = claim_party.claim_id
  JOIN need ON need.id = claim.need_id
  WHERE claim_party.member_id IS NOT NULL
    AND need.kind = 'wish'
    AND claim.state IN ('active', 'started', 'completed', 'confirmed')
    AND claim.claimed_on BETWEEN '2021-04-01' AND '2021-12-31'
  GROUP BY claim_party.member_id
)
SELECT
  street.path,
  count(*) FILTER (WHERE member.class = 'in_service') AS required,
  count(*) FILTER (WHERE member.class = 'in_service' AND counted.claims >= 1) AS met,
  coalesce(sum(counted.claims) FILTER (WHERE member.class = 'in_service'), 0) AS claims,
  count(*) AS registered
FROM member
JOIN registration ON registration.member_id = member.id
JOIN street ON street.place_id = registration.place_id
LEFT JOIN counted ON counted.member_id = member.id
WHERE (registration.from_day IS NULL OR registration.from_day <= '2021-12-31')
  AND (registration.until_day IS NULL OR registration.until_day > '2021-12-31')
GROUP BY street.path
HAVING required > 0
ORDER BY street.path;
