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
, waiting AS (
  SELECT
    path,
    code,
    content,
    CASE
      WHEN stage IN ('collected', 'needs_info') THEN 'to_verify'
      WHEN stage = 'verified' THEN 'to_publish'
      WHEN stage IN ('open', 'partly_claimed') THEN 'to_claim'
      WHEN stage IN ('claimed', 'in_progress') THEN 'to_do'
      ELSE 'to_confirm'
    END AS waiting,
    datediff('day', CASE
      WHEN stage IN ('collected', 'needs_info') THEN collected_on
      WHEN stage = 'verified' THEN verified_on
      WHEN stage IN ('open', 'partly_claimed') THEN published_on
      WHEN stage IN ('claimed', 'in_progress') THEN first_claimed
      ELSE last_completed
    END, DATE '2021-12-31') AS days
  FROM stage
  WHERE stage NOT IN ('confirmed', 'closed', 'out')
)
SELECT
  path,
  waiting,
  count(*) AS count,
  count(*) FILTER (WHERE days <= 7) AS to_7,
  count(*) FILTER (WHERE days BETWEEN 8 AND 14) AS to_14,
  count(*) FILTER (WHERE days BETWEEN 15 AND 30) AS to_30,
  count(*) FILTER (WHERE days BETWEEN 31 AND 60) AS to_60,
  count(*) FILTER (WHERE days BETWEEN 61 AND 90) AS to_90,
  count(*) FILTER (WHERE days > 90) AS over_90,
  median(days) AS median_days,
  max(days) AS longest_days
FROM waiting
GROUP BY path, waiting
ORDER BY path, waiting;
