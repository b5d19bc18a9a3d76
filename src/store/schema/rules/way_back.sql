-- Exits that do not know where they came from, and others that came from somewhere.
SELECT id, code
FROM need
WHERE (state IN ('rejected', 'duplicate', 'withdrawn', 'unfulfilled')) <> (came_from IS NOT NULL)
ORDER BY id
