-- Duplicates of nothing, and others that name an original.
SELECT id, code
FROM need
WHERE (state = 'duplicate') <> (duplicate_of IS NOT NULL)
ORDER BY id
