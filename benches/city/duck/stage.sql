-- Every need with its district, what its claims came to, and its stage on the campaign's last day: the questions about
-- stages begin with it.
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
