-- Needs on the wall, or settled there, without what publishing gives.
SELECT id, code
FROM need
WHERE state IN (SELECT state FROM need_states WHERE on_wall) AND state <> 'collected'
  AND (number IS NULL OR public_code IS NULL OR published_on IS NULL)
ORDER BY id
