-- After stage.sql.
, late AS (
  SELECT path, code, content, stage, datediff('day', coalesce(claim_deadline, deadline), DATE '2021-12-31') AS days
  FROM stage
  WHERE stage IN ('collected', 'needs_info', 'verified', 'open', 'partly_claimed', 'claimed', 'in_progress')
    AND coalesce(claim_deadline, deadline) < '2021-12-31'
)
SELECT
  path,
  count(*) AS overdue,
  count(*) FILTER (WHERE stage IN ('collected', 'needs_info', 'verified')) AS unpublished,
  count(*) FILTER (WHERE stage IN ('open', 'partly_claimed')) AS unclaimed,
  count(*) FILTER (WHERE stage IN ('claimed', 'in_progress')) AS undone,
  max(days) AS longest_days
FROM late
GROUP BY path
ORDER BY overdue DESC, path;
