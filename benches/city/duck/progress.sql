-- After stage.sql.
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
