-- After stage.sql.
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
