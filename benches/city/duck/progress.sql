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
SELECT
  path,
  kind,
  count(*) AS total,
  count(*) FILTER (WHERE stage = 'collected') AS collected,
  count(*) FILTER (WHERE stage = 'needs_info') AS needs_info,
  count(*) FILTER (WHERE stage = 'verified') AS verified,
  count(*) FILTER (WHERE stage = 'open') AS open,
  count(*) FILTER (WHERE stage = 'partly_claimed') AS partly_claimed,
  count(*) FILTER (WHERE stage = 'claimed') AS claimed,
  count(*) FILTER (WHERE stage = 'in_progress') AS in_progress,
  count(*) FILTER (WHERE stage = 'fulfilled') AS fulfilled,
  count(*) FILTER (WHERE stage = 'confirmed') AS confirmed,
  count(*) FILTER (WHERE stage = 'closed') AS closed,
  count(*) FILTER (WHERE stage = 'out') AS gone,
  median(datediff('day', collected_on, verified_on)) AS to_verified,
  median(datediff('day', verified_on, published_on)) AS to_published,
  median(datediff('day', published_on, first_claimed)) AS to_claimed,
  median(datediff('day', first_claimed, last_completed)) AS to_completed,
  median(datediff('day', last_completed, coalesce(last_confirmed, closed_on))) AS to_confirmed
FROM stage
GROUP BY path, kind
ORDER BY path, kind;
