WITH RECURSIVE district (place_id, path) AS (
  SELECT id, name
  FROM place
  WHERE level = 'district'
  UNION ALL
  SELECT place.id, district.path
  FROM place
  JOIN district ON district.place_id = place.parent_id
)
SELECT
  district.path,
  count(*) AS confirmed,
  count(claim.satisfaction) AS scored,
  avg(claim.satisfaction) AS mean,
  count(*) FILTER (WHERE claim.satisfaction = 1) AS one,
  count(*) FILTER (WHERE claim.satisfaction = 2) AS two,
  count(*) FILTER (WHERE claim.satisfaction = 3) AS three,
  count(*) FILTER (WHERE claim.satisfaction = 4) AS four,
  count(*) FILTER (WHERE claim.satisfaction = 5) AS five
FROM claim
JOIN need ON need.id = claim.need_id
JOIN district ON district.place_id = need.place_id
WHERE claim.state = 'confirmed'
GROUP BY district.path
ORDER BY district.path;
