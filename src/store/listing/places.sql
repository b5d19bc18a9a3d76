-- The places that fit, each behind the one above it unless they are ordered by name.
WITH RECURSIVE
inside (id) AS (
  SELECT :place WHERE :place IS NOT NULL
  UNION ALL
  SELECT place.id FROM inside JOIN place ON place.parent_id = inside.id
),
paths (id, path) AS (
  SELECT id, name FROM place WHERE parent_id IS NULL
  UNION ALL
  SELECT place.id, paths.path || '/' || place.name FROM paths JOIN place ON place.parent_id = paths.id
)
SELECT place.id
FROM place
JOIN paths ON paths.id = place.id
WHERE (:place IS NULL OR place.id IN (SELECT id FROM inside))
  AND (NOT :searching OR record_fits(NULL, NULL, NULL, place.name))
ORDER BY
  CASE :order WHEN 'name' THEN place.name END,
  paths.path,
  place.id
