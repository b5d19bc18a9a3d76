WITH RECURSIVE district (place_id, path) AS (
  SELECT id, name
  FROM place
  WHERE level = 'district'
  UNION ALL
  SELECT place.id, district.path
  FROM place
  JOIN district ON district.place_id = place.parent_id
), taken AS (
  SELECT
    need_id,
    sum(quantity) AS live,
    coalesce(sum(quantity) FILTER (WHERE state IN ('completed', 'confirmed')), 0) AS done,
    coalesce(sum(quantity) FILTER (WHERE state = 'confirmed'), 0) AS confirmed,
    bool_or(state <> 'active') AS begun,
    min(claimed_on) AS first_claimed,
    max(completed_on) AS last_completed,
    max(confirmed_on) AS last_confirmed,
    min(deadline) FILTER (WHERE state IN ('active', 'started')) AS deadline
  FROM claim
  WHERE state IN ('active', 'started', 'completed', 'confirmed') AND claimed_on <= '2021-12-31'
  GROUP BY need_id
), stage AS (
  SELECT
    need.*,
    district.path,
    taken.live,
    taken.first_claimed,
    taken.last_completed,
    taken.last_confirmed,
    taken.deadline AS claim_deadline,
    coalesce(taken.done, 0) AS done,
    CASE
      WHEN need.state IN ('rejected', 'duplicate', 'withdrawn', 'unfulfilled') THEN 'out'
      WHEN need.state <> 'published' THEN need.state
      WHEN coalesce(taken.live, 0) = 0 THEN 'open'
      WHEN taken.live < need.quantity THEN 'partly_claimed'
      WHEN taken.confirmed >= need.quantity THEN 'confirmed'
      WHEN taken.done >= need.quantity THEN 'fulfilled'
      WHEN taken.begun THEN 'in_progress'
      ELSE 'claimed'
    END AS stage
  FROM need
  JOIN district ON district.place_id = need.place_id
  LEFT JOIN taken ON taken.need_id = need.id
  WHERE need.collected_on IS NULL OR need.collected_on <= '2021-12-31'
)
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
