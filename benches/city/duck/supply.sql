-- After stage.sql.
, counted AS (
  SELECT claim_party.member_id, count(*) AS claims, min(claim.claimed_on) AS first_claimed
  FROM claim_party
  JOIN claim ON claim.id = claim_party.claim_id
  JOIN need ON need.id = claim.need_id
  WHERE claim_party.member_id IS NOT NULL
    AND need.kind = 'wish'
    AND claim.state IN ('active', 'started', 'completed', 'confirmed')
    AND claim.claimed_on BETWEEN '2021-04-01' AND '2021-12-31'
  GROUP BY claim_party.member_id
), people AS (
  SELECT
    district.path,
    count(*) FILTER (WHERE counted.member_id IS NULL) AS unmet,
    count(*) FILTER (WHERE counted.first_claimed > DATE '2021-12-31' - 30) AS met_lately
  FROM member
  JOIN registration ON registration.member_id = member.id
  JOIN district ON district.place_id = registration.place_id
  LEFT JOIN counted ON counted.member_id = member.id
  WHERE member.class = 'in_service'
    AND (registration.from_day IS NULL OR registration.from_day <= '2021-12-31')
    AND (registration.until_day IS NULL OR registration.until_day > '2021-12-31')
  GROUP BY district.path
), open AS (
  SELECT
    path,
    coalesce(sum(quantity - coalesce(live, 0)) FILTER (WHERE stage IN ('open', 'partly_claimed')), 0) AS open,
    coalesce(sum(quantity) FILTER (WHERE stage IN ('collected', 'needs_info', 'verified')), 0) AS coming
  FROM stage
  WHERE kind = 'wish'
  GROUP BY path
)
SELECT path, unmet, open, coming, greatest(unmet - open, 0) AS missing, met_lately
FROM people
FULL JOIN open USING (path)
ORDER BY missing DESC, path;
