SELECT day, what, count(*)
FROM (
  SELECT collected_on AS day, 'collected' AS what FROM need
  UNION ALL
  SELECT verified_on, 'verified' FROM need
  UNION ALL
  SELECT published_on, 'published' FROM need
  UNION ALL
  SELECT closed_on, 'closed' FROM need
  UNION ALL
  SELECT claimed_on, 'claimed' FROM claim
  UNION ALL
  SELECT completed_on, 'completed' FROM claim
  UNION ALL
  SELECT confirmed_on, 'confirmed' FROM claim
  UNION ALL
  SELECT ended_on, 'ended' FROM claim
)
WHERE day BETWEEN '2021-12-25' AND '2021-12-31'
GROUP BY day, what
UNION ALL
SELECT NULL, operator || ' ' || command, count(*)
FROM entry
WHERE substr("at", 1, 10) BETWEEN '2021-12-25' AND '2021-12-31'
GROUP BY operator, command
ORDER BY 1, 2;
