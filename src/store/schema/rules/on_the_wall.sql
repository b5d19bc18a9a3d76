-- Needs on the wall, or settled there, without what publishing gives.
SELECT id, code
FROM need
WHERE state IN ('published', 'closed') AND state <> 'collected'
  AND (number IS NULL OR public_code IS NULL OR published_on IS NULL)
ORDER BY id
